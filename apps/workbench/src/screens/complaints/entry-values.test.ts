import { describe, expect, test } from 'vitest';
import { complaintInput } from '../../../../../modules/complaints/schema.ts';
import { complaintInputOf, type EntryValues, entryFieldOf, entryValues } from './entry-values.ts';

const start = {
  tenant: '530502',
  door: 'window',
  recordedBy: '杨文斌',
  matterNumber: undefined,
  seed: undefined,
} as const;
const filled = (change: Partial<EntryValues> = {}): EntryValues => ({
  ...entryValues(start),
  receivedOn: '2026-11-24',
  grounds: ['noReport'],
  statement: '三个月没有音信',
  name: '岩温',
  ...change,
});

describe('what the form of a new complaint sends', () => {
  test.each<[string, Partial<EntryValues>, object]>([
    [
      'the recipient is taken from the matter, whatever was typed before',
      { who: 'recipient', matterNumber: ' 5305022611 ' },
      { sameAsRecipient: true, matterNumber: '5305022611' },
    ],
    ['an anonymous one sends no name', { who: 'anonymous' }, {}],
    ['somebody else gives a name', { who: 'named' }, { complainant: { name: '岩温', phone: '', address: '' } }],
  ])('%s', (_, change, expected) => {
    const sent = complaintInputOf(filled(change), undefined);
    expect(complaintInput.safeParse(sent).success).toBe(true);
    const { sameAsRecipient, complainant, matterNumber } = sent;
    expect(JSON.parse(JSON.stringify({ sameAsRecipient, complainant, matterNumber }))).toEqual(expected);
  });
  test.each([
    ['window', true],
    ['bureau', true],
    ['hotline', false],
    ['letter', false],
  ] as const)('a record read back and signed goes with the %s: %s', (door, goes) => {
    const sent = complaintInputOf(filled({ door, oral: true, readBack: true, signed: true }), undefined);
    expect(sent.oral !== undefined).toBe(goes);
  });
  test('a consultation gives its person and its words', () => {
    const seed = {
      consultationId: '0193a000-0000-7000-8000-000000000001',
      door: 'hotline',
      complainant: { name: '岩温', phone: '', address: '' },
      statement: '律师收了钱',
    };
    expect(entryValues({ ...start, door: 'hotline', seed })).toMatchObject({
      who: 'named',
      name: '岩温',
      statement: '律师收了钱',
    });
    expect(entryValues({ ...start, seed: { ...seed, complainant: null } })).toMatchObject({ who: 'anonymous' });
  });
  test.each([
    [['complainant', 'phone'], ['phone']],
    [['against', 'name'], ['againstName']],
    [['oral', 'signed'], ['signed']],
    [['grounds', 0], ['grounds']],
    [['matterNumber'], ['matterNumber']],
  ])('a fault at %j stands at %j', (path, field) => expect(entryFieldOf(path)).toEqual(field));
});
