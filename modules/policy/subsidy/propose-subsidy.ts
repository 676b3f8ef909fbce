import type { LocalDate } from '../../../kernel/time/index.ts';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { daysOf } from '../law/check-packs.ts';
import { citationOf } from '../law/citation.ts';
import { adjustmentWords, bandWords } from '../law/figure-words.ts';
import type { Law } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import type { Pack } from '../law/pack-schema.ts';
import { appliesIn } from '../law/rule-book.ts';
import { inForce } from '../law/spans.ts';
import type { Adjustment, Band, SubsidyKind, SubsidyStage, TariffSection } from '../law/tariff-schema.ts';
import type { Bilingual, Checked, PolicyFault } from '../schema.ts';

/** What a subsidy (办案补贴) is asked for. The tariff itself says which of the two days it goes by. */
export interface SubsidyQuestion {
  readonly kind: SubsidyKind;
  readonly stage?: SubsidyStage | undefined;
  readonly designatedOn?: LocalDate | undefined;
  readonly closedOn?: LocalDate | undefined;
  /** GB/T 2260 code of the centre that pays. */
  readonly region: string;
  /** Staff paid by the treasury receive no labour fee, only their direct costs. */
  readonly handlerPaidByTreasury?: boolean | undefined;
}

/** What the tariff in force offers: a band for the base, and what may be added or taken off. Money in fen. */
export interface SubsidyProposal {
  readonly tariffKey: string;
  readonly citation: string;
  /** The day whose tariff applies. */
  readonly on: LocalDate;
  readonly verified: boolean;
  readonly taxFree: boolean;
  readonly treasuryPaid: boolean;
  /** For one unit (`per`); nothing for staff paid by the treasury. */
  readonly band: {
    readonly rule: string;
    readonly min: number;
    readonly max: number;
    readonly per: Band['per'];
    readonly text: Bilingual;
  };
  readonly additions: readonly AdjustmentOffer[];
  readonly deductions: readonly AdjustmentOffer[];
}

/** One thing that may be added or taken off. */
export interface AdjustmentOffer extends Omit<Adjustment, 'remark' | 'amendedBy' | 'effectiveFrom' | 'effectiveTo'> {
  readonly citation: string;
}

/** A tariff found, with what stands around it. */
interface TariffInForce {
  readonly pack: Pack;
  readonly tariff: TariffSection;
  readonly on: LocalDate;
}

/**
 * The tariff's offer for a piece of work. Faults: a day that is missing or does not exist, no tariff on file for the place and day, a kind of
 * work or a stage that the tariff does not pay for.
 */
export function proposeSubsidy(question: SubsidyQuestion, law: Law = lawOnFile()): Checked<SubsidyProposal> {
  const found = bandFor(question, law);
  if (!found.ok) return found;
  const { pack, tariff, on, band } = found.value;
  const treasuryPaid = question.handlerPaidByTreasury === true;
  const offers = (items: readonly Adjustment[] | undefined): readonly AdjustmentOffer[] =>
    (items ?? [])
      .filter((item) => holdsOn(item, pack, on))
      .map(({ remark, amendedBy, effectiveFrom: _from, effectiveTo: _to, ...item }) => ({
        ...item,
        text: adjustmentWords({ ...item, remark }),
        citation: citationOf(pack.cite, undefined, amendedBy).zh,
      }));
  const additions = offers(tariff.additions).filter(({ directCost }) => !treasuryPaid || directCost === true);
  return {
    ok: true,
    value: {
      tariffKey: pack.key,
      citation: citationOf(pack.cite, undefined, treasuryPaid ? undefined : band.amendedBy).zh,
      on,
      verified: band.verified ?? pack.verified,
      taxFree: taxFreedom(law, on) !== undefined,
      treasuryPaid,
      band: treasuryPaid
        ? { rule: tariff.treasuryPaid.key, min: 0, max: 0, per: band.per, text: tariff.treasuryPaid.text }
        : { rule: band.key, min: band.min, max: band.max, per: band.per, text: bandWords(band) },
      additions,
      deductions: treasuryPaid ? [] : offers(tariff.deductions),
    },
  };
}

/** The least and the most that the tariff pays for a piece of work, without the words around it; undefined where it pays nothing. */
export function bandOf(
  question: SubsidyQuestion,
  law: Law,
): { readonly min: number; readonly max: number; readonly verified: boolean } | undefined {
  const found = bandFor(question, law);
  if (!found.ok) return undefined;
  const { band, pack } = found.value;
  const verified = band.verified ?? pack.verified;
  return question.handlerPaidByTreasury === true
    ? { min: 0, max: 0, verified }
    : { min: band.min, max: band.max, verified };
}

function bandFor(question: SubsidyQuestion, law: Law): Checked<TariffInForce & { readonly band: Band }> {
  const found = tariffFor(question, law);
  if (!found.ok) return found;
  const { pack, tariff, on } = found.value;
  const band = tariff.bands.find(
    (one) =>
      one.kinds.includes(question.kind) &&
      (one.stages === undefined || (question.stage !== undefined && one.stages.includes(question.stage))) &&
      holdsOn(one, pack, on),
  );
  if (band === undefined) {
    return refused('/kind', 'kindNotPaid', '补贴标准没有规定这类工作', 'the tariff pays nothing for this kind of work');
  }
  return { ok: true, value: { ...found.value, band } };
}

function holdsOn(entry: Band | Adjustment, pack: Pack, on: LocalDate): boolean {
  const { from, to } = daysOf(entry, pack);
  return inForce({ from, to }, on);
}

/** The article that frees subsidies from tax on a day, with its words; undefined before there was one. */
export function taxFreedom(law: Law, on: LocalDate): { rule: string; citation: string; text: Bilingual } | undefined {
  for (const pack of law.packs) {
    if (pack.taxFreeSubsidy && inForce({ from: pack.effectiveFrom, to: pack.effectiveTo }, on)) {
      const { key, article, text } = pack.taxFreeSubsidy;
      return { rule: key, citation: citationOf(pack.cite, article).zh, text };
    }
  }
  return undefined;
}

/** The most local tariff in force on the day that it goes by itself. */
function tariffFor(question: SubsidyQuestion, law: Law): Checked<TariffInForce> {
  const here = law.packs
    .filter((pack) => pack.tariff !== undefined && appliesIn(pack, question.region))
    .sort((a, b) => b.jurisdiction.length - a.jurisdiction.length);
  for (const pack of here) {
    const { tariff } = pack;
    const on = tariff && question[tariff.datedBy];
    if (tariff === undefined || on === undefined) continue;
    if (!isLocalDate(on)) return refused(`/${tariff.datedBy}`, 'notADay', '不是真实存在的日期', 'not a real day');
    if (inForce({ from: pack.effectiveFrom, to: pack.effectiveTo }, on))
      return { ok: true, value: { pack, tariff, on } };
  }
  const dated = here[0]?.tariff?.datedBy;
  if (dated !== undefined && question[dated] === undefined) {
    return refused(`/${dated}`, 'missing', '缺少确定补贴标准的日期', 'the day that the tariff goes by is missing');
  }
  return refused(
    '/region',
    'noTariff',
    '这个地区在这一天没有录入补贴标准',
    'no tariff is on file for this place and day',
  );
}

function refused(pointer: string, code: string, zh: string, en: string): { ok: false; faults: PolicyFault[] } {
  return { ok: false, faults: [{ pointer, code, text: { zh, en } }] };
}
