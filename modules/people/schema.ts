import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/time/index.ts';
import {
  checkIdentityDocument,
  type IdentityDocument,
  type IdentityDocumentKind,
  identityDocuments,
} from './rules/identity-document.ts';
import { normaliseIdentityNumber, type Sex } from './rules/identity-number.ts';
import { checkPersonName, longestName } from './rules/person-name.ts';
import { checkPhone } from './rules/phone.ts';
import type { PeopleFault } from './rules/refusals.ts';

/*
 * What is said about a person, whichever door it comes through. The schema judges what does not depend on the day or on
 * whether the data is the demonstration's; `savePerson` judges the rest.
 */

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

function faultless(check: (typed: string) => { readonly ok: true } | PeopleFault) {
  return (typed: string, context: z.RefinementCtx<string>): void => {
    const checked = check(typed);
    if (!checked.ok) context.addIssue({ code: 'custom', params: { ...checked.details, code: checked.code } });
  };
}

export const sexes = ['female', 'male'] as const satisfies readonly Sex[];

const documentKinds = Object.keys(identityDocuments) as [IdentityDocumentKind, ...IdentityDocumentKind[]];

/** 证件: a document and its number as typed; a household register carries a resident number like the card. */
export const documentInput = z
  .strictObject({ kind: z.enum(documentKinds), number: z.string().max(60) })
  .superRefine(({ kind, number }, context) => {
    const checked = checkWhateverTheDay(kind, number);
    if (!checked.ok) {
      context.addIssue({ code: 'custom', path: ['number'], params: { ...checked.details, code: checked.code } });
    }
  });

/** A person as given: a name is enough, everything else where the matter needs it. */
export const personInput = z.strictObject({
  name: z
    .string()
    .max(longestName * 4)
    .superRefine(faultless(checkPersonName)),
  sex: z.enum(sexes).optional(),
  birthDate: z
    .string()
    .refine(isLocalDate, { params: { code: 'input.date' } })
    .optional(),
  ethnicity: line(20).optional(),
  document: documentInput.optional(),
  phone: z
    .string()
    .max(40)
    .superRefine(faultless((typed) => checkPhone(typed, { allowDemonstration: true })))
    .optional(),
  address: line(200).optional(),
  /** Where the person lives: any code of the register of regions. */
  region: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
    .optional(),
  /** True for a victim whose address nobody on the other side may ever learn. */
  shielded: z.boolean().optional(),
  demonstration: z.boolean().optional(),
});
export type PersonInput = z.infer<typeof personInput>;

/** What a screen or a list may show of a person. Protected values are masked; the whole ones stand behind a reveal. */
export const personView = z.strictObject({
  personId: z.uuid(),
  tenant: z.string(),
  name: z.string(),
  sex: z.enum(sexes).nullable(),
  birthDate: z.string().nullable(),
  ethnicity: z.string().nullable(),
  document: z.strictObject({ kind: z.enum(documentKinds), masked: z.string() }).nullable(),
  phone: z.string().nullable(),
  /** Down to the county; null also for a shielded person who has one. */
  address: z.string().nullable(),
  /** Of a shielded person, the county only. */
  region: z.string().nullable(),
  shielded: z.boolean(),
  demonstration: z.boolean(),
  version: z.int(),
});
export type PersonView = Readonly<z.infer<typeof personView>>;

/** Values that a reveal opens. */
export const protectedFields = ['identityNumber', 'phone', 'address'] as const;
export type ProtectedField = (typeof protectedFields)[number];

/** Why somebody looks: chosen from a list, and said in words. */
export const revealReasons = {
  contact: { zh: '联系当事人', en: 'To contact the person' },
  identify: { zh: '核对身份', en: 'To check identity' },
  paper: { zh: '制作文书', en: 'To make a paper' },
  handling: { zh: '办理案件', en: 'To handle the case' },
  followUp: { zh: '回访', en: 'To follow up' },
  other: { zh: '其他', en: 'Other' },
} as const;

const reasonCodes = Object.keys(revealReasons) as [keyof typeof revealReasons, ...(keyof typeof revealReasons)[]];

export const revealReason = z.strictObject({
  code: z.enum(reasonCodes).default('other'),
  text: z.string().trim().max(200),
});
export type RevealReason = z.infer<typeof revealReason>;

/**
 * Check a document number as far as no calendar is needed: it is judged on the very day it names as the birth date.
 * Demonstration numbers pass; `savePerson` refuses them outside the demonstration.
 */
export function checkWhateverTheDay(kind: IdentityDocumentKind, number: string): IdentityDocument | PeopleFault {
  const places = normaliseIdentityNumber(number);
  const ownDay: LocalDate = `${places.slice(6, 10)}-${places.slice(10, 12)}-${places.slice(12, 14)}`;
  return checkIdentityDocument(kind, number, { today: ownDay, allowDemonstration: true });
}

/** The birth date a person's document tells, else the one given; undefined when neither does. */
export function birthDateOf(person: Pick<PersonInput, 'birthDate' | 'document'>): LocalDate | undefined {
  if (person.document !== undefined) {
    const checked = checkWhateverTheDay(person.document.kind, person.document.number);
    if (checked.ok && 'birthDate' in checked) return checked.birthDate;
  }
  return person.birthDate;
}

/** The sex a person's document tells, else the one given; undefined when neither does. */
export function sexOf(person: Pick<PersonInput, 'sex' | 'document'>): Sex | undefined {
  if (person.document !== undefined) {
    const checked = checkWhateverTheDay(person.document.kind, person.document.number);
    if (checked.ok && 'sex' in checked) return checked.sex;
  }
  return person.sex;
}
