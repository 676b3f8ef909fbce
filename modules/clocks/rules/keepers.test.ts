import { expect, test } from 'vitest';
import { toldOf } from './keepers.ts';

test.each<[string, 'soon' | 'overdue' | 'climbed', readonly string[], boolean]>([
  ['decide', 'soon', ['reviewer', 'approver'], false],
  ['decide', 'overdue', ['reviewer', 'approver', 'manager'], false],
  ['decide', 'climbed', ['manager', 'bureauReviewer'], false],
  ['submitFile', 'soon', [], true],
  ['submitFile', 'overdue', ['manager'], true],
  ['submitFile', 'climbed', ['manager', 'bureauReviewer'], false],
  // A centre has no say in how the bureau keeps its own days.
  ['decideObjection', 'overdue', ['bureauReviewer'], false],
  ['acceptComplaint', 'overdue', ['bureauReviewer'], false],
  ['returnComplaint', 'climbed', ['bureauReviewer'], false],
  ['decideObjection', 'climbed', ['bureauReviewer'], false],
  ['handInReview', 'soon', [], true],
  ['handInReview', 'overdue', ['quality'], true],
  ['somethingNew', 'soon', ['manager'], false],
])('%s, %s', (step, level, roles, handler) => {
  expect(toldOf(step, level)).toEqual({ roles, handler });
});
