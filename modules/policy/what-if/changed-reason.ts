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
  const line = ({ threshold, perCapitaAnnual, multiplier, basis }: AppliedStandard): Bilingual => ({
    zh: `${yuan(threshold)} 元（${basisWords[basis].zh} ${yuan(perCapitaAnnual)} 元的 ${multiplier} 倍）`,
    en: `${yuan(threshold)} yuan (${multiplier} times ${basisWords[basis].en} of ${yuan(perCapitaAnnual)})`,
  });
  const becomes = line(after);
  const was = before === undefined ? undefined : line(before);
  const verdict = met
    ? { zh: '人均年收入未超过新的标准。', en: 'Income a head is within the new line.' }
    : { zh: '人均年收入超过新的标准。', en: 'Income a head is above the new line.' };
  if (was === undefined) {
    return { zh: `人均线为 ${becomes.zh}。${verdict.zh}`, en: `The line a head is ${becomes.en}. ${verdict.en}` };
  }
  return {
    zh: `人均线由 ${was.zh}变为 ${becomes.zh}。${verdict.zh}`,
    en: `The line a head goes from ${was.en} to ${becomes.en}. ${verdict.en}`,
  };
}
