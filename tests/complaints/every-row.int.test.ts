import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import type { Lifecycle } from '../../kernel/use-case/index.ts';
import { complaintLifecycle } from '../../modules/complaints/index.ts';
import { type Office, openOffice } from '../applications/office.ts';
import type { StaffName } from '../walk/small-city.ts';
import { complain, inState, make, moves, ways } from './complaint.ts';

/*
 * The table of a complaint, row by row: each state is reached as the bureau reaches it; the bureau may make the moves that the table
 * names, nobody of a centre may; a move that the state does not have is refused with those that are open.
 */

const lifecycle: Lifecycle = complaintLifecycle;
const strangers: readonly StaffName[] = ['clerk', 'onlyReviewer', 'approver', 'manager', 'lawyer', 'neighbourBureau'];

onEachEngine('every row of the complaint’s table', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  test('every state but the merged one is reached here, every move has its path', () => {
    expect(Object.keys(lifecycle.states).filter((state) => ways[state] === undefined)).toEqual(['MERGED']);
    const events = new Set(Object.values(lifecycle.states).flatMap(({ on }) => Object.keys(on)));
    expect([...events].sort()).toEqual(Object.keys(moves).sort());
  });

  describe.each(Object.keys(ways))('%s', (state) => {
    const rows = Object.entries(lifecycle.states[state]?.on ?? {});

    test('moves that it does not have are refused with those that are open, and change nothing', async () => {
      const told = await inState(office, state);
      expect((await told.page()).complaint.state).toBe(state);
      const allowed = rows.filter(([, { by }]) => by.includes('bureauReviewer')).map(([event]) => event);
      for (const [event, [path, body]] of Object.entries(moves)) {
        if (rows.some(([has]) => has === event)) continue;
        expect(
          await office.staff.bureau.refusal('POST', `${told.url}/${path}`, { version: told.version, ...body }),
          event,
        ).toMatchObject({ status: 409, code: 'record.actionNotAllowed', allowed });
      }
      expect((await told.page()).complaint).toMatchObject({ state, version: told.version });
    });

    if (rows.length > 0)
      test('nobody of a centre, and no bureau of another place, may move it or see it', async () => {
        const told = await inState(office, state);
        for (const name of strangers) {
          for (const [event] of rows) {
            const [path, body] = moves[event] ?? ['', {}];
            const said = await office.staff[name].refusal('POST', `${told.url}/${path}`, {
              version: told.version,
              ...body,
            });
            expect([403, 404], `${event} by ${name}`).toContain(said.status);
          }
          expect([403, 404]).toContain((await office.staff[name].refusal('GET', told.url)).status);
        }
        expect((await told.page()).complaint).toMatchObject({ state, version: told.version });
      });

    for (const [event, { to }] of rows.filter(([name]) => name !== 'merge'))
      test(`${event} → ${to}`, async () => {
        const told = await inState(office, state);
        if (event === 'decide' || event === 'sendBack') {
          const [path, body] = moves[event] ?? ['', {}];
          // Whoever looked into it neither decides it nor is offered to.
          expect((await told.page()).allowedActions).not.toContain(event);
          expect(
            await office.staff.bureau.refusal('POST', `${told.url}/${path}`, { version: told.version, ...body }),
          ).toMatchObject({ status: 403, code: 'complaint.sameHand' });
          await make(office, told, event, 'secondBureau');
        } else {
          expect((await told.page()).allowedActions).toContain(event);
          await make(office, told, event);
        }
        expect((await told.page()).complaint.state).toBe(to);
      });
  });

  test.each(['RECEIVED', 'AWAITING_INFORMATION', 'ACCEPTED', 'INVESTIGATING'])('merge from %s', async (state) => {
    const first = await complain(office);
    const again = await inState(office, state);
    await again.move(office.staff.bureau, 'merge', { intoId: first.registered.complaintId, reason: '同一件事' });
    expect((await again.page()).complaint).toMatchObject({
      state: 'MERGED',
      mergedInto: first.registered.complaintId,
    });
  });

  test('counters agree with the records, and every chain holds', async () => {
    expect(await office.differences()).toEqual([]);
    expect(await office.brokenLinks()).toEqual([]);
  });
});
