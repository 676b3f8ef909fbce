import { parseApplicationNumber, tenantOfNumber } from '../../../modules/applications/index.ts';
import { childrenOf } from '../../../modules/network/index.ts';
import { birthDateOf, type IdentityDocumentKind } from '../../../modules/people/index.ts';
import { ageOn } from '../../../modules/policy/index.ts';
import type { JourneyContext } from './context.ts';
import { elsewhere, unsure } from './fields-person.ts';
import type { Values } from './values.ts';

// What follows from the answers without being asked again.

/** The document as the people module takes it; undefined where there is none. */
export function documentIn(values: Values): { kind: IdentityDocumentKind; number: string } | undefined {
  const { documentKind, documentNumber } = values;
  return documentKind === undefined || documentKind === 'none' || documentNumber === undefined || documentNumber === ''
    ? undefined
    : { kind: documentKind, number: documentNumber };
}

/** True when the document's own number tells birth and sex: they are not asked again. */
export function documentTellsBirth(values: Values): boolean {
  const document = documentIn(values);
  return document !== undefined && birthDateOf({ document }) !== undefined;
}

export function birthDateIn(values: Values): string | undefined {
  const document = documentIn(values);
  return birthDateOf({ document, birthDate: values.birthDate });
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

/** The county of the city (or the city itself) that stands in an application's number, as typed; undefined where it tells none of ours. */
export function placeOfNumber(
  typed: string | undefined,
  { register, city, today }: Pick<JourneyContext, 'register' | 'city' | 'today'>,
): string | undefined {
  const number = typed === undefined ? undefined : parseApplicationNumber(typed);
  if (number === undefined) return undefined;
  const tenant = tenantOfNumber(number);
  return [city, ...childrenOf(register, city, today).map(({ code }) => code)].find((place) => place === tenant);
}

/** The class of the matter, from the need, the cause and who stands on the other side. A reviewer may correct it. */
export function matterClass(values: Values): 'civil' | 'administrative' | 'stateCompensation' | 'criminal' {
  if (values.need === 'criminal') return 'criminal';
  if (values.cause === 'stateCompensation' || values.cause === 'acquittalCompensation') return 'stateCompensation';
  return values.opponentKind === 'government' ? 'administrative' : 'civil';
}
