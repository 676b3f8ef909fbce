import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyOutcomes, dutyServices } from '../duty-schema.ts';
import { type PleaWitness, pleaTold, pleaViews, unsignedReasons } from '../plea-schema.ts';
import { pleaFaults } from './plea.ts';

const plea: PleaWitness = {
  organ: '施甸县人民检察院',
  place: '施甸县看守所',
  charge: '盗窃',
  sentence: '拘役三个月，缓刑六个月',
  told: [...pleaTold],
  advice: '说明了认罪认罚从宽和反悔的后果。',
  views: { charge: 'agrees', sentence: 'agrees', procedure: 'agrees' },
  voluntary: true,
  lawyerSigned: true,
};
const help = {
  services: ['advice', 'pleaWitness'] as const,
  outcome: 'pleaSigned',
  stage: 'prosecutionReview',
} as const;
type Case = Partial<Omit<Parameters<typeof pleaFaults>[0], 'plea'>> & { readonly plea?: Partial<PleaWitness> | null };
const codes = ({ plea: change, ...over }: Case) =>
  pleaFaults({ ...help, ...over, plea: change === null ? undefined : { ...plea, ...change } }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a witnessed plea', () => {
  test.each<readonly [string, Case, readonly string[]]>([
    ['told all, free, signed before the lawyer', {}, []],
    ['witnessed without its record', { plea: null }, ['/plea duty.plea.missing']],
    [
      'an outcome of a plea that nobody witnessed',
      { services: ['advice'], plea: null },
      ['/outcome duty.plea.notWitnessed'],
    ],
    ['a record without the service', { services: ['advice'] }, ['/services duty.plea.notWitnessed']],
    ['a record with another outcome', { outcome: 'advised' }, ['/outcome duty.plea.outcome']],
    ['nothing is signed while the police investigate', { stage: 'investigation' }, ['/stage duty.plea.stage']],
    ['not told of the consequences', { plea: { told: ['rights', 'charge'] } }, ['/plea/told duty.plea.notTold']],
    ['not of their own free will', { plea: { voluntary: false } }, ['/plea/voluntary duty.plea.notVoluntary']],
    ['the lawyer did not sign', { plea: { lawyerSigned: false } }, ['/plea/lawyerSigned duty.plea.lawyerUnsigned']],
    [
      'a dissent has its words',
      { plea: { views: { charge: 'agrees', sentence: 'dissents', procedure: 'agrees' } } },
      ['/plea/dissent duty.plea.dissentMissing'],
    ],
    [
      'a dissent does not stop the person from signing',
      { plea: { views: { charge: 'agrees', sentence: 'dissents', procedure: 'agrees' }, dissent: '量刑建议偏重。' } },
      [],
    ],
    [
      'not signed: why',
      { outcome: 'pleaRefused', plea: { voluntary: false, lawyerSigned: false } },
      ['/plea/unsigned duty.plea.unsignedMissing'],
    ],
    ['not signed, with the reason', { outcome: 'pleaRefused', plea: { unsigned: 'guardianObjects' } }, []],
    ['signed and yet not', { plea: { unsigned: 'notWilling' } }, ['/plea/unsigned duty.plea.unsignedSigned']],
    ['other help needs none of it', { services: ['advice'], outcome: 'advised', plea: null }, []],
  ])('%s', (_what, change, expected) => expect(codes(change)).toEqual(expected));

  const anyPlea = fc.record(
    {
      told: fc.subarray([...pleaTold]),
      voluntary: fc.boolean(),
      lawyerSigned: fc.boolean(),
      unsigned: fc.constantFrom(...unsignedReasons),
      dissent: fc.constant('有不同意见'),
      views: fc.record({
        charge: fc.constantFrom(...pleaViews),
        sentence: fc.constantFrom(...pleaViews),
        procedure: fc.constantFrom(...pleaViews),
      }),
    },
    { requiredKeys: ['told', 'voluntary', 'lawyerSigned', 'views'] },
  );
  test('nobody’s plea is kept as signed unless they were told all of it, consented freely and the lawyer signed', () =>
    fc.assert(
      fc.property(
        fc.option(anyPlea),
        fc.subarray([...dutyServices], { minLength: 1 }),
        fc.constantFrom(...dutyOutcomes),
        fc.constantFrom('investigation', 'prosecutionReview', 'firstInstance'),
        (change, services, outcome, stage) => {
          const kept = codes({ services, outcome, stage, plea: change }).length === 0;
          if (!kept || outcome !== 'pleaSigned') return;
          expect(services).toContain('pleaWitness');
          expect(change).toMatchObject({ voluntary: true, lawyerSigned: true });
          expect(change?.told).toHaveLength(pleaTold.length);
          expect(stage).not.toBe('investigation');
        },
      ),
    ));
});
