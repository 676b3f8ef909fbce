import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { bureauCommitmentStates, type CommitmentState, commitmentLifecycle } from '../commitment-lifecycle.ts';
import { type CommitmentRow, commitmentOf, commitmentsIn, type ListedCommitmentRow } from '../commitment-store.ts';
import { mayReadCommitments, mayReadFalseCommitments } from '../permissions.ts';
import { openCommitmentWords } from '../sealed.ts';

export type CommitmentView = Omit<CommitmentRow, 'checkSealed' | 'decisionSealed'> & {
  readonly check: string | null;
  readonly decision: string | null;
  readonly allowedActions: readonly string[];
};

/** On a list, with what its matter is about. */
export type ListedCommitment = CommitmentView & Pick<ListedCommitmentRow, 'class' | 'cause' | 'region' | 'groups'>;

/** 诚信承诺, by state and last day: the centre's own, and for the bureau those found false. */
export async function listCommitments(
  tx: Tx,
  actor: Actor,
  { tenant, state, limit }: { tenant?: string | undefined; state: CommitmentState; limit: number },
): Promise<readonly ListedCommitment[]> {
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (at) => (tenant === undefined || at === tenant) && maySee(actor, at, state),
  );
  return (await commitmentsIn(tx, tenants, state, limit)).map(
    ({ class: matterClass, cause, region, groups, ...row }) => ({
      ...viewOf(tx, row, actor),
      class: matterClass,
      cause,
      region,
      groups,
    }),
  );
}

/** The commitment behind one application. @throws Refusal `record.notFound` where there is none to see */
export async function readCommitment(
  tx: Tx,
  actor: Actor,
  of: { readonly tenant: string; readonly applicationId: string },
): Promise<CommitmentView> {
  const row = await commitmentOf(tx, of.tenant, of.applicationId);
  if (row === undefined || !maySee(actor, row.tenant, row.state)) throw new Refusal('record.notFound');
  return viewOf(tx, row, actor);
}

function maySee(actor: Actor, tenant: string, state: CommitmentState): boolean {
  if (actor.holds(mayReadCommitments.roles, { tenant })) return true;
  return bureauCommitmentStates.includes(state) && actor.holds(mayReadFalseCommitments.roles, { tenant });
}

function viewOf(tx: Tx, row: CommitmentRow, actor: Actor): CommitmentView {
  const { checkSealed: _check, decisionSealed: _decision, ...rest } = row;
  const allowed = allowedActions(commitmentLifecycle, row.state, actor, { tenant: row.tenant });
  return {
    ...rest,
    ...openCommitmentWords(tx, row),
    // Whoever checked never sees the decision's buttons.
    allowedActions: row.state === 'DOUBTED' && row.checkedBy === actor.id ? [] : allowed,
  };
}
