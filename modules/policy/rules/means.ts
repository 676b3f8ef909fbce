import type { CompiledMultiplier, CompiledRule } from '../law/rule-book.ts';
import type { AppliedStandard, Bilingual, Facts, Reason, StandardRow } from '../schema.ts';
import { yuan } from './yuan.ts';

/** Income set against the standard (经济困难状况审查). */
export interface MeansResult {
  readonly withinStandard: boolean;
  readonly standard: AppliedStandard;
  readonly assessedPerCapitaIncome: number;
  readonly reason: Reason;
}

/** Whose income counts, and for how many people. */
export interface CountedIncome {
  readonly income: number;
  readonly people: number;
}

/** The household's income and its people; where the opponent lives in the household, the applicant's own income alone. */
export function countedIncome(household: NonNullable<Facts['household']>, ownIncomeOnly: boolean): CountedIncome {
  return ownIncomeOnly
    ? { income: household.applicantAnnualIncome, people: 1 }
    : { income: household.annualIncome, people: household.members };
}

/**
 * Whether `income ÷ people ≤ base × numerator ÷ denominator`, asked without dividing, so that nothing is rounded in favour of either side.
 * Exactly at the line is hardship. All in fen a year.
 */
export function isWithin(counted: CountedIncome, base: number, fraction: readonly [number, number]): boolean {
  const left = counted.income * fraction[1];
  const right = base * fraction[0] * counted.people;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left <= right;
  return BigInt(counted.income) * BigInt(fraction[1]) <= BigInt(base) * BigInt(fraction[0]) * BigInt(counted.people);
}

/** The means test, with its figures told. `anchor` is the article that leaves the standard to the province. */
export function testMeans(
  counted: CountedIncome,
  row: StandardRow,
  multiplier: CompiledMultiplier,
  anchor: Pick<CompiledRule, 'key' | 'met'>,
): MeansResult {
  const [numerator, denominator] = multiplier.fraction;
  const withinStandard = isWithin(counted, row.perCapitaAnnual, multiplier.fraction);
  const assessedPerCapitaIncome = counted.income / counted.people;
  const standard: AppliedStandard = {
    perCapitaAnnual: row.perCapitaAnnual,
    threshold: (row.perCapitaAnnual * numerator) / denominator,
    multiplier: numerator / denominator,
    basis: row.basis,
    verified: row.verified,
  };
  return {
    withinStandard,
    standard,
    assessedPerCapitaIncome,
    reason: {
      rule: anchor.key,
      citation: `${anchor.met.citation}；${multiplier.cite.zh}`,
      met: withinStandard,
      text: meansText(counted, assessedPerCapitaIncome, standard, withinStandard, multiplier.verified),
    },
  };
}

const basisWords = {
  subsistenceAllowance: { zh: '最低生活保障标准', en: 'the subsistence allowance' },
  ruralIncome: { zh: '上年度农村居民人均收入', en: "last year's rural income per head" },
} as const;

function meansText(
  counted: CountedIncome,
  perHead: number,
  standard: AppliedStandard,
  within: boolean,
  multiplierVerified: boolean,
): Bilingual {
  const basis = basisWords[standard.basis];
  const unverified = standard.verified && multiplierVerified ? '' : '（标准待核实）';
  const unverifiedEn = unverified === '' ? '' : ' (standard unverified)';
  const income = yuan(counted.income);
  const base = yuan(standard.perCapitaAnnual);
  const line = yuan(standard.threshold);
  return {
    zh: `计入的年收入 ${income} 元，${counted.people} 人，人均 ${yuan(perHead)} 元；标准为${basis.zh} ${base} 元的 ${standard.multiplier} 倍，即人均 ${line} 元${unverified}。${within ? '未超过标准，属于经济困难。' : '超过标准，不属于经济困难。'}`,
    en: `Income counted: ${income} yuan a year for ${counted.people}, ${yuan(perHead)} a head; the line is ${standard.multiplier} times ${basis.en} of ${base} yuan, ${line} a head${unverifiedEn}. ${within ? 'Within the line: hardship.' : 'Above the line: no hardship.'}`,
  };
}
