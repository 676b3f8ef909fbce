import { addDays, type LocalDate } from '../../kernel/time/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../modules/people/index.ts';
import { drawName, type EthnicGroup, ethnicShares } from './names.ts';
import type { Random } from './random.ts';

/** An invented person. The identity number carries a region code that does not exist, the phone a block that is not assigned. */
export interface DemoPerson {
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly ethnicGroup: EthnicGroup;
  readonly birthDate: LocalDate;
  readonly identityNumber: string;
  readonly phone: string;
}

export interface PersonWish {
  readonly sex?: 'male' | 'female';
  readonly ethnicGroup?: EthnicGroup;
  /** Whole years on `on`, both ends included. */
  readonly age: readonly [number, number];
  readonly on: LocalDate;
}

/** Draws people of whom no two share an identity number or a phone. */
export interface People {
  readonly draw: (random: Random, wish: PersonWish) => DemoPerson;
  readonly phone: () => string;
}

export function inventPeople(): People {
  const sequences = new Map<LocalDate, number>();
  let phones = 0;
  const phone = (): string => demonstrationPhone(phones++);
  return {
    phone,
    draw: (random, { sex: wishedSex, ethnicGroup: wishedGroup, age, on }) => {
      const sex = wishedSex ?? (random.chance(0.5) ? 'male' : 'female');
      const ethnicGroup = wishedGroup ?? random.weighted(ethnicShares);
      const birthDate = drawBirthDate(random, age, on);
      const sequence = (sequences.get(birthDate) ?? 0) + 1;
      sequences.set(birthDate, sequence);
      return {
        name: drawName(random, sex, ethnicGroup),
        sex,
        ethnicGroup,
        birthDate,
        identityNumber: demonstrationIdentityNumber(birthDate, sequence, sex),
        phone: phone(),
      };
    },
  };
}

/** A birth date that makes the person so old on that day. */
function drawBirthDate(random: Random, [youngest, oldest]: readonly [number, number], on: LocalDate): LocalDate {
  const years = random.int(youngest, oldest);
  const sameDay = `${Number(on.slice(0, 4)) - years}${on.slice(4, 8)}${on.slice(8) === '29' && on.slice(5, 7) === '02' ? '28' : on.slice(8)}`;
  return addDays(sameDay, -random.int(0, 363));
}

/** Whole years on a day. */
export function ageOn({ birthDate }: Pick<DemoPerson, 'birthDate'>, on: LocalDate): number {
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > on.slice(5) ? 1 : 0);
}
