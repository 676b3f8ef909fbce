import type { PreCheckAnswers, Question } from '../../../modules/policy/index.ts';
import { circumstances } from '../steps/fields-pre-check.ts';
import type { Values } from '../steps/values.ts';
import { causesOfNeed } from './options.ts';

/** What an answered page tells the law. Boxes that were shown and left empty are a no; those that were not shown stay open. */
export function answersFrom(
  { id, facts }: Question,
  values: Values,
  before: { readonly answers: PreCheckAnswers; readonly values: Values },
): PreCheckAnswers {
  const { answers } = before;
  switch (id) {
    case 'class': {
      const causes = causesOfNeed(values.need);
      return { ...answers, criminal: values.need === 'criminal', ...(causes === undefined ? {} : { causes }) };
    }
    case 'cause':
      // In a criminal matter "none of these" is no cause at all.
      return {
        ...answers,
        cause: answers.criminal === true && values.cause === 'other' ? 'none' : (values.cause as 'other'),
      };
    case 'role':
      return { ...answers, role: values.criminalRole };
    case 'stage':
      return { ...answers, stage: values.criminalStage };
    case 'hasDefender':
      return { ...answers, hasDefender: values.hasDefender === 'yes' };
    case 'procedure':
      return { ...answers, summaryOrFastTrack: values.preProcedure === 'summary' };
    case 'notified':
      return { ...answers, notifiedBy: values.preNotified };
    case 'age':
      return { ...answers, age: Number(values.preAge) };
    case 'livelihood':
      return { ...answers, noFixedLivelihood: values.livelihood === 'no' };
    case 'residence':
      return { ...answers, residence: values.residence };
    case 'region':
      return { ...answers, region: values.preRegion };
    case 'opponentInHousehold':
      return { ...answers, opponentInHousehold: values.opponentInHousehold === 'yes' };
    case 'householdIncome':
      return { ...answers, members: values.householdMembers, annualIncome: values.householdIncome };
    case 'ownIncome':
      return { ...answers, applicantAnnualIncome: values.preOwnIncome };
    case 'groups': {
      const shown = facts.map((fact) => fact.slice('group.'.length));
      return { ...answers, groups: { ...answers.groups, ...boxes(shown, values.preGroups) } };
    }
    case 'circumstances': {
      const shown = circumstances.filter((name) =>
        facts.some((fact) => fact === name || fact === `impairment.${name}`),
      );
      const { lifeOrDeathPossible, inAbsentia, ...impairments } = boxes(shown, values.preCircumstances);
      return {
        ...answers,
        ...(lifeOrDeathPossible === undefined ? {} : { lifeOrDeathPossible }),
        ...(inAbsentia === undefined ? {} : { inAbsentia }),
        impairments: { ...answers.impairments, ...impairments },
      };
    }
  }
}

function boxes<N extends string>(shown: readonly N[], ticked: readonly string[] = []): Partial<Record<N, boolean>> {
  return Object.fromEntries(shown.map((name) => [name, ticked.includes(name)])) as Partial<Record<N, boolean>>;
}
