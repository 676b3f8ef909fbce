import { describe, expect, test } from 'vitest';
import * as applications from '../../../../../modules/applications/permissions.ts';
import * as cases from '../../../../../modules/cases/permissions.ts';
import * as complaints from '../../../../../modules/complaints/permissions.ts';
import * as consultations from '../../../../../modules/consultations/permissions.ts';
import * as quality from '../../../../../modules/quality/permissions.ts';
import { mayReadStatistics } from '../../../../../modules/statistics/permissions.ts';
import { listBehind, measures } from './measures.ts';

test('a cause counted over a year opens the list of that cause over that year', () =>
  expect(listBehind({ screen: 'applications' }, '2026', undefined, { dimension: 'cause', value: 'labourPay' })).toBe(
    '/desk/review?span=2026&cause=labourPay&state=every',
  ));
test('a month counted at one centre opens that month there', () =>
  expect(
    listBehind({ screen: 'cases', by: 'closedIn' }, '2026', '530521', { dimension: 'month', value: '2026-03' }),
  ).toBe('/desk/handling?span=2026-03&tenant=530521&by=closedIn'));
test('a county counted among all opens that county', () =>
  expect(listBehind({ screen: 'consultations' }, '2026-11', undefined, { dimension: 'tenant', value: '530502' })).toBe(
    '/desk/consultations?span=2026-11&tenant=530502',
  ));
test('a reason for checking opens the promises picked for it', () =>
  expect(
    listBehind({ screen: 'commitments', by: 'picked' }, '2026', undefined, { dimension: 'pickedFor', value: 'sample' }),
  ).toBe('/desk/commitments?span=2026&pickedFor=sample&by=picked'));
test('a handler counted among complaints found true opens those about that handler, by the day of the decision', () =>
  expect(
    listBehind({ screen: 'complaints', by: 'decided', outcome: 'true' }, '2026', '530521', {
      dimension: 'handler',
      value: 'h1',
    }),
  ).toBe('/desk/complaints?decided=2026&tenant=530521&handlerId=h1&state=every&outcome=true'));

test('a grade and a finding open their view of the quality screen', () => {
  expect(
    listBehind({ screen: 'quality', view: 'graded' }, '2026', '530502', { dimension: 'grade', value: 'fail' }),
  ).toBe('/desk/quality?span=2026&tenant=530502&grade=fail&view=graded');
  expect(
    listBehind({ screen: 'quality', view: 'supervision' }, '2026-11', undefined, {
      dimension: 'finding',
      value: 'concern',
    }),
  ).toBe('/desk/quality?span=2026-11&finding=concern&view=supervision');
});

describe('each count opens its list for those who may read it, and for nobody else', () => {
  const { mayReadCommitments, mayReadFalseCommitments } = applications;
  const both = [...mayReadCommitments.roles, ...mayReadFalseCommitments.roles];
  const opens: Readonly<Record<string, readonly string[]>> = {
    consultations: consultations.mayRead.roles,
    'applications.submitted': applications.mayRead.roles,
    'cases.opened': cases.mayReadCases.roles,
    'cases.closed': cases.mayReadCases.roles,
    'cases.archived': cases.mayReadCases.roles,
    'commitments.given': mayReadCommitments.roles,
    'commitments.picked': mayReadCommitments.roles,
    'commitments.false': both,
    'commitments.recovered': both,
    'complaints.received': complaints.mayHandleComplaints.roles,
    'complaints.decided': complaints.mayHandleComplaints.roles,
    'complaints.upheld': complaints.maySeeUpheld.roles,
    'assessment.graded': quality.mayPlanAssessments.roles,
    'supervision.recorded': quality.maySupervise.roles,
  };
  test.each(measures.map(({ name, readers }) => [name, readers] as const))('%s', (name, readers) =>
    expect([...readers].sort()).toEqual(mayReadStatistics.roles.filter((role) => opens[name]?.includes(role)).sort()),
  );
});
