import { expect, test } from 'vitest';
import { federationsFor } from './federations.ts';

test.each([
  [[], []],
  [['farmer'], []],
  [
    ['woman', 'migrantWorker'],
    ['tradeUnion', 'womensFederation'],
  ],
  [['minor', 'student'], ['youthLeague']],
  [['personWithDisability'], ['disabledFederation']],
])('of %j are told %j', (groups, told) => expect(federationsFor(groups)).toEqual(told));
