import { expect, test } from 'vitest';
import { type ComplaintEvent, complaintLifecycle } from '../lifecycle.ts';
import { isTold, messageWords } from './message-words.ts';

const number = 'TS530521-2026-00012';
const events = [
  ...new Set(Object.values(complaintLifecycle.states).flatMap(({ on }) => Object.keys(on) as ComplaintEvent[])),
];

test('the person is told of every paper that is for them, and of where the complaint goes', () => {
  expect(events.filter(isTold).sort()).toEqual(
    ['accept', 'declineToAccept', 'merge', 'passOn', 'reply', 'requestInformation'].sort(),
  );
});

test.each(events.filter(isTold))('%s: number, no slot left open, and nothing that a stranger may not read', (event) => {
  for (const language of ['zh', 'en'] as const) {
    const text = messageWords(event, language, number, { dueOn: '2026-12-01' });
    expect(text).toContain(number);
    expect(text).not.toMatch(/undefined|\{|投诉|complain|律师|lawyer/i);
  }
  expect(messageWords(event, 'en', number, {})).not.toMatch(/\p{Script=Han}/u);
});

test('what is asked for names its last day', () => {
  expect(messageWords('requestInformation', 'zh', number, { dueOn: '2026-12-01' })).toContain('2026-12-01');
});

test('a move of which nobody is told has no words', () => {
  expect(() => messageWords('investigate', 'zh', number, {})).toThrow(/no words/);
});
