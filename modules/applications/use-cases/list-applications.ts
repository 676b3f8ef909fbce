import type { Span } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type ApplicationState, openStates } from '../lifecycle.ts';
import { mayRead, mayReadOwnIntake } from '../permissions.ts';
import { noDueDate, selectOwnIntake, selectWorklist, type WorklistRow } from '../store.ts';

export interface ListApplications {
  readonly tenant?: string | undefined;
  readonly states?: readonly ApplicationState[] | undefined;
  readonly dueBy?: string | undefined;
  readonly search?: string | undefined;
  readonly class?: string | undefined;
  readonly cause?: string | undefined;
  readonly group?: string | undefined;
  readonly span?: Span | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ApplicationPage {
  readonly rows: readonly WorklistRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

/** 工作清单: open applications by their last day, soonest first, of every tenant where the actor may read. */
export async function listApplications(tx: Tx, actor: Actor, input: ListApplications): Promise<ApplicationPage> {
  const visible = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) =>
    actor.holds(mayRead.roles, { tenant }),
  );
  const tenants = input.tenant === undefined ? visible : visible.filter((t) => t === input.tenant);
  if (tenants.length === 0) return { rows: [], next: null };
  const rows = await selectWorklist(tx, {
    ...input,
    tenants,
    states: input.states ?? openStates,
    after: input.after === undefined ? undefined : parseKey(input.after),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > input.limit && last !== undefined ? `${last.dueOn ?? noDueDate}~${last.id}` : null,
  };
}

/** 本站接收: what the actor's own station took in, followed to wherever it went. */
export async function listOwnIntake(tx: Tx, actor: Actor, limit: number): Promise<readonly WorklistRow[]> {
  const agencies = actor.grants.flatMap(({ role, agency }) =>
    agency !== undefined && mayReadOwnIntake.roles.includes(role) ? [agency] : [],
  );
  return selectOwnIntake(tx, [...new Set(agencies)], limit);
}

function parseKey(key: string): { dueOn: string; id: string } {
  const [dueOn = noDueDate, id = ''] = key.split('~');
  return { dueOn, id };
}
