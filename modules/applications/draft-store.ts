import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApplicationDraftTable, ApplicationTables } from './tables.ts';

export type DraftRow = Selectable<ApplicationDraftTable>;

const open = (tx: Tx) => tx.db.withTables<ApplicationTables>();

export async function insertDraft(tx: Tx, draft: Insertable<ApplicationDraftTable>): Promise<void> {
  await open(tx).insertInto('applicationDraft').values(draft).execute();
}

export async function loadDraft(tx: Tx, tenant: string, id: string): Promise<DraftRow> {
  const row = await open(tx)
    .selectFrom('applicationDraft')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('draft.codeUnknown');
  return row;
}

export async function findDraft(tx: Tx, tenant: string, codeIndex: string): Promise<DraftRow | undefined> {
  return open(tx)
    .selectFrom('applicationDraft')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('codeIndex', '=', codeIndex)
    .executeTakeFirst();
}

/** @throws Refusal `record.stale` when another tab has saved in between */
export async function updateDraft(
  tx: Tx,
  row: DraftRow,
  changes: Updateable<ApplicationDraftTable>,
): Promise<DraftRow> {
  const updated = await open(tx)
    .updateTable('applicationDraft')
    .set({ ...changes, version: row.version + 1, updatedAt: tx.at })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return updated;
}

/** Drafts nobody has touched since `before` and that were never handed in: their content is deleted for good. */
export async function deleteOldDrafts(tx: Tx, before: string): Promise<number> {
  const result = await open(tx)
    .deleteFrom('applicationDraft')
    .where('updatedAt', '<', before)
    .where('submitted', 'is', null)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
