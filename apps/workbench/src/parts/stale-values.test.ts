import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFacts, type RecordedFact } from './stale-values.ts';

const fact = (key: string, text: string | null, mark?: string): RecordedFact => ({ key, label: key, text, mark });

describe('what somebody changed while a form was open', () => {
  test.each([
    ['nothing', [fact('members', '4')], [fact('members', '4')], {}, []],
    [
      'a value: before, theirs and mine',
      [fact('members', '4')],
      [fact('members', '5')],
      { members: '3' },
      [{ key: 'members', label: 'members', before: '4', theirs: '5', mine: '3' }],
    ],
    [
      'a value that this form does not edit',
      [fact('handler', '段绍云')],
      [fact('handler', '番家慧')],
      {},
      [{ key: 'handler', label: 'handler', before: '段绍云', theirs: '番家慧', mine: undefined }],
    ],
    [
      'a protected value, by its mark alone',
      [fact('income', '•••', 'a')],
      [fact('income', '•••', 'b')],
      { income: '¥10,000.00' },
      [{ key: 'income', label: 'income', before: '•••', theirs: '•••', mine: '¥10,000.00' }],
    ],
    [
      'what was added and what was taken away',
      [fact('a', '1')],
      [fact('b', '2')],
      {},
      [
        { key: 'b', label: 'b', before: null, theirs: '2', mine: undefined },
        { key: 'a', label: 'a', before: '1', theirs: null, mine: undefined },
      ],
    ],
  ] as const)('%s', (_what, before, now, mine, changed) => expect(changedFacts(before, now, mine)).toEqual(changed));

  const facts = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.constantFrom('1', '2', '3')))
    .map((all) => Object.entries(all).map(([key, text]) => fact(key, text)));
  const texts = (all: readonly RecordedFact[]) => Object.fromEntries(all.map(({ key, text }) => [key, text]));

  test('every difference is told, and nothing else', () =>
    fc.assert(
      fc.property(facts, facts, (before, now) => {
        const [then, since] = [texts(before), texts(now)];
        const told = new Set(changedFacts(before, now, {}).map(({ key }) => key));
        for (const key of ['a', 'b', 'c', 'd'])
          expect(told.has(key)).toBe((then[key] ?? null) !== (since[key] ?? null));
      }),
    ));
});
