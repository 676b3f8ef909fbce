import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textArray } from '../db/index.ts';
import { Refusal } from '../errors/index.ts';
import { onEachEngine, type World } from '../testing/engines.ts';
import { citizenActor, staffActor } from './index.ts';

const matterId = '0193a000-0000-7000-8000-000000000001';
const clerk = staffActor(
  'a1',
  '测试员',
  [{ role: 'clerk', tenant: '530521', subtree: false }],
  ['530500', '530521', '530523'],
);

onEachEngine('a use case commits whole', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const opened = (tenant = '530521', id = matterId) => ({
    tenant,
    matterId: id,
    kind: 'test.opened',
    subject: 'test',
    subjectId: id,
    payload: { n: 1, text: '多音 · 字' },
  });

  test('event, counter and message stand together, or not at all', async () => {
    await expect(
      world.as(clerk, async (tx) => {
        tx.record(opened());
        tx.send({ tenant: '530521', topic: 't', key: 'k', payload: {} });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await count(world, 'event')).toBe(0);
    await world.as(clerk, async (tx) => {
      tx.record(opened());
      tx.record({ ...opened(), kind: 'test.again' });
      tx.count({
        tenant: '530521',
        name: 'c',
        month: '2026-11',
        dimension: 'all',
        value: '',
        by: 1,
        recordId: matterId,
      });
      tx.send({ tenant: '530521', topic: 't', key: 'k', payload: {} });
    });
    expect(await count(world, 'event')).toBe(2);
    expect(await count(world, 'counter')).toBe(1);
    expect(await count(world, 'outbox')).toBe(1);
    const rows = await world.direct((tx) => tx.db.selectFrom('event').selectAll().orderBy('seq').execute());
    expect(rows.map((r) => r.seq)).toEqual([1, 2]);
    expect(rows[1]?.previousHash).toBe(rows[0]?.hash);
    expect(rows[0]?.payload).toEqual({ n: 1, text: '多音 · 字' });
  });

  test('the same key gives the first answer and writes nothing twice, even when two come at once', async () => {
    const id = '0193a000-0000-7000-8000-0000000000aa';
    const once = () =>
      world.as(
        clerk,
        async (tx) => {
          tx.record(opened('530521', id));
          return { made: tx.newId() };
        },
        { idempotency: { tenant: '530521', key: 'same-key-1', request: { a: 1 } } },
      );
    const [first, second] = await Promise.all([once(), once()]);
    expect(second).toEqual(first);
    expect(await once()).toEqual(first);
    const events = await world.direct((tx) =>
      tx.db.selectFrom('event').select('seq').where('matterId', '=', id).execute(),
    );
    expect(events).toHaveLength(1);
    await expect(
      world.as(clerk, async () => 1, { idempotency: { tenant: '530521', key: 'same-key-1', request: { a: 2 } } }),
    ).rejects.toMatchObject({ code: 'idempotency.mismatch' });
  });

  test('a repeat that would now be refused, or runs into another key, still gets the first answer', async () => {
    const id = '0193a000-0000-7000-8000-0000000000cc';
    let done = false;
    const once = (n: number) =>
      world.as(
        clerk,
        async (tx) => {
          if (done && n === 1) throw new Refusal('record.stale');
          await tx.db
            .insertInto('calendarDay')
            .values({ date: '2031-01-01', kind: 'holiday', name: '测', source: 't' })
            .execute();
          tx.record(opened('530521', id));
          return { n };
        },
        { idempotency: { tenant: '530521', key: 'same-key-2', request: {} } },
      );
    expect(await once(0)).toEqual({ n: 0 });
    done = true;
    expect(await once(1)).toEqual({ n: 0 });
    expect(await once(2)).toEqual({ n: 0 });
    await expect(
      world.as(clerk, async () => 1, { idempotency: { tenant: '530521', key: 'short', request: {} } }),
    ).rejects.toMatchObject({ code: 'idempotency.format' });
  });

  test('texts of an array come back as they went, whatever is in them', async () => {
    const texts = ['一', 'a,b', '"q"', 'back\\slash', '{}', '', 'NULL'];
    const { rows } = await world.direct((tx) =>
      sql<{ t: string[] }>`SELECT ${textArray(texts)}::text[] AS t`.execute(tx.db),
    );
    expect(rows[0]?.t).toEqual(texts);
  });

  test('another tenant is out of sight and out of reach', async () => {
    const elsewhere = citizenActor('530523');
    expect(await world.as(elsewhere, (tx) => tx.db.selectFrom('event').selectAll().execute())).toEqual([]);
    await expect(world.as(elsewhere, async (tx) => void tx.record(opened()))).rejects.toMatchObject({ code: '42501' });
  });

  test('what is remembered cannot be changed by the program', async () => {
    await expect(
      world.as(clerk, (tx) => tx.db.updateTable('event').set({ kind: 'x' }).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(world.as(clerk, (tx) => tx.db.deleteFrom('event').execute())).rejects.toMatchObject({ code: '42501' });
  });

  test('many writers on one matter make one unbroken chain', async () => {
    const id = '0193a000-0000-7000-8000-0000000000bb';
    await Promise.all(Array.from({ length: 12 }, () => world.as(clerk, async (tx) => tx.record(opened('530521', id)))));
    const rows = await world.direct((tx) =>
      tx.db
        .selectFrom('event')
        .select(['seq', 'hash', 'previousHash'])
        .where('matterId', '=', id)
        .orderBy('seq')
        .execute(),
    );
    expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (let i = 1; i < rows.length; i++) expect(rows[i]?.previousHash).toBe(rows[i - 1]?.hash);
  });
});

async function count(world: World, table: 'event' | 'counter' | 'outbox'): Promise<number> {
  const { rows } = await world.direct((tx) =>
    sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(tx.db),
  );
  return rows[0]?.n ?? 0;
}
