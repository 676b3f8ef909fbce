import { expect, test } from 'vitest';
import type { Assessment } from '../../policy/index.ts';
import type { Proposal } from '../schema.ts';
import { checkApproval, checkProposal, groundsFrom } from './decision.ts';

const assessment = (outcome: Assessment['outcome']): Assessment => ({
  outcome,
  route: null,
  ruleSet: 'law-2021',
  layers: [],
  provisionalAid: { available: false },
  reasons: [
    { rule: 'a', citation: '《法律援助法》第三十一条', met: true, text: { zh: '属于范围', en: 'in scope' } },
    { rule: 'b', citation: '《法律援助法》第三十四条', met: false, text: { zh: '收入高于标准', en: 'income above' } },
  ],
  deadlines: [],
});
const grounds = [{ text: '理由', citation: '《法律援助法》第三十四条' }];

test.each([
  ['a grant that follows the assessment needs no grounds', 'grant', 'eligible', [], undefined],
  ['a refusal needs grounds', 'refuse', 'ineligible', [], 'application.groundsMissing'],
  ['a refusal with grounds', 'refuse', 'ineligible', grounds, undefined],
  ['a grant against the assessment needs its reason', 'grant', 'ineligible', [], 'application.reasonMissing'],
  ['so does one outside the scope', 'grant', 'outOfScope', [], 'application.reasonMissing'],
  ['with the reason it may be made', 'grant', 'outOfScope', grounds, undefined],
  [
    'nothing is decided while deciding facts are missing',
    'refuse',
    'needsInformation',
    grounds,
    'application.assessmentOpen',
  ],
  ['a defence that may be given', 'grant', 'mayDesignate', [], undefined],
] as const)('%s', (_name, outcome, assessed, given, code) => {
  const checked = checkProposal(outcome, given, assessment(assessed));
  expect(checked.ok ? undefined : checked.fault).toBe(code);
});

test('the hand that proposed may not approve; any other may', () => {
  const proposal = {
    outcome: 'grant',
    grounds: [],
    note: '',
    proposedBy: 'a',
    proposedByName: '甲',
    proposedAt: '',
  } satisfies Proposal;
  expect(checkApproval(proposal, 'a')).toEqual({ ok: false, fault: 'application.sameHand' });
  expect(checkApproval(proposal, 'b').ok).toBe(true);
});

test('a refusal can start from the conditions that were not met', () => {
  expect(groundsFrom(assessment('ineligible'))).toEqual([
    { text: '收入高于标准', citation: '《法律援助法》第三十四条' },
  ]);
});
