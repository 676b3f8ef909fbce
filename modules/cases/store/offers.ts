import { type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { CaseOfferTable } from '../tables.ts';
import { type AidCase, loadCase } from './cases.ts';
import { dbOf } from './db.ts';

export type CaseOffer = Readonly<Selectable<CaseOfferTable>>;

export async function insertOffer(tx: Tx, row: Insertable<CaseOfferTable>): Promise<void> {
  await dbOf(tx).insertInto('caseOffer').values(row).execute();
}

/** Every offer of a case, oldest first. */
export async function offersOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseOffer[]> {
  return dbOf(tx)
    .selectFrom('caseOffer')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('offeredAt')
    .orderBy('id')
    .execute();
}

/**
 * End the open offer of a case. The row decides who was first: of two at once one finds it open, and the other nothing.
 * @param at.stillOpenAt given where only an offer that has not run out may be ended so
 * @returns the offer as it was ended; undefined when there is none to end
 */
export async function endOffer(
  tx: Tx,
  at: { readonly tenant: string; readonly caseId: string; readonly offerId?: string; readonly stillOpenAt?: string },
  state: Exclude<CaseOffer['state'], 'open'>,
  designationId: string | null = null,
): Promise<CaseOffer | undefined> {
  let update = dbOf(tx)
    .updateTable('caseOffer')
    .set({ state, closedAt: tx.at, designationId })
    .where('tenant', '=', at.tenant)
    .where('caseId', '=', at.caseId)
    .where('state', '=', 'open');
  if (at.offerId !== undefined) update = update.where('id', '=', at.offerId);
  if (at.stillOpenAt !== undefined) update = update.where('expiresAt', '>', at.stillOpenAt);
  return update.returningAll().executeTakeFirst();
}

/** A handler lets an offer go; saying it twice says it once. */
export async function insertPass(tx: Tx, tenant: string, offerId: string, handlerId: string): Promise<void> {
  await dbOf(tx)
    .insertInto('offerPass')
    .values({ tenant, offerId, handlerId, passedAt: tx.at })
    .onConflict((on) => on.columns(['tenant', 'offerId', 'handlerId']).doNothing())
    .execute();
}

/** Offers that wait for this handler's answer, the one that runs out first on top, with the case of each. */
export async function offersFor(
  tx: Tx,
  tenant: string,
  handlerId: string,
): Promise<readonly { readonly offer: CaseOffer; readonly aidCase: AidCase }[]> {
  const offers = await dbOf(tx)
    .selectFrom('caseOffer as o')
    .selectAll('o')
    .where('o.tenant', '=', tenant)
    .where('o.state', '=', 'open')
    .where('o.expiresAt', '>', tx.at)
    .where(sql<SqlBool>`${handlerId}::uuid = ANY (o.offered_to)`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('offerPass as p')
            .select('p.offerId')
            .where('p.tenant', '=', tenant)
            .whereRef('p.offerId', '=', 'o.id')
            .where('p.handlerId', '=', handlerId),
        ),
      ),
    )
    .orderBy('o.expiresAt')
    .orderBy('o.id')
    .limit(100)
    .execute();
  const found: { offer: CaseOffer; aidCase: AidCase }[] = [];
  for (const offer of offers) found.push({ offer, aidCase: await loadCase(tx, { tenant, caseId: offer.caseId }) });
  return found;
}
