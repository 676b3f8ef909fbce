import { type Insertable, type Selectable, sql } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { houseStyle, type NumberStyle } from './rules/number-style.ts';
import { signatureRefersTo } from './service-store.ts';
import type { AttachmentTable, DocumentTable, DocumentTables, NumberSeriesTable } from './tables.ts';

export type DocumentRow = Selectable<DocumentTable>;
export type AttachmentRow = Selectable<AttachmentTable>;

const open = (tx: Tx) => tx.db.withTables<DocumentTables>();

export type Series = Omit<NumberSeriesTable, 'last'>;

/**
 * The next serial of a series, without gaps: the row stays locked until the transaction ends, and a transaction that does
 * not commit gives its serial back.
 */
export async function nextSerial(tx: Tx, series: Series): Promise<number> {
  const { rows } = await sql<{ last: number }>`
INSERT INTO number_series (tenant, agency_word, class_word, step, year, last)
VALUES (${series.tenant}, ${series.agencyWord}, ${series.classWord}, ${series.step}, ${series.year}, 1)
ON CONFLICT (tenant, agency_word, class_word, step, year) DO UPDATE SET last = number_series.last + 1
RETURNING last`.execute(tx.db);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error('number series gave no serial');
  return last;
}

export async function numberStyleOf(tx: Tx, tenant: string): Promise<NumberStyle> {
  const row = await open(tx)
    .selectFrom('numberStyle')
    .select(['agencyWord', 'template'])
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row ?? houseStyle(tenant);
}

export async function saveNumberStyle(tx: Tx, tenant: string, style: NumberStyle, by: string): Promise<void> {
  const { agencyWord, template } = style;
  await open(tx)
    .insertInto('numberStyle')
    .values({ tenant, agencyWord, template, setAt: tx.at, setBy: by })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ agencyWord, template, setAt: tx.at, setBy: by }))
    .execute();
}

export async function insertDocument(tx: Tx, row: Insertable<DocumentTable>): Promise<void> {
  await open(tx).insertInto('document').values(row).execute();
}

/** @throws Refusal `record.notFound` */
export async function loadDocument(tx: Tx, tenant: string, id: string): Promise<DocumentRow> {
  const row = await open(tx)
    .selectFrom('document')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  return row;
}

const summaryColumns = [
  'tenant',
  'id',
  'matterId',
  'subject',
  'subjectId',
  'formKey',
  'number',
  'issuedAt',
  'issuedByName',
  'demonstration',
] as const satisfies readonly (keyof DocumentTable)[];

export type SummaryRow = Pick<DocumentRow, (typeof summaryColumns)[number]>;

/** The papers of a matter in the order of their issue. */
export async function selectDocuments(tx: Tx, tenant: string, matterId: string): Promise<readonly SummaryRow[]> {
  return open(tx)
    .selectFrom('document')
    .select(summaryColumns)
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .orderBy('issuedAt')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function documentByCode(tx: Tx, tenant: string, code: string): Promise<DocumentRow | undefined> {
  return open(tx)
    .selectFrom('document')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('verificationCode', '=', code)
    .executeTakeFirst();
}

/** Note the rendered file; the first rendering stands. @returns the hash that stands */
export async function keepRendering(
  tx: Tx,
  row: Pick<DocumentRow, 'tenant' | 'id'>,
  column: 'pdfHash' | 'docxHash',
  hash: string,
): Promise<string> {
  const done = await open(tx)
    .updateTable('document')
    .set({ [column]: hash })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where(column, 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows > 0n) return hash;
  return (await loadDocument(tx, row.tenant, row.id))[column] ?? hash;
}

export async function insertAttachment(tx: Tx, row: Insertable<AttachmentTable>): Promise<void> {
  await open(tx).insertInto('attachment').values(row).execute();
}

export async function selectAttachments(tx: Tx, tenant: string, matterId: string): Promise<readonly AttachmentRow[]> {
  return open(tx)
    .selectFrom('attachment')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(500)
    .execute();
}

type Matter = { readonly tenant: string; readonly matterId: string };

/** Empty the bodies of a matter's papers and let their files go. @returns the hashes that they had */
export async function eraseDocuments(
  tx: Tx,
  matter: Matter,
  emptied: (id: string) => string,
): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('document')
    .select(['id', 'pdfHash', 'docxHash'])
    .where('tenant', '=', matter.tenant)
    .where('matterId', '=', matter.matterId)
    .where('destroyedOn', 'is', null)
    .execute();
  for (const { id } of rows) {
    await open(tx)
      .updateTable('document')
      .set({ bodySealed: emptied(id), pdfHash: null, docxHash: null, destroyedOn: tx.today })
      .where('tenant', '=', matter.tenant)
      .where('id', '=', id)
      .execute();
  }
  return rows.flatMap(({ pdfHash, docxHash }) => [pdfHash, docxHash].filter((hash) => hash !== null));
}

/** Take the names of a matter's received files away. @returns the hashes of their content */
export async function eraseAttachments(tx: Tx, matter: Matter): Promise<readonly string[]> {
  const rows = await open(tx)
    .updateTable('attachment')
    .set({ fileName: '', destroyedOn: tx.today })
    .where('tenant', '=', matter.tenant)
    .where('matterId', '=', matter.matterId)
    .where('destroyedOn', 'is', null)
    .returning('hash')
    .execute();
  return rows.map(({ hash }) => hash);
}

/** True while a paper or a received file still refers to this content, in any matter. */
export async function refersToFile(tx: Tx, hash: string): Promise<boolean> {
  const paper = await open(tx)
    .selectFrom('document')
    .select('id')
    .where((on) => on.or([on('pdfHash', '=', hash), on('docxHash', '=', hash)]))
    .executeTakeFirst();
  if (paper !== undefined) return true;
  const file = await open(tx)
    .selectFrom('attachment')
    .select('id')
    .where('hash', '=', hash)
    .where('destroyedOn', 'is', null)
    .executeTakeFirst();
  if (file !== undefined) return true;
  const template = await open(tx)
    .selectFrom('documentTemplate')
    .select('id')
    .where('fileHash', '=', hash)
    .executeTakeFirst();
  return template !== undefined || signatureRefersTo(tx, hash);
}
