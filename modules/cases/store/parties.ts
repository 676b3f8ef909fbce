import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { rowsOfSame } from '../../people/index.ts';
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

/** Somebody of a case as the search for conflicts takes them: every row under which they are on file, and the name. */
export interface SoughtParty {
  readonly role: PartyRole;
  readonly personIds: readonly string[];
  readonly name: string;
  readonly nameKey: string;
}

/** Whose conflicts are looked for: a case, or what is being written down at the counter. */
export interface Sought {
  readonly tenant: string;
  /** Null before there is a case. */
  readonly caseId: string | null;
  readonly matterId: string | null;
  readonly organCaseNumber: string | null;
  readonly parties: readonly SoughtParty[];
}

/** The parties of a case with every row that is the same human being. */
export async function soughtOf(tx: Tx, aidCase: AidCase): Promise<Sought> {
  const { tenant, id, matterId, organCaseNumber } = aidCase;
  const parties = await partiesOf(tx, tenant, id);
  const same = await rowsOfSame(
    tx,
    tenant,
    parties.flatMap(({ personId }) => personId ?? []),
  );
  return {
    tenant,
    caseId: id,
    matterId,
    organCaseNumber,
    parties: parties.map(({ role, personId, name, nameKey }) => ({
      role,
      personIds: personId === null ? [] : (same.get(personId) ?? [personId]),
      name,
      nameKey,
    })),
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Parties of this case found again in other cases of the tenant, with everybody who acts or acted there; among those helped by duty
 * lawyers; and among the relatives that handlers told of. A recipient is matched by identity only: a name alone would accuse half a
 * town. Whoever is accused in the same proceeding counts as a co-defendant, named here or not.
 */
export async function partyMatches(tx: Tx, of: Sought): Promise<readonly PartyMatch[]> {
  const { tenant, organCaseNumber, parties } = of;
  const caseId = of.caseId ?? nobody;
  const matterId = of.matterId ?? nobody;
  const own = parties.find(({ role }) => role === 'recipient')?.personIds ?? [];
  const byId = parties.flatMap(({ role, personIds }) => personIds.map((id) => ({ role, id })));
  const byName = parties.filter(({ role }) => role !== 'recipient');
  const texts = (all: readonly string[]) => sql`${all}::text[]`;
  const uuids = (all: readonly string[]) => sql`${all}::uuid[]`;
  const { rows } = await sql<PartyMatch>`
WITH ids AS (SELECT * FROM unnest(${texts(byId.map(({ role }) => role))}, ${uuids(byId.map(({ id }) => id))}) AS x(role, person_id)),
names AS (SELECT * FROM unnest(${texts(byName.map(({ role }) => role))}, ${texts(byName.map(({ nameKey }) => nameKey))}, ${texts(byName.map(({ name }) => name))}) AS x(role, name_key, name)),
found AS (
  SELECT h.role AS role_here, t.role AS role_there, t.case_id, 'identity' AS by, char_length(t.name_key) AS name_length
  FROM ids h JOIN case_party t ON t.tenant = ${tenant} AND t.person_id = h.person_id AND t.case_id <> ${caseId}
  UNION ALL
  SELECT h.role, t.role, t.case_id, 'name', char_length(t.name_key)
  FROM names h JOIN case_party t ON t.tenant = ${tenant} AND t.name_key = h.name_key AND t.case_id <> ${caseId}
  WHERE NOT coalesce(t.person_id = ANY (${uuids(byId.map(({ id }) => id))}), false)
  UNION ALL
  SELECT 'coDefendant', 'recipient', c.id, 'proceeding', 0
  FROM aid_case c
  WHERE c.tenant = ${tenant} AND c.organ_case_number = ${organCaseNumber} AND c.id <> ${caseId} AND c.recipient_id <> ALL (${uuids(own)})
    AND c.criminal ->> 'role' = 'suspectOrDefendant'
)
SELECT f.role_here AS "roleHere", f.role_there AS "roleThere", c.id AS "caseId", c.number AS "caseNumber", c.desk IN ('handling','replacement') AS "open",
  (c.matter_id = ${matterId} OR coalesce(c.organ_case_number = ${organCaseNumber}, false)) AS "sameProceeding",
  d.handler_id AS "handlerId", d.agency_id AS "agencyId", f.by AS "by", f.name_length AS "nameLength"
FROM found f
JOIN aid_case c ON c.tenant = ${tenant} AND c.id = f.case_id
JOIN designation d ON d.tenant = ${tenant} AND d.case_id = f.case_id AND d.state IN ('offered','accepted','replaced','ended')
UNION ALL
SELECT 'coDefendant', 'helped', g.id, g.helped_on::text, false, true, g.handler_id, g.agency_id, 'proceeding', 0
FROM duty_help g
WHERE g.tenant = ${tenant} AND g.organ_case_number = ${organCaseNumber} AND g.person_id <> ALL (${uuids(own)})
UNION ALL
SELECT h.role, 'helped', g.id, g.helped_on::text, false, false, g.handler_id, g.agency_id, 'name', char_length(g.name_key)
FROM names h JOIN duty_help g ON g.tenant = ${tenant} AND g.name_key = h.name_key
WHERE h.role = 'coDefendant' AND g.organ_case_number IS DISTINCT FROM ${organCaseNumber}
UNION ALL
SELECT h.role, 'relative', r.id, h.name, true, false, r.handler_id, ${nobody}::uuid, 'declared', char_length(r.name_key)
FROM names h JOIN handler_relative r ON r.tenant = ${tenant} AND r.name_key = h.name_key AND r.withdrawn_at IS NULL`.execute(
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
