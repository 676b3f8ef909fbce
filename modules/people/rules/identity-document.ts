import {
  checkIdentityNumber,
  type IdentityNumber,
  type IdentityNumberKind,
  type IdentityOptions,
} from './identity-number.ts';
import { no, type PeopleFault } from './refusals.ts';
import { compactNumber } from './typed-number.ts';

/** 证件种类. Each: its name, and either the number kinds it carries or the shape of its number. */
export const identityDocuments = {
  residentCard: { zh: '居民身份证', en: 'Resident identity card', numbers: ['resident', 'demonstration'] },
  householdRegister: { zh: '户口簿', en: 'Household register', numbers: ['resident', 'demonstration'] },
  residencePermit: {
    zh: '港澳台居民居住证',
    en: 'Residence permit for Hong Kong, Macau and Taiwan residents',
    numbers: ['hongKong', 'macau', 'taiwan'],
  },
  foreignerResidenceCard: {
    zh: '外国人永久居留身份证',
    en: 'Foreign permanent resident card',
    numbers: ['permanentResidentForeigner'],
    // Cards issued before 2023: three letters for the country, twelve digits.
    shape: /^[A-Z]{3}\d{12}$/,
  },
  passport: { zh: '护照', en: 'Passport', shape: /^(?=.*\d)[A-Z0-9]{5,17}$/ },
  hongKongMacauTravelPermit: {
    zh: '港澳居民来往内地通行证',
    en: 'Mainland travel permit for Hong Kong and Macau residents',
    shape: /^[HM]\d{8}(\d{2})?$/,
  },
  taiwanTravelPermit: {
    zh: '台湾居民来往大陆通行证',
    en: 'Mainland travel permit for Taiwan residents',
    shape: /^\d{8}(\d{2}[A-Z]?)?$/,
  },
  militaryCard: {
    zh: '军人证件',
    en: 'Military identity document',
    shape: /^\p{Script=Han}{0,5}[A-Z0-9]{5,12}号?$/u,
  },
  birthCertificate: { zh: '出生医学证明', en: 'Medical certificate of birth', shape: /^[A-Z]\d{9}$/ },
  other: { zh: '其他证件', en: 'Another document', shape: /^[\p{Script=Han}A-Z0-9()〔〕[\]]{2,40}$/u },
} as const satisfies Record<
  string,
  { zh: string; en: string; numbers?: readonly IdentityNumberKind[]; shape?: RegExp }
>;

export type IdentityDocumentKind = keyof typeof identityDocuments;

/** A number accepted for a document. Birth date and sex only where the number itself tells them. */
export type IdentityDocument = IdentityNumber | { readonly ok: true; readonly normalised: string };

/** Check a number for the kind of document it was read from. */
export function checkIdentityDocument(
  kind: IdentityDocumentKind,
  typed: string,
  options: IdentityOptions,
): IdentityDocument | PeopleFault {
  const document: { readonly numbers?: readonly IdentityNumberKind[]; readonly shape?: RegExp } =
    identityDocuments[kind];
  const normalised = compactNumber(typed.slice(0, 100)).toUpperCase();
  if (normalised === '') return no('identity.empty');
  if (document.shape?.test(normalised) === true) return { ok: true, normalised };
  if (document.numbers === undefined) return no('identity.documentFormat');
  const checked = checkIdentityNumber(typed, options);
  if (!checked.ok) return checked;
  return document.numbers.includes(checked.kind) ? checked : no('identity.documentFormat');
}
