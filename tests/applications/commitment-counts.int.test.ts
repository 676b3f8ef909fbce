import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { migrate, wholeCountry } from '../../kernel/db/index.ts';
import { openEmpty } from '../../kernel/testing/engines.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { recountCommitments } from '../../modules/applications/index.ts';

/* Commitments that were given, drawn and checked before they were counted: the migration counts them. */

const tenant = '530521';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface Old {
  readonly n: number;
  readonly state: string;
  readonly grantedOn: string;
  readonly pickedFor?: 'sample' | 'nearLine' | 'report';
  readonly decidedOn?: string;
  readonly cost?: number;
  readonly fine?: number;
  readonly paidOn?: string;
}
const old: readonly Old[] = [
  { n: 1, state: 'STANDING', grantedOn: '2026-01-31' },
  { n: 2, state: 'TO_CHECK', grantedOn: '2026-01-31', pickedFor: 'sample' },
  // Drawn by hand half a year later, at half past midnight in Shanghai: still the day before by UTC.
  { n: 3, state: 'TO_CHECK', grantedOn: '2026-02-01', pickedFor: 'report' },
  // Its event is missing: the day of the grant stands in.
  { n: 4, state: 'CONFIRMED', grantedOn: '2026-02-01', pickedFor: 'report', decidedOn: '2026-03-01' },
  { n: 5, state: 'FALSE', grantedOn: '2026-02-02', pickedFor: 'nearLine', decidedOn: '2026-04-30' },
  {
    n: 6,
    state: 'REPAID',
    grantedOn: '2026-02-03',
    pickedFor: 'sample',
    decidedOn: '2026-05-01',
    cost: 120_000,
    fine: 30_000,
    paidOn: '2026-06-30',
  },
  {
    n: 7,
    state: 'RECOVERY_ORDERED',
    grantedOn: '2026-02-03',
    pickedFor: 'sample',
    decidedOn: '2026-05-02',
    cost: 5,
    fine: 0,
  },
  // Nothing was to be paid: no cell for it.
  {
    n: 8,
    state: 'REPAID',
    grantedOn: '2026-02-03',
    pickedFor: 'sample',
    decidedOn: '2026-05-02',
    cost: 0,
    fine: 0,
    paidOn: '2026-07-01',
  },
];

const at = migrations.findIndex((migration) => migration.id === 'applications/0011-commitment-counts');

describe.each(['embedded', 'postgres'] as const)('commitments from before they were counted · %s', (engine) => {
  test.skipIf(engine === 'postgres' && inject('postgresUrl') === '')(
    'are counted as the records say, and dated by what happened',
    async () => {
      const { database, drop } = await openEmpty(engine);
      try {
        await migrate(database.owner, migrations.slice(0, at));
        await database.owner.transaction().execute(async (db) => {
          // Only what the migration reads is laid; the applications they belong to are left out.
          await sql`SET LOCAL session_replication_role = replica`.execute(db);
          for (const row of old)
            await sql`
INSERT INTO application_commitment (tenant, application_id, matter_id, application_number, recipient_name, signer_id, state, version,
  granted_on, picked_for, decided_on, cost_fen, fine_fen, paid_on, demonstration)
VALUES (${tenant}, ${id(row.n)}, ${id(100 + row.n)}, ${String(row.n)}, '张三', ${id(200)}, ${row.state}, 1,
  ${row.grantedOn}, ${row.pickedFor ?? null}, ${row.decidedOn ?? null}, ${row.cost ?? null}, ${row.fine ?? null}, ${row.paidOn ?? null}, true)`.execute(
              db,
            );
          for (const [matter, instant] of [
            [103, '2026-07-31T16:30:00Z'],
            // Of another matter: not to be taken for the one whose event is missing.
            [199, '2026-09-01T02:00:00Z'],
          ] as const)
            await sql`
INSERT INTO event (tenant, matter_id, seq, id, at, actor_kind, actor_id, actor_name, kind, subject, subject_id, payload, previous_hash, hash)
VALUES (${tenant}, ${id(matter)}, 1, ${id(300 + matter)}, ${instant}, 'staff', 'x', '审查员', 'commitment.picked', 'application', ${id(matter - 100)}, '{}', '', '')`.execute(
              db,
            );
        });
        const { applied } = await migrate(database.owner, migrations);
        expect(applied[0]).toBe('applications/0011-commitment-counts');

        const picked = await sql<{ n: string; on: string }>`
SELECT application_number AS n, picked_on::text AS on FROM application_commitment WHERE picked_on IS NOT NULL ORDER BY 1`.execute(
          database.owner,
        );
        expect(picked.rows.map(({ n, on }) => [n, on])).toEqual([
          ['2', '2026-01-31'],
          ['3', '2026-08-01'],
          ['4', '2026-02-01'],
          ['5', '2026-02-02'],
          ['6', '2026-02-03'],
          ['7', '2026-02-03'],
          ['8', '2026-02-03'],
        ]);
        const cells = await sql<{ cell: string; n: string }>`
SELECT concat_ws(' ', name, month, dimension, value) AS cell, n::text AS n FROM counter ORDER BY 1`.execute(
          database.owner,
        );
        expect(Object.fromEntries(cells.rows.map(({ cell, n }) => [cell.trim(), Number(n)]))).toEqual({
          'commitments.given 2026-01 all': 2,
          'commitments.given 2026-02 all': 6,
          'commitments.picked 2026-01 all': 1,
          'commitments.picked 2026-02 all': 5,
          'commitments.picked 2026-08 all': 1,
          'commitments.picked 2026-01 pickedFor sample': 1,
          'commitments.picked 2026-02 pickedFor sample': 3,
          'commitments.picked 2026-02 pickedFor nearLine': 1,
          'commitments.picked 2026-02 pickedFor report': 1,
          'commitments.picked 2026-08 pickedFor report': 1,
          'commitments.false 2026-04 all': 1,
          'commitments.false 2026-05 all': 3,
          'commitments.recovered 2026-06 all': 150_000,
        });
        // The counters and the recount that proves them agree from the first day.
        const recounted = await database.transaction(wholeCountry, (db) => recountCommitments({ db } as unknown as Tx));
        expect(recounted).toHaveLength(cells.rows.length);
        for (const { name, month, dimension, value, n } of recounted)
          expect(cells.rows).toContainEqual({
            cell: [name, month, dimension, value].join(' '),
            n: String(n),
          });
      } finally {
        await database.close();
        await drop();
      }
    },
  );
});
