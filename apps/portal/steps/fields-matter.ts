import { field, options } from './field.ts';
import { anyOf, chosen, day, oneOf, optionalLine, prose, someOf } from './readers.ts';

/** What happened: the matter in the person's own words, its cause, where it is and how urgent it is. */

export const needs = ['wages', 'injury', 'family', 'violence', 'criminal', 'benefits', 'land', 'other'] as const;
export type Need = (typeof needs)[number];

export const criminalRoles = ['suspectOrDefendant', 'victim', 'privateProsecutor', 'incidentalCivilPlaintiff'] as const;
export const criminalStages = [
  'investigation',
  'prosecutionReview',
  'firstInstance',
  'secondInstance',
  'deathPenaltyReview',
  'retrial',
  'compulsoryMedical',
] as const;
export const organs = ['none', 'court', 'labourArbitration', 'police', 'procuratorate', 'government', 'other'] as const;
export const urgencies = ['deadline', 'preservation', 'none'] as const;
const yesNoUnsure = ['yes', 'no', 'unsure'] as const;

export const matterFields = {
  need: field({ kind: 'radio', label: 'q.need', schema: oneOf(needs, 'e.need'), options: options('need', needs) }),
  story: field({ kind: 'textarea', label: 'q.story', schema: prose(2000, 'e.story'), max: 2000, rows: 9 }),
  cause: field({ kind: 'radio', label: 'q.cause', schema: chosen('e.cause'), options: 'causes' }),
  criminalRole: field({
    kind: 'radio',
    label: 'q.criminal-role',
    schema: oneOf(criminalRoles, 'e.choose'),
    options: options('role', criminalRoles),
  }),
  criminalStage: field({
    kind: 'radio',
    label: 'q.criminal-stage',
    schema: oneOf(criminalStages, 'e.choose'),
    options: options('stage', criminalStages),
  }),
  hasDefender: field({
    kind: 'radio',
    label: 'f.hasDefender',
    schema: oneOf(['yes', 'no'], 'e.choose'),
    options: options('yn', ['yes', 'no']),
  }),
  lifeOrDeath: field({
    kind: 'radio',
    label: 'f.lifeOrDeath',
    hint: 'f.lifeOrDeath.hint',
    schema: oneOf(yesNoUnsure, 'e.choose'),
    options: options('yn', yesNoUnsure),
  }),
  charge: field({
    kind: 'text',
    label: 'f.charge',
    hint: 'f.charge.hint',
    schema: optionalLine(60),
    max: 60,
    optional: true,
  }),
  organ: field({
    kind: 'radio',
    label: 'q.organ',
    schema: oneOf(organs, 'e.choose'),
    options: options('organ', organs),
  }),
  organName: field({
    kind: 'text',
    label: 'f.organName',
    hint: 'f.organName.hint',
    schema: optionalLine(80),
    max: 80,
    optional: true,
  }),
  place: field({ kind: 'radio', label: 'q.place', schema: chosen('e.place'), options: 'organCounties' }),
  urgent: field({
    kind: 'checkbox',
    label: 'q.urgent',
    schema: someOf(urgencies, 'e.urgent'),
    options: options('urgent', urgencies),
    none: 'none',
  }),
  limitationExpiresOn: field({ kind: 'date', label: 'q.deadline', schema: day('e.deadline') }),
};

/** Help that makes it possible to take part. */
export const helpValues = [
  'sight',
  'hearing',
  'speech',
  'cannotFullyRecogniseActs',
  'largePrint',
  'signLanguage',
  'interpreter',
  'homeVisit',
] as const;

export const helpFields = {
  help: field({
    kind: 'checkbox',
    label: 'q.help',
    schema: anyOf(helpValues),
    options: options('help', helpValues),
    optional: true,
  }),
  spokenLanguage: field({
    kind: 'text',
    label: 'f.spokenLanguage',
    hint: 'f.spokenLanguage.hint',
    schema: optionalLine(30),
    max: 30,
    optional: true,
    width: 'w11',
  }),
};
