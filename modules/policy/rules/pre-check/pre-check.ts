import type { LocalDate } from '../../../../kernel/time/index.ts';
import type { Law } from '../../law/law.ts';
import { lawOnFile } from '../../law/on-file.ts';
import type { RuleBook } from '../../law/rule-book.ts';
import type { StandardTable } from '../../law/standards.ts';
import type { Cause, Outcome, Reason, Route } from '../../schema.ts';
import { type PreCheckAnswers, possibleAfter } from './answers.ts';
import { chooseQuestion, openQuestions, type Question, type Standing, standingOf } from './choose-question.ts';
import { narrowed, resultsIn } from './diagram.ts';
import { drawLaw, favourable, type LawDiagram, type Way } from './law-diagram.ts';
import type { QuestionId } from './questions.ts';
import { certainReasons, partsOf, truthOf } from './reasons.ts';
import { meansTold, type ToldMeans } from './told-means.ts';
import { type Change, causesInScope, changesThatHelp } from './what-would-help.ts';

/** Where and when somebody asks. */
export interface PreCheckContext {
  readonly on: LocalDate;
  /** Codes of the places whose centre may be the one that decides: the counties of the city. At most thirty. */
  readonly regions: readonly string[];
  readonly law?: Law | undefined;
  /** Replaces the standards on file. */
  readonly standards?: StandardTable | undefined;
}

/** How it looks, said carefully: only the centre decides (法律援助法 art. 43). */
export type Leaning = 'likely' | 'unlikely' | 'ask';

export interface PreCheckEnd {
  readonly ended: true;
  readonly leaning: Leaning;
  /** Every outcome that is still possible; one, unless a question was left unanswered. */
  readonly outcomes: readonly Outcome[];
  /** The route, where it is the only one left. */
  readonly route: Route | null;
  readonly ruleSet: string;
  readonly reasons: readonly Reason[];
  /** Unanswered questions that the outcome turns on. */
  readonly turnsOn: readonly QuestionId[];
  /** Present where means are tested, or would be. */
  readonly means?: ToldMeans;
  /** Answers that would open the door if they were otherwise. */
  readonly wouldHelp: readonly Change[];
  /** Where no cause within scope was named: those that are. */
  readonly causesInScope?: readonly Cause[];
  /** False where aid before the papers (art. 44) is out of the question. */
  readonly provisionalAidPossible: boolean;
}

export type PreCheck = { readonly ended: false; readonly question: Question } | PreCheckEnd;

/**
 * The anonymous pre-check (我能不能申请): from what was told, the next question that can still change the outcome, or how it looks. Pure; the
 * same law as `assess`, which gives the same outcome whatever the facts that were not asked for.
 * @throws RangeError for a day before the first law on file
 */
export function preCheck(answers: PreCheckAnswers, context: PreCheckContext): PreCheck {
  const law = lawDiagram(context);
  const possible = possibleAfter(answers, law);
  const standing = standingOf(law.outcome, possible);
  const question = law.choose(standing, new Set(answers.unsure ?? []));
  return question === undefined ? endOf(law, standing, answers, context) : { ended: false, question };
}

/** All questions that are open after these answers, in no order: whichever is asked first, the end is the same. */
export function preCheckQuestions(answers: PreCheckAnswers, context: PreCheckContext): readonly Question[] {
  const law = lawDiagram(context);
  return openQuestions(law, standingOf(law.outcome, possibleAfter(answers, law)), new Set(answers.unsure ?? []));
}

function endOf(
  law: LawDiagram,
  standing: Standing,
  answers: PreCheckAnswers,
  { on, regions, law: body = lawOnFile() }: PreCheckContext,
): PreCheckEnd {
  const { possible } = standing;
  const ways: ReadonlySet<Way> = resultsIn(narrowed(law.way, possible));
  const outcomes = [...resultsIn(standing.outcome)];
  const routes = new Set([...ways].map((way) => partsOf(way).route));
  const means = [...ways].some((way) => partsOf(way).route === 'meansTested' || way === 'needsInformation/')
    ? meansTold(law, possible, answers)
    : undefined;
  const leaning = leaningOf(outcomes, means, answers.cause);
  const reasons = certainReasons(law, possible, ways);
  const outOfScope = outcomes.includes('outOfScope');
  return {
    ended: true,
    leaning,
    outcomes,
    route: routes.size === 1 ? ([...routes][0] ?? null) : null,
    ruleSet: body.bookFor(on, regions[0] ?? '')?.ruleSet ?? '',
    reasons: means?.reason === undefined || outcomes.length > 1 ? reasons : [...reasons, means.reason],
    turnsOn: openQuestions(law, standing, new Set()).map(({ id }) => id),
    ...(means === undefined ? {} : { means }),
    wouldHelp: leaning === 'likely' ? [] : changesThatHelp(law, standing),
    ...(outOfScope ? { causesInScope: causesInScope(law, possible) } : {}),
    provisionalAidPossible:
      truthOf(law.provisional, possible) !== false &&
      outcomes.some((o) => favourable.has(o) || o === 'needsInformation'),
  };
}

/** Favourable or not, unless it hangs on something: an open question, an income near the line, a cause that somebody should look at. */
function leaningOf(
  outcomes: readonly Outcome[],
  means: ToldMeans | undefined,
  cause: PreCheckAnswers['cause'],
): Leaning {
  if (outcomes.every((outcome) => favourable.has(outcome))) return means?.near === true ? 'ask' : 'likely';
  if (outcomes.some((outcome) => favourable.has(outcome) || outcome === 'needsInformation')) return 'ask';
  if (outcomes.includes('outOfScope') && (cause === 'other' || cause === undefined)) return 'ask';
  return means?.near === true ? 'ask' : 'unlikely';
}

interface Drawn extends LawDiagram {
  /** `chooseQuestion`, each standing thought through once. */
  choose(standing: Standing, unsure: ReadonlySet<string>): Question | undefined;
}

const drawn = new WeakMap<Law, { readonly key: string; readonly standards: StandardTable; readonly diagram: Drawn }>();

/** Standings kept in mind; there are far fewer than this, for incomes are told apart by the lines they lie above alone. */
const mostStandings = 5000;

/** The law of a day, drawn once: every citizen of that day asks the same one. */
function lawDiagram({ on, regions, law = lawOnFile(), standards = law.standards }: PreCheckContext): Drawn {
  const key = [on, ...regions].join();
  const kept = drawn.get(law);
  if (kept?.key === key && kept.standards === standards) return kept.diagram;
  const books = new Map<string, RuleBook>();
  for (const region of regions) {
    const book = law.bookFor(on, region);
    if (book === undefined) throw new RangeError(`no law on file for ${on}`);
    books.set(region, book);
  }
  const chosen = new Map<string, Question | undefined>();
  const plain = drawLaw(books, standards, on);
  const diagram: Drawn = {
    ...plain,
    choose(standing, unsure) {
      const place = `${standing.possible}/${[...unsure].sort()}`;
      if (chosen.has(place)) return chosen.get(place);
      if (chosen.size >= mostStandings) chosen.clear();
      const question = chooseQuestion(plain, standing, unsure);
      chosen.set(place, question);
      return question;
    },
  };
  drawn.set(law, { key, standards, diagram });
  return diagram;
}
