import type { FieldFault, RefusalTable } from '../../kernel/errors/index.ts';
import type { PolicyFault } from './schema.ts';

/** Everything that can be wrong with facts; the words come with the fault, in both languages. */
export const factsFaults = [
  'missing',
  'unknownField',
  'wrongType',
  'unknownValue',
  'tooSmall',
  'tooBig',
  'notADay',
  'wrongFormat',
  'invalid',
  'beforeTheLaw',
  'noLimit',
  'noRegionCode',
  'birthAfterReceipt',
  'ageImplausible',
  'causeMissing',
  'criminalPartMissing',
  'criminalPartUnexpected',
] as const;

export const policyRefusals: RefusalTable = Object.fromEntries(
  factsFaults.map((code) => [`policy.${code}`, { status: 400, zh: '所填事实：{zh}', en: 'Facts: {en}' }]),
);

/** Faults of the law's own check, as an interface tells them. */
export function fieldFaults(faults: readonly PolicyFault[]): readonly FieldFault[] {
  return faults.map(({ pointer, code, text }) => ({
    pointer,
    code: `policy.${code}`,
    details: { zh: text.zh, en: text.en },
  }));
}
