import type { Tx } from '../../../kernel/use-case/index.ts';
import { assess, assessmentHash, type Facts, lawOf } from '../../policy/index.ts';
import type { AnswerSupplement } from '../schema.ts';
import { openFacts, sealFacts } from '../sealed.ts';
import type { ApplicationChanges, ApplicationRow } from '../store.ts';

/** The assessment made anew from the facts and what has been told since: the row's changes, and the outcome. */
export function reassessed(
  tx: Tx,
  row: ApplicationRow,
  household: AnswerSupplement['household'],
): { readonly changes: ApplicationChanges; readonly outcome: string } {
  const before = openFacts(tx, row);
  const facts: Facts =
    household === undefined ? before : ({ ...before, household: stripUndefined(household) } as Facts);
  const law = lawOf(tx);
  const assessment = assess(facts, { law });
  return {
    changes: {
      factsSealed: sealFacts(tx, row.tenant, row.id, facts),
      assessment,
      assessmentHash: assessmentHash(facts, assessment),
      outcome: assessment.outcome,
      route: assessment.route,
      ruleSet: assessment.ruleSet,
      lawRevision: law.revision,
    },
    outcome: assessment.outcome,
  };
}

function stripUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
