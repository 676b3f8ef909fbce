import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { desksInHand } from '../lifecycle.ts';
import type { PartyMatch, PartyRole } from '../rules/conflicts.ts';
import type { CasePartyTable } from '../tables.ts';
import type { AidCase } from './cases.ts';
import { dbOf } from './db.ts';

export type CaseParty = Readonly<CasePartyTable>;

export async function insertParties(tx: Tx, rows: readonly CaseParty[]): Promise<void> {
  await dbOf(tx).insertInto('caseParty').values(rows).execute();
}

export async function partiesOf(tx: Tx, tenant: string, caseId: string): Promise<readonly CaseParty[]> {
  return dbOf(tx)
    .selectFrom('caseParty')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('ordinal')
    .execute();
}

interface MatchRow {
  roleHere: PartyRole;
  roleThere: PartyRole;
  caseId: string;
  caseNumber: string;
  open: boolean;
  sameProceeding: boolean;
  handlerId: string;
  agencyId: string;
  by: 'identity' | 'name';
  nameLength: number;
}

/**
 * Parties of this case found again in other cases of the tenant, with everybody who acts or acted there. A recipient is
 * matched by identity only: a name alone would accuse half a town. Whoever is accused in the same proceeding counts as a
 * co-defendant, named here or not.
 */
export async function partyMatches(tx: Tx, aidCase: AidCase): Promise<readonly PartyMatch[]> {
  const { tenant, id, matterId, organCaseNumber, recipientId } = aidCase;
  const { rows } = await sql<MatchRow>`
WITH found AS (
  SELECT h.role AS role_here, t.role AS role_there, t.case_id, 'identity' AS by, char_length(t.name_key) AS name_length
  FROM case_party h JOIN case_party t ON t.tenant = h.tenant AND t.person_id = h.person_id AND t.case_id <> h.case_id
  WHERE h.tenant = ${tenant} AND h.case_id = ${id} AND t.tenant = ${tenant}
  UNION ALL
  SELECT h.role, t.role, t.case_id, 'name', char_length(t.name_key)
  FROM case_party h JOIN case_party t ON t.tenant = h.tenant AND t.name_key = h.name_key AND t.case_id <> h.case_id
  WHERE h.tenant = ${tenant} AND h.case_id = ${id} AND t.tenant = ${tenant} AND h.role <> 'recipient'
    AND h.person_id IS DISTINCT FROM t.person_id
  UNION ALL
  SELECT 'coDefendant', 'recipient', c.id, 'identity', 0
  FROM aid_case c
  WHERE c.tenant = ${tenant} AND c.organ_case_number = ${organCaseNumber} AND c.id <> ${id} AND c.recipient_id <> ${recipientId}
    AND c.criminal ->> 'role' = 'suspectOrDefendant'
)
SELECT f.role_here AS "roleHere", f.role_there AS "roleThere", c.id AS "caseId", c.number AS "caseNumber", c.desk IN ('handling','replacement') AS "open",
  (c.matter_id = ${matterId} OR coalesce(c.organ_case_number = ${organCaseNumber}, false)) AS "sameProceeding",
  d.handler_id AS "handlerId", d.agency_id AS "agencyId", f.by AS "by", f.name_length AS "nameLength"
FROM found f
JOIN aid_case c ON c.tenant = ${tenant} AND c.id = f.case_id
JOIN designation d ON d.tenant = ${tenant} AND d.case_id = f.case_id AND d.state IN ('offered','accepted','replaced','ended')`.execute(
    tx.db,
  );
  return rows;
}

/**
 * True when the handler has a case, of that matter where one is named. For a person it must be open, and the person its
 * recipient: not the other side, whose address never comes this way. The papers of a closed case stay open to its handler.
 */
export async function handlesFor(
  tx: Tx,
  about: {
    readonly tenant: string;
    readonly handlerId: string;
    readonly personId: string | undefined;
    readonly matterId: string | undefined;
  },
): Promise<boolean> {
  let query = dbOf(tx)
    .selectFrom('aidCase')
    .select('id')
    .where('tenant', '=', about.tenant)
    .where('handlerId', '=', about.handlerId);
  if (about.personId !== undefined) {
    query = query.where('recipientId', '=', about.personId).where('desk', 'in', [...desksInHand, 'fileReview']);
  }
  if (about.matterId !== undefined) query = query.where('matterId', '=', about.matterId);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}
