import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/errors/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, citizenActor, staffActor } from '../../kernel/use-case/index.ts';
import { agencyByCode } from '../network/index.ts';
import { type CaseEvent, type CaseState, caseLifecycle, deskOf } from './lifecycle.ts';
import { loadCase } from './store/cases.ts';
import { dbOf } from './store/db.ts';
import { approver, grantedCase, handler, handlerActor, openOffice, refusalOf, tenant } from './testing/office.ts';
import { loadForMove } from './use-cases/move.ts';

/*
 * One test for each row of the case's table, made from the table: whoever it names may make the move, nobody else may, and
 * what is not in the table is answered with what is.
 */

type Row = { readonly to: string; readonly by: readonly string[] };
const states = Object.keys(caseLifecycle.states) as CaseState[];
const rowsOf = (state: CaseState): Readonly<Record<string, Row>> => caseLifecycle.states[state].on;
const events = [...new Set(states.flatMap((state) => Object.keys(rowsOf(state))))] as CaseEvent[];
const rows = states.flatMap((state) => Object.keys(rowsOf(state)).map((event) => [state, event as CaseEvent] as const));
const staffRoles = [
  'clerk',
  'reviewer',
  'approver',
  'designator',
  'finance',
  'quality',
  'manager',
  'hotlineAgent',
  'firmHead',
  'bureauReviewer',
];

onEachEngine('the table of a case’s states', (open) => {
  let world: World;
  let caseIn: ReadonlyMap<CaseState, string>;
  let firm = '';
  const own = handlerActor('L1');
  const colleague = handlerActor('L2');
  const actorFor = (role: string): Actor => {
    if (role === 'citizen') return citizenActor(tenant);
    if (role === 'handler') return own;
    return staffActor(
      `00000000-0000-7000-8000-0000000000a${staffRoles.indexOf(role)}`,
      role,
      // A head speaks for one firm.
      [{ role, tenant, subtree: false, ...(role === 'firmHead' ? { agency: firm } : {}) }],
      [tenant],
    );
  };

  beforeAll(async () => {
    world = await open();
    const ids = await openOffice(world, [handler('L1'), handler('L2')]);
    firm = (await world.direct((tx) => agencyByCode(tx, tenant, 'F1')))?.id ?? '';
    const made = new Map<CaseState, string>();
    for (const state of states) {
      const { caseId } = await grantedCase(world);
      await world.direct((tx) =>
        dbOf(tx)
          .updateTable('aidCase')
          .set({
            state,
            desk: deskOf(state),
            handlerId: ids.get('L1') ?? null,
            firmId: state === 'AT_FIRM' ? firm : null,
          })
          .where('tenant', '=', tenant)
          .where('id', '=', caseId)
          .execute(),
      );
      made.set(state, caseId);
    }
    caseIn = made;
  });
  afterAll(() => world.close());

  const input = (state: CaseState) => ({ tenant, caseId: caseIn.get(state) ?? '', version: 1 });
  const attempt = (actor: Actor, state: CaseState, event: CaseEvent): Promise<string> =>
    refusalOf(world.as(actor, (tx) => loadForMove(tx, actor, input(state), event)));

  describe.each(rows)('%s · %s', (state, event) => {
    const by = rowsOf(state)[event]?.by ?? [];

    test(`${by.join(', ')} may; nobody else`, async () => {
      for (const role of [...staffRoles, 'handler', 'citizen']) {
        const expected = by.includes(role) ? 'done' : 'auth.forbidden';
        expect([role, await attempt(actorFor(role), state, event)]).toEqual([role, expected]);
      }
      // What is on offer is nobody's yet: whoever is asked may take it.
      const others = event === 'takeOffer' ? 'done' : by.includes('handler') ? 'case.notYours' : 'auth.forbidden';
      expect(await attempt(colleague, state, event)).toBe(others);
    });

    test('who reached for it is remembered in the matter', async () => {
      const { matterId } = await world.direct((tx) => loadCase(tx, input(state)));
      const count = () =>
        world.direct(async (tx) =>
          (
            await tx.db
              .selectFrom('event')
              .select(['actorId', 'payload'])
              .where('matterId', '=', matterId)
              .where('kind', '=', 'case.moveForbidden')
              .orderBy('seq')
              .execute()
          ).map((e) => [e.actorId, e.payload.event, e.payload.state]),
        );
      const before = await count();
      const reaching = event === 'takeOffer' ? actorFor('clerk') : colleague;
      await attempt(reaching, state, event);
      expect((await count()).slice(before.length)).toEqual([[reaching.id, event, state]]);
    });
  });

  test('a move that is not in the table is answered with those that are', async () => {
    for (const state of states) {
      for (const event of events.filter((e) => !(e in rowsOf(state)))) {
        const refused = await world
          .as(approver, (tx) => loadForMove(tx, approver, input(state), event))
          .catch((error: unknown) => error);
        expect(refused, `${state} ${event}`).toBeInstanceOf(Refusal);
        const { code, details } = refused as Refusal;
        const open = Object.entries(rowsOf(state)).flatMap(([e, row]) => (row.by.includes('approver') ? [e] : []));
        expect([code, details.state, details.allowed]).toEqual(['record.actionNotAllowed', state, open]);
      }
    }
  });
});
