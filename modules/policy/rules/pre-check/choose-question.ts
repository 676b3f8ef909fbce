import type { Outcome } from '../../schema.ts';
import { type Diagram, factsIn, narrowed } from './diagram.ts';
import { type Fact, type FactName, type FactValue, noCause } from './facts.ts';
import type { LawDiagram } from './law-diagram.ts';
import { type QuestionId, questionIds, questionTable } from './questions.ts';

/** A question worth asking: some answer to it can still change the outcome. */
export interface Question {
  readonly id: QuestionId;
  /** Of several facts told at once, those that still matter; of one fact, that one. */
  readonly facts: readonly FactName[];
  /** Of one fact: the answers that are still possible and differ from "none of these". */
  readonly values: readonly FactValue[];
}

/** Where the inquiry stands: what the outcome still turns on, given what each fact may still be. */
export interface Standing {
  readonly possible: readonly number[];
  readonly outcome: Diagram<Outcome>;
}

export function standingOf(outcome: Diagram<Outcome>, possible: readonly number[]): Standing {
  return { possible, outcome: narrowed(outcome, possible) };
}

/** Every question that the outcome turns on, those left unanswered apart. */
export function openQuestions(law: LawDiagram, standing: Standing, unsure: ReadonlySet<string>): readonly Question[] {
  const open = factsIn(standing.outcome);
  const absorbed = absorbedBy(law, standing, open);
  const criminal = isCriminal(law, standing.possible);
  const isOpen = (name: FactName): boolean => open.has(law.facts.indexOf(name)) && !absorbed.has(name);
  return questionIds.flatMap((id): Question[] => {
    const askable = !unsure.has(id) && (questionTable[id].criminal !== true || criminal);
    const facts = askable ? questionTable[id].facts.filter(isOpen) : [];
    const [only] = facts;
    if (only === undefined) return [];
    return [{ id, facts, values: questionTable[id].facts.length === 1 ? telling(law, standing, only) : [] }];
  });
}

/**
 * The next question: of those that ask least of the person, the one after which fewest are left to ask, taken over its answers.
 * Undefined when the outcome stands, or turns only on what nobody could tell.
 */
export function chooseQuestion(law: LawDiagram, standing: Standing, unsure: ReadonlySet<string>): Question | undefined {
  const open = openQuestions(law, standing, unsure);
  const least = Math.min(...open.map(({ id }) => questionTable[id].burden));
  const easiest = open.filter(({ id }) => questionTable[id].burden === least);
  if (easiest.length < 2) return easiest[0];
  const left = easiest.map((question) => {
    const after = answersTo(law, standing, question).map(
      (possible) => openQuestions(law, standingOf(standing.outcome, possible), unsure).length,
    );
    return after.reduce((sum, count) => sum + count, 0) / after.length;
  });
  return easiest[left.indexOf(Math.min(...left))];
}

/** Answers to a question as what they leave possible: each value of one fact; of several, none of them and each alone. */
function answersTo(law: LawDiagram, { possible }: Standing, { facts, values }: Question): readonly number[][] {
  const [only] = facts;
  const change = (changes: readonly (readonly [FactName, FactValue])[]): number[] => {
    const changed = [...possible];
    for (const [name, value] of changes) changed[law.facts.indexOf(name)] = law.facts.bitOf(name, value);
    return changed;
  };
  if (values.length > 0 && only !== undefined) return values.map((value) => change([[only, value]]));
  const none = facts.map((name) => [name, false] as const);
  return [change(none), ...facts.map((name) => change([...none, [name, true]]))];
}

/**
 * The values of a fact that a person must be able to choose. Where "none of these" is possible, those that come to the same as it are left
 * out: nobody needs to tell them apart.
 */
function telling(law: LawDiagram, { possible, outcome }: Standing, name: FactName): readonly FactValue[] {
  const fact: Fact = law.facts.at(name);
  const place = law.facts.indexOf(name);
  const open = fact.values.filter((value) => ((possible[place] ?? -1) & law.facts.bitOf(name, value)) !== 0);
  const none = open.find((value) => value === noCause);
  if (none === undefined || name !== 'cause' || !isCriminal(law, possible)) return open;
  const same = (value: FactValue): boolean => {
    const both = [...possible];
    both[place] = law.facts.bitOf(name, value) | law.facts.bitOf(name, none);
    return !factsIn(narrowed(outcome, both)).has(place);
  };
  return open.filter((value) => value === none || !same(value));
}

function isCriminal({ facts }: LawDiagram, possible: readonly number[]): boolean {
  return possible[facts.indexOf('class')] === facts.bitOf('class', 'criminal');
}

/** Facts that matter only because a group follows from them: the group is asked for instead. */
function absorbedBy(law: LawDiagram, standing: Standing, open: ReadonlySet<number>): ReadonlySet<FactName> {
  const absorbed = new Set<FactName>();
  for (const [group, facts] of law.following) {
    const place = law.facts.indexOf(`group.${group}`);
    if (!open.has(place)) continue;
    const inGroup = [...standing.possible];
    inGroup[place] = law.facts.bitOf(`group.${group}`, true);
    const left = factsIn(narrowed(standing.outcome, inGroup));
    if (!facts.some((fact) => left.has(law.facts.indexOf(fact)))) for (const fact of facts) absorbed.add(fact);
  }
  return absorbed;
}
