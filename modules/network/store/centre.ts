import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Agency, AgencyKind } from '../schema.ts';
import { agencyFrom } from './agencies.ts';
import { dbOf } from './db.ts';

/** 法律援助中心 of a tenant: the one that decides. */
export async function centreOf(tx: Tx, tenant: string): Promise<Agency | undefined> {
  const centres = await ofKind(tx, tenant, 'centre');
  return centres.find((agency) => agency.status !== 'closed');
}

/** 司法局 of a tenant: the one that hears objections (art. 49). */
export async function bureauOf(tx: Tx, tenant: string): Promise<Agency | undefined> {
  const [bureau] = await ofKind(tx, tenant, 'justiceBureau');
  return bureau;
}

/**
 * The kind stands in the statement, not in a parameter: a county has few centres among hundreds of agencies, and only a
 * planner that knows which kind is asked for keeps its plan instead of making it anew for every submission.
 */
async function ofKind(tx: Tx, tenant: string, kind: AgencyKind): Promise<readonly Agency[]> {
  const rows = await dbOf(tx)
    .selectFrom('agency')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('kind', '=', sql.lit(kind))
    .orderBy('code')
    .execute();
  return rows.map(agencyFrom);
}
