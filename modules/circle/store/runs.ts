import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { CircleRun, CircleRunRow } from '../schema.ts';

/** At most so many at once: one kept every week for ten years. */
const mostRuns = 520;

export function saveRun(tx: Tx, { whole, counties, townships, sensitivity, ...run }: CircleRun): void {
  tx.insert('circle_run', [
    {
      tenant: run.tenant,
      id: run.id,
      name: run.name,
      keptAt: run.keptAt,
      keptBy: run.keptBy,
      keptByName: run.keptByName,
      graph: run.roads.checksum,
      roads: run.roads,
      question: run.question,
      costs: run.costs,
      prints: run.prints,
      stations: run.stations,
      villages: run.villages,
      figures: { whole, counties, townships, sensitivity },
    },
  ]);
}

const head = sql`tenant, id, name, kept_at AS "keptAt", kept_by AS "keptBy", kept_by_name AS "keptByName", roads, question, costs, prints`;

/** Kept reckonings that the actor may see, the newest first. */
export async function listRuns(tx: Tx): Promise<readonly CircleRunRow[]> {
  const { rows } = await sql<CircleRunRow>`
SELECT ${head}, figures->'whole' AS whole FROM circle_run ORDER BY kept_at DESC, id DESC LIMIT ${mostRuns}`.execute(
    tx.db,
  );
  return rows.map(plainInstant);
}

export async function readRun(tx: Tx, tenant: string, id: string): Promise<CircleRun | undefined> {
  const { rows } = await sql<CircleRun>`
SELECT ${head}, stations, villages, figures->'whole' AS whole, figures->'counties' AS counties, figures->'townships' AS townships,
  figures->'sensitivity' AS sensitivity
FROM circle_run WHERE tenant = ${tenant} AND id = ${id}`.execute(tx.db);
  return rows.map(plainInstant)[0];
}

/** Both engines give an instant; the interface tells it as text. */
function plainInstant<Row extends { readonly keptAt: string }>(row: Row): Row {
  return { ...row, keptAt: new Date(row.keptAt).toISOString() };
}
