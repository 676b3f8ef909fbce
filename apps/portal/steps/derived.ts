import { birthDateOf, sexOf } from './identity-number.ts';
import { elsewhere, unsure } from './fields-person.ts';
import type { Values } from './values.ts';

// What follows from the answers without being asked again.

/** Both cards carry an 18-digit number that tells birth and sex (GB 11643; residence permits of 2018 use 81, 82, 83). */
export function hasIdentityNumber(values: Values): boolean {
  return values.documentKind === 'idCard' || values.documentKind === 'residencePermit';
}

export function birthDateIn(values: Values): string | undefined {
  return hasIdentityNumber(values) && values.documentNumber?.length === 18 ? birthDateOf(values.documentNumber) : values.birthDate;
}

export function sexIn(values: Values): 'male' | 'female' | undefined {
  return hasIdentityNumber(values) && values.documentNumber?.length === 18 ? sexOf(values.documentNumber) : values.sex;
}

/** Whole years on a day; birthdays of 29 February are kept on 1 March (民法典 counts full years from the day of birth). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function isMinor(values: Values, today: string): boolean {
  const birth = birthDateIn(values);
  return birth !== undefined && ageOn(birth, today) < 18;
}

/** 60 and over (老年人权益保障法 art. 2). */
export function isOlder(values: Values, today: string): boolean {
  const birth = birthDateIn(values);
  return birth !== undefined && ageOn(birth, today) >= 60;
}

/** Where the person lives, as deep as it was told: village, township, county; undefined outside the city. */
export function homeRegion(values: Values): string | undefined {
  if (values.homeCounty === undefined || values.homeCounty === elsewhere) return undefined;
  if (values.homeTownship === undefined || values.homeTownship === unsure) return values.homeCounty;
  return values.homeVillage === undefined || values.homeVillage === unsure ? values.homeTownship : values.homeVillage;
}

/**
 * The county (or the city itself) whose centre is competent, as far as the answers tell: where the handling organ sits, else
 * where it happened (法律援助法 art. 38), else where the person lives. Undefined when all of it lies outside the city.
 */
export function matterRegion(values: Values): string | undefined {
  if (values.place !== undefined && values.place !== elsewhere && values.place !== unsure) return values.place;
  return values.homeCounty === elsewhere ? undefined : values.homeCounty;
}

/** The class of the matter, from the need, the cause and who stands on the other side. A reviewer may correct it. */
export function matterClass(values: Values): 'civil' | 'administrative' | 'stateCompensation' | 'criminal' {
  if (values.need === 'criminal') return 'criminal';
  if (values.cause === 'stateCompensation' || values.cause === 'acquittalCompensation') return 'stateCompensation';
  return values.opponentKind === 'government' ? 'administrative' : 'civil';
}
