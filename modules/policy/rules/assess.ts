import { type Calendar, seedCalendar } from '../../../kernel/calendar/index.ts';
import type { Law } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import type { StandardTable } from '../law/standards.ts';
import type { AppliedStandard, Assessment, Facts, Outcome, Reason, Route } from '../schema.ts';
import { codeBits, featuresOf } from './features.ts';
import { ask, type Hearing } from './hearing.ts';
import { judgeMeans } from './judge-means.ts';
import { runningDeadlines } from './running-deadlines.ts';

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
 * answer, whatever the order of fields or groups. Facts must have passed `parseFacts`.
 * @throws RangeError for a day before the first law on file
 */
export function assess(facts: Facts, options: AssessOptions = {}): Assessment {
  const law = options.law ?? lawOnFile();
  const reasons: Reason[] = [];
  const hearing = openHearing(facts, law, reasons);
  const verdict = judge(hearing, options.standards ?? law.standards);
  const provisionalAid = judgeProvisionalAid(hearing, verdict.outcome, reasons);
  addNotes(hearing, verdict.outcome, reasons);

  const deadlines = runningDeadlines(hearing, verdict.outcome, options.calendar ?? seedCalendar());
  const { outcome, route, missing, standard, assessedPerCapitaIncome } = verdict;
  const { ruleSet, layers } = hearing.book;
  // Absent fields are left out rather than undefined; spelt out, because what-if runs this some hundred thousand times a second.
  if (standard !== undefined && assessedPerCapitaIncome !== undefined) {
    return { outcome, route, ruleSet, layers, standard, assessedPerCapitaIncome, provisionalAid, reasons, deadlines };
  }
  if (missing !== undefined) return { outcome, route, ruleSet, layers, provisionalAid, reasons, missing, deadlines };
  return { outcome, route, ruleSet, layers, provisionalAid, reasons, deadlines };
}

/**
 * What {@link assess} would decide and by which way, without its reasons and time limits: for looking through very many.
 * @throws RangeError for a day before the first law on file
 */
export function outcomeOf(facts: Facts, options: AssessOptions = {}): Pick<Assessment, 'outcome' | 'route'> {
  const law = options.law ?? lawOnFile();
  return judge(openHearing(facts, law, undefined), options.standards ?? law.standards);
}

function openHearing(facts: Facts, law: Law, reasons: Reason[] | undefined): Hearing {
  const book = law.bookFor(facts.receivedOn, facts.region);
  if (book === undefined) throw new RangeError(`no law on file for ${facts.receivedOn}`);
  const features = featuresOf(facts);
  const hearing: Hearing = { book, open: book.openFor(features), facts, features, reasons };
  deriveGroups(hearing);
  return hearing;
}

/** Groups that follow from the facts: age decides over what was declared; an impairment adds to it. */
function deriveGroups({ open, features, reasons }: Hearing): void {
  for (const { rule, test, met, notMet } of open.rules.derivesGroup) {
    const bit = rule.group === undefined ? 0 : codeBits.groups[rule.group];
    const declared = (features.groups & bit) !== 0;
    if (test(features)) {
      features.groups |= bit;
      if (!declared) reasons?.push(met);
    } else if (rule.decides && declared) {
      features.groups &= ~bit;
      if (notMet !== undefined) reasons?.push(notMet);
    }
  }
}

function judge(hearing: Hearing, standards: StandardTable): Verdict {
  for (const asked of hearing.open.turns) if (ask(hearing, asked) === asked.turn.met) return asked.turn.verdict;

  const verdict = judgeMeans(hearing, standards);
  if (!verdict.decided) return { outcome: 'needsInformation', route: null, missing: verdict.missing };
  const outcome = verdict.withinStandard ? 'eligible' : 'ineligible';
  if (verdict.told === undefined) return { outcome, route: 'meansTested' };
  const { standard, assessedPerCapitaIncome } = verdict.told;
  return { outcome, route: 'meansTested', standard, assessedPerCapitaIncome };
}

/** Aid before the papers are complete (先行提供): never where the answer is already no. */
function judgeProvisionalAid(
  { open, features }: Hearing,
  outcome: Outcome,
  reasons: Reason[],
): Assessment['provisionalAid'] {
  if (outcome === 'outOfScope' || outcome === 'ineligible') return { available: false };
  const provisional = open.rules.provisionalAid.find(({ test }) => test(features));
  if (provisional?.rule.ground === undefined) return { available: false };
  reasons.push(provisional.met);
  return { available: true, ground: provisional.rule.ground };
}

/** What is worth telling beside the outcome: the duty lawyer, a hearing too near. */
function addNotes({ open, features }: Hearing, outcome: Outcome, reasons: Reason[]): void {
  for (const { rule, test, met } of open.rules.note) {
    if ((rule.outcomes === undefined || rule.outcomes.includes(outcome)) && test(features)) reasons.push(met);
  }
}
