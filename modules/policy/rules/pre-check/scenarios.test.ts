import { describe, expect, test } from 'vitest';
import { standardTable } from '../../law/standards.ts';
import type { PreCheckAnswers } from './answers.ts';
import { type PreCheckContext, type PreCheckEnd, preCheck } from './pre-check.ts';
import type { QuestionId } from './questions.ts';

const context: PreCheckContext = {
  on: '2026-11-26',
  regions: ['530500', '530502', '530521', '530523', '530524', '530581'],
};
const noGroup = {
  personWithDisability: false,
  migrantWorker: false,
  martyrSurvivor: false,
  preferentialTreatment: false,
  socialAssistance: false,
  judicialAssistance: false,
};

const next = (answers: PreCheckAnswers, where = context): QuestionId | 'end' => {
  const state = preCheck(answers, where);
  return state.ended ? 'end' : state.question.id;
};
const end = (answers: PreCheckAnswers, where = context): PreCheckEnd => {
  const state = preCheck(answers, where);
  if (!state.ended) throw new Error(`still asks for ${state.question.id}`);
  return state;
};

describe('who is not asked for what', () => {
  test('a victim of domestic violence is asked for nothing more, least of all income', () => {
    const { leaning, route, reasons } = end({ criminal: false, cause: 'domesticViolence' });
    expect([leaning, route]).toEqual(['likely', 'meansExempt']);
    expect(reasons.map(({ citation }) => citation)).toContain('《法律援助法》第三十二条第四项');
  });

  test('a migrant worker claiming pay is asked neither for income nor for a household', () => {
    const claim = { criminal: false, cause: 'labourPay' } as const;
    expect(next(claim)).toBe('groups');
    const { leaning, route, means } = end({ ...claim, groups: { ...noGroup, migrantWorker: true } });
    expect([leaning, route, means]).toEqual(['likely', 'verificationWaived', undefined]);
  });

  test('a minor without livelihood is asked neither', () => {
    const child = { criminal: false, cause: 'maintenance', groups: noGroup, age: 12 } as const;
    expect(next(child)).toBe('livelihood');
    expect(end({ ...child, noFixedLivelihood: true }).route).toBe('verificationWaived');
  });

  test('a grown person with no group is not asked about livelihood, and about income last', () => {
    const grown: PreCheckAnswers = { criminal: false, cause: 'labourPay', groups: noGroup, age: 40 };
    expect(next(grown)).toBe('residence');
    expect(next({ ...grown, residence: 'rural' })).toBe('opponentInHousehold');
    expect(next({ ...grown, residence: 'rural', opponentInHousehold: true })).toBe('ownIncome');
    expect(next({ ...grown, residence: 'rural', opponentInHousehold: false })).toBe('householdIncome');
  });

  test('whoever has a lawyer already is asked nothing more', () => {
    const retained = end({ criminal: true, role: 'suspectOrDefendant', hasDefender: true });
    expect(retained.leaning).toBe('unlikely');
    expect(retained.wouldHelp).toEqual([{ fact: 'hasDefender', value: false }]);
  });

  test('a suspect who may face life or death is not asked for income', () => {
    const suspect = { criminal: true, role: 'suspectOrDefendant', hasDefender: false } as const;
    expect(next(suspect)).toBe('circumstances');
    expect(end({ ...suspect, lifeOrDeathPossible: true }).outcomes).toEqual(['mustDesignate']);
  });

  test('something else ends at once, with somebody to look at it', () => {
    const other = end({ criminal: false, cause: 'other' });
    expect([other.leaning, other.outcomes]).toEqual(['ask', ['outOfScope']]);
    expect(other.causesInScope).toContain('labourPay');
    expect(other.causesInScope).not.toContain('landContract');
  });

  test('a cause that is on no list is unlikely, whatever else', () => {
    expect(end({ criminal: false, cause: 'marriageAndFamily' }).leaning).toBe('unlikely');
    expect(end({ criminal: false, causes: ['landContract', 'forestRights'] }).leaning).toBe('ask');
  });

  test('before 2026 an older person was asked whether that is what they are, and then heard on any matter', () => {
    const then = { ...context, on: '2024-05-20' };
    const claim = { criminal: false, cause: 'landContract', groups: noGroup } as const;
    expect(next(claim, then)).toBe('age');
    expect(next({ ...claim, age: 30 }, then)).toBe('end');
    expect(next({ ...claim, age: 70 }, then)).toBe('livelihood');
  });
});

describe('careful words', () => {
  const poor: PreCheckAnswers = {
    criminal: false,
    cause: 'trafficInjury',
    groups: noGroup,
    age: 40,
    residence: 'rural',
    opponentInHousehold: false,
    members: 1,
  };

  test('unconfirmed figures leave a quarter on both sides of the line to the centre', () => {
    // The line on file is 9,150 yuan a head.
    const at = (yuan: number) => end({ ...poor, annualIncome: yuan * 100 }).leaning;
    expect([at(6862), at(6863), at(9150), at(9151), at(11437), at(11438)]).toEqual([
      'likely',
      'ask',
      'ask',
      'ask',
      'ask',
      'unlikely',
    ]);
  });

  test('confirmed figures leave a tenth', () => {
    const standards = standardTable(
      (['urban', 'rural'] as const).map((residence) => ({
        region: '5305',
        residence,
        basis: 'ruralIncome' as const,
        perCapitaAnnual: 2_000_000,
        effectiveFrom: '2026-01-01',
        verified: true,
      })),
    );
    const at = (yuan: number) => end({ ...poor, annualIncome: yuan * 100 }, { ...context, standards }).leaning;
    expect([at(9000), at(9001), at(10_000), at(11_000), at(11_001)]).toEqual([
      'likely',
      'ask',
      'ask',
      'ask',
      'unlikely',
    ]);
  });

  test('one line for town and country, and nobody is asked which', () => {
    const standards = standardTable(
      (['urban', 'rural'] as const).map((residence) => ({
        region: '5305',
        residence,
        basis: 'subsistenceAllowance' as const,
        perCapitaAnnual: 900_000,
        effectiveFrom: '2026-01-01',
        verified: false,
      })),
    );
    expect(next({ criminal: false, cause: 'trafficInjury', groups: noGroup, age: 40 }, { ...context, standards })).toBe(
      'opponentInHousehold',
    );
  });

  test('a place without a standard is one to ask, not one to guess', () => {
    const nowhere = { ...context, standards: standardTable([]) };
    expect(end({ criminal: false, cause: 'trafficInjury', groups: noGroup, age: 40 }, nowhere).leaning).toBe('ask');
  });

  test('where counties have lines of their own, the county is asked for; else it is not', () => {
    const rows = context.regions.slice(1).flatMap((region, at) =>
      (['urban', 'rural'] as const).map((residence) => ({
        region,
        residence,
        basis: 'ruralIncome' as const,
        perCapitaAnnual: 1_000_000 + at * 100_000,
        effectiveFrom: '2026-01-01',
        verified: false,
      })),
    );
    const where = { ...context, regions: context.regions.slice(1), standards: standardTable(rows) };
    const asked: string[] = [];
    let answers: PreCheckAnswers = { criminal: false, cause: 'trafficInjury', groups: noGroup, age: 40 };
    for (let id = next(answers, where); id !== 'householdIncome' && id !== 'end'; id = next(answers, where)) {
      asked.push(id);
      answers = {
        ...answers,
        ...{
          region: { region: '530521' },
          residence: { residence: 'rural' as const },
          opponentInHousehold: { opponentInHousehold: false },
        }[id as 'region'],
      };
    }
    expect(asked).toContain('region');
    expect(asked).not.toContain('residence');
  });

  test('what was left unanswered is named, and the end waits for it', () => {
    const unsure = end({
      criminal: true,
      role: 'suspectOrDefendant',
      hasDefender: false,
      unsure: [
        'circumstances',
        'age',
        'stage',
        'groups',
        'notified',
        'procedure',
        'livelihood',
        'residence',
        'opponentInHousehold',
        'householdIncome',
        'ownIncome',
      ],
    });
    expect(unsure.leaning).toBe('ask');
    expect(unsure.outcomes.length).toBeGreaterThan(1);
    expect(unsure.turnsOn).toContain('circumstances');
  });

  test('what would open the door is told: papers, a livelihood lost, less income', () => {
    const old = end({ ...poor, age: 70, noFixedLivelihood: false, annualIncome: 5_000_000 });
    expect(old.leaning).toBe('unlikely');
    expect(old.wouldHelp).toContainEqual({ fact: 'group.socialAssistance', value: true });
    expect(old.wouldHelp).toContainEqual({ fact: 'noFixedLivelihood', value: true });
    expect(old.wouldHelp).toContainEqual({ fact: 'householdIncome', value: 0 });
    expect(old.wouldHelp.map(({ fact }) => fact)).not.toContain('group.migrantWorker');
  });

  test('aid before the papers is not spoken of where there is nothing to come', () => {
    expect(end({ criminal: false, cause: 'labourPay', groups: { migrantWorker: true } }).provisionalAidPossible).toBe(
      true,
    );
    expect(end({ criminal: false, cause: 'marriageAndFamily' }).provisionalAidPossible).toBe(false);
  });
});
