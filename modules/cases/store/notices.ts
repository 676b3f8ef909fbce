import { type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { CriminalStage } from '../../policy/index.ts';
import type { CaseState } from '../lifecycle.ts';
import { seal, unseal } from '../sealed.ts';
import type { DefenceRefusalTable, OrganNoticeTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** 办案机关通知 as read: its note open. */
export type OrganNotice = Readonly<Omit<Selectable<OrganNoticeTable>, 'noteSealed'> & { note: string | null }>;
export type DefenceRefusal = Readonly<Omit<Selectable<DefenceRefusalTable>, 'wordsSealed'> & { words: string }>;

export async function insertNotice(tx: Tx, { note, ...row }: OrganNotice): Promise<void> {
  const noteSealed = note === null ? null : seal(tx, row.tenant, 'organ_notice.note_sealed', row.id, note);
  await dbOf(tx)
    .insertInto('organNotice')
    .values({ ...row, noteSealed })
    .execute();
}

/** Every notice of a case, the first first: an organ notifies again after a refusal. */
export async function noticesOf(tx: Tx, tenant: string, caseId: string): Promise<readonly OrganNotice[]> {
  const rows = await dbOf(tx)
    .selectFrom('organNotice')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('registeredAt')
    .orderBy('id')
    .execute();
  return rows.map(({ noteSealed, ...row }) => ({
    ...row,
    note: noteSealed === null ? null : unseal(tx, tenant, 'organ_notice.note_sealed', row.id, noteSealed),
  }));
}

export async function insertRefusal(tx: Tx, { words, ...row }: DefenceRefusal): Promise<void> {
  await dbOf(tx)
    .insertInto('defenceRefusal')
    .values({ ...row, wordsSealed: seal(tx, row.tenant, 'defence_refusal.words_sealed', row.id, words) })
    .execute();
}

export async function refusalsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly DefenceRefusal[]> {
  const rows = await dbOf(tx)
    .selectFrom('defenceRefusal')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('reportedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ wordsSealed, ...row }) => ({
    ...row,
    words: unseal(tx, tenant, 'defence_refusal.words_sealed', row.id, wordsSealed),
  }));
}

/** A criminal case that may be an earlier stage of the same proceeding. */
export interface EarlierCase {
  readonly caseId: string;
  readonly number: string;
  readonly stage: CriminalStage | null;
  readonly state: CaseState;
  readonly recipientName: string;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly grantedOn: LocalDate;
}

/** Criminal cases of these persons, or under this number of the organ's; the newest first. */
export async function earlierCriminalCases(
  tx: Tx,
  tenant: string,
  by: { readonly personIds: readonly string[]; readonly organCaseNumber: string | undefined },
): Promise<readonly EarlierCase[]> {
  if (by.personIds.length === 0 && by.organCaseNumber === undefined) return [];
  const { rows } = await sql<EarlierCase>`
SELECT id AS "caseId", number, stage, state, recipient_name AS "recipientName", handler_name AS "handlerName",
  handler_unit AS "handlerUnit", granted_on AS "grantedOn"
FROM aid_case
WHERE tenant = ${tenant} AND class = 'criminal'
  AND (recipient_id = ANY (${[...by.personIds]}::uuid[]) OR organ_case_number = ${by.organCaseNumber ?? null})
ORDER BY opened_at DESC, id LIMIT 20`.execute(tx.db);
  return rows;
}
