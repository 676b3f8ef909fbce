import { type Calendar, epochDayOf, localDateOfEpochDay, seedCalendar } from '../../../kernel/calendar/index.ts';
import { countLimit } from '../clocks/count-limit.ts';
import type { Law } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import type { ClockMatter, Effect } from '../law/pack-schema.ts';
import type { CompiledRule, RuleBook } from '../law/rule-book.ts';
import type { StandardTable } from '../law/standards.ts';
import type { AppliedStandard, Assessment, Facts, Outcome, Reason, Route, RunningDeadline, Step } from '../schema.ts';
import { codeBits, type Features, featuresOf } from './features.ts';
import { countedIncome, testMeans } from './means.ts';

export interface AssessOptions {
  /** Replaces the standards on file. */
  readonly standards?: StandardTable | undefined;
  /** Another body of law than the one on file: what-if, drafts, tests. */
  readonly law?: Law | undefined;
  /** For the deadlines in the answer; the seed calendar when absent. */
  readonly calendar?: Calendar | undefined;
}

interface Verdict {
  readonly outcome: Outcome;
  readonly route: Route | null;
  readonly missing?: readonly string[];
  readonly standard?: AppliedStandard;
  readonly assessedPerCapitaIncome?: number;
}

/**
 * Decide one application under the law of the day it was received (审查). Pure: the same facts, law, standards and calendar give the same
 * answer, whatever the order of fields or groups. Facts must have passed {@link parseFacts}.
 * @throws RangeError for a day before the first law on file
 */
export function assess(facts: Facts, options: AssessOptions = {}): Assessment {
  const law = options.law ?? lawOnFile();
  const book = law.bookFor(facts.receivedOn, facts.region);
  if (book === undefined) throw new RangeError(`no law on file for ${facts.receivedOn}`);

  const features = featuresOf(facts);
  const reasons: Reason[] = [];
  deriveGroups(book, features, reasons);
  const verdict = judge(book, features, facts, options.standards ?? law.standards, reasons);
  const provisionalAid = judgeProvisionalAid(book, features, verdict.outcome, reasons);
  for (const note of book.rules.note) {
    if ((note.rule.outcomes === undefined || note.rule.outcomes.includes(verdict.outcome)) && note.test(features)) {
      reasons.push(note.met);
    }
  }
  return {
    outcome: verdict.outcome,
    route: verdict.route,
    ruleSet: book.ruleSet,
    layers: book.layers,
    ...(verdict.standard === undefined
      ? undefined
      : { standard: verdict.standard, assessedPerCapitaIncome: verdict.assessedPerCapitaIncome ?? 0 }),
    provisionalAid,
    reasons,
    ...(verdict.missing === undefined ? undefined : { missing: verdict.missing }),
    deadlines: runningDeadlines(book, features, facts, verdict.outcome, options.calendar ?? seedCalendar()),
  };
}

/** Groups that follow from the facts: age decides over what was declared; an impairment adds to it. */
function deriveGroups(book: RuleBook, features: Features, reasons: Reason[]): void {
  for (const rule of book.rules.derivesGroup) {
    const bit = rule.rule.group === undefined ? 0 : codeBits.groups[rule.rule.group];
    const declared = (features.groups & bit) !== 0;
    if (rule.test(features)) {
      features.groups |= bit;
      if (!declared) reasons.push(rule.met);
    } else if (rule.rule.decides && declared) {
      features.groups &= ~bit;
      if (rule.notMet !== undefined) reasons.push(rule.notMet);
    }
  }
}

/** The order in which the law asks: aid by notice, then scope, then what bars, then means, unless they are not asked for. */
function judge(book: RuleBook, f: Features, facts: Facts, standards: StandardTable, reasons: Reason[]): Verdict {
  if (collect(book, 'notifiedRepresentation', f, reasons))
    return { outcome: 'mustDesignate', route: 'notifiedRepresentation' };
  if (collect(book, 'mandatoryDefence', f, reasons)) return { outcome: 'mustDesignate', route: 'mandatoryDefence' };
  if (collect(book, 'discretionaryDefence', f, reasons))
    return { outcome: 'mayDesignate', route: 'discretionaryDefence' };
  if (!collect(book, 'scope', f, reasons)) return { outcome: 'outOfScope', route: null };
  if (collect(book, 'bar', f, reasons)) return { outcome: 'ineligible', route: null };
  if (collect(book, 'meansExempt', f, reasons)) return { outcome: 'eligible', route: 'meansExempt' };
  if (collect(book, 'verificationWaived', f, reasons)) return { outcome: 'eligible', route: 'verificationWaived' };
  return judgeMeans(book, f, facts, standards, reasons);
}

/** Add the reasons of one kind of rule: those met, or else why none was. True when one is met. */
function collect(book: RuleBook, effect: Effect, f: Features, reasons: Reason[]): boolean {
  let met = false;
  const rules = book.rules[effect];
  for (const rule of rules) {
    if (rule.test(f)) {
      met = true;
      // A bar that holds is a condition that the applicant does not meet.
      reasons.push(effect === 'bar' ? barred(rule) : rule.met);
    }
  }
  if (met) return true;
  for (const rule of rules) if (rule.notMet !== undefined && rule.near?.(f)) reasons.push(rule.notMet);
  for (const summary of book.summaries[effect]) if (summary.test(f)) reasons.push(summary.reason);
  return false;
}

const barredReasons = new WeakMap<CompiledRule, Reason>();

function barred(rule: CompiledRule): Reason {
  let reason = barredReasons.get(rule);
  if (reason === undefined) {
    reason = Object.freeze({ ...rule.met, met: false });
    barredReasons.set(rule, reason);
  }
  return reason;
}

function judgeMeans(book: RuleBook, f: Features, facts: Facts, standards: StandardTable, reasons: Reason[]): Verdict {
  const { household, region, receivedOn } = facts;
  const { residence } = facts.applicant;
  const anchor = book.rules.meansTest.find((rule) => rule.test(f));
  if (anchor === undefined) throw new RangeError(`no means test on file for ${receivedOn}`);
  const row = standards.find(region, residence, receivedOn);
  const multiplier = book.multipliers.find((m) => m.test(f) && (row === undefined || m.basis === row.basis));
  if (household === undefined || row === undefined || multiplier === undefined) {
    const missing = household === undefined ? [...askedInstead(book, f, facts), '/household'] : [];
    if (household === undefined) reasons.push(notTold(anchor));
    if (row === undefined || multiplier === undefined) {
      missing.push(`/standards/${region}/${residence}`);
      reasons.push(noStandard(anchor, facts));
    }
    return { outcome: 'needsInformation', route: null, missing };
  }
  const ownIncomeOnly = collect(book, 'ownIncomeOnly', f, reasons);
  const means = testMeans(countedIncome(household, ownIncomeOnly), row, multiplier, anchor);
  reasons.push(means.reason);
  return {
    outcome: means.withinStandard ? 'eligible' : 'ineligible',
    route: 'meansTested',
    standard: means.standard,
    assessedPerCapitaIncome: means.assessedPerCapitaIncome,
  };
}

/** Facts that were not told and would settle the case without a means test for a person like this one. */
function askedInstead(book: RuleBook, f: Features, facts: Facts): string[] {
  return book.rules.verificationWaived
    .filter((rule) => rule.near?.(f))
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

/** Aid before the papers are complete (先行提供): never where the answer is already no. */
function judgeProvisionalAid(
  book: RuleBook,
  f: Features,
  outcome: Outcome,
  reasons: Reason[],
): Assessment['provisionalAid'] {
  if (outcome === 'outOfScope' || outcome === 'ineligible') return { available: false };
  const rule = book.rules.provisionalAid.find((candidate) => candidate.test(f));
  if (rule?.rule.ground === undefined) return { available: false };
  reasons.push(rule.met);
  return { available: true, ground: rule.rule.ground };
}

const noticeSteps: readonly Step[] = ['designate', 'replyOrgan'];
const applicationSteps: readonly Step[] = ['decide'];

/** The limits that run from receipt: for a notice, to designate and to reply; for an application, to decide. */
function runningDeadlines(
  book: RuleBook,
  f: Features,
  facts: Facts,
  outcome: Outcome,
  calendar: Calendar,
): RunningDeadline[] {
  const byNotice =
    f.notifiedBy !== codeBits.notifiedBy.none && (outcome === 'mustDesignate' || outcome === 'mayDesignate');
  const matter: ClockMatter = byNotice ? 'notified' : f.class === codeBits.class.criminal ? 'criminal' : 'civil';
  const running: RunningDeadline[] = [];
  for (const step of byNotice ? noticeSteps : applicationSteps) {
    const compiled = book.clocks[step]?.[matter];
    if (compiled === undefined || compiled.clock.unit === 'hour') continue;
    const { amount, unit, counted } = compiled.clock;
    if (counted === 'before') {
      const hearing = facts.matter.criminal?.hearingOn;
      if (hearing !== undefined) {
        running.push({ step, due: localDateOfEpochDay(epochDayOf(hearing) - amount), citation: compiled.citation });
      }
      continue;
    }
    const { due } = countLimit(epochDayOf(facts.receivedOn), amount, unit, calendar);
    running.push({ step, due: localDateOfEpochDay(due), citation: compiled.citation });
  }
  return running;
}
