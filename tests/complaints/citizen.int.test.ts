import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { citizenActor, runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import {
  attachToComplaint,
  complaintInput,
  complaintThatGoesOn,
  lookUpComplaint,
  registerComplaint,
  supplyInformation,
  withdrawComplaint,
} from '../../modules/complaints/index.ts';
import { begin, type Office, openOffice } from '../applications/office.ts';
import { designateTo, grant, unpaid } from '../stories/told.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { complain, complainant, complaintAbout, make, moves, ways } from './complaint.ts';

/** Tables in which something of a complaint stands. */
const tables = ['complaint', 'event', 'document', 'attachment', 'deadline', 'counter'] as const;

onEachEngine('what a citizen’s own transaction sees of complaints', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  const here = citizenActor(competent);
  const there = citizenActor(hearing);
  const said = (change: object = {}) =>
    complaintInput.parse({ ...complaintAbout({ door: 'web', ...change }), tenant: competent });
  /** As the portal does it: the citizen's own scope and nothing more. */
  const register = (change: object = {}) =>
    runUseCase(office.world.runner, here, async (tx) => {
      const registered = await registerComplaint(tx, here, said(change));
      await attachToComplaint(tx, here, registered, [
        { hash: 'cd'.repeat(32), name: '收条.png', mediaType: 'image/png', bytes: 10 },
      ]);
      return registered;
    });

  test('registering and looking up need no more than the place of the complaint', async () => {
    const one = await register();
    const seen = await runQuery(office.world.runner, here, (tx) =>
      lookUpComplaint(tx, { number: one.number, code: one.queryCode }),
    );
    expect(seen).toMatchObject({
      state: 'RECEIVED',
      complaintId: one.complaintId,
      bureau: { name: '施甸县司法局' },
      moves: ['withdraw'],
    });
    // What the person sees names nobody, not even themselves.
    expect(JSON.stringify(seen)).not.toContain(complainant.name);
    expect(JSON.stringify(seen)).not.toContain('三个月');
  });

  test('the transaction of another place sees no row of it, and writes none', async () => {
    const one = await register();
    await make(office, await complain(office), 'accept');
    const { runner } = office.world;
    for (const table of tables) {
      const rows = await runQuery(runner, there, (tx) =>
        tx.db
          .withTables<Record<string, { tenant: string }>>()
          .selectFrom(table)
          .select('tenant')
          .where('tenant', '=', competent)
          .execute(),
      );
      expect([table, rows]).toEqual([table, []]);
    }
    const at = { tenant: competent, complaintId: one.complaintId };
    await expect(
      runQuery(runner, there, (tx) => lookUpComplaint(tx, { number: one.number, code: one.queryCode })),
    ).rejects.toThrow('complaint.codeUnknown');
    await expect(runQuery(runner, there, (tx) => complaintThatGoesOn(tx, at))).rejects.toThrow('record.notFound');
    await expect(
      runUseCase(runner, there, (tx) => withdrawComplaint(tx, there, { ...at, version: 1, reason: '' })),
    ).rejects.toThrow('record.notFound');
    await expect(runUseCase(runner, there, (tx) => registerComplaint(tx, there, said()))).rejects.toThrow(
      /row-level security/,
    );
    // Past the use cases as well: the database itself refuses the row.
    const [row] = await office.direct((tx) =>
      tx.db
        .withTables<{ complaint: { tenant: string; id: string } }>()
        .selectFrom('complaint')
        .selectAll()
        .where('id', '=', one.complaintId)
        .execute(),
    );
    await expect(
      runUseCase(runner, there, (tx) =>
        tx.db
          .withTables<{ complaint: { tenant: string; id: string } }>()
          .insertInto('complaint')
          .values({ ...row, tenant: competent, id: tx.newId() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    const touched = await runUseCase(runner, there, (tx) =>
      tx.db
        .withTables<{ complaint: { tenant: string; id: string; state: string } }>()
        .updateTable('complaint')
        .set({ state: 'WITHDRAWN' })
        .where('id', '=', one.complaintId)
        .executeTakeFirst(),
    );
    expect(touched.numUpdatedRows).toBe(0n);
  });

  test('in the same place, one’s own code opens nobody else’s complaint', async () => {
    const [mine, theirs] = [await complain(office), await complain(office, { statement: '另一个人的事' })];
    const { number, queryCode: code } = mine.registered;
    const person = office.visitor();
    await person.get('/progress');
    await person.submit('/progress', { number: theirs.registered.number, code });
    expect(person.status()).toBe(422);
    await person.submit('/progress', { number, code });
    expect(person.path()).toBe('/complaint');
    // The pages act on the complaint that number and code opened, never on one that a form names.
    await person.get('/complaint/withdraw');
    const { complaintId } = theirs.registered;
    await person.submit('/complaint/withdraw', { complaintId, number: theirs.registered.number });
    const pages = await Promise.all([mine.page(), theirs.page()]);
    expect(pages.map(({ complaint }) => complaint.state)).toEqual(['WITHDRAWN', 'RECEIVED']);
  });

  test('a citizen makes no move that the table gives to the bureau', async () => {
    const one = await register();
    const { runner } = office.world;
    await expect(
      runUseCase(runner, here, (tx) =>
        supplyInformation(tx, here, { tenant: competent, complaintId: one.complaintId, version: 1, text: '补充' }),
      ),
    ).rejects.toThrow('record.actionNotAllowed');
    for (const event of ['accept', 'declineToAccept', 'reply', 'withdraw']) {
      const [path, body] = moves[event] ?? ['', {}];
      const answer = await office.app.inject({
        method: 'POST',
        url: `/api/complaints/${competent}/${one.complaintId}/${path}`,
        payload: { version: 1, ...body },
      });
      expect([path, answer.statusCode]).toEqual([path, 401]);
    }
  });

  test('the one complained of never gets the identity of who complained, nor the words', async () => {
    const { staff } = office;
    const matter = await begin(office, unpaid());
    const aid = await grant(office, matter);
    const lawyer = await designateTo(office, aid, 'L1', '熟悉这类案件');
    const who = { ...complainant, name: '娜仁图雅·㛃·阿卜杜热合曼', address: '不让人知道的地方' };
    const statement = '只有我知道的一件事';
    const told = await complain(office, {
      against: { kind: 'handler' },
      grounds: ['tookMoney'],
      matterNumber: matter.submitted.number,
      complainant: who,
      statement,
    });
    for (const [event, by] of ways.CLOSED ?? []) await make(office, told, event, by);
    await office.work();
    await office.newDay();
    const { complaint } = await told.page();
    expect(complaint.againstAccountId).not.toBeNull();
    const secret = new RegExp([who.name, who.phone, who.address, statement].join('|'));

    // Whatever the handler opens.
    const { complaintId } = told.registered;
    for (const path of [
      told.url,
      '/api/complaints?all=true',
      `/api/complaints/upheld/${competent}?handlerId=${complaint.handlerId}`,
      `/api/complaints/upheld/${competent}?matterId=${complaint.aboutMatterId}`,
    ]) {
      const answer = await seenBy(lawyer, path);
      expect([path, secret.test(answer)]).toEqual([path, false]);
    }
    expect(await lawyer.refusal('GET', told.url)).toMatchObject({ status: 403 });
    expect(await lawyer.refusal('POST', `${told.url}/reveal`, { reason: '我想知道是谁' })).toMatchObject({
      status: 403,
    });
    for (const { documentId } of (await told.page()).documents)
      expect(await lawyer.refusal('GET', `/api/documents/${competent}/${documentId}/pdf`)).toMatchObject({
        status: 403,
      });
    for (const path of [aid.url, `${aid.url}/story`, '/api/today', '/api/worklist', '/api/search?q=娜仁图雅']) {
      const answer = await seenBy(lawyer, path);
      expect([path, secret.test(answer), answer.includes(complaintId)]).toEqual([path, false, false]);
    }
    // Nor does the centre that it may be about.
    for (const desk of [staff.manager, staff.approver, staff.designator, staff.clerk])
      expect(secret.test(await seenBy(desk, told.url))).toBe(false);
    // Nothing of it is written in clear where anybody else reads.
    const clear = await office.direct(async (tx) =>
      JSON.stringify(
        await Promise.all(
          (['event', 'outbox', 'deadline', 'complaint'] as const).map((table) =>
            tx.db
              .withTables<Record<string, { tenant: string }>>()
              .selectFrom(table)
              .selectAll()
              .where('tenant', '=', competent)
              .execute(),
          ),
        ),
      ),
    );
    expect(clear).toContain(told.registered.number);
    expect(secret.test(clear)).toBe(false);
  });

  /** What a desk is answered, whatever its status. */
  const seenBy = async (desk: Office['staff']['lawyer'], path: string): Promise<string> => {
    try {
      return JSON.stringify(await desk.get(path));
    } catch (error) {
      return String(error);
    }
  };
});
