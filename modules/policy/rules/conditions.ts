import type { Condition } from '../law/pack-schema.ts';
import { anyBit, codeBits, type Features, type Flag, flagBits } from './features.ts';

export type Test = (features: Features) => boolean;

/**
 * A condition of a rule pack as a function. Built once when the packs are read; asked some twenty times for each case, so all conditions are
 * one and the same function over different masks: the engine of the language then keeps it inline where rules are asked.
 */
export function compileCondition(condition: Condition): Test {
  const { ageUnder = Number.POSITIVE_INFINITY, ageAtLeast = Number.NEGATIVE_INFINITY } = condition;
  const { daysToExpiryUnder = Number.POSITIVE_INFINITY, daysToHearingUnder = Number.POSITIVE_INFINITY } = condition;
  // Days that do not count are -1: a condition on them needs at least 0.
  const daysToExpiryFrom = condition.daysToExpiryUnder === undefined ? -1 : 0;
  const daysToHearingFrom = condition.daysToHearingUnder === undefined ? -1 : 0;
  const classes = maskOf(condition.class, codeBits.class);
  const causes = maskOf(condition.cause, codeBits.cause);
  const stages = maskOf(condition.stage, codeBits.stage);
  const roles = maskOf(condition.role, codeBits.role);
  const organs = maskOf(condition.notifiedBy, codeBits.notifiedBy);
  const residences = maskOf(condition.residence, codeBits.residence);
  const groups = maskOf(condition.groups, codeBits.groups);
  const impairments = maskOf(condition.impairments, codeBits.impairments);
  let yes = 0;
  let no = 0;
  for (const flag of Object.keys(flagBits) as Flag[]) {
    if (condition[flag] === true) yes |= flagBits[flag];
    if (condition[flag] === false) no |= flagBits[flag];
  }
  const nested = nestedTest(condition);

  return (f) =>
    (f.class & classes) !== 0 &&
    (f.cause & causes) !== 0 &&
    (f.role & roles) !== 0 &&
    (f.stage & stages) !== 0 &&
    (f.flags & yes) === yes &&
    (f.flags & no) === 0 &&
    (f.groups & groups) !== 0 &&
    (f.notifiedBy & organs) !== 0 &&
    (f.impairments & impairments) !== 0 &&
    (f.residence & residences) !== 0 &&
    f.age < ageUnder &&
    f.age >= ageAtLeast &&
    f.daysToExpiry >= daysToExpiryFrom &&
    f.daysToExpiry < daysToExpiryUnder &&
    f.daysToHearing >= daysToHearingFrom &&
    f.daysToHearing < daysToHearingUnder &&
    (nested === undefined || nested(f));
}

/** The bits of a list of codes; where nothing is asked, the bit that every case has. */
function maskOf(codes: readonly string[] | undefined, bits: Readonly<Record<string, number>>): number {
  return codes === undefined ? anyBit : codes.reduce((mask, code) => mask | (bits[code] ?? 0), 0);
}

function nestedTest({ any, not }: Condition): Test | undefined {
  const alternatives = any?.map(compileCondition);
  const excluded = not && compileCondition(not);
  if (alternatives === undefined && excluded === undefined) return undefined;
  return (f) =>
    (alternatives === undefined || alternatives.some((test) => test(f))) && (excluded === undefined || !excluded(f));
}
