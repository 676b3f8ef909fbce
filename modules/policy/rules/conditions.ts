import type { Condition } from '../law/pack-schema.ts';
import { codeBits, type Features, type Flag, flagBits } from './features.ts';

export type Test = (features: Features) => boolean;

const always: Test = () => true;

/** A condition of a rule pack as a function. Built once when the packs are read; asked some twenty times for each case. */
export function compileCondition(condition: Condition): Test {
  const tests: Test[] = [];
  const has = (codes: readonly string[], bits: Readonly<Record<string, number>>): number =>
    codes.reduce((mask, code) => mask | (bits[code] ?? 0), 0);

  if (condition.class) {
    const mask = has(condition.class, codeBits.class);
    tests.push((f) => (f.class & mask) !== 0);
  }
  if (condition.cause) {
    const mask = has(condition.cause, codeBits.cause);
    tests.push((f) => (f.cause & mask) !== 0);
  }
  if (condition.stage) {
    const mask = has(condition.stage, codeBits.stage);
    tests.push((f) => (f.stage & mask) !== 0);
  }
  if (condition.role) {
    const mask = has(condition.role, codeBits.role);
    tests.push((f) => (f.role & mask) !== 0);
  }
  if (condition.notifiedBy) {
    const mask = has(condition.notifiedBy, codeBits.notifiedBy);
    tests.push((f) => (f.notifiedBy & mask) !== 0);
  }
  if (condition.residence) {
    const mask = has(condition.residence, codeBits.residence);
    tests.push((f) => (f.residence & mask) !== 0);
  }
  if (condition.groups) {
    const mask = has(condition.groups, codeBits.groups);
    tests.push((f) => (f.groups & mask) !== 0);
  }
  if (condition.impairments) {
    const mask = has(condition.impairments, codeBits.impairments);
    tests.push((f) => (f.impairments & mask) !== 0);
  }
  const { ageUnder, ageAtLeast, daysToExpiryUnder, daysToHearingUnder } = condition;
  if (ageUnder !== undefined) tests.push((f) => f.age < ageUnder);
  if (ageAtLeast !== undefined) tests.push((f) => f.age >= ageAtLeast);
  if (daysToExpiryUnder !== undefined) {
    tests.push((f) => f.daysToExpiry >= 0 && f.daysToExpiry < daysToExpiryUnder);
  }
  if (daysToHearingUnder !== undefined) {
    tests.push((f) => f.daysToHearing >= 0 && f.daysToHearing < daysToHearingUnder);
  }

  let yes = 0;
  let no = 0;
  for (const flag of Object.keys(flagBits) as Flag[]) {
    if (condition[flag] === true) yes |= flagBits[flag];
    if (condition[flag] === false) no |= flagBits[flag];
  }
  if (yes | no) tests.push((f) => (f.flags & yes) === yes && (f.flags & no) === 0);

  if (condition.any) {
    const alternatives = condition.any.map(compileCondition);
    tests.push((f) => alternatives.some((test) => test(f)));
  }
  if (condition.not) {
    const not = compileCondition(condition.not);
    tests.push((f) => !not(f));
  }
  return allOf(tests);
}

function allOf(tests: readonly Test[]): Test {
  const [a, b, c, ...rest] = tests;
  if (!a) return always;
  if (!b) return a;
  if (!c) return (f) => a(f) && b(f);
  if (rest.length === 0) return (f) => a(f) && b(f) && c(f);
  return (f) => tests.every((test) => test(f));
}
