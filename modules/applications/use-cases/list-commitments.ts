import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { bureauCommitmentStates, type CommitmentState, commitmentLifecycle } from '../commitment-lifecycle.ts';
import {
  type CommitmentRow,
  type CountedFilter,
  type CountedPlace,
  commitmentOf,
  commitmentsCounted,
  commitmentsIn,
  type ListedCommitmentRow,
} from '../commitment-store.ts';
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
  return (await commitmentsIn(tx, tenants, state, limit)).map((row) => listedView(tx, row, actor));
}

export type ListCounted = Omit<CountedFilter, 'after'> & {
  readonly tenant?: string | undefined;
  readonly after?: string | undefined;
};

/** The commitments behind one count of the statistics, for whoever may read them; the bureau sees those found false. */
export async function listCountedCommitments(
  tx: Tx,
  actor: Actor,
  { tenant, after, limit, ...filter }: ListCounted,
): Promise<{ readonly rows: readonly ListedCommitment[]; readonly next: string | null }> {
  const places: readonly CountedPlace[] = (actor.scope.tenants === '*' ? [] : actor.scope.tenants)
    .filter((at) => tenant === undefined || at === tenant)
    .flatMap((at): CountedPlace[] =>
      actor.holds(mayReadCommitments.roles, { tenant: at })
        ? [{ tenant: at, states: undefined }]
        : actor.holds(mayReadFalseCommitments.roles, { tenant: at })
          ? [{ tenant: at, states: bureauCommitmentStates }]
          : [],
    );
  const [day = '', id = ''] = (after ?? '').split('~');
  const rows = await commitmentsCounted(tx, places, {
    ...filter,
    after: after === undefined ? undefined : { day, id },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ countedOn: _on, ...row }) => listedView(tx, row, actor)),
    next: rows.length > limit && last !== undefined ? `${last.countedOn}~${last.applicationId}` : null,
  };
}

function listedView(
  tx: Tx,
  { class: matterClass, cause, region, groups, ...row }: ListedCommitmentRow,
  actor: Actor,
): ListedCommitment {
  return { ...viewOf(tx, row, actor), class: matterClass, cause, region, groups };
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
