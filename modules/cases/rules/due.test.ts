import { expect, test } from 'vitest';
import { clockChip, noDue } from './due.ts';

const due = (dueOn: string) => ({ ...noDue, dueOn, dueStep: 'submitFile' as const, dueCitation: '第四十条' });

test.each<[string, number, string, number]>([
  ['2026-11-23', 2, 'overdue', -1],
  ['2026-11-24', 2, 'soon', 0],
  ['2026-11-26', 2, 'soon', 2],
  ['2026-11-27', 2, 'running', 3],
  ['2026-11-27', 3, 'soon', 3],
  ['2026-11-25', 0, 'running', 1],
])('due %s, with a lead of %i days: %s', (dueOn, lead, tone, daysLeft) => {
  expect(clockChip(due(dueOn), '2026-11-24', lead)).toMatchObject({ tone, daysLeft });
});

test('nothing due, no chip', () => {
  expect(clockChip(noDue, '2026-11-24', 2)).toBeNull();
});
