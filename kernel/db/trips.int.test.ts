import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../testing/engines.ts';
import { wholeCountry } from './index.ts';

const here = { tenants: ['530521'], agencies: [] };

onEachEngine('what belongs together travels together', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const day = (date: string) => ({ date, kind: 'holiday' as const, name: '测', source: 't' });
  const days = () =>
    world.database.look(wholeCountry, (db) => db.selectFrom('calendarDay').select('date').orderBy('date').execute());

  test('a first read runs inside the transaction, under its role and scope', async () => {
    const seen = await world.database.transaction(here, async (db) => {
      const { rows } = await sql<{ who: string; tenants: string; at: string }>`SELECT current_user AS who,
        current_setting('fayuan.tenants') AS tenants, now()::text AS at`.execute(db);
      const { rows: later } = await sql<{ at: string }>`SELECT now()::text AS at`.execute(db);
      return [rows[0]?.who, rows[0]?.tenants, rows[0]?.at === later[0]?.at];
    });
    expect(seen).toEqual(['fayuan_app', '530521', true]);
  });

  test('a first write waits for its transaction, and goes with it', async () => {
    await expect(
      world.database.transaction(here, async (db) => {
        await Promise.all([
          db.insertInto('calendarDay').values(day('2030-01-01')).execute(),
          db.insertInto('calendarDay').values(day('2030-01-02')).execute(),
        ]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await days()).toEqual([]);
  });

  test('the last statement commits with its transaction', async () => {
    await world.database.transaction(here, async (db, commitWith) => {
      await db.insertInto('calendarDay').values(day('2030-01-03')).execute();
      await commitWith(() => db.insertInto('calendarDay').values(day('2030-01-04')).execute());
    });
    expect(await days()).toEqual([{ date: '2030-01-03' }, { date: '2030-01-04' }]);
  });

  test('a last statement that fails takes everything back, and the connection lives', async () => {
    for (let i = 0; i < 12; i++) {
      await expect(
        world.database.transaction(here, async (db, commitWith) => {
          await db.insertInto('calendarDay').values(day('2030-01-05')).execute();
          await commitWith(() => db.insertInto('calendarDay').values(day('2030-01-03')).execute());
        }),
      ).rejects.toMatchObject({ code: '23505' });
    }
    expect(await days()).toEqual([{ date: '2030-01-03' }, { date: '2030-01-04' }]);
  });

  test('a fault that was swallowed on the way is no commit', async () => {
    await expect(
      world.database.transaction(here, async (db) => {
        await db.insertInto('calendarDay').values(day('2030-01-06')).execute();
        await db
          .insertInto('calendarDay')
          .values(day('2030-01-03'))
          .execute()
          .catch(() => undefined);
      }),
    ).rejects.toThrow('rolled back');
    expect(await days()).toHaveLength(2);
  });

  test('a look sees its scope, writes nothing, and leaves no trace on the connection', async () => {
    const who = await world.database.look(here, (db) =>
      sql<{ t: string; u: string }>`SELECT current_setting('fayuan.tenants') AS t, current_user AS u`.execute(db),
    );
    expect(who.rows).toEqual([{ t: '530521', u: 'fayuan_app' }]);
    await expect(
      world.database.look(here, (db) => db.insertInto('calendarDay').values(day('2030-01-07')).execute()),
    ).rejects.toMatchObject({ code: '25006' });
    await expect(world.database.look(here, (db) => sql`SELECT 1/0`.execute(db))).rejects.toMatchObject({
      code: '22012',
    });
    expect(await days()).toHaveLength(2);
    const { rows } = await sql<{ u: string }>`SELECT current_user AS u`.execute(world.database.owner as never);
    expect(rows[0]?.u).not.toBe('fayuan_app');
  });

  test('statements sent at once are answered each by its own', async () => {
    const answers = await world.database.transaction(here, (db) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          sql<{ n: number }>`SELECT ${n}::int AS n`.execute(db).then((r) => r.rows[0]?.n),
        ),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});
