import type { CompiledRule } from '../law/rule-book.ts';
import type { StandardTable } from '../law/standards.ts';
import type { Facts, Reason } from '../schema.ts';
import { ask, type Hearing } from './hearing.ts';
import { countedIncome, isWithin, type MeansResult, testMeans } from './means.ts';

export type MeansVerdict =
  /** `told` is left out where no reasons are asked for. */
  | { readonly decided: true; readonly withinStandard: boolean; readonly told?: MeansResult }
  /** JSON Pointers of everything that is missing, all at once. */
  | { readonly decided: false; readonly missing: readonly string[] };

/** The means test, or everything that it still needs. Reasons are noted in the hearing. */
export function judgeMeans(hearing: Hearing, standards: StandardTable): MeansVerdict {
  const { book, open, features, facts, reasons } = hearing;
  const { household, region, receivedOn } = facts;
  const { residence } = facts.applicant;
  const anchor = open.rules.meansTest[0];
  if (anchor === undefined) throw new RangeError(`no means test on file for ${receivedOn}`);
  const row = standards.find(region, residence, receivedOn);
  const multiplier = book.multipliers.find((m) => (row === undefined || m.basis === row.basis) && m.test(features));
  if (household === undefined || row === undefined || multiplier === undefined) {
    const missing: string[] = [];
    if (household === undefined) {
      missing.push(...askedInstead(hearing), '/household');
      reasons?.push(notTold(anchor));
    }
    if (row === undefined || multiplier === undefined) {
      missing.push(`/standards/${region}/${residence}`);
      reasons?.push(noStandard(anchor, facts));
    }
    return { decided: false, missing };
  }
  const counted = countedIncome(household, ask(hearing, open.ownIncomeOnly));
  if (reasons === undefined) {
    return { decided: true, withinStandard: isWithin(counted, row.perCapitaAnnual, multiplier.fraction) };
  }
  const told = testMeans(counted, row, multiplier, anchor);
  reasons.push(told.reason);
  return { decided: true, withinStandard: told.withinStandard, told };
}

/** Facts that were not told and that would settle the case without a means test for a person like this one. */
function askedInstead({ open, features, facts }: Hearing): string[] {
  return open.rules.verificationWaived
    .filter((rule) => rule.near?.(features))
    .flatMap((rule) => rule.rule.asks ?? [])
    .filter((pointer) => valueAt(facts, pointer) === undefined);
}

function valueAt(facts: Facts, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], facts);
}

function notTold(anchor: CompiledRule): Reason {
  return {
    rule: anchor.key,
    citation: anchor.met.citation,
    met: false,
    text: {
      zh: '需要审查经济困难状况，还没有说明共同生活的家庭成员人数和收入。',
      en: 'Means are tested, and the household and its income have not been told.',
    },
  };
}

function noStandard(anchor: CompiledRule, facts: Facts): Reason {
  const urban = facts.applicant.residence === 'urban';
  return {
    rule: anchor.key,
    citation: anchor.met.citation,
    met: false,
    text: {
      zh: `没有 ${facts.region} 在 ${facts.receivedOn} 适用于${urban ? '城镇' : '农村'}居民的经济困难标准，请先录入标准。`,
      en: `No hardship standard is on file for ${urban ? 'urban' : 'rural'} residents of ${facts.region} on ${facts.receivedOn}; enter it first.`,
    },
  };
}
