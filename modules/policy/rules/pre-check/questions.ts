import { groups, impairments } from '../../schema.ts';
import type { FactName } from './facts.ts';

/** What can be asked of a person, one page each. */
export const questionIds = [
  'class',
  'role',
  'cause',
  'hasDefender',
  'circumstances',
  'groups',
  'age',
  'stage',
  'procedure',
  'notified',
  'livelihood',
  'residence',
  'region',
  'opponentInHousehold',
  'ownIncome',
  'householdIncome',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface QuestionRow {
  readonly facts: readonly FactName[];
  /** How much is asked of the person: what happened before who one is, who one is before how one lives, and income last of all. */
  readonly burden: number;
  /** Means nothing to anyone until the matter is known to be criminal. */
  readonly criminal?: true;
}

/**
 * Which facts a question tells. Facts in no row are nobody's to answer beforehand: the days left to a period or a hearing, and whether
 * preservation is needed, change how fast aid comes and not whether it does.
 */
export const questionTable: Readonly<Record<QuestionId, QuestionRow>> = {
  class: { facts: ['class'], burden: 0 },
  role: { facts: ['role'], burden: 1, criminal: true },
  cause: { facts: ['cause'], burden: 2 },
  hasDefender: { facts: ['hasDefender'], burden: 2, criminal: true },
  circumstances: {
    facts: ['lifeOrDeathPossible', 'inAbsentia', ...impairments.map((name): FactName => `impairment.${name}`)],
    burden: 3,
    criminal: true,
  },
  groups: { facts: groups.map((name): FactName => `group.${name}`), burden: 3 },
  age: { facts: ['age'], burden: 3 },
  stage: { facts: ['stage'], burden: 3, criminal: true },
  procedure: { facts: ['summaryOrFastTrack'], burden: 4, criminal: true },
  notified: { facts: ['notifiedBy'], burden: 4, criminal: true },
  livelihood: { facts: ['noFixedLivelihood'], burden: 4 },
  residence: { facts: ['residence'], burden: 4 },
  region: { facts: ['region'], burden: 4 },
  opponentInHousehold: { facts: ['opponentInHousehold'], burden: 5 },
  ownIncome: { facts: ['ownIncome'], burden: 6 },
  householdIncome: { facts: ['householdIncome'], burden: 6 },
};
