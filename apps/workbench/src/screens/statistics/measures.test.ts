import { expect, test } from 'vitest';
import { listBehind } from './measures.ts';

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
