import type { Span } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type ApplicationState, contestedStates, openStates } from '../lifecycle.ts';
import { mayRead, mayReadContested, mayReadOwnIntake } from '../permissions.ts';
import { noDueDate, type Place, selectOwnIntake, selectWorklist, type WorklistRow } from '../store.ts';

export interface ListApplications {
  readonly tenant?: string | undefined;
  readonly states?: readonly ApplicationState[] | undefined;
  readonly dueBy?: string | undefined;
  readonly search?: string | undefined;
  readonly urgent?: boolean | undefined;
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
  const asked = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (tenant) => input.tenant === undefined || tenant === input.tenant,
  );
  const states = input.states ?? openStates;
  const places = asked.flatMap((tenant) =>
    visibleStates(actor, tenant, states).map((state): Place => ({ tenant, state })),
  );
  const rows = await selectWorklist(tx, {
    ...input,
    places,
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

/** Which of these states the actor sees at that tenant: the centre all, the bureau those that an objection leads to. */
function visibleStates(actor: Actor, tenant: string, states: readonly ApplicationState[]): readonly ApplicationState[] {
  if (actor.holds(mayRead.roles, { tenant })) return states;
  if (actor.holds(mayReadContested.roles, { tenant })) return states.filter((state) => contestedStates.includes(state));
  return [];
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
