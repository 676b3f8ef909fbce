import type { Insertable, Selectable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Balance, Entry } from '../rules/ledger.ts';
import type { FundSource } from '../schema.ts';
import type { FundPostingTable, FundTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type Fund = Readonly<Selectable<FundTable>>;
export type FundPosting = Readonly<Selectable<FundPostingTable>>;

/** The fund, locked until the transaction ends: postings to one fund queue up. @throws Refusal `record.notFound` */
export async function lockFund(tx: Tx, tenant: string, id: string): Promise<Fund> {
  const fund = await dbOf(tx)
    .selectFrom('fund')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (fund === undefined) throw new Refusal('record.notFound');
  return fund;
}

/** The fund of a source and year, made empty when it is not there yet; locked. */
export async function ensureFund(tx: Tx, row: Insertable<FundTable>): Promise<Fund> {
  await dbOf(tx)
    .insertInto('fund')
    .values(row)
    .onConflict((oc) => oc.columns(['tenant', 'source', 'year']).doNothing())
    .execute();
  return dbOf(tx)
    .selectFrom('fund')
    .selectAll()
    .where('tenant', '=', row.tenant)
    .where('source', '=', row.source)
    .where('year', '=', row.year)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function savePosting(
  tx: Tx,
  fund: Fund,
  posting: Insertable<FundPostingTable>,
  entries: readonly Entry[],
  balance: Balance,
): Promise<Fund> {
  await dbOf(tx).insertInto('fundPosting').values(posting).execute();
  await dbOf(tx)
    .insertInto('fundEntry')
    .values(
      entries.map((entry, ordinal) => ({
        ...entry,
        tenant: fund.tenant,
        postingId: posting.id,
        ordinal,
        fundId: fund.id,
      })),
    )
    .execute();
  return dbOf(tx)
    .updateTable('fund')
    .set({ ...balance, version: fund.version + 1 })
    .where('tenant', '=', fund.tenant)
    .where('id', '=', fund.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function fundsOf(tx: Tx, tenant: string, year?: number, source?: FundSource): Promise<readonly Fund[]> {
  let query = dbOf(tx).selectFrom('fund').selectAll().where('tenant', '=', tenant);
  if (year !== undefined) query = query.where('year', '=', year);
  if (source !== undefined) query = query.where('source', '=', source);
  return query.orderBy('year', 'desc').orderBy('source').execute();
}

/** Funds of some places from a year on, newest first. */
export async function fundsOfPlaces(tx: Tx, tenants: readonly string[], fromYear: number): Promise<readonly Fund[]> {
  if (tenants.length === 0) return [];
  return dbOf(tx)
    .selectFrom('fund')
    .selectAll()
    .where('tenant', 'in', [...tenants])
    .where('year', '>=', fromYear)
    .orderBy('tenant')
    .orderBy('year', 'desc')
    .orderBy('source')
    .execute();
}

export async function entriesOf(tx: Tx, tenant: string, fundId: string): Promise<readonly Entry[]> {
  return dbOf(tx)
    .selectFrom('fundEntry')
    .select(['account', 'debit', 'credit'])
    .where('tenant', '=', tenant)
    .where('fundId', '=', fundId)
    .execute();
}

/** The newest postings of a fund. */
export async function postingsOf(
  tx: Tx,
  tenant: string,
  fundId: string,
  limit: number,
): Promise<readonly FundPosting[]> {
  return dbOf(tx)
    .selectFrom('fundPosting')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('fundId', '=', fundId)
    .orderBy('postedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
