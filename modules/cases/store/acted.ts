import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AidCase } from './cases.ts';

/**
 * Everybody who had a matter in hand or was asked to: in this case, in other cases and stages of the same matter or proceeding, and as
 * the duty lawyer of somebody accused in it. By id, whatever became of the designation.
 */
export async function actedIn(tx: Tx, of: AidCase): Promise<readonly string[]> {
  const { tenant, id, matterId, earlierCaseId, organCaseNumber } = of;
  const { rows } = await sql<{ handlerId: string }>`
SELECT d.handler_id AS "handlerId" FROM designation d JOIN aid_case c ON c.tenant = d.tenant AND c.id = d.case_id
WHERE d.tenant = ${tenant} AND (c.matter_id = ${matterId} OR c.id = ${earlierCaseId} OR c.earlier_case_id = ${id}
  OR (c.organ_case_number = ${organCaseNumber} AND c.class = 'criminal'))
UNION
SELECT g.handler_id FROM duty_help g WHERE g.tenant = ${tenant} AND g.organ_case_number = ${organCaseNumber}
ORDER BY 1`.execute(tx.db);
  return rows.map(({ handlerId }) => handlerId);
}
