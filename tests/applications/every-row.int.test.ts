import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import type { Lifecycle } from '../../kernel/use-case/index.ts';
import { applicationLifecycle } from '../../modules/applications/index.ts';
import type { Desk } from '../walk/desk.ts';
import { hearing, type StaffName } from '../walk/small-city.ts';
import { begin, type Matter, maintenance, type Office, openOffice } from './office.ts';

/*
 * The table of an application, row by row: each state is reached as people reach it; whoever the table names may make the
 * move, everybody else is refused and remembered; a move that the state does not have is refused with those that are open.
 */

const lifecycle: Lifecycle = applicationLifecycle;
const grounds = [{ text: '人均收入超过标准', citation: '《法律援助法》第三十四条' }];

/** One account for each role that appears in the table, holding that role alone. */
const desks = {
  clerk: 'clerk',
  reviewer: 'onlyReviewer',
  approver: 'approver',
  bureauReviewer: 'bureau',
  finance: 'finance',
  designator: 'designator',
} as const satisfies Readonly<Record<string, StaffName>>;
type RoleName = keyof typeof desks;

/** The path of each move, and a body that it can take. */
const moves: Readonly<Record<string, readonly [path: string, body: object]>> = {
  acknowledge: ['acknowledge', {}],
  transfer: ['transfer', { toTenant: hearing, reason: '办案机关在隆阳区' }],
  withdraw: ['withdraw', {}],
  requestSupplement: ['request-supplement', { items: ['身份证'], days: 5 }],
  answerSupplement: ['answer-supplement', { note: '补来了' }],
  requestCooperation: ['request-cooperation', { toTenant: hearing, question: '请核查收入', days: 5 }],
  endCooperation: ['end-cooperation', { toTenant: hearing, reason: '不等了' }],
  propose: ['propose', { outcome: 'refuse', grounds }],
  returnProposal: ['return', { reason: '再看看' }],
  grant: ['grant', {}],
  refuse: ['refuse', {}],
  provideProvisionally: [
    'provide-provisionally',
    { ground: 'preservation', note: '转移财产', days: 5, toComplete: ['身份证'] },
  ],
  completePapers: ['complete-papers', { note: '补来了' }],
  confirmProvisional: ['confirm-provisional', {}],
  endProvisional: ['end-provisional', { outcome: 'notEligible', facts: '不符合条件' }],
  raiseObjection: ['raise-objection', { reasons: '算错了' }],
  maintain: ['maintain', { grounds }],
  orderCorrection: ['order-correction', { grounds, correction: '给予' }],
  grantCorrected: ['grant-corrected', {}],
};
/** Moves that nobody of the staff makes: the worker's. */
const byItself = ['lapse', 'receiveCooperation', 'acknowledgeHandOver', 'restoreProvisional', 'grantRestored'];

onEachEngine('every row of the application’s table', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  const make = (matter: Matter, event: string, who: Desk): Promise<unknown> => {
    const [path, body] = moves[event] ?? ['', {}];
    return matter.move(who, path, body);
  };
  const walk = async (...steps: readonly (readonly [event: string, role: RoleName])[]): Promise<Matter> => {
    const matter = await begin(office, maintenance(true));
    for (const [event, role] of steps) await make(matter, event, office.staff[desks[role]]);
    return matter;
  };
  const received = ['acknowledge', 'clerk'] as const;
  const grantProposed = async (): Promise<Matter> => {
    const matter = await walk(received);
    await matter.move(office.staff.onlyReviewer, 'propose', { outcome: 'grant' });
    return matter;
  };
  const refused = [received, ['propose', 'reviewer'], ['refuse', 'approver']] as const;
  const objected = [...refused, ['raiseObjection', 'clerk']] as const;
  const provided = [received, ['provideProvisionally', 'approver']] as const;

  /** How each state is reached. */
  const ways: readonly (readonly [state: string, reach: () => Promise<Matter>])[] = [
    ['SUBMITTED', () => walk()],
    ['UNDER_REVIEW', () => walk(received)],
    ['AWAITING_SUPPLEMENT', () => walk(received, ['requestSupplement', 'reviewer'])],
    ['AWAITING_COOPERATION', () => walk(received, ['requestCooperation', 'reviewer'])],
    ['PROPOSED', () => walk(received, ['propose', 'reviewer'])],
    ['PROVISIONAL', () => walk(...provided)],
    [
      'GRANTED',
      async () => {
        const matter = await grantProposed();
        await make(matter, 'grant', office.staff.approver);
        return matter;
      },
    ],
    ['TERMINATED', () => walk(...provided, ['completePapers', 'clerk'], ['endProvisional', 'approver'])],
    ['REFUSED', () => walk(...refused)],
    ['OBJECTION_UNDER_REVIEW', () => walk(...objected)],
    ['CORRECTION_ORDERED', () => walk(...objected, ['orderCorrection', 'bureauReviewer'])],
    ['REFUSED_FINAL', () => walk(...objected, ['maintain', 'bureauReviewer'])],
    ['WITHDRAWN', () => walk(received, ['withdraw', 'clerk'])],
    ['HANDING_OVER', () => walk(received, ['transfer', 'reviewer'])],
  ];
  const reach: Readonly<Record<string, () => Promise<Matter>>> = Object.fromEntries(ways);
  /** What a row needs before it beside its state. */
  const before: Readonly<Record<string, () => Promise<Matter>>> = {
    'PROPOSED.grant': grantProposed,
    'PROVISIONAL.confirmProvisional': () => walk(...provided, ['completePapers', 'clerk']),
    'PROVISIONAL.endProvisional': () => walk(...provided, ['completePapers', 'clerk']),
  };

  test('every state that staff can bring about is reached here, every move has its path', () => {
    const left = Object.keys(lifecycle.states).filter((state) => reach[state] === undefined);
    expect(left).toEqual(['DEEMED_WITHDRAWN', 'TRANSFERRED']);
    const events = new Set(Object.values(lifecycle.states).flatMap(({ on }) => Object.keys(on)));
    expect([...events].filter((event) => moves[event] === undefined).sort()).toEqual([...byItself].sort());
  });

  describe.each(Object.keys(lifecycle.states).filter((state) => !['DEEMED_WITHDRAWN', 'TRANSFERRED'].includes(state)))(
    '%s',
    (state) => {
      const rows = Object.entries(lifecycle.states[state]?.on ?? {}).filter(([event]) => moves[event] !== undefined);

      test('moves that it does not have are refused with those that are open to whoever asks', async () => {
        const matter = await (reach[state] ?? walk)();
        expect((await matter.page(office.staff.manager)).application.state).toBe(state);
        const row = Object.entries(lifecycle.states[state]?.on ?? {});
        const allowed = row.filter(([, { by }]) => by.includes('clerk')).map(([event]) => event);
        for (const event of Object.keys(moves).filter((name) => !row.some(([has]) => has === name))) {
          const [path, body] = moves[event] ?? ['', {}];
          expect(
            await office.staff.clerk.refusal('POST', `${matter.url}/${path}`, { version: matter.version, ...body }),
            event,
          ).toMatchObject({ status: 409, code: 'record.actionNotAllowed', allowed });
        }
      });

      if (rows.length > 0)
        test('roles that the table does not name are refused, and remembered', async () => {
          const matter = await (reach[state] ?? walk)();
          let denied = 0;
          for (const [event, { by }] of rows) {
            const [path, body] = moves[event] ?? ['', {}];
            for (const [role, name] of Object.entries(desks).filter(([one]) => !by.includes(one))) {
              expect(
                await office.staff[name].refusal('POST', `${matter.url}/${path}`, { version: matter.version, ...body }),
                `${event} by ${role}`,
              ).toMatchObject({ status: 403, code: 'auth.forbidden' });
              denied += 1;
            }
          }
          const events = await office.direct((tx) =>
            tx.db
              .selectFrom('event')
              .select('payload')
              .where('matterId', '=', matter.submitted.applicationId)
              .where('kind', '=', 'application.moveDenied')
              .execute(),
          );
          expect(events).toHaveLength(denied);
          expect((await matter.page(office.staff.manager)).application).toMatchObject({
            state,
            version: matter.version,
          });
        });

      for (const [event, { by, to }] of rows) {
        test.each(by.filter((role): role is RoleName => Object.hasOwn(desks, role)))(
          `${event} → ${to}, by %s`,
          async (role) => {
            const matter = await (before[`${state}.${event}`] ?? reach[state] ?? walk)();
            await make(matter, event, office.staff[desks[role]]);
            expect((await matter.page(office.staff.manager)).application.state).toBe(to);
          },
        );
      }
    },
  );
});
