import type { Facts } from '../../../schema.ts';
import { ageOn } from '../../features.ts';
import type { PreCheckAnswers } from '../answers.ts';
import type { Question } from '../choose-question.ts';
import type { FactName } from '../facts.ts';

/** A person whose facts are all known, answering one question as it was asked and nothing else. */
export function answered(answers: PreCheckAnswers, question: Question, facts: Facts): PreCheckAnswers {
  const { matter, applicant, household } = facts;
  const criminal = matter.criminal;
  switch (question.id) {
    case 'class':
      return { ...answers, criminal: matter.class === 'criminal' };
    case 'cause': {
      const cause = matter.cause ?? 'none';
      return { ...answers, cause: question.values.includes(cause) ? cause : 'none' };
    }
    case 'role':
      return { ...answers, role: criminal?.role };
    case 'stage':
      return { ...answers, stage: criminal?.stage };
    case 'hasDefender':
      return { ...answers, hasDefender: criminal?.hasDefender };
    case 'procedure':
      return { ...answers, summaryOrFastTrack: criminal?.summaryOrFastTrack ?? false };
    case 'notified':
      return { ...answers, notifiedBy: criminal?.notifiedBy ?? 'none' };
    case 'age':
      return { ...answers, age: ageOn(applicant.birthDate, facts.receivedOn) };
    case 'livelihood':
      return { ...answers, noFixedLivelihood: applicant.noFixedLivelihood ?? false };
    case 'residence':
      return { ...answers, residence: applicant.residence };
    case 'region':
      return { ...answers, region: facts.region };
    case 'opponentInHousehold':
      return { ...answers, opponentInHousehold: household?.opponentInHousehold ?? false };
    case 'householdIncome':
      return { ...answers, members: household?.members, annualIncome: household?.annualIncome };
    case 'ownIncome':
      return { ...answers, applicantAnnualIncome: household?.applicantAnnualIncome };
    case 'circumstances':
    case 'groups':
      return ticked(answers, question.facts, facts);
  }
}

/** A page of boxes: each box offered is ticked or not; a disability counts whichever way it was told. */
function ticked(answers: PreCheckAnswers, offered: readonly FactName[], { matter, applicant }: Facts): PreCheckAnswers {
  const impaired = applicant.impairments ?? [];
  const isTrue = (fact: FactName): boolean => {
    const [kind, name] = fact.split('.');
    if (kind === 'impairment') return impaired.some((impairment) => impairment === name);
    if (kind === 'group') {
      return (
        (applicant.groups ?? []).some((group) => group === name) ||
        (name === 'personWithDisability' && impaired.length > 0)
      );
    }
    return matter.criminal?.[fact as 'inAbsentia'] ?? false;
  };
  const of = (kind: string): Record<string, boolean> =>
    Object.fromEntries(
      offered.filter((fact) => fact.startsWith(`${kind}.`)).map((fact) => [fact.slice(kind.length + 1), isTrue(fact)]),
    );
  return {
    ...answers,
    ...(offered.includes('lifeOrDeathPossible') ? { lifeOrDeathPossible: isTrue('lifeOrDeathPossible') } : {}),
    ...(offered.includes('inAbsentia') ? { inAbsentia: isTrue('inAbsentia') } : {}),
    impairments: { ...answers.impairments, ...of('impairment') },
    groups: { ...answers.groups, ...of('group') },
  };
}
