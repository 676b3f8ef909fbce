import type { Insertable, Selectable, Updateable } from 'kysely';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { OtherHearing } from '../rules/hearings.ts';
import type { CaseHearingTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type CaseHearing = Readonly<Selectable<CaseHearingTable>>;

export async function insertHearing(tx: Tx, row: Insertable<CaseHearingTable>): Promise<void> {
  await dbOf(tx).insertInto('caseHearing').values(row).execute();
}

export async function updateHearing(
  tx: Tx,
  tenant: string,
  id: string,
  changes: Updateable<CaseHearingTable>,
): Promise<void> {
  await dbOf(tx).updateTable('caseHearing').set(changes).where('tenant', '=', tenant).where('id', '=', id).execute();
}

/** Every hearing of a case, those moved and cancelled among them, by day. */
export async function hearingsOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseHearing[]> {
  return dbOf(tx)
    .selectFrom('caseHearing')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('heldOn')
    .orderBy('fixedAt')
    .execute();
}

/** The hearings that a handler has on a day in other cases. */
export async function hearingsOfHandler(
  tx: Tx,
  at: { readonly tenant: string; readonly handlerId: string; readonly on: LocalDate; readonly except: string },
): Promise<readonly OtherHearing[]> {
  return dbOf(tx)
    .selectFrom('caseHearing as h')
    .innerJoin('aidCase as c', (join) => join.onRef('c.tenant', '=', 'h.tenant').onRef('c.id', '=', 'h.caseId'))
    .select(['h.heldOn', 'h.startsAt', 'c.number as caseNumber'])
    .where('h.tenant', '=', at.tenant)
    .where('h.heldOn', '=', at.on)
    .where('h.state', '=', 'fixed')
    .where('c.handlerId', '=', at.handlerId)
    .where('c.id', '<>', at.except)
    .orderBy('h.startsAt')
    .execute();
}
