import type { QuestionId } from '../../../modules/policy/index.ts';
import type { LocaleKey } from '../locales/locale.ts';
import type { FieldName } from '../steps/values.ts';

/** How each question of the pre-check is put to a person. */
export interface PrePage {
  readonly title: LocaleKey;
  readonly hint?: LocaleKey;
  readonly fields: readonly FieldName[];
  /** May be left unanswered: "I do not know, or would rather not say". */
  readonly unsure: boolean;
}

/** What happened cannot be left open; all else may be. A question that the law may ask and that has no page does not compile. */
export const prePages: Readonly<Record<QuestionId, PrePage>> = {
  class: { title: 'q.need', hint: 'pre.q.need.hint', fields: ['need'], unsure: false },
  cause: { title: 'q.cause', hint: 'pre.q.cause.hint', fields: ['cause'], unsure: false },
  role: { title: 'q.criminal-role', fields: ['criminalRole'], unsure: false },
  hasDefender: { title: 'f.hasDefender', hint: 'pre.q.defender.hint', fields: ['hasDefender'], unsure: true },
  circumstances: {
    title: 'pre.q.circumstances',
    hint: 'pre.q.circumstances.hint',
    fields: ['preCircumstances'],
    unsure: true,
  },
  groups: { title: 'pre.q.groups', hint: 'pre.q.groups.hint', fields: ['preGroups'], unsure: true },
  age: { title: 'pre.q.age', fields: ['preAge'], unsure: true },
  stage: { title: 'q.criminal-stage', hint: 'q.criminal-stage.hint', fields: ['criminalStage'], unsure: true },
  procedure: { title: 'pre.q.procedure', hint: 'pre.q.procedure.hint', fields: ['preProcedure'], unsure: true },
  notified: { title: 'pre.q.notified', hint: 'pre.q.notified.hint', fields: ['preNotified'], unsure: true },
  livelihood: { title: 'q.livelihood', hint: 'q.livelihood.hint', fields: ['livelihood'], unsure: true },
  residence: { title: 'f.residence', hint: 'pre.q.residence.hint', fields: ['residence'], unsure: true },
  region: { title: 'q.place', fields: ['preRegion'], unsure: true },
  opponentInHousehold: {
    title: 'f.opponentInHousehold',
    hint: 'pre.q.opponent.hint',
    fields: ['opponentInHousehold'],
    unsure: true,
  },
  ownIncome: { title: 'pre.q.own', hint: 'q.income.hint', fields: ['preOwnIncome'], unsure: true },
  householdIncome: {
    title: 'pre.q.income',
    hint: 'q.income.hint',
    fields: ['householdMembers', 'householdIncome'],
    unsure: true,
  },
};
