import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onEachEngine, type World } from '../testing/engines.ts';
import { eventHash, headText, systemActor } from '../use-case/index.ts';
import { verifyAudit } from './index.ts';

const tenant = '530521';
const matterId = '0193a000-0000-7000-8000-000000000001';
const other = '0193a000-0000-7000-8000-000000000002';

onEachEngine('the event log is examined', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  beforeEach(async () => {
    await asOwner('TRUNCATE event, event_head');
    for (let n = 1; n <= 5; n++) await write(matterId, n);
    for (let n = 1; n <= 3; n++) await write(other, n);
    await write(matterId, 1, '530523');
  });
  afterAll(() => world.close());

  const write = (matter: string, n: number, at = tenant) =>
    world.as(systemActor, async (tx) =>
      tx.record({
        tenant: at,
        matterId: matter,
        kind: 'test.noted',
        subject: 'test',
        subjectId: matter,
        payload: { n, 备注: '怒江 · 𠮷' },
      }),
    );
  /** As somebody who owns the database, past the program. */
  const asOwner = (statement: string) => sql.raw(statement).execute(world.database.owner);
  const verify = (pageSize = 1000) => verifyAudit(world.database, world.runner.seal, { pageSize });
  const rows = `tenant = '${tenant}' AND matter_id = '${matterId}'`;
  const at = (seq: number, kind: string) => ({ tenant, matterId, seq, kind });

  test.each([1, 2, 3, 1000])('what the program wrote stands, read %i rows at a time', async (pageSize) => {
    expect(await verify(pageSize)).toEqual({ matters: 3, events: 9, faults: [] });
  });

  test.each([
    ['its kind', "kind = 'test.forged'"],
    ['its payload', `payload = '{"n": 99}'`],
    ['who acted', "actor_id = 'somebody'"],
    ['the name of who acted', "actor_name = '别人'"],
    ['its time', "at = at + interval '1 millisecond'"],
    ['its subject', `subject_id = '${other}'`],
    ['its hash', `hash = '${'a'.repeat(64)}'`],
    ['the hash before it', `previous_hash = '${'b'.repeat(64)}'`],
    ['the hash before it, with something else', "previous_hash = 'nonsense'"],
  ])('a row with %s altered is named', async (_what, change) => {
    for (const seq of [1, 3, 5]) {
      await asOwner(`BEGIN; CREATE TEMP TABLE kept AS SELECT * FROM event WHERE ${rows} AND seq = ${seq}; COMMIT`);
      await asOwner(`UPDATE event SET ${change} WHERE ${rows} AND seq = ${seq}`);
      expect((await verify(2)).faults).toEqual([at(seq, 'altered')]);
      await asOwner(
        `DELETE FROM event WHERE ${rows} AND seq = ${seq}; INSERT INTO event SELECT * FROM kept; DROP TABLE kept`,
      );
    }
    expect((await verify()).faults).toEqual([]);
  });

  test('a row forged together with its hash is named, in the middle and at the end', async () => {
    for (const seq of [2, 5]) {
      const [event] = await world.direct((tx) =>
        tx.db
          .selectFrom('event')
          .selectAll()
          .where('tenant', '=', tenant)
          .where('matterId', '=', matterId)
          .where('seq', '=', seq)
          .execute(),
      );
      if (event === undefined) throw new Error('no such event');
      const forged = { ...event, kind: 'test.forged' };
      await asOwner(
        `UPDATE event SET kind = 'test.forged', hash = '${eventHash(event.previousHash, forged)}' WHERE ${rows} AND seq = ${seq}`,
      );
      expect((await verify()).faults).toContainEqual(at(seq, 'altered'));
    }
    expect((await verify()).faults).toEqual([at(2, 'altered'), at(5, 'altered')]);
  });

  test.each([
    ['first', [1]],
    ['middle', [3]],
    ['first two', [1, 2]],
    ['last but one', [4]],
  ])('a dropped row is named: the %s', async (_which, seqs) => {
    await asOwner(`DELETE FROM event WHERE ${rows} AND seq IN (${seqs.join(',')})`);
    for (const pageSize of [1, 2, 1000]) {
      expect((await verify(pageSize)).faults).toEqual(seqs.map((seq) => at(seq, 'dropped')));
    }
  });

  test.each([
    ['last', [5]],
    ['last two', [4, 5]],
    ['all', [1, 2, 3, 4, 5]],
  ])('a dropped tail is named: the %s', async (_which, seqs) => {
    await asOwner(`DELETE FROM event WHERE ${rows} AND seq IN (${seqs.join(',')})`);
    for (const pageSize of [1, 2, 1000]) {
      expect((await verify(pageSize)).faults).toEqual(seqs.map((seq) => at(seq, 'tailDropped')));
    }
  });

  test('a dropped tail shows even when the end of the chain was set to match it, for want of the seal', async () => {
    await asOwner(`DELETE FROM event WHERE ${rows} AND seq = 5`);
    await asOwner(`UPDATE event_head h SET seq = 4, hash = e.hash FROM event e WHERE e.tenant = h.tenant AND e.matter_id = h.matter_id
      AND e.seq = 4 AND h.tenant = '${tenant}' AND h.matter_id = '${matterId}'`);
    expect((await verify()).faults).toEqual([at(4, 'sealBroken')]);
  });

  test('an end that is gone, or sealed by another key, is named', async () => {
    await asOwner(`DELETE FROM event_head WHERE ${rows}`);
    expect((await verify()).faults).toEqual([at(5, 'sealBroken')]);
    const foreign = await verifyAudit(world.database, (text) => `x${world.runner.seal(headText('x', 'x', 1, text))}`);
    expect(foreign.faults).toHaveLength(3);
    expect(new Set(foreign.faults.map((fault) => fault.kind))).toEqual(new Set(['sealBroken']));
  });

  test('rows that changed places are named, moved with their hashes', async () => {
    await asOwner(`UPDATE event SET seq = -seq WHERE ${rows} AND seq IN (2, 4)`);
    await asOwner(`UPDATE event SET seq = CASE seq WHEN -2 THEN 4 ELSE 2 END WHERE ${rows} AND seq < 0`);
    expect((await verify(2)).faults).toEqual([at(2, 'reordered'), at(4, 'reordered')]);
  });

  test('rows that changed places are named, moved without their hashes', async () => {
    const content = 'id, at, actor_kind, actor_id, actor_name, kind, subject, subject_id, payload';
    await asOwner(`UPDATE event e SET (${content}) = (SELECT ${content} FROM event o WHERE o.tenant = e.tenant AND o.matter_id = e.matter_id
      AND o.seq = 6 - e.seq) WHERE ${rows} AND seq IN (2, 4)`);
    expect((await verify()).faults).toEqual([at(2, 'reordered'), at(4, 'reordered')]);
  });

  test('a row slipped in after the sealed end is named', async () => {
    await asOwner(`INSERT INTO event SELECT tenant, matter_id, 6, id, at, actor_kind, actor_id, actor_name, kind, subject, subject_id, payload, hash, hash
      FROM event WHERE ${rows} AND seq = 5`);
    expect((await verify()).faults).toEqual([at(6, 'altered')]);
  });

  test('faults of several chains are all named', async () => {
    await asOwner(`DELETE FROM event WHERE matter_id = '${matterId}' AND seq = 1`);
    await asOwner(`UPDATE event SET kind = 'x' WHERE matter_id = '${other}' AND seq = 2`);
    expect(await verify(3)).toEqual({
      matters: 3,
      events: 7,
      faults: [
        at(1, 'dropped'),
        { ...at(2, 'altered'), matterId: other },
        { tenant: '530523', matterId, seq: 1, kind: 'tailDropped' },
      ],
    });
  });

  test('it may run while events are written', async () => {
    const writing = Promise.all(Array.from({ length: 15 }, (_, n) => write(n % 2 === 0 ? matterId : other, 100 + n)));
    for (let i = 0; i < 6; i++) expect((await verify(2)).faults).toEqual([]);
    await writing;
    expect(await verify()).toMatchObject({ events: 24, faults: [] });
  });
});
