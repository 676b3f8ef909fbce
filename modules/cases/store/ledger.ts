import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AidCase } from './cases.ts';
import { dbOf } from './db.ts';
import type { Designation } from './designations.ts';

/** One line of the ledger as stored. No person's name but the handler's, no words that anybody wrote. */
export type LedgerRow = Pick<
  Designation,
  | 'id'
  | 'method'
  | 'departure'
  | 'state'
  | 'handlerId'
  | 'handlerName'
  | 'handlerKind'
  | 'agencyName'
  | 'designatedAt'
  | 'designatedOn'
  | 'rank'
  | 'candidates'
  | 'score'
> &
  Pick<AidCase, 'number' | 'class' | 'aidForm'> & { readonly county: string };

export interface LedgerQuery {
  readonly tenant: string;
  readonly method?: Designation['method'] | undefined;
  readonly handlerId?: string | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Designations of a tenant, newest first. */
export async function ledgerRows(tx: Tx, of: LedgerQuery): Promise<readonly LedgerRow[]> {
  let query = dbOf(tx)
    .selectFrom('designation as d')
    .innerJoin('aidCase as c', (join) => join.onRef('c.tenant', '=', 'd.tenant').onRef('c.id', '=', 'd.caseId'))
    .select([
      'd.id',
      'd.method',
      'd.departure',
      'd.state',
      'd.handlerId',
      'd.handlerName',
      'd.handlerKind',
      'd.agencyName',
      'd.designatedAt',
      'd.designatedOn',
      'd.rank',
      'd.candidates',
      'd.score',
      'c.number',
      'c.class',
      'c.aidForm',
      sql<string>`left(c.region, 6)`.as('county'),
    ])
    .where('d.tenant', '=', of.tenant)
    .orderBy('d.designatedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(of.limit);
  if (of.method !== undefined) query = query.where('d.method', '=', of.method);
  if (of.handlerId !== undefined) query = query.where('d.handlerId', '=', of.handlerId);
  if (of.after !== undefined) {
    query = query.where(sql<boolean>`(d.designated_at, d.id) < (${of.after.at}::timestamptz, ${of.after.id}::uuid)`);
  }
  return query.execute();
}
