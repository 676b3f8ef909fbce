import { childrenOf, type Register } from '../../modules/network/index.ts';
import { type EthnicGroup, ethnicShares } from './names.ts';
import type { Random } from './random.ts';

const byWord: readonly (readonly [string, EthnicGroup])[] = [
  ['彝族', '彝族'],
  ['白族', '白族'],
  ['傣族', '傣族'],
  ['傈僳族', '傈僳族'],
  ['苗族', '苗族'],
  ['布朗族', '布朗族'],
];

/** Shares of groups in a township: those its own name carries weigh more. Invented. */
export function ethnicGroupsOf(township: string): readonly (readonly [EthnicGroup, number])[] {
  const named = byWord.filter(([word]) => township.includes(word)).map(([, group]) => group);
  return ethnicShares.map(([group, share]) => [
    group,
    named.includes(group) ? 30 : named.length > 0 && group === '汉族' ? 40 : share,
  ]);
}

/** A village's people: invented, nowhere confirmed, so `verified` is false and screens say 待核实. */
export interface VillagePopulation {
  readonly region: string;
  readonly residents: number;
  readonly older: number;
  readonly children: number;
  readonly disabled: number;
  readonly verified: false;
}

/** People in each village; a town's communities hold more than a mountain village. */
export function planPopulation(register: Register, random: Random): readonly VillagePopulation[] {
  return register.regions
    .filter(({ level }) => level === 'county')
    .flatMap((county) => childrenOf(register, county.code))
    .flatMap((township) =>
      childrenOf(register, township.code).map((village) => ({ village, urban: township.name.endsWith('街道') })),
    )
    .map(({ village, urban }) => {
      const draw = random.fork(village.code);
      const residents = Math.round((urban ? 4200 : 2300) * (0.45 + 1.1 * draw.real()));
      const share = (from: number, to: number): number => Math.round(residents * (from + (to - from) * draw.real()));
      return {
        region: village.code,
        residents,
        older: share(0.12, 0.24),
        children: share(0.14, 0.24),
        disabled: share(0.015, 0.04),
        verified: false,
      };
    });
}
