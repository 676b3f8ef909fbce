import { describe, expect, test } from 'vitest';
import { conflictsOf, type PartyMatch } from './conflicts.ts';

const me = { id: 'h1', agencyId: 'f1', ownFirm: true };
const match: PartyMatch = {
  roleHere: 'opponent',
  roleThere: 'recipient',
  caseId: 'c1',
  caseNumber: '（2026）保法援民字第000001号',
  open: true,
  sameProceeding: false,
  handlerId: 'h1',
  agencyId: 'f1',
  by: 'identity',
  nameLength: 3,
};
const kinds = (who: typeof me, ...matches: PartyMatch[]) => conflictsOf(who, matches).map((c) => [c.kind, c.certain]);

describe('conflict of interest', () => {
  test.each<[string, typeof me, PartyMatch, [string, boolean][]]>([
    ['acts for the other side', me, match, [['actsForOtherSide', true]]],
    ['acted for the other side', me, { ...match, open: false }, [['actsForOtherSide', true]]],
    ['a colleague of the firm acts for the other side', { ...me, id: 'h2' }, match, [['firmActsForOtherSide', true]]],
    ['a colleague acted for them long ago in another matter', { ...me, id: 'h2' }, { ...match, open: false }, []],
    [
      'a colleague acted for them in this very dispute',
      { ...me, id: 'h2' },
      { ...match, open: false, sameProceeding: true },
      [['firmActsForOtherSide', true]],
    ],
    ['a colleague at the centre is no firm', { id: 'h2', agencyId: 'f1', ownFirm: false }, match, []],
    ['another firm', { id: 'h3', agencyId: 'f3', ownFirm: true }, match, []],
    [
      'acts against this recipient elsewhere',
      me,
      { ...match, roleHere: 'recipient', roleThere: 'opponent' },
      [['actsAgainstRecipient', true]],
    ],
    [
      'acted against this recipient once',
      me,
      { ...match, roleHere: 'recipient', roleThere: 'opponent', open: false },
      [],
    ],
    ['acts for the same recipient', me, { ...match, roleHere: 'recipient' }, []],
    ['two suits against the same employer', me, { ...match, roleThere: 'opponent' }, []],
    ['defends a co-defendant', me, { ...match, roleHere: 'coDefendant' }, [['defendsCoDefendant', true]]],
    ['a colleague defends a co-defendant', { ...me, id: 'h2' }, { ...match, roleHere: 'coDefendant' }, []],
    [
      'accused in the same proceeding',
      me,
      { ...match, roleHere: 'coDefendant', by: 'proceeding', nameLength: 0 },
      [['defendsCoDefendant', true]],
    ],
    [
      'was the duty lawyer of a co-suspect in this proceeding',
      me,
      { ...match, roleHere: 'coDefendant', roleThere: 'helped', by: 'proceeding' },
      [['dutyLawyerOfCoSuspect', true]],
    ],
    [
      'was the duty lawyer of somebody of a co-suspect’s name: to be looked into',
      me,
      { ...match, roleHere: 'coDefendant', roleThere: 'helped', by: 'name', nameLength: 7 },
      [['dutyLawyerOfCoSuspect', false]],
    ],
    [
      'a colleague was the duty lawyer',
      { ...me, id: 'h2' },
      { ...match, roleHere: 'coDefendant', roleThere: 'helped', by: 'proceeding' },
      [],
    ],
    [
      'a relative of the other side, told by name: to be looked into',
      me,
      { ...match, roleThere: 'relative', by: 'declared' },
      [['relativeOfOtherSide', false]],
    ],
    ['a relative of the recipient', me, { ...match, roleHere: 'recipient', roleThere: 'relative', by: 'declared' }, []],
    ['a short name alone is a caution', me, { ...match, by: 'name', nameLength: 2 }, [['actsForOtherSide', false]]],
    [
      'a company’s whole name is as good as a number',
      me,
      { ...match, by: 'name', nameLength: 12 },
      [['actsForOtherSide', true]],
    ],
  ])('%s', (_title, who, found, expected) => {
    expect(kinds(who, found)).toEqual(expected);
  });

  test('the same case found by name and by identity is told once, as certain', () => {
    expect(kinds(me, { ...match, by: 'name' }, match)).toEqual([['actsForOtherSide', true]]);
    expect(kinds(me, match, { ...match, by: 'name' })).toEqual([['actsForOtherSide', true]]);
  });
});
