import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { loadPersons, type PersonView } from '../../people/index.ts';
import { mayRead } from '../permissions.ts';
import { type ConsultationFilter, type ConsultationRow, loadConsultation, selectConsultations } from '../store.ts';
import { openWords } from '../words.ts';

export type ConsultationItem = Omit<ConsultationRow, 'wordsSealed'> & {
  readonly question: string;
  readonly answer: string;
};

/** 咨询台账, newest first. */
export async function listConsultations(
  tx: Tx,
  actor: Actor,
  input: Omit<ConsultationFilter, 'tenants' | 'agencies' | 'after'> & {
    after?: string | undefined;
    tenant?: string | undefined;
  },
): Promise<{ rows: readonly ConsultationItem[]; next: string | null }> {
  const visible = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) =>
    actor.holds(mayRead.roles, { tenant }),
  );
  const tenants = input.tenant === undefined ? visible : visible.filter((t) => t === input.tenant);
  // A station or a liaison reads what its own counter registered.
  const agencies = actor.scope.agencies;
  if (tenants.length === 0 && agencies.length === 0) return { rows: [], next: null };
  const [at = '', id = ''] = (input.after ?? '').split('~');
  const rows = await selectConsultations(tx, {
    ...input,
    tenants,
    agencies,
    after: input.after === undefined ? undefined : { at, id },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => withWords(tx, row)),
    next: rows.length > input.limit && last !== undefined ? `${last.registeredAt}~${last.id}` : null,
  };
}

export async function readConsultation(
  tx: Tx,
  actor: Actor,
  input: { tenant: string; consultationId: string },
): Promise<ConsultationItem & { readonly person: PersonView | null }> {
  const row = await loadConsultation(tx, input.tenant, input.consultationId);
  actor.must(mayRead, { tenant: row.tenant, ...(row.agencyId === null ? {} : { agency: row.agencyId }) });
  const [person] = row.personId === null ? [] : await loadPersons(tx, row.tenant, [row.personId]);
  return { ...withWords(tx, row), person: person ?? null };
}

function withWords(tx: Tx, row: ConsultationRow): ConsultationItem {
  const { wordsSealed: _sealed, ...rest } = row;
  return { ...rest, ...openWords(tx, row) };
}
