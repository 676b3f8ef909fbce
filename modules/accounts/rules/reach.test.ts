import { expect, test } from 'vitest';
import { reaches } from './reach.ts';

const keeper = (tenant: string, subtree: boolean, agency?: string) => ({
  role: 'securityAdmin',
  tenant,
  subtree,
  ...(agency === undefined ? {} : { agency }),
});

test.each([
  ['530521 only', '530521', false, '530521', false, true],
  ['530521 only, wanted below', '530521', false, '530521', true, false],
  ['530521 only, wanted next door', '530521', false, '530523', false, false],
  ['the city and below, wanted in a county', '530500', true, '530521', false, true],
  ['the city and below, wanted for the city and below', '530500', true, '530500', true, true],
  ['the city and below, wanted for the province', '530500', true, '530000', false, false],
  ['the city and below, wanted in another city', '530500', true, '530602', false, false],
  ['the city alone, wanted in a county', '530500', false, '530521', false, false],
])('a keeper of %s', (_who, tenant, subtree, wanted, wantedSubtree, expected) => {
  expect(reaches(keeper(tenant, subtree), { tenant: wanted, subtree: wantedSubtree })).toBe(expected);
});

test('a keeper bound to one agency hands out nothing', () => {
  expect(reaches(keeper('530521', false, 'a'), { tenant: '530521', subtree: false })).toBe(false);
});
