import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import { enterRegister } from '../../modules/cases/index.ts';
import { type Office, openOffice } from '../applications/office.ts';
import { competent } from '../walk/small-city.ts';
import { archived } from './archived.ts';

/* A case that was archived before there was a register of archives: its line is missing, all else is there. */
onEachEngine('files archived before there was a register', (open) => {
  let office: Office;
  let world: World;
  const lines = () =>
    office.direct(async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`SELECT * FROM archive ORDER BY number`.execute(tx.db);
      return rows;
    });
  const enter = () => office.direct((tx) => enterRegister(tx, systemActor, undefined, 100));

  beforeAll(async () => {
    world = await open();
    office = await openOffice(world);
    office.on('2026-11-24');
    await archived(office);
    office.on('2026-11-25');
    await archived(office, '2026-11-25');
  });
  afterAll(() => office.close());

  test('enter it with the day, the hand and the term of their acceptance, the earliest first', async () => {
    const before = await lines();
    expect(before).toHaveLength(2);
    await sql`DELETE FROM archive`.execute(world.database.owner);
    office.on('2028-03-01');
    expect((await enter()).entered).toBe(2);
    const after = await lines();
    const kept = ({ id: _id, number: _number, ...line }: Record<string, unknown>) => line;
    expect(after.map(kept)).toEqual(before.map(kept));
    expect(after.map(({ number }) => number)).toEqual([
      '（2026）保施法援档字第000003号',
      '（2026）保施法援档字第000004号',
    ]);
    expect(after[0]).toMatchObject({ archivedByName: expect.stringMatching(/./) });
  });

  test('stay as they are when it is asked for again; a page after the last finds none', async () => {
    const before = await lines();
    const { entered, last } = await enter();
    expect(entered).toBe(0);
    expect(await lines()).toEqual(before);
    expect(await office.direct((tx) => enterRegister(tx, systemActor, last, 100))).toEqual({
      entered: 0,
      last: undefined,
    });
  });

  test('page by page, each case once', async () => {
    await sql`DELETE FROM archive`.execute(world.database.owner);
    const first = await office.direct((tx) => enterRegister(tx, systemActor, undefined, 1));
    expect(first.entered).toBe(1);
    const second = await office.direct((tx) => enterRegister(tx, systemActor, first.last, 1));
    expect(second.entered).toBe(1);
    expect(await lines()).toHaveLength(2);
  });

  test('are bound like any other, and the chain of the matter holds', async () => {
    const [line] = (await office.staff.archivist
      .get<{ rows: { id: string; version: number }[] }>(`/api/archives?tenant=${competent}&view=all`)
      .then(({ rows }) => rows)) as { id: string; version: number }[];
    await office.staff.archivist.post('/api/archives/bind', {
      tenant: competent,
      archiveId: line?.id,
      version: line?.version,
    });
    expect(await office.bind()).toBe(true);
    expect((await lines()).map(({ binding }) => binding)).toContain('bound');
    expect(await office.brokenLinks()).toEqual([]);
  });
});
