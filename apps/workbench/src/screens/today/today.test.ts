import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complaintLifecycle } from '../../../../../modules/complaints/lifecycle.ts';
import type { Lifecycle } from '../../api/lifecycles.ts';
import { mergeByDue } from './merge.ts';
import { nextStep } from './next-step.ts';

const move = (to: string, ...by: string[]) => ({ to, by, zh: to, en: to });
const lifecycles: readonly Lifecycle[] = [
  {
    name: 'application',
    source: '',
    states: {
      UNDER_REVIEW: {
        zh: '',
        en: '',
        on: {
          requestSupplement: move('AWAITING_SUPPLEMENT', 'reviewer'),
          propose: move('PROPOSED', 'reviewer'),
          withdraw: move('WITHDRAWN', 'clerk'),
        },
      },
      PROPOSED: { zh: '', en: '', on: { grant: move('GRANTED', 'approver'), refuse: move('REFUSED', 'approver') } },
      GRANTED: { zh: '', en: '', on: {} },
    },
  },
];
const item = (state: string, proposedBy: string | null = null) => ({
  subject: 'application' as const,
  state,
  proposedBy,
});

describe('the next step of a piece of work', () => {
  test('the reviewer is led to the proposal, not to a way out', () =>
    expect(nextStep(item('UNDER_REVIEW'), ['reviewer'], 'me', lifecycles)).toEqual({
      kind: 'action',
      event: 'propose',
    }));
  test('a clerk who could only withdraw it is led nowhere', () =>
    expect(nextStep(item('UNDER_REVIEW'), ['clerk'], 'me', lifecycles)).toEqual({ kind: 'none' }));
  test('the approver decides what somebody else proposed', () =>
    expect(nextStep(item('PROPOSED', 'you'), ['approver'], 'me', lifecycles)).toEqual({ kind: 'approve' }));
  test('who proposed it waits for a second person', () =>
    expect(nextStep(item('PROPOSED', 'me'), ['reviewer', 'approver'], 'me', lifecycles)).toEqual({
      kind: 'otherHand',
    }));
  test('a complaint leads to a move that is this very person’s, not to one that the table gives the role', () => {
    const table: readonly Lifecycle[] = [{ name: 'complaint', source: '', states: complaintLifecycle.states }];
    const at = (state: string, moves: readonly string[]) =>
      nextStep({ subject: 'complaint', state, proposedBy: null, moves }, ['bureauReviewer'], 'me', table);
    expect(at('REPORTED', ['decide', 'sendBack'])).toEqual({ kind: 'action', event: 'decide' });
    expect(at('REPORTED', ['tellFederation', 'withdraw'])).toEqual({ kind: 'none' });
    expect(at('RECEIVED', ['requestInformation', 'accept', 'merge'])).toEqual({ kind: 'action', event: 'accept' });
  });
  test('a state this desk does not know asks for nothing', () =>
    expect(nextStep(item('ELSEWHERE'), ['approver'], 'me', lifecycles)).toEqual({ kind: 'none' }));
});

const due = fc.option(
  fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
  { nil: null },
);
const list = fc
  .array(due.map((dueOn) => ({ dueOn })))
  .map((rows) => rows.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')));

describe('one list out of several', () => {
  test('what is shown stays where it is when more is loaded', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(list, fc.nat({ max: 30 })), { minLength: 1, maxLength: 4 }), (sources) => {
        const before = mergeByDue(
          sources.map(([rows, seen]) => ({ rows: rows.slice(0, seen), hasMore: seen < rows.length })),
        ).rows;
        const after = mergeByDue(sources.map(([rows]) => ({ rows, hasMore: false }))).rows;
        expect(after.slice(0, before.length).map((row) => row.dueOn)).toEqual(before.map((row) => row.dueOn));
      }),
    );
  });
  test('every row is shown once all is loaded, and nothing is left to ask', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        const merged = mergeByDue(lists.map((rows) => ({ rows, hasMore: false })));
        expect(merged.rows).toHaveLength(lists.flat().length);
        expect(merged.behind).toEqual([]);
      }),
    );
  });
  test('while something is behind, somebody is asked', () => {
    const merged = mergeByDue([
      { rows: [{ dueOn: '2026-03-05' }], hasMore: true },
      { rows: [{ dueOn: '2026-03-02' }, { dueOn: '2026-03-09' }], hasMore: false },
    ]);
    expect(merged.rows.map((row) => row.dueOn)).toEqual(['2026-03-02', '2026-03-05']);
    expect(merged.behind).toEqual([0]);
  });
});
