import type { Selectable } from 'kysely';
import type { RecoveryCode } from '../../../kernel/auth/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { TotpTable } from '../tables.ts';
import { type AccountKey, dbOf } from './db.ts';

export type TotpRow = Readonly<Selectable<TotpTable>>;

/** Locked until the transaction ends: two sign-ins with one code must not both find it unused. */
export async function lockTotp(tx: Tx, key: AccountKey): Promise<TotpRow | undefined> {
  return dbOf(tx)
    .selectFrom('totp')
    .selectAll()
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .forUpdate()
    .executeTakeFirst();
}

/** A secret not yet confirmed takes the place of an earlier one. */
export async function startTotp(tx: Tx, key: AccountKey, secretSealed: string): Promise<void> {
  const fresh = { secretSealed, startedAt: tx.at, confirmedAt: null, lastStep: null };
  await dbOf(tx)
    .insertInto('totp')
    .values({ ...key, ...fresh })
    .onConflict((row) => row.columns(['tenant', 'accountId']).doUpdateSet(fresh))
    .execute();
}

export async function noteTotpStep(tx: Tx, row: TotpRow, lastStep: number): Promise<void> {
  await dbOf(tx)
    .updateTable('totp')
    .set({ lastStep, confirmedAt: row.confirmedAt ?? tx.at })
    .where('tenant', '=', row.tenant)
    .where('accountId', '=', row.accountId)
    .execute();
}

export async function deleteTotp(tx: Tx, key: AccountKey): Promise<void> {
  for (const table of ['recoveryCode', 'totp'] as const) {
    await dbOf(tx).deleteFrom(table).where('tenant', '=', key.tenant).where('accountId', '=', key.accountId).execute();
  }
}

export async function replaceRecoveryCodes(tx: Tx, key: AccountKey, codes: readonly RecoveryCode[]): Promise<void> {
  await dbOf(tx)
    .deleteFrom('recoveryCode')
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .execute();
  await dbOf(tx)
    .insertInto('recoveryCode')
    .values(codes.map(({ hash }) => ({ ...key, codeHash: hash, usedAt: null })))
    .execute();
}

export async function unusedRecoveryHashes(tx: Tx, key: AccountKey): Promise<readonly string[]> {
  const rows = await dbOf(tx)
    .selectFrom('recoveryCode')
    .select('codeHash')
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .where('usedAt', 'is', null)
    .execute();
  return rows.map((row) => row.codeHash);
}

/** False when somebody else was faster with the same code. */
export async function useRecoveryCode(tx: Tx, key: AccountKey, codeHash: string): Promise<boolean> {
  const used = await dbOf(tx)
    .updateTable('recoveryCode')
    .set({ usedAt: tx.at })
    .where('tenant', '=', key.tenant)
    .where('accountId', '=', key.accountId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .returning('codeHash')
    .executeTakeFirst();
  return used !== undefined;
}
