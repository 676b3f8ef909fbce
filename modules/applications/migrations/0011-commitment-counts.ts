import type { Migration } from '../../../kernel/db/index.ts';

/**
 * 诚信承诺 counted: given, drawn for checking, found false, recovered. The day on which one was drawn was told by its event alone; it stands in
 * the row now, so that the counts can be proved from the records. What was there before is counted here.
 */
export const applicationCommitmentCounts: Migration = {
  id: 'applications/0011-commitment-counts',
  sql: `
ALTER TABLE application_commitment ADD COLUMN picked_on date;
UPDATE application_commitment c SET picked_on = CASE
  WHEN c.picked_for = 'report' THEN coalesce(
    (SELECT (max(e.at) AT TIME ZONE 'Asia/Shanghai')::date FROM event e
     WHERE e.tenant = c.tenant AND e.matter_id = c.matter_id AND e.kind = 'commitment.picked'), c.granted_on)
  ELSE c.granted_on END
WHERE c.picked_for IS NOT NULL;
ALTER TABLE application_commitment ADD CONSTRAINT application_commitment_picked CHECK ((picked_for IS NULL) = (picked_on IS NULL));
INSERT INTO counter (tenant, name, month, dimension, value, slot, n)
SELECT tenant, 'commitments.given', to_char(granted_on, 'YYYY-MM'), 'all', '', 0, count(*)
FROM application_commitment GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.picked', to_char(picked_on, 'YYYY-MM'), 'all', '', 0, count(*)
FROM application_commitment WHERE picked_on IS NOT NULL GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.picked', to_char(picked_on, 'YYYY-MM'), 'pickedFor', picked_for, 0, count(*)
FROM application_commitment WHERE picked_on IS NOT NULL GROUP BY 1, 3, 5
UNION ALL SELECT tenant, 'commitments.false', to_char(decided_on, 'YYYY-MM'), 'all', '', 0, count(*)
FROM application_commitment WHERE state IN ('FALSE', 'RECOVERY_ORDERED', 'REPAID') GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.recovered', to_char(paid_on, 'YYYY-MM'), 'all', '', 0, sum(cost_fen + fine_fen)
FROM application_commitment WHERE paid_on IS NOT NULL GROUP BY 1, 3 HAVING sum(cost_fen + fine_fen) > 0;
`,
};
