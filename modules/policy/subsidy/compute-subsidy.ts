import type { Law } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import { yuan } from '../rules/yuan.ts';
import type { Bilingual, Checked, PolicyFault } from '../schema.ts';
import {
  type AdjustmentOffer,
  proposeSubsidy,
  type SubsidyProposal,
  type SubsidyQuestion,
  taxFreedom,
} from './propose-subsidy.ts';

/** One addition or deduction asked for. `units` where the tariff pays by the unit, `amount` (fen) where it pays actual cost or a share. */
export interface AdjustmentInput {
  readonly key: string;
  readonly units?: number | undefined;
  readonly amount?: number | undefined;
  readonly reason: string;
}

export interface SubsidyInput extends SubsidyQuestion {
  /** Working days or documents, where the tariff pays by these; 1 when absent. */
  readonly units?: number | undefined;
  /** The base proposed, in fen, for all units; may be left out where the tariff leaves no choice. */
  readonly amount?: number | undefined;
  /** Why this amount within the band. */
  readonly reason?: string | undefined;
  readonly additions?: readonly AdjustmentInput[] | undefined;
  readonly deductions?: readonly AdjustmentInput[] | undefined;
}

/** One line of the trace: the rule, its source, what it says, and what it comes to (a deduction is negative). */
export interface SubsidyLine {
  readonly rule: string;
  readonly citation: string;
  readonly text: Bilingual;
  readonly amountFen: number;
}

/** A subsidy, line by line. The lines add up to the amount. */
export interface Subsidy {
  readonly tariffKey: string;
  readonly band: { readonly min: number; readonly max: number };
  readonly amount: number;
  readonly lines: readonly SubsidyLine[];
  readonly taxFree: boolean;
  readonly verified: boolean;
}

/** The subsidy for a piece of work by the tariff of its day, or everything that is wrong with what was proposed. Integer fen throughout. */
export function computeSubsidy(input: SubsidyInput, law: Law = lawOnFile()): Checked<Subsidy> {
  const proposed = proposeSubsidy(input, law);
  if (!proposed.ok) return proposed;
  const proposal = proposed.value;
  const faults: PolicyFault[] = [];
  const base = baseLine(input, proposal, faults);
  const lines: SubsidyLine[] = [base];
  for (const sort of ['additions', 'deductions'] as const) {
    const taken = new Set<string>();
    (input[sort] ?? []).forEach((asked, index) => {
      const pointer = `/${sort}/${index}`;
      if (taken.has(asked.key))
        say(faults, `${pointer}/key`, 'twice', '同一项目只能列一次', 'the same item may be listed once');
      taken.add(asked.key);
      const offer = proposal[sort].find(({ key }) => key === asked.key);
      if (offer === undefined) {
        say(
          faults,
          `${pointer}/key`,
          'notOffered',
          '补贴标准没有这个项目，或者不适用于该承办人员',
          'the tariff has no such item for this handler',
        );
        return;
      }
      const amount = adjustment(offer, asked, base.amountFen, pointer, faults);
      lines.push({
        rule: `${proposal.tariffKey}.${offer.key}`,
        citation: offer.citation,
        text: withReason(offer.text, asked.reason),
        amountFen: sort === 'additions' ? amount : -amount,
      });
    });
  }
  const deducted = lines.reduce((sum, { amountFen }) => sum + Math.min(0, amountFen), 0);
  if (-deducted > base.amountFen) {
    say(faults, '/deductions', 'tooMuch', '扣减合计超过补贴', 'the deductions together exceed the subsidy');
  }
  if (faults.length > 0) return { ok: false, faults };
  const untaxed = taxFreedom(law, proposal.on);
  if (untaxed !== undefined) lines.push({ ...untaxed, amountFen: 0 });
  return {
    ok: true,
    value: {
      tariffKey: proposal.tariffKey,
      band: { min: proposal.band.min, max: proposal.band.max },
      amount: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
      lines,
      taxFree: untaxed !== undefined,
      verified: proposal.verified,
    },
  };
}

function baseLine(input: SubsidyInput, { band, citation }: SubsidyProposal, faults: PolicyFault[]): SubsidyLine {
  const units = input.units ?? 1;
  if (!Number.isInteger(units) || units < 1 || units > 366) {
    say(faults, '/units', 'notACount', '数量应当是 1 至 366 的整数', 'must be a whole number from 1 to 366');
    return { rule: band.rule, citation, text: band.text, amountFen: 0 };
  }
  if (units > 1 && band.per === 'case') {
    say(faults, '/units', 'paidByCase', '按件计发，数量只能是 1', 'paid by the case: one unit only');
  }
  const min = band.min * units;
  const max = band.max * units;
  const amount = input.amount ?? (min === max ? min : undefined);
  if (amount === undefined) {
    say(
      faults,
      '/amount',
      'missing',
      `请在 ${yuan(min)} 至 ${yuan(max)} 元之间确定数额`,
      `settle an amount from ${yuan(min)} to ${yuan(max)} yuan`,
    );
  } else if (!Number.isInteger(amount) || amount < min || amount > max) {
    say(
      faults,
      '/amount',
      'outsideBand',
      `应当在 ${yuan(min)} 至 ${yuan(max)} 元之间`,
      `must be from ${yuan(min)} to ${yuan(max)} yuan`,
    );
  }
  if (min < max && isBlank(input.reason)) {
    say(faults, '/reason', 'reasonMissing', '请写明在幅度内确定这个数额的理由', 'say why this amount within the band');
  }
  return { rule: band.rule, citation, text: withReason(band.text, input.reason), amountFen: amount ?? 0 };
}

/** What one addition or deduction comes to; faults are noted and count as nothing. */
function adjustment(
  offer: AdjustmentOffer,
  asked: AdjustmentInput,
  base: number,
  pointer: string,
  faults: PolicyFault[],
): number {
  if (isBlank(asked.reason)) say(faults, `${pointer}/reason`, 'reasonMissing', '请写明理由', 'a reason is required');
  const { amount } = asked;
  if (amount !== undefined && (!Number.isInteger(amount) || amount < 0)) {
    say(faults, `${pointer}/amount`, 'notMoney', '数额应当是不小于零的整数（分）', 'must be whole fen, not below zero');
    return 0;
  }
  if (offer.each !== undefined) {
    const units = asked.units ?? 0;
    const most = offer.unitsUpTo ?? 1;
    if (!Number.isInteger(units) || units < 1 || units > most) {
      say(
        faults,
        `${pointer}/units`,
        'notACount',
        `数量应当是 1 至 ${most} 的整数`,
        `must be a whole number from 1 to ${most}`,
      );
      return 0;
    }
    return within(amount ?? offer.each * units, offer.each * units, pointer, faults);
  }
  if (amount === undefined) {
    say(faults, `${pointer}/amount`, 'missing', '缺少数额', 'an amount is required');
    return 0;
  }
  if (offer.actualUpTo !== undefined) return within(amount, offer.actualUpTo, pointer, faults);
  // amount ÷ base ≤ share ÷ 1000, multiplied out so that nothing is rounded
  const share = offer.shareUpTo ?? 0;
  if (amount * 1000 > base * share) {
    const most = Math.floor((base * share) / 1000);
    say(faults, `${pointer}/amount`, 'tooMuch', `不能超过 ${yuan(most)} 元`, `at most ${yuan(most)} yuan`);
    return 0;
  }
  return amount;
}

function within(amount: number, most: number, pointer: string, faults: PolicyFault[]): number {
  if (amount <= most) return amount;
  say(faults, `${pointer}/amount`, 'tooMuch', `不能超过 ${yuan(most)} 元`, `at most ${yuan(most)} yuan`);
  return 0;
}

function withReason(text: Bilingual, reason: string | undefined): Bilingual {
  return isBlank(reason) ? text : { zh: `${text.zh}；${reason}`, en: `${text.en}; ${reason}` };
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function say(faults: PolicyFault[], pointer: string, code: string, zh: string, en: string): void {
  faults.push({ pointer, code, text: { zh, en } });
}
