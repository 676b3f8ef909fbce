import { type IdentityDocumentKind, identityDocuments } from '../../../modules/people/index.ts';
import { ethnicitiesOnScreen } from './ethnicities.ts';
import { field, options } from './field.ts';
import { chosen, day, documentNumber, line, oneOf, optionalLine, personName, phoneNumber } from './readers.ts';

/** Who: the person who needs help, whoever applies for them, and how to reach them safely. */

export const relations = ['guardian', 'closeRelative', 'authorisedAgent', 'liaison'] as const;
const documents = Object.keys(identityDocuments) as IdentityDocumentKind[];
export const documentKinds = [...documents, 'none'] as [IdentityDocumentKind, ...IdentityDocumentKind[], 'none'];
export const contactWays = ['anyTime', 'messageOnly', 'discreet'] as const;
export const elsewhere = 'elsewhere';
export const unsure = 'unsure';

const idNumber = {
  kind: 'text',
  schema: documentNumber,
  max: 60,
  width: 'w18',
  autoComplete: 'off',
  spellCheck: false,
} as const;

export const personFields = {
  forWhom: field({
    kind: 'radio',
    label: 'q.who',
    schema: oneOf(['self', 'other'], 'e.choose'),
    options: options('who', ['self', 'other']),
  }),
  agentName: field({ kind: 'text', label: 'f.agentName', schema: personName, max: 60, autoComplete: 'name' }),
  agentRelation: field({
    kind: 'radio',
    label: 'f.agentRelation',
    schema: oneOf(relations, 'e.choose'),
    options: options('relation', relations),
  }),
  agentPhone: field({
    kind: 'text',
    label: 'f.agentPhone',
    schema: phoneNumber,
    max: 30,
    width: 'w11',
    inputMode: 'tel',
    autoComplete: 'tel',
  }),
  agentIdNumber: field({ ...idNumber, label: 'f.agentIdNumber', hint: 'f.agentIdNumber.hint' }),
  name: field({ kind: 'text', label: 'q.name', schema: personName, max: 60 }),
  documentKind: field({
    kind: 'radio',
    label: 'f.documentKind',
    schema: oneOf(documentKinds, 'e.choose'),
    options: [
      ...documents.map((kind) => ({ value: kind, label: identityDocuments[kind] })),
      { value: 'none', label: 'o.document.none' },
    ],
  }),
  documentNumber: field({ ...idNumber, label: 'f.documentNumber', hint: 'f.documentNumber.hint' }),
  birthDate: field({ kind: 'date', label: 'f.birthDate', schema: day('e.birth.missing'), autoComplete: 'bday' }),
  sex: field({
    kind: 'radio',
    label: 'f.sex',
    schema: oneOf(['female', 'male'], 'e.choose'),
    options: options('sex', ['female', 'male']),
    twoColumns: true,
  }),
  ethnicity: field({
    kind: 'select',
    label: 'q.ethnicity',
    schema: oneOf(ethnicitiesOnScreen.map(([zh]) => zh) as [string, ...string[]], 'e.ethnicity'),
    options: ethnicitiesOnScreen.map(([zh, en]) => ({ value: zh, label: { zh, en } })),
  }),
  phone: field({
    kind: 'text',
    label: 'f.phone',
    schema: phoneNumber,
    max: 30,
    width: 'w11',
    inputMode: 'tel',
    autoComplete: 'tel',
  }),
  contactWay: field({
    kind: 'radio',
    label: 'f.contactWay',
    schema: oneOf(contactWays, 'e.choose'),
    options: options('contact', contactWays),
  }),
  contactNote: field({
    kind: 'text',
    label: 'f.contactNote',
    hint: 'f.contactNote.hint',
    schema: optionalLine(80),
    max: 80,
    optional: true,
  }),
  homeCounty: field({
    kind: 'radio',
    label: 'q.home',
    schema: chosen('e.choose'),
    options: 'counties',
    twoColumns: true,
  }),
  homeTownship: field({
    kind: 'radio',
    label: 'q.home-township',
    schema: chosen('e.choose'),
    options: 'townships',
    twoColumns: true,
  }),
  homeVillage: field({
    kind: 'radio',
    label: 'q.home-village',
    schema: chosen('e.choose'),
    options: 'villages',
    twoColumns: true,
  }),
  address: field({
    kind: 'text',
    label: 'f.address',
    hint: 'f.address.hint',
    schema: line(120, 'e.address'),
    max: 120,
    autoComplete: 'street-address',
  }),
  residence: field({
    kind: 'radio',
    label: 'f.residence',
    hint: 'f.residence.hint',
    schema: oneOf(['rural', 'urban'], 'e.choose'),
    options: options('residence', ['rural', 'urban']),
    twoColumns: true,
  }),
};
