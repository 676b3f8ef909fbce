import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { DocumentTables, DocumentTemplateTable } from './tables.ts';

export type TemplateRow = Selectable<DocumentTemplateTable>;

const open = (tx: Tx) => tx.db.withTables<DocumentTables>();

/** The office's own form in force today, if it has one. */
export async function templateInForce(
  tx: Tx,
  tenant: string,
  formKey: TemplateRow['formKey'],
): Promise<Pick<TemplateRow, 'id' | 'fileHash' | 'edition'> | undefined> {
  return open(tx)
    .selectFrom('documentTemplate')
    .select(['id', 'fileHash', 'edition'])
    .where('tenant', '=', tenant)
    .where('formKey', '=', formKey)
    .where('state', '=', 'APPROVED')
    .where('inForceFrom', '<=', tx.today)
    .where((on) => on.or([on('inForceUntil', 'is', null), on('inForceUntil', '>', tx.today)]))
    .executeTakeFirst();
}

/** All editions of all forms, the newest first. */
export async function selectTemplates(tx: Tx, tenant: string): Promise<readonly TemplateRow[]> {
  return open(tx)
    .selectFrom('documentTemplate')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('edition', 'desc')
    .limit(500)
    .execute();
}

/** @throws Refusal `record.notFound`, or `record.stale` when a version is given and behind */
export async function loadTemplate(tx: Tx, tenant: string, id: string, version?: number): Promise<TemplateRow> {
  const query = open(tx).selectFrom('documentTemplate').selectAll().where('tenant', '=', tenant).where('id', '=', id);
  const row = await (version === undefined ? query : query.forUpdate()).executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

export async function insertTemplate(tx: Tx, row: Insertable<DocumentTemplateTable>): Promise<void> {
  await open(tx).insertInto('documentTemplate').values(row).execute();
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateTemplate(
  tx: Tx,
  row: TemplateRow,
  changes: Updateable<DocumentTemplateTable>,
): Promise<TemplateRow> {
  const saved = await open(tx)
    .updateTable('documentTemplate')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}
