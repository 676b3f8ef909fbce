import { addDays } from '../../kernel/time/index.ts';
import { ancestorsOf, type NewExpert, type NewHandler, type NewLiaison } from '../../modules/network/index.ts';
import { languagesOf } from './languages.ts';
import type { PersonnelPlan } from './personnel.ts';
import { ethnicGroupsOf } from './settlement.ts';

/** 13 members of the expert pool: the bureau's leaders and the firms' backbone, as the article has it. */
export function planExperts(
  handlers: readonly NewHandler[],
  { agencies, people, random, today }: PersonnelPlan,
): readonly NewExpert[] {
  const leaders = [
    ['分管副局长', '保山市司法局'],
    ['法律援助中心主任', '保山市法律援助中心'],
  ] as const;
  const senior = handlers
    .filter(
      ({ kind, licensedFrom }) =>
        kind === 'lawyer' && licensedFrom !== null && licensedFrom <= addDays(today, -365 * 8),
    )
    .filter(({ tenant }) => tenant === '530500');
  const chosen = random.sample(senior, 13 - leaders.length);
  const common = { tenant: '530500', appointedOn: '2017-03-01', demonstration: true };
  const code = (index: number): string => `530500-X${String(index + 1).padStart(2, '0')}`;
  return [
    ...leaders.map(([title, organisation], index): NewExpert => {
      const { name } = people.draw(random, { age: [42, 56], on: today });
      return {
        ...common,
        code: code(index),
        name,
        title,
        organisation,
        fields: ['administrative', 'family'],
        handler: null,
      };
    }),
    ...chosen.map(
      (lawyer, index): NewExpert => ({
        ...common,
        code: code(index + leaders.length),
        name: lawyer.name,
        title: '律师',
        organisation: agencies.find(({ code: unit }) => unit === lawyer.agency)?.name ?? lawyer.agency,
        fields: lawyer.specialities.length === 0 ? ['labour'] : lawyer.specialities,
        handler: lawyer.code,
      }),
    ),
  ];
}

/** One liaison for every village. */
export function planLiaisons({ register, agencies, people, random, today }: PersonnelPlan): readonly NewLiaison[] {
  return agencies
    .filter((agency) => agency.kind === 'villagePoint')
    .map((point): NewLiaison => {
      const draw = random.fork(point.code);
      const township = ancestorsOf(register, point.region)[0]?.name ?? '';
      const person = people.draw(draw, {
        age: [23, 60],
        on: today,
        ethnicGroup: draw.weighted(ethnicGroupsOf(township)),
      });
      return {
        tenant: point.tenant,
        code: point.code.replace('-V-', '-N-'),
        name: person.name,
        sex: person.sex,
        region: point.region,
        agency: point.code,
        phone: person.phone,
        languages: languagesOf(person, draw),
        appointedOn: `${draw.int(2014, 2025)}-0${draw.int(1, 9)}-01`,
        accountId: null,
        demonstration: true,
      };
    });
}
