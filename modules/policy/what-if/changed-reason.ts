import { yuan } from '../rules/yuan.ts';
import type { AppliedStandard, Assessment, Bilingual, Reason } from '../schema.ts';

/** Why the answer becomes another: the rule, its source, and a sentence without anybody's income. */
export interface ChangedReason {
  readonly rule: string;
  readonly citation: string;
  readonly met: boolean;
  readonly text: Bilingual;
}

type Answered = Pick<Assessment, 'reasons' | 'standard' | 'outcome'>;

/**
 * The reason that makes the difference: the first one that the new answer gives and the old did not, on the side that the answer fell to.
 * The means test's own sentence tells the household's income; a list may not, so here the line is told instead.
 * @param anchor the rule of the means test
 */
export function changedReason(stands: Answered, becomes: Answered, anchor: string | undefined): ChangedReason {
  const fresh = becomes.reasons.filter((reason) => !stands.reasons.some((other) => isSame(reason, other)));
  const aided = becomes.outcome !== 'ineligible' && becomes.outcome !== 'outOfScope';
  const reason = fresh.find(({ met }) => met === aided) ?? fresh[0] ?? becomes.reasons.at(-1);
  if (reason === undefined) return { rule: '', citation: '', met: aided, text: { zh: '', en: '' } };
  const text =
    reason.rule === anchor && becomes.standard !== undefined
      ? lineText(stands.standard, becomes.standard, reason.met)
      : reason.text;
  return { rule: reason.rule, citation: reason.citation, met: reason.met, text };
}

function isSame(a: Reason, b: Reason): boolean {
  return a === b || (a.rule === b.rule && a.met === b.met && a.text.zh === b.text.zh);
}

const basisWords = {
  subsistenceAllowance: { zh: '最低生活保障标准', en: 'the subsistence allowance' },
  ruralIncome: { zh: '上年度农村居民人均收入', en: "last year's rural income per head" },
} as const;

function lineText(before: AppliedStandard | undefined, after: AppliedStandard, met: boolean): Bilingual {
  const basis = basisWords[after.basis];
  const [was, becomes, base] = [before?.threshold ?? after.threshold, after.threshold, after.perCapitaAnnual].map(yuan);
  const unverified = after.verified ? { zh: '', en: '' } : { zh: '，标准待核实', en: ', standard unverified' };
  const zh = before === undefined ? `人均线为 ${becomes} 元` : `人均线由 ${was} 元变为 ${becomes} 元`;
  const en = before === undefined ? `The line a head is ${becomes}` : `The line a head goes from ${was} to ${becomes}`;
  return {
    zh: `${zh}（${basis.zh} ${base} 元的 ${after.multiplier} 倍${unverified.zh}），人均年收入${met ? '未超过' : '超过'}新的标准。`,
    en: `${en} yuan (${after.multiplier} times ${basis.en} of ${base}${unverified.en}); income a head is ${met ? 'within' : 'above'} the new line.`,
  };
}
