import { afterAll, beforeEach, expect, test } from 'vitest';
import { createKeyRing, type KeyRingFile, parseKeyRing, withNewKey, withoutKey } from '../../kernel/crypto/index.ts';
import { countOutdated, rotateKeys } from '../../kernel/key-rotation/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { protectionOf, type Runner, runUseCase, systemActor, type Tx } from '../../kernel/use-case/index.ts';
import {
  correctPerson,
  findPersonsByIdentity,
  type PeopleTables,
  peopleSealedColumns,
  personInputOf,
  savePerson,
} from './index.ts';

const tenants = ['530521', '530523'] as const;
const count = 450;

onEachEngine('keys are rotated', (open) => {
  let world: World;
  let ring: KeyRingFile;
  const runnerOf = (file: KeyRingFile): Runner => ({ ...world.runner, ...protectionOf(parseKeyRing(file)) });
  const run = <T>(file: KeyRingFile, work: (tx: Tx) => Promise<T>): Promise<T> =>
    runUseCase(runnerOf(file), systemActor, work);
  const save = (tx: Tx, n: number) =>
    savePerson(tx, {
      tenant: tenants[n % 2 === 0 ? 0 : 1],
      name: '张三',
      document: { kind: 'passport', number: `E${10_000_000 + n}` },
      ...(n % 3 === 0 ? {} : { phone: `138${String(n).padStart(8, '0')}` }),
      ...(n % 5 === 0 ? {} : { address: `施甸县第${n}号` }),
    });
  const stored = () =>
    world.direct(async (tx) => {
      const db = tx.db.withTables<PeopleTables>();
      const persons = await db.selectFrom('person').selectAll().orderBy('id').execute();
      const versions = await db.selectFrom('personVersion').select('valuesSealed').execute();
      return {
        persons,
        values: [
          ...persons.flatMap((p) => [p.documentNumberSealed, p.phoneSealed, p.addressSealed]),
          ...versions.map((v) => v.valuesSealed),
        ].filter((value) => value !== null),
      };
    });
  /** Everything in clear, opened under one ring. */
  const clear = async (file: KeyRingFile) => {
    const { persons } = await stored();
    return run(file, (tx) => Promise.all(persons.map((p) => personInputOf(tx, p.tenant, p.id))));
  };

  beforeEach(async () => {
    await world?.close();
    world = await open();
    ring = createKeyRing('aes-256-gcm');
    await run(ring, async (tx) => {
      for (let n = 0; n < count; n++) await save(tx, n);
    });
    const { persons } = await stored();
    for (const { tenant, id } of persons.slice(0, 3)) {
      await run(ring, (tx) =>
        correctPerson(tx, systemActor, { tenant, personId: id, version: 1, changes: { ethnicity: '彝族' } }),
      );
    }
  });
  afterAll(() => world.close());

  test('no value carries the old key afterwards, all open without it, and people are found as before', async () => {
    const before = await clear(ring);
    const { values } = await stored();
    const next = withNewKey(ring, 'sm4-cbc-hmac-sm3');
    expect(await countOutdated(runnerOf(next), peopleSealedColumns)).toBe(values.length);

    expect(await rotateKeys(runnerOf(next), peopleSealedColumns)).toEqual({ rows: values.length, unreadable: [] });

    const after = await stored();
    expect(after.values).toHaveLength(values.length);
    expect(after.values.filter((value) => !value.startsWith('k2.'))).toEqual([]);
    expect(await countOutdated(runnerOf(next), peopleSealedColumns)).toBe(0);
    const onlyNew = withoutKey(next, 'k1');
    expect(await clear(onlyNew)).toEqual(before);
    expect(await run(onlyNew, (tx) => findPersonsByIdentity(tx, { number: 'E10000007' }))).toHaveLength(1);
    expect(after.persons.map((p) => p.version)).toEqual(expect.arrayContaining([1, 2]));
    expect(await rotateKeys(runnerOf(onlyNew), peopleSealedColumns)).toEqual({ rows: 0, unreadable: [] });
  });

  test('an interrupted rotation is resumed where it stood', async () => {
    const next = withNewKey(ring, 'aes-256-gcm');
    let batches = 0;
    const interrupted = rotateKeys(runnerOf(next), peopleSealedColumns, () => {
      if (++batches === 2) throw new Error('killed');
    });
    await expect(interrupted).rejects.toThrow('killed');
    const { values } = await stored();
    const done = values.filter((value) => value.startsWith('k2.')).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(values.length);
    expect(await rotateKeys(runnerOf(next), peopleSealedColumns)).toEqual({
      rows: values.length - done,
      unreadable: [],
    });
    expect(await countOutdated(runnerOf(next), peopleSealedColumns)).toBe(0);
  });

  test('writes go on meanwhile, under the new key or still under the old one, and none is lost', async () => {
    const next = withNewKey(ring, 'aes-256-gcm');
    // A process that knows both keys and still writes under the old one.
    const slow: KeyRingFile = { ...next, active: ring.active };
    const { persons } = await stored();
    const write = async (): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        const { tenant, id } = persons[200 + i] ?? { tenant: '', id: '' };
        await run(i % 2 === 0 ? next : slow, (tx) =>
          correctPerson(tx, systemActor, { tenant, personId: id, version: 1, changes: { address: `新地址${i}` } }),
        );
        await run(i % 2 === 0 ? slow : next, (tx) => save(tx, 1000 + i));
      }
    };
    await Promise.all([rotateKeys(runnerOf(next), peopleSealedColumns), write()]);
    // The slow process has gone; what it wrote last is found by the next run.
    await rotateKeys(runnerOf(next), peopleSealedColumns);
    const onlyNew = withoutKey(next, 'k1');
    const people = await clear(onlyNew);
    expect(people).toHaveLength(count + 40);
    expect(new Set(people.map((p) => p.address).filter((a) => a?.startsWith('新地址'))).size).toBe(40);
    expect(await countOutdated(runnerOf(onlyNew), peopleSealedColumns)).toBe(0);
  });

  test('a value that no key opens is named and left alone', async () => {
    const { persons } = await stored();
    const broken = persons[1];
    if (broken === undefined) throw new Error('nobody');
    await world.direct((tx) =>
      tx.db
        .withTables<PeopleTables>()
        .updateTable('person')
        .set({ documentNumberSealed: 'k0.a.AAAA' })
        .where('tenant', '=', broken.tenant)
        .where('id', '=', broken.id)
        .execute(),
    );
    const next = withNewKey(ring, 'aes-256-gcm');
    const report = await rotateKeys(runnerOf(next), peopleSealedColumns);
    expect(report.unreadable).toEqual([
      { table: 'person', column: 'document_number_sealed', tenant: broken.tenant, id: broken.id },
    ]);
    expect((await stored()).persons[1]?.documentNumberSealed).toBe('k0.a.AAAA');
    expect(await countOutdated(runnerOf(next), peopleSealedColumns)).toBe(1);
  });
});
