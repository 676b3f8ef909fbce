import type { LocalDate } from '../../kernel/time/index.ts';
import type { ApplicationInput } from '../../modules/applications/index.ts';
import type { Group } from '../../modules/policy/index.ts';
import { ageOn, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import type { Scene } from './scenes/index.ts';

/** Groups a person belongs to: those of the scene, those of age, sex and people, and now and then one more. */
export function groupsOf(random: Random, scene: Scene, person: DemoPerson, urban: boolean, on: LocalDate): Group[] {
  const groups = new Set<Group>(scene.groups);
  const years = ageOn(person, on);
  if (urban) groups.delete('farmer');
  if (years < 18) groups.add('minor');
  if (years >= 60) groups.add('olderPerson');
  if (person.sex === 'female') groups.add('woman');
  if (person.ethnicGroup !== '汉族') groups.add('ethnicMinority');
  if (random.chance(0.05)) groups.add('personWithDisability');
  if (random.chance(0.02)) groups.add('militaryFamily');
  if (scene.means === 'tested' && random.chance(0.12)) groups.add('relocatedMigrant');
  return [...groups];
}

/** Yearly income in fen: clearly under, or (`rich`) clearly over, any standard of these years. */
export function castHousehold(
  random: Random,
  urban: boolean,
  rich: boolean,
): NonNullable<ApplicationInput['household']> {
  const members = random.weighted([
    [1, 6],
    [2, 14],
    [3, 24],
    [4, 30],
    [5, 18],
    [6, 8],
  ]);
  const [least, most] = rich ? (urban ? [340, 820] : [230, 520]) : urban ? [42, 135] : [21, 72];
  const annualIncome = random.int(least ?? 0, most ?? 0) * 100 * members * 100;
  const share = members === 1 ? 100 : random.int(20, 60);
  return {
    members,
    annualIncome,
    applicantAnnualIncome: members === 1 ? annualIncome : Math.floor((annualIncome * share) / 100 / 10_000) * 10_000,
  };
}
