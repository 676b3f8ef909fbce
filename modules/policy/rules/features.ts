import { epochDayOf } from '../../../kernel/calendar/index.ts';
import {
  causes,
  criminalRoles,
  criminalStages,
  type Facts,
  type Group,
  groups,
  impairments,
  matterClasses,
  notifyingOrgans,
  residences,
} from '../schema.ts';

/**
 * The facts of a case as numbers: one bit for each code, so that a rule's condition is a few comparisons.
 * Rules see nothing else of the facts.
 */
export interface Features {
  readonly class: number;
  readonly cause: number;
  readonly stage: number;
  readonly role: number;
  /** The person's own application is a bit of its own, after the organs. */
  readonly notifiedBy: number;
  readonly residence: number;
  /** Declared groups, and those that the law derives; filled in by the rule book. */
  groups: number;
  readonly impairments: number;
  readonly flags: number;
  readonly age: number;
  /** Days from receipt to the end of the period; -1 when there is none or it has run out. */
  readonly daysToExpiry: number;
  /** Days from receipt to the hearing; -1 when none is fixed or it is past. */
  readonly daysToHearing: number;
}

/** Bits of `flags`: a yes told. Absent is the same as no. */
export const flagBits = {
  hasDefender: 1,
  lifeOrDeathPossible: 2,
  inAbsentia: 4,
  summaryOrFastTrack: 8,
  needsPreservation: 16,
  noFixedLivelihood: 32,
  opponentInHousehold: 64,
} as const;
export type Flag = keyof typeof flagBits;

/** A bit that every field of every case has: what a condition that does not ask about the field looks for. */
export const anyBit = 1 << 30;

function bitsOf<T extends string>(codes: readonly T[]): Readonly<Record<T, number>> {
  if (codes.length > 30) throw new RangeError(`${codes.length} codes do not fit into thirty bits`);
  return Object.fromEntries(codes.map((code, index) => [code, 1 << index])) as Record<T, number>;
}

/** One bit for each code of each field that a condition can name; none of them is {@link anyBit}. */
export const codeBits = {
  class: bitsOf(matterClasses),
  cause: bitsOf(causes),
  stage: bitsOf(criminalStages),
  role: bitsOf(criminalRoles),
  notifiedBy: bitsOf([...notifyingOrgans, 'none']),
  residence: bitsOf(residences),
  groups: bitsOf(groups),
  impairments: bitsOf(impairments),
} as const;

/** The bits of a list of groups. */
export function groupBits(list: readonly Group[] | undefined): number {
  let bits = 0;
  if (list !== undefined) for (const group of list) bits |= codeBits.groups[group];
  return bits;
}

/** Full years of age on a day (周岁): a birthday counts from its own day. */
export function ageOn(birthDate: string, on: string): number {
  const years = yearOf(on) - yearOf(birthDate);
  return monthDayOf(on) < monthDayOf(birthDate) ? years - 1 : years;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const yearOf = (day: string): number => digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
const monthDayOf = (day: string): number =>
  digit(day, 5) * 1000 + digit(day, 6) * 100 + digit(day, 8) * 10 + digit(day, 9);

export function featuresOf(facts: Facts): Features {
  const { matter, applicant, household } = facts;
  const criminal = matter.class === 'criminal' ? matter.criminal : undefined;
  let flags = 0;
  if (criminal !== undefined) {
    if (criminal.hasDefender) flags |= flagBits.hasDefender;
    if (criminal.lifeOrDeathPossible) flags |= flagBits.lifeOrDeathPossible;
    if (criminal.inAbsentia) flags |= flagBits.inAbsentia;
    if (criminal.summaryOrFastTrack) flags |= flagBits.summaryOrFastTrack;
  }
  if (matter.needsPreservation) flags |= flagBits.needsPreservation;
  if (applicant.noFixedLivelihood) flags |= flagBits.noFixedLivelihood;
  if (household?.opponentInHousehold) flags |= flagBits.opponentInHousehold;
  let impaired = 0;
  if (applicant.impairments !== undefined)
    for (const code of applicant.impairments) impaired |= codeBits.impairments[code];
  return {
    class: anyBit | codeBits.class[matter.class],
    cause: matter.cause === undefined ? anyBit : anyBit | codeBits.cause[matter.cause],
    stage: criminal === undefined ? anyBit : anyBit | codeBits.stage[criminal.stage],
    role: criminal === undefined ? anyBit : anyBit | codeBits.role[criminal.role],
    notifiedBy: anyBit | codeBits.notifiedBy[criminal?.notifiedBy ?? 'none'],
    residence: anyBit | codeBits.residence[applicant.residence],
    groups: anyBit | groupBits(applicant.groups),
    impairments: anyBit | impaired,
    flags,
    age: ageOn(applicant.birthDate, facts.receivedOn),
    daysToExpiry: daysUntil(matter.limitationExpiresOn, facts.receivedOn),
    daysToHearing: daysUntil(criminal?.hearingOn, facts.receivedOn),
  };
}

function daysUntil(day: string | undefined, from: string): number {
  return day === undefined || day < from ? -1 : epochDayOf(day) - epochDayOf(from);
}
