import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayReadSatisfaction } from '../permissions.ts';
import { type SatisfactionFilter, type SatisfactionRow, selectSatisfaction } from '../store.ts';
import { satisfactionContext } from './answer-satisfaction.ts';

export type SatisfactionItem = Omit<SatisfactionRow, 'wordsSealed'> & { readonly words: string };

/** 群众评价, newest first. */
export async function listSatisfaction(
  tx: Tx,
  actor: Actor,
  input: Omit<SatisfactionFilter, 'tenants' | 'after'> & { tenant?: string | undefined; after?: string | undefined },
): Promise<{ rows: readonly SatisfactionItem[]; next: string | null }> {
  const visible = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) =>
    actor.holds(mayReadSatisfaction.roles, { tenant }),
  );
  const tenants = input.tenant === undefined ? visible : visible.filter((t) => t === input.tenant);
  if (tenants.length === 0) return { rows: [], next: null };
  const [at = '', caseId = ''] = (input.after ?? '').split('~');
  const rows = await selectSatisfaction(tx, {
    ...input,
    tenants,
    after: input.after === undefined ? undefined : { at, caseId },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ wordsSealed, ...row }) => ({
      ...row,
      words: wordsSealed === null ? '' : tx.cipher.decrypt(wordsSealed, satisfactionContext(row.tenant, row.caseId)),
    })),
    next: rows.length > input.limit && last !== undefined ? `${last.answeredAt}~${last.caseId}` : null,
  };
}
