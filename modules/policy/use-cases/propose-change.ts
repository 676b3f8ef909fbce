import { z } from 'zod';
import { violatedUnique } from '../../../kernel/db/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { FigureChange, figureOf } from '../law/figure-change.ts';
import type { StandingFigure } from '../law/standing-figure.ts';
import { changeLifecycle } from '../lifecycle.ts';
import { mayProposeChange } from '../permissions.ts';
import { insertChange, selectApproved } from '../store.ts';
import { judgeChange, officeOf, proposalFaults, refusedChange } from './judge-change.ts';

export const ProposeChange = z.strictObject({
  change: FigureChange,
  /** True to put right a figure whose first day has passed; decisions already made are not touched. */
  correction: z.boolean().default(false),
});
export type ProposeChange = z.infer<typeof ProposeChange>;

/** What a change would do, side by side. */
export interface ChangePreview {
  readonly office: string;
  readonly before: StandingFigure | undefined;
  readonly after: StandingFigure | undefined;
  readonly takesEffectOn: LocalDate;
}

/**
 * 看一看会怎样: everything that `proposeChange` would say, without a record.
 * @throws Refusal `auth.forbidden`, `input.invalid` with every fault at its field
 */
export async function previewChange(
  tx: Tx,
  actor: Actor,
  { change, correction }: ProposeChange,
  seat: string,
): Promise<ChangePreview> {
  const office = officeOf(change, seat);
  actor.must(mayProposeChange, { tenant: office });
  const judged = judgeChange(change, await selectApproved(tx));
  if (!judged.ok) throw refusedChange(judged.faults);
  const faults = proposalFaults(tx, change, correction, judged.before);
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return { office, before: judged.before, after: judged.after, takesEffectOn: change.effectiveFrom };
}

/**
 * 提出变更: one figure, its new value, from which day, on which paper. Nothing holds until a second person has approved.
 * @throws Refusal as {@link previewChange}, and `policy.alreadyProposed`
 */
export async function proposeChange(
  tx: Tx,
  actor: Actor,
  input: ProposeChange,
  seat: string,
): Promise<{ id: string; version: number }> {
  const { change } = input;
  const { office, before } = await previewChange(tx, actor, input, seat);
  const correction = change.effectiveFrom < tx.today;
  const id = tx.newId();
  try {
    await insertChange(tx, {
      id,
      office,
      figure: figureOf(change),
      change: JSON.stringify(change),
      before: before === undefined ? null : JSON.stringify(before),
      effectiveFrom: change.effectiveFrom,
      correction,
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposedAt: tx.at,
      state: changeLifecycle.initial,
      version: 1,
    });
  } catch (error) {
    if (violatedUnique(error) === 'policy_change_pending') throw new Refusal('policy.alreadyProposed');
    throw error;
  }
  tx.record({
    tenant: office,
    matterId: id,
    kind: 'policy.changeProposed',
    subject: 'policyChange',
    subjectId: id,
    payload: { change, correction },
  });
  return { id, version: 1 };
}
