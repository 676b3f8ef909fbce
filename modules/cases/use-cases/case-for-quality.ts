import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import type { Cause, Group, MatterClass } from '../../policy/index.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { handlesFor } from '../store/parties.ts';

/** What the question "how was it?" needs to know of a case. */
export interface CaseForSatisfaction {
  readonly matterId: string;
  readonly number: string;
  /** True from the closing on: only then is there something to say. */
  readonly closed: boolean;
  readonly class: MatterClass;
  readonly cause: Cause | null;
  readonly groups: readonly Group[];
  readonly recipientId: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly demonstration: boolean;
}

const closedStates: readonly AidCase['state'][] = ['CLOSED_PENDING_FILE', 'FILE_UNDER_REVIEW', 'ARCHIVED'];

/** @throws Refusal `record.notFound` */
export async function caseForSatisfaction(tx: Tx, tenant: string, caseId: string): Promise<CaseForSatisfaction> {
  const {
    matterId,
    number,
    state,
    class: matterClass,
    cause,
    groups,
    recipientId,
    handlerId,
    handlerName,
    demonstration,
  } = await loadCase(tx, { tenant, caseId });
  return {
    matterId,
    number,
    closed: closedStates.includes(state),
    class: matterClass,
    cause,
    groups,
    recipientId,
    handlerId,
    handlerName,
    demonstration,
  };
}

/** Whether this member of staff handles a case in which the person stands: then they may see how to reach them. */
export async function handlesCaseOf(
  tx: Tx,
  actor: Actor,
  about: { readonly tenant: string; readonly personId: string; readonly matterId: string | undefined },
): Promise<boolean> {
  const handler = await handlerByAccount(tx, about.tenant, actor.id);
  return handler !== undefined && handlesFor(tx, { ...about, handlerId: handler.id });
}

/** Whether this member of staff handles a case of the matter: then its papers are theirs to read. */
export async function handlesMatter(
  tx: Tx,
  actor: Actor,
  about: { readonly tenant: string; readonly matterId: string },
): Promise<boolean> {
  const handler = await handlerByAccount(tx, about.tenant, actor.id);
  return handler !== undefined && handlesFor(tx, { ...about, handlerId: handler.id, personId: undefined });
}

/** What supervision of a case needs to know of it, open or closed (法律援助法 art. 59). */
export interface CaseForSupervision {
  readonly matterId: string;
  readonly number: string;
  readonly designatedOn: LocalDate | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly demonstration: boolean;
}

/** @throws Refusal `record.notFound` */
export async function caseForSupervision(tx: Tx, tenant: string, caseId: string): Promise<CaseForSupervision> {
  const { matterId, number, designatedOn, handlerId, handlerName, demonstration } = await loadCase(tx, {
    tenant,
    caseId,
  });
  return { matterId, number, designatedOn, handlerId, handlerName, demonstration };
}
