import { groups } from '../../../modules/policy/index.ts';
import { field, options } from './field.ts';
import { chosen, oneOf, someOf, yuan } from './readers.ts';

/** Fields of the pre-check that the application asks otherwise: a band of age for a birth date, boxes for what the papers will show. */

export const circumstances = [
  'lifeOrDeathPossible',
  'inAbsentia',
  'sight',
  'hearing',
  'speech',
  'cannotFullyRecogniseActs',
] as const;

export const preCheckFields = {
  preAge: field({ kind: 'radio', label: 'pre.q.age', schema: chosen('e.choose') }),
  preGroups: field({
    kind: 'checkbox',
    label: 'pre.q.groups',
    schema: someOf([...groups, 'none'], 'e.pre.some'),
    none: 'none',
  }),
  preCircumstances: field({
    kind: 'checkbox',
    label: 'pre.q.circumstances',
    schema: someOf([...circumstances, 'none'], 'e.pre.some'),
    options: options('circumstance', [...circumstances, 'none']),
    none: 'none',
  }),
  preNotified: field({
    kind: 'radio',
    label: 'pre.q.notified',
    schema: oneOf(['none', 'police', 'procuratorate', 'court'], 'e.choose'),
    options: options('notified', ['none', 'police', 'procuratorate', 'court']),
  }),
  preProcedure: field({
    kind: 'radio',
    label: 'pre.q.procedure',
    schema: oneOf(['ordinary', 'summary'], 'e.choose'),
    options: options('procedure', ['ordinary', 'summary']),
  }),
  preOwnIncome: field({
    kind: 'money',
    label: 'pre.q.own',
    schema: yuan('e.money.missing'),
    max: 20,
    width: 'w11',
    inputMode: 'decimal',
  }),
  preRegion: field({ kind: 'radio', label: 'q.place', schema: chosen('e.place'), twoColumns: true }),
};
