import { describe, expect, test } from 'vitest';
import { standingOf } from './standing.ts';
import { stillNeeded } from './still-needed.ts';

type Told = Parameters<typeof standingOf>[0];
const adult = '1979-08-01';
const child = '2015-08-01';
const base: Told = {
  applyingAs: 'self',
  recipient: { name: '赵小余' },
  opponents: [],
  door: 'window',
  matter: { class: 'civil' } as Told['matter'],
};
const agent = { name: '赵有余', relation: '父亲' };
const criminal = (role: string, stage = 'investigation') =>
  ({ class: 'criminal', criminal: { role, stage } }) as Told['matter'];
const stands = (told: Partial<Told>, birthDate = adult) => standingOf({ ...base, ...told }, birthDate, '2026-11-24');

describe('who may apply, and with what they prove it', () => {
  test.each([
    ['the person', {}, adult, '第三十八条', 'none', null],
    ['a child’s guardian', { applyingAs: 'legalRepresentative', agent }, child, '第四十条第一款', 'guardianship', null],
    [
      'the guardian of an adult who cannot recognise their acts',
      { applyingAs: 'legalRepresentative', agent, impairments: ['cannotFullyRecogniseActs'] },
      adult,
      '第四十条第一款',
      'guardianship',
      null,
    ],
    [
      'the statutory agent of somebody detained',
      { applyingAs: 'legalRepresentative', agent, matter: criminal('suspectOrDefendant') },
      adult,
      '第四十条第二款',
      'guardianship',
      null,
    ],
    [
      'the guardian of an adult of whom nothing is told',
      { applyingAs: 'legalRepresentative', agent },
      adult,
      '第四十条第二款',
      'guardianship',
      'capacityNotTold',
    ],
    [
      'a grandmother, where the guardian is the wrongdoer',
      { applyingAs: 'closeRelative', agent, guardianIsWrongdoer: true },
      child,
      '第四十条第一款',
      'kinship',
      null,
    ],
    [
      'the wife of a suspect',
      { applyingAs: 'closeRelative', agent, matter: criminal('suspectOrDefendant') },
      adult,
      '第二十四条',
      'kinship',
      null,
    ],
    [
      'the brother of somebody in custody',
      { applyingAs: 'closeRelative', agent, door: 'custody' },
      adult,
      '第四十条第二款',
      'kinship',
      null,
    ],
    [
      'a victim’s son',
      { applyingAs: 'closeRelative', agent, matter: criminal('victim') },
      adult,
      '第二十九条',
      'kinship',
      null,
    ],
    [
      'a relative with no ground of their own speaks as an agent',
      { applyingAs: 'closeRelative', agent },
      adult,
      '第十一条',
      'powerOfAttorney',
      null,
    ],
    ['an agent', { applyingAs: 'agent', agent }, adult, '第十一条', 'powerOfAttorney', null],
  ] as const)('%s', (_who, told, birthDate, article, proof, doubt) => {
    const standing = stands(told as Partial<Told>, birthDate);
    expect(standing).toMatchObject({ ok: true, value: { citation: expect.stringContaining(article), proof, doubt } });
  });

  test.each([
    ['nobody named', { applyingAs: 'agent' }, child, '/agent input.required'],
    [
      'a guardian who is the other side',
      { applyingAs: 'legalRepresentative', agent, opponents: [{ name: '赵 有余' }] },
      child,
      '/agent/name application.agentIsOpponent',
    ],
    [
      'a wrongdoing guardian, told by an agent',
      { applyingAs: 'agent', agent, guardianIsWrongdoer: true },
      child,
      '/guardianIsWrongdoer application.noGuardian',
    ],
    [
      'a wrongdoing guardian of an adult',
      { applyingAs: 'closeRelative', agent, guardianIsWrongdoer: true },
      adult,
      '/guardianIsWrongdoer application.noGuardian',
    ],
  ] as const)('refused: %s', (_what, told, birthDate, expected) => {
    const standing = stands(told as Partial<Told>, birthDate);
    expect(standing.ok ? 'ok' : `${standing.fault.pointer} ${standing.fault.code}`).toBe(expected);
  });
});

test('the proof is asked for until it has come', () => {
  const standing = { citation: '《法律援助法》第四十条第一款', proof: 'guardianship', doubt: null } as const;
  expect(stillNeeded({ standing }, [{ kind: 'facts' }])).toEqual(['监护关系证明（《法律援助法》第四十条第一款）']);
  expect(stillNeeded({ standing }, [{ kind: 'authority' }])).toEqual([]);
  expect(stillNeeded({ standing: { ...standing, proof: 'none' } }, [])).toEqual([]);
});
