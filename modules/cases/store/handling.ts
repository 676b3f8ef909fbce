import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { CaseClosingTable, CaseFileTable, CaseProgressTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** A note as read: its words open. */
export type CaseProgress = Readonly<Omit<Selectable<CaseProgressTable>, 'textSealed'> & { text: string }>;
export type CaseFile = Readonly<Selectable<CaseFileTable>>;
export type CaseClosing = Readonly<
  Omit<Selectable<CaseClosingTable>, 'summarySealed' | 'resultSealed'> & { summary: string; result: string }
>;

export async function insertProgress(tx: Tx, { text, ...row }: CaseProgress): Promise<void> {
  const textSealed = seal(tx, row.tenant, 'case_progress.text_sealed', row.id, text);
  await dbOf(tx)
    .insertInto('caseProgress')
    .values({ ...row, textSealed })
    .execute();
}

/** Progress of some cases, in the order in which it was noted. */
export async function progressOf(tx: Tx, tenant: string, caseIds: readonly string[]): Promise<readonly CaseProgress[]> {
  if (caseIds.length === 0) return [];
  const rows = await dbOf(tx)
    .selectFrom('caseProgress')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', 'in', [...caseIds])
    .orderBy('notedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ textSealed, ...row }) => ({
    ...row,
    text: unseal(tx, tenant, 'case_progress.text_sealed', row.id, textSealed),
  }));
}

export async function insertClosing(tx: Tx, { summary, result, ...row }: CaseClosing): Promise<void> {
  await dbOf(tx)
    .insertInto('caseClosing')
    .values({
      ...row,
      work: JSON.stringify(row.work),
      summarySealed: seal(tx, row.tenant, 'case_closing.summary_sealed', row.caseId, summary),
      resultSealed: seal(tx, row.tenant, 'case_closing.result_sealed', row.caseId, result),
    })
    .execute();
}

export async function closingOf(tx: Tx, tenant: string, caseId: string): Promise<CaseClosing | undefined> {
  const found = await dbOf(tx)
    .selectFrom('caseClosing')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { summarySealed, resultSealed, ...row } = found;
  return {
    ...row,
    summary: unseal(tx, tenant, 'case_closing.summary_sealed', caseId, summarySealed),
    result: unseal(tx, tenant, 'case_closing.result_sealed', caseId, resultSealed),
  };
}

export async function insertFile(tx: Tx, row: Insertable<CaseFileTable>): Promise<void> {
  await dbOf(tx).insertInto('caseFile').values(row).execute();
}

export async function updateFile(
  tx: Tx,
  tenant: string,
  id: string,
  changes: Updateable<CaseFileTable>,
): Promise<void> {
  await dbOf(tx).updateTable('caseFile').set(changes).where('tenant', '=', tenant).where('id', '=', id).execute();
}

/** Every handing in of the file, the first first. */
export async function filesOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseFile[]> {
  return dbOf(tx)
    .selectFrom('caseFile')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('round')
    .execute();
}
