import { field, options } from './field.ts';
import { anyOf, count, oneOf, yuan } from './readers.ts';

/** Groups, household and income, and whether the person promises or proves. */

/** Groups a person names; being a minor, older, a woman or of an ethnic minority is read from the earlier answers instead. */
export const askedGroups = [
  'migrantWorker',
  'farmer',
  'personWithDisability',
  'socialAssistance',
  'judicialAssistance',
  'preferentialTreatment',
  'military',
  'militaryFamily',
  'martyrSurvivor',
  'student',
  'relocatedMigrant',
  'foreigner',
] as const;

export const meansFields = {
  groups: field({
    kind: 'checkbox',
    label: 'q.groups',
    schema: anyOf([...askedGroups, 'none']),
    options: options('group', [...askedGroups, 'none']),
    none: 'none',
    optional: true,
  }),
  livelihood: field({
    kind: 'radio',
    label: 'q.livelihood',
    schema: oneOf(['yes', 'no'], 'e.choose'),
    options: options('livelihood', ['yes', 'no']),
  }),
  householdMembers: field({
    kind: 'text',
    label: 'f.householdMembers',
    schema: count(50, 'e.count.missing'),
    max: 6,
    width: 'w4',
    inputMode: 'numeric',
  }),
  opponentInHousehold: field({
    kind: 'radio',
    label: 'f.opponentInHousehold',
    hint: 'f.opponentInHousehold.hint',
    schema: oneOf(['yes', 'no'], 'e.choose'),
    options: options('yn', ['yes', 'no']),
  }),
  householdIncome: field({
    kind: 'money',
    label: 'f.householdIncome',
    hint: 'f.householdIncome.hint',
    schema: yuan('e.money.missing'),
    max: 20,
    width: 'w11',
    inputMode: 'decimal',
  }),
  ownIncome: field({
    kind: 'money',
    label: 'f.ownIncome',
    schema: yuan('e.money.missing'),
    max: 20,
    width: 'w11',
    inputMode: 'decimal',
  }),
  proof: field({
    kind: 'radio',
    label: 'q.proof',
    schema: oneOf(['commitment', 'documents'], 'e.choose'),
    options: options('proof', ['commitment', 'documents']),
  }),
};
