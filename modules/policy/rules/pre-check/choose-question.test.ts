import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lawOnFile } from '../../law/on-file.ts';
import type { RuleBook } from '../../law/rule-book.ts';
import type { Facts } from '../../schema.ts';
import { household, someFacts } from '../../testing/some-facts.ts';
import { assess } from '../assess.ts';
import { type PreCheckAnswers, possibleAfter } from './answers.ts';
import { chooseQuestion, standingOf } from './choose-question.ts';
import { drawLaw } from './law-diagram.ts';
import { questionTable } from './questions.ts';
import { answered } from './testing/person.ts';
import { withFact, witnessOf } from './testing/witness.ts';

const law = lawOnFile();

describe.each(['2005-03-01', '2017-12-18', '2026-11-26'])('on %s', (on) => {
  const region = '530521';
  const diagram = drawLaw(new Map([[region, law.bookFor(on, region) as RuleBook]]), law.standards, on);

  test('no question is asked whose every answer comes to the same: two whole cases that differ in it alone are decided differently', () => {
    let asked = 0;
    fc.assert(
      fc.property(someFacts, household, (facts, home) => {
        const person = { ...facts, receivedOn: on, region, household: JSON.parse(JSON.stringify(home)) as typeof home };
        let answers: PreCheckAnswers = {};
        for (let n = 0; n < 20; n += 1) {
          const standing = standingOf(diagram.outcome, possibleAfter(answers, diagram));
          const question = chooseQuestion(diagram, standing, new Set());
          if (question === undefined) return;
          asked += 1;
          // Before the class is known a civil matter without a cause is drawn too, and nobody has one: the first question stands for itself.
          for (const name of question.id === 'class' ? [] : question.facts) {
            const place = diagram.facts.indexOf(name);
            const witness = witnessOf(standing.outcome, place);
            if (witness === undefined) throw new Error(`${name} changes nothing`);
            // The case as it was told so far, and the rest of it as the witness says.
            const rest = witness.others.reduce<Facts>(
              (told, [fact, value]) => withFact(told, diagram, fact, value),
              person,
            );
            const outcomes = witness.between.map((value) => assess(withFact(rest, diagram, place, value)).outcome);
            expect([question.id, name, new Set(outcomes).size]).toEqual([question.id, name, 2]);
          }
          answers = answered(answers, question, person);
        }
      }),
      { numRuns: 150 },
    );
    expect(asked).toBeGreaterThan(150);
  });

  test('every fact that the outcome may turn on is in some question, but how near a period or a hearing ends and whether preservation is needed', () => {
    const inQuestions = new Set(Object.values(questionTable).flatMap(({ facts }) => facts));
    const nobodys = diagram.facts.facts.map(({ name }) => name).filter((name) => !inQuestions.has(name));
    expect(nobodys).toEqual(['needsPreservation', 'daysToExpiry', 'daysToHearing']);
  });
});
