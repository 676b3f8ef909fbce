import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawOnFile, packsOnFile } from '../law/on-file.ts';
import { assess } from '../rules/assess.ts';
import { someFacts } from '../testing/some-facts.ts';
import { answersTouched, isTouched } from './answers-touched.ts';
import { lawToTry } from './law-to-try.ts';

const present = lawOnFile();
const tried = (changes: readonly unknown[], drafts: readonly string[] = []) => {
  const trial = lawToTry(packsOnFile(), { changes, drafts, from: '2017-01-01' });
  if (!trial.ok) throw new Error(JSON.stringify(trial.faults));
  const { law: changed, townships } = trial.value;
  return { present, changed, townships };
};
const multiplier = { figure: 'multiplier', key: 'means-baoshan.urban', value: { fraction: [5, 2] } };
const standard = (region: string) => ({
  figure: 'standard',
  region,
  residence: 'rural',
  value: { basis: 'ruralIncome', perCapitaAnnual: 2_000_000 },
});
const band = { figure: 'band', key: 'tariff-baoshan-2017.civil', value: { min: 80_000, max: 160_000 } };
const onMeans = { routes: ['meansTested'], outcomes: ['needsInformation'] };

test.each([
  ['a fraction', tried([multiplier]), onMeans],
  ['a county’s standard', tried([standard('530521')]), onMeans],
  ['one township’s standard', tried([standard('530521101')]), onMeans],
  ['a tariff and a fraction', tried([band, multiplier]), onMeans],
  ['a standard of a place that had none', tried([standard('53')]), onMeans],
  ['a tariff alone', tried([band]), { routes: [], outcomes: [] }],
  ['a draft', tried([], ['bs-practice-2017']), undefined],
])('%s', (_, laws, expected) => {
  expect(answersTouched(laws)).toEqual(expected);
});

test('whatever the facts, an answer that is not touched stands under the changed law', () => {
  const trials = [tried([multiplier, standard('530521'), standard('53')]), tried([band])].map((laws) => ({
    changed: laws.changed,
    touched: answersTouched(laws),
  }));
  let untouched = 0;
  fc.assert(
    fc.property(someFacts, fc.constantFrom(0, 1), (facts, which) => {
      const { changed, touched } = trials[which] ?? {};
      const stands = assess(facts);
      if (touched === undefined) throw new Error('only figures were changed');
      if (isTouched(stands, touched)) return;
      untouched += 1;
      const { outcome, route } = assess(facts, { law: changed });
      expect([outcome, route]).toEqual([stands.outcome, stands.route]);
    }),
    { numRuns: 4000 },
  );
  expect(untouched).toBeGreaterThan(1000);
});
