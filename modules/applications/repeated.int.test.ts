import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { staffActor } from '../../kernel/use-case/index.ts';
import { linkPersons, savePerson } from '../people/index.ts';
import { findRepeated } from './use-cases/find-repeated.ts';

const tenant = '530521';
const clerk = staffActor(
  '0193a000-0000-7000-8000-00000000c001',
  '测试员',
  [{ role: 'clerk', tenant, subtree: false }],
  [tenant],
);
const finance = staffActor('a2', '测试员', [{ role: 'finance', tenant, subtree: false }], [tenant]);

onEachEngine('the same matter applied for again', (open) => {
  let world: World;
  let now: string;
  let then: string;
  const person = () =>
    world.direct(async (tx) => (await savePerson(tx, { tenant, name: '番某', demonstration: true })).personId);
  const applied = (n: number, recipient: string, cause: string, state: string, receivedOn: string) =>
    world.direct((tx) =>
      sql`
INSERT INTO application (tenant, id, matter_id, number, query_code_index, state, version, door, applying_as, class, cause, region, groups,
  recipient_id, recipient_name, urgent, proof, facts_sealed, narrative_sealed, outcome, rule_set, law_revision, assessment, assessment_hash,
  received_on, submitted_at, due_on, demonstration)
SELECT ${tenant}, id, id, ${String(n)}::text, '', ${state}, 1, 'web', 'self', 'civil', ${cause}, ${tenant}, '{}',
  ${recipient}::uuid, '番某', false, 'none', '', '', 'eligible', 'r', 0, '{}', '', ${receivedOn}::date, now(), NULL, true
FROM (SELECT ('0193a000-0000-7000-8000-' || lpad(${String(n)}, 12, '0'))::uuid AS id) AS ids`.execute(tx.db),
    );

  beforeAll(async () => {
    world = await open();
    [then, now] = [await person(), await person()];
    await applied(1, then, 'labourPay', 'REFUSED', '2026-03-01');
    await applied(2, then, 'maintenance', 'GRANTED', '2026-05-01');
    await applied(3, then, 'labourPay', 'UNDER_REVIEW', '2026-11-20');
    await applied(4, then, 'labourPay', 'TRANSFERRED', '2026-11-21');
    await applied(5, await person(), 'labourPay', 'UNDER_REVIEW', '2026-11-22');
  });
  afterAll(() => world.close());

  const ask = (personIds: string[], actor = clerk) =>
    world.as(actor, (tx) => findRepeated(tx, actor, { tenant, personIds, class: 'civil', cause: 'labourPay' }));

  test('the same matter first, then the newest; nobody else’s, and nothing that was handed over', async () => {
    expect((await ask([then])).map(({ number, sameMatter, state }) => [number, sameMatter, state])).toEqual([
      ['3', true, 'UNDER_REVIEW'],
      ['1', true, 'REFUSED'],
      ['2', false, 'GRANTED'],
    ]);
    expect(await ask([now])).toEqual([]);
    await expect(ask([then], finance)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('two rows that somebody called one are one', async () => {
    await world.as(clerk, (tx) => linkPersons(tx, clerk, { tenant, personId: now, otherId: then, same: true }));
    expect((await ask([now])).map(({ number }) => number)).toEqual(['3', '1', '2']);
  });
});
