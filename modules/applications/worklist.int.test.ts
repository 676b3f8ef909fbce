import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { staffActor } from '../../kernel/use-case/index.ts';
import { type ListApplications, listApplications } from './use-cases/list-applications.ts';

const tenants = ['530500', '530502', '530521'];
const manager = staffActor('a1', '测试员', [{ role: 'manager', tenant: '530500', subtree: true }], tenants);
const states = ['SUBMITTED', 'UNDER_REVIEW', 'PROPOSED', 'GRANTED'];

onEachEngine('the worklist is one list', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
    // 90 applications over three tenants and four states, in due order by neither; every seventh has no due day.
    await world.direct((tx) =>
      sql`
INSERT INTO application (tenant, id, matter_id, number, query_code_index, state, version, door, applying_as, class, cause, region, groups,
  recipient_id, recipient_name, urgent, proof, facts_sealed, narrative_sealed, outcome, rule_set, law_revision, assessment, assessment_hash,
  received_on, submitted_at, due_on, demonstration)
SELECT (${tenants}::text[])[1 + n % 3], id, id, n::text, '', (${states}::text[])[1 + n / 3 % 4], 1, 'web', 'self', 'civil', 'labourPay', '530502', '{}',
  id, '测试', false, 'none', '', '', 'eligible', 'r', 0, '{}', '', '2026-11-01', '2026-11-01T00:00:00Z',
  CASE WHEN n % 7 = 0 THEN NULL ELSE '2026-11-10'::date + (n * 37 % 23) END, true
FROM generate_series(1, 90) AS n, LATERAL (SELECT ('0193a000-0000-7000-8000-' || lpad((n * 53 % 97)::text, 12, '0'))::uuid AS id) AS ids`.execute(
        tx.db,
      ),
    );
  });
  afterAll(() => world.close());

  const page = (input: Partial<ListApplications>) =>
    world.as(manager, (tx) => listApplications(tx, manager, { limit: 100, ...input }));
  const expected = (where: string) =>
    world.direct(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM application WHERE ${sql.raw(where)} ORDER BY due_on NULLS LAST, id`.execute(tx.db);
      return rows.map(({ id }) => id);
    });

  test('open work of every tenant comes by its last day, what has none comes last', async () => {
    const { rows, next } = await page({});
    const open = await expected("state <> 'GRANTED'");
    expect(open.length).toBeGreaterThan(60);
    expect(rows.map(({ id }) => id)).toEqual(open);
    expect(next).toBeNull();
  });

  test('turning pages shows each once, in the same order', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { rows, next } = await page({ limit: 8, after });
      seen.push(...rows.map(({ id }) => id));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(await expected("state <> 'GRANTED'"));
  });

  test('a day, a state and a tenant narrow it', async () => {
    const due = await page({ dueBy: '2026-11-20', states: ['UNDER_REVIEW', 'GRANTED'], tenant: '530502' });
    const wanted = await expected(
      "tenant = '530502' AND state IN ('UNDER_REVIEW', 'GRANTED') AND due_on <= '2026-11-20'",
    );
    expect(wanted.length).toBeGreaterThan(2);
    expect(due.rows.map(({ id }) => id)).toEqual(wanted);
  });
});
