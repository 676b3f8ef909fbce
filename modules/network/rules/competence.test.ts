import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRegister } from '../register/load.ts';
import { type CompetenceQuestion, competentCentre, tenantOfRegion } from './competence.ts';

const register = loadRegister();
const ask = (question: CompetenceQuestion) => {
  const answer = competentCentre(register, question);
  return answer.ok ? answer.value : answer.fault;
};

const village = { shidian: '530521105201', tengchong: '530581112202' };

describe('which centre is competent (Legal Aid Law art. 38)', () => {
  test('a suit belongs to the centre where the court sits, wherever the applicant lives', () => {
    expect(
      ask({ matterClass: 'civil', proceeding: 'litigation', organRegion: '530581', occurrenceRegion: village.shidian }),
    ).toMatchObject({ tenant: '530581', ground: 'organSeat', competent: ['530581'] });
  });

  test('a suit before the intermediate court belongs to the city’s own centre', () => {
    expect(ask({ matterClass: 'civil', proceeding: 'litigation', organRegion: '530500' })).toMatchObject({
      tenant: '530500',
    });
  });

  test('a suit not yet brought belongs to where it arose', () => {
    expect(ask({ matterClass: 'civil', proceeding: 'litigation', occurrenceRegion: village.tengchong })).toMatchObject({
      tenant: '530581',
      ground: 'placeOfOccurrence',
    });
  });

  test('a criminal matter belongs to the organ’s seat, and is never guessed from a place', () => {
    expect(ask({ matterClass: 'criminal', proceeding: 'litigation', organRegion: '530523' })).toMatchObject({
      tenant: '530523',
    });
    expect(ask({ matterClass: 'criminal', proceeding: 'litigation', occurrenceRegion: village.shidian })).toEqual({
      code: 'placeMissing',
      asks: ['organRegion'],
    });
  });

  test('outside court both the settling organ’s seat and the place where it arose are competent; the first receiver keeps it', () => {
    const question = {
      matterClass: 'civil',
      proceeding: 'nonLitigation',
      organRegion: '530502',
      occurrenceRegion: village.shidian,
    } as const;
    expect(ask(question)).toMatchObject({
      tenant: '530502',
      competent: ['530502', '530521'],
      ground: 'disputeOrganSeat',
    });
    expect(ask({ ...question, receivedBy: '530521' })).toMatchObject({ tenant: '530521', ground: 'firstReceiver' });
    expect(ask({ ...question, receivedBy: '530581' })).toMatchObject({ tenant: '530502', ground: 'disputeOrganSeat' });
  });

  test('a place outside the register is named, so that the applicant can be told where to go', () => {
    expect(ask({ matterClass: 'civil', proceeding: 'litigation', organRegion: '530102' })).toEqual({
      code: 'outsideRegister',
      region: '530102',
    });
  });

  test('outside court, one place inside is enough', () => {
    expect(
      ask({
        matterClass: 'civil',
        proceeding: 'nonLitigation',
        organRegion: '530102',
        occurrenceRegion: village.shidian,
      }),
    ).toMatchObject({ tenant: '530521', ground: 'placeOfOccurrence' });
  });

  test('without any place both are asked for', () => {
    expect(ask({ matterClass: 'administrative', proceeding: 'nonLitigation' })).toEqual({
      code: 'placeMissing',
      asks: ['organRegion', 'occurrenceRegion'],
    });
  });
});

const anyCode = fc.constantFrom(...register.regions.map((region) => region.code));

test('whatever the places, an answer names a tenant of the register and counts it among the competent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('litigation' as const, 'nonLitigation' as const),
      anyCode,
      anyCode,
      fc.constantFrom('530502', '530521', '530500'),
      (proceeding, organRegion, occurrenceRegion, receivedBy) => {
        const answer = competentCentre(register, {
          matterClass: 'civil',
          proceeding,
          organRegion,
          occurrenceRegion,
          receivedBy,
        });
        if (!answer.ok) throw new Error(answer.fault.code);
        expect(answer.value.competent).toContain(answer.value.tenant);
        if (proceeding === 'litigation') expect(answer.value.tenant).toBe(tenantOfRegion(register, organRegion));
      },
    ),
  );
});
