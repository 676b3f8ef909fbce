import { addDays, type LocalDate } from '../../kernel/time/index.ts';
import { countyOf, type Register, regionOf, shortNameOf, townshipOf } from '../../modules/network/index.ts';
import { ageOn, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { monthWords, type Telling } from './scenes/index.ts';

export interface TellingPlan {
  readonly register: Register;
  readonly random: Random;
  readonly self: DemoPerson;
  /** Code of the village the person lives in. */
  readonly home: string;
  readonly other: string;
  readonly on: LocalDate;
}

/** What a narrative speaks of, and every amount it named, in yuan. */
export function tellingFor({ register, random, self, home, other, on }: TellingPlan): {
  readonly telling: Telling;
  readonly amounts: readonly number[];
} {
  const village = regionOf(register, home);
  const amounts: number[] = [];
  const telling: Telling = {
    r: random,
    self,
    age: ageOn(self, on),
    county: countyOf(register, home)?.name ?? '',
    // People say 瓦马乡, not 瓦马彝族白族乡.
    town: townshipOf(register, home)?.name.replace(/(彝族|白族|傣族|傈僳族|苗族|布朗族)+/g, '') ?? '',
    village: village === undefined ? '' : shortNameOf(village),
    other,
    money: (from, to) => {
      const amount = random.int(Math.ceil(from / 100), Math.floor(to / 100)) * 100;
      amounts.push(amount);
      return `${amount}元`;
    },
    month: (back) => monthWords(on, back),
    day: (back) => {
      const day = addDays(on, -back);
      const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
      return day.slice(0, 4) === on.slice(0, 4) ? date : `${day.slice(0, 4)}年${date}`;
    },
  };
  return { telling, amounts };
}
