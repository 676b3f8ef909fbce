import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { CaseCounter } from '../rules/counting.ts';

export interface CountedRow {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

/** Where each counter's records are: the day they count on, the rows they are, what is added, and their own dimensions. */
interface Source {
  readonly name: CaseCounter;
  readonly from: string;
  readonly day: string;
  readonly add: string;
  readonly own: Readonly<Record<string, string>>;
}

const ofCase = 'aid_case c';
const withCurrent = 'aid_case c LEFT JOIN designation d ON d.tenant = c.tenant AND d.id = c.designation_id';
const sources: readonly Source[] = [
  {
    name: 'cases.opened',
    from: ofCase,
    day: `(c.opened_at AT TIME ZONE 'Asia/Shanghai')::date`,
    add: '1',
    own: { notifiedBy: "c.criminal ->> 'notifiedBy'" },
  },
  {
    name: 'cases.designated',
    from: 'aid_case c JOIN designation d ON d.tenant = c.tenant AND d.case_id = c.id',
    day: 'd.designated_on',
    add: '1',
    own: { handlerKind: 'd.handler_kind' },
  },
  {
    name: 'cases.closed',
    from: withCurrent,
    day: 'c.closed_on',
    add: '1',
    own: { handlerKind: 'd.handler_kind', outcome: 'c.outcome' },
  },
  { name: 'cases.recovered', from: ofCase, day: 'c.closed_on', add: 'nullif(c.recovered, 0)', own: {} },
  { name: 'cases.archived', from: withCurrent, day: 'c.archived_on', add: '1', own: { handlerKind: 'd.handler_kind' } },
  {
    name: 'cases.replaced',
    from: "aid_case c JOIN replacement r ON r.tenant = c.tenant AND r.case_id = c.id AND r.state IN ('approved','handedOver')",
    day: 'r.decided_on',
    add: '1',
    own: { ground: 'r.ground' },
  },
  {
    name: 'cases.terminated',
    from: 'aid_case c JOIN case_termination t ON t.tenant = c.tenant AND t.case_id = c.id',
    day: 't.terminated_on',
    add: '1',
    own: { ground: 't.ground' },
  },
  {
    name: 'cases.resumed',
    from: 'aid_case c JOIN case_termination t ON t.tenant = c.tenant AND t.case_id = c.id',
    day: 't.resumed_on',
    add: '1',
    own: { ground: 't.revoked_for' },
  },
];

const shared: Readonly<Record<string, string>> = {
  all: `''`,
  class: 'c.class',
  cause: 'coalesce(c.cause, c.class)',
  region: 'left(c.region, 6)',
  stage: 'c.stage',
};

/** The case counters once more, from the records themselves: must agree with what the transactions counted. */
export async function recountCases(tx: Tx): Promise<readonly CountedRow[]> {
  const rows: CountedRow[] = [];
  for (const { name, from, day, add, own } of sources) {
    const dimensions = { ...shared, ...own };
    const lines = Object.entries(dimensions).map(
      ([dimension, value]) =>
        sql`SELECT c.tenant, to_char(${sql.raw(day)}, 'YYYY-MM') AS month, ${dimension}::text AS dimension, ${sql.raw(value)} AS value, ${sql.raw(add)} AS n FROM ${sql.raw(from)}`,
    );
    const groups = sql`SELECT c.tenant, to_char(${sql.raw(day)}, 'YYYY-MM'), 'group', g.value, ${sql.raw(add)} FROM ${sql.raw(from)}, LATERAL (SELECT DISTINCT unnest(c.groups) AS value) g`;
    const result = await sql<CountedRow>`
SELECT tenant, ${name}::text AS name, month, dimension, value, sum(n)::int8 AS n
FROM (${sql.join([...lines, groups], sql` UNION ALL `)}) AS l
WHERE month IS NOT NULL AND value IS NOT NULL AND n IS NOT NULL
GROUP BY tenant, month, dimension, value`.execute(tx.db);
    rows.push(...result.rows);
  }
  return rows;
}

/** The helps of duty lawyers once more, from the records. */
export async function recountDuty(tx: Tx): Promise<readonly CountedRow[]> {
  const dimensions = { all: `''`, stage: 'stage', mode: 'mode', outcome: 'outcome' };
  const lines = Object.entries(dimensions).map(
    ([dimension, value]) =>
      sql`SELECT tenant, to_char(helped_on, 'YYYY-MM') AS month, ${dimension}::text AS dimension, ${sql.raw(value)} AS value FROM duty_help`,
  );
  const services = sql`SELECT tenant, to_char(helped_on, 'YYYY-MM'), 'service', s.value FROM duty_help, LATERAL (SELECT DISTINCT unnest(services) AS value) s`;
  const { rows } = await sql<CountedRow>`
SELECT tenant, 'duty.helps'::text AS name, month, dimension, value, count(*)::int8 AS n
FROM (${sql.join([...lines, services], sql` UNION ALL `)}) AS l GROUP BY tenant, month, dimension, value`.execute(
    tx.db,
  );
  return rows;
}
