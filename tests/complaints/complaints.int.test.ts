import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { citizenActor, runUseCase, staffActor } from '../../kernel/use-case/index.ts';
import {
  attachToComplaint,
  complaintInput,
  investigateComplaint,
  lookUpComplaint,
  registerComplaint,
  upheldAmong,
  withdrawComplaint,
} from '../../modules/complaints/index.ts';
import { demonstrationPhone } from '../../modules/people/index.ts';
import { begin, type Office, openOffice, refused } from '../applications/office.ts';
import { designateFirst, grant, unpaid } from '../stories/told.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { complain, complainant, complaintAbout, inState, make, type Page, type Registered, ways } from './complaint.ts';

interface List {
  readonly rows: readonly { readonly id: string; readonly number: string; readonly state: string }[];
}

onEachEngine('complaints', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  const words = async (documentId: string): Promise<string> =>
    docxWords((await office.staff.bureau.file(`/api/documents/${competent}/${documentId}/docx`)).bytes);

  test('from the counter to the answer: the days of each step, the papers, and what follows', async () => {
    office.on('2026-11-24');
    const told = await complain(office);
    expect(told.registered.number).toMatch(/^TS530521-2026-\d{5}$/);
    // Five working days from Tuesday the 24th, its day count unread: said so.
    expect(told.registered.acceptBy).toMatchObject({ on: '2026-12-01' });
    expect(told.registered.acceptBy.citation).toContain('待核实');

    await told.move(office.staff.bureau, 'request-information', { missing: ['案件编号'], dueOn: '2026-12-03' });
    office.on('2026-11-27');
    await told.move(office.staff.bureau, 'supply-information', { text: '没有编号，是离婚的事' });
    // Three days stood still: the fifth working day is now the 4th of December.
    expect((await told.page()).deadlines).toMatchObject([{ step: 'acceptComplaint', dueOn: '2026-12-04' }]);
    await told.move(office.staff.bureau, 'accept');
    // Forty-five days from the 27th of November end on the 11th of January.
    expect((await told.page()).deadlines).toMatchObject([{ step: 'decideComplaint', dueOn: '2027-01-11' }]);
    await told.move(office.staff.bureau, 'investigate');
    await told.move(office.staff.bureau, 'report', { findings: '属实' });
    office.on('2026-12-07');
    await told.move(office.staff.secondBureau, 'decide', {
      outcome: 'partly',
      reasons: [{ text: '没有通报进展属实', citation: '《法律援助法》第五十五条' }],
      measures: ['orderCorrection', 'qualityReview'],
    });
    expect((await told.page()).deadlines).toMatchObject([{ step: 'replyComplaint', dueOn: '2026-12-14' }]);
    const reply = await told.move<{ version: number; documentId: string; documentNumber: string }>(
      office.staff.bureau,
      'reply',
    );
    expect(reply.documentNumber).toContain('投复字');
    expect(await words(reply.documentId)).toContain('投诉部分成立');
    expect(await words(reply.documentId)).toContain('行政复议或者提起行政诉讼');
    expect(await words(reply.documentId)).toContain('施甸县司法局（印章）');
    await told.move(office.staff.bureau, 'record-service', { servedOn: '2026-12-07', method: 'direct' });
    await told.move(office.staff.bureau, 'close', { followUp: '中心已改正' });

    const page = await told.page();
    expect(page.complaint).toMatchObject({ state: 'CLOSED', outcome: 'partly', ruleSet: 'complaint-2025' });
    expect(page.documents.map(({ formKey }) => formKey)).toEqual([
      'complaintSupplementNotice',
      'complaintAcceptance',
      'complaintReply',
      'serviceReceipt',
    ]);
    expect(page.deadlines).toEqual([]);
    expect(page.allowedActions).toEqual([]);
    expect(page.words.supplied).toMatchObject([{ text: '没有编号，是离婚的事' }]);
    // The bureau's papers are not the centre's to read: a complaint may be about the centre.
    for (const who of ['clerk', 'manager', 'approver'] as const)
      expect(
        await office.staff[who].refusal('GET', `/api/documents/${competent}/${reply.documentId}/docx`),
      ).toMatchObject({ status: 403 });
    expect(await office.differences()).toEqual([]);
  });

  test('complaints received until 14 June 2025 keep the measures of 2013 to their end', async () => {
    office.on('2025-06-16');
    const old = await complain(office, { receivedOn: '2025-06-13', door: 'letter' });
    expect(old.registered.acceptBy).toMatchObject({ on: '2025-06-20' });
    expect(old.registered.acceptBy.citation).toContain('2013');
    await old.move(office.staff.bureau, 'accept');
    const fresh = await complain(office, { receivedOn: '2025-06-15', door: 'letter' });
    await fresh.move(office.staff.bureau, 'accept');
    const cited = async (page: Page): Promise<string> => String(page.complaint.dueCitation);
    expect((await old.page()).complaint).toMatchObject({ ruleSet: 'complaint-2013', dueOn: '2025-07-31' });
    expect((await fresh.page()).complaint).toMatchObject({ ruleSet: 'complaint-2025', dueOn: '2025-07-31' });
    expect(await cited(await old.page())).not.toBe(await cited(await fresh.page()));
    expect(await cited(await fresh.page())).toContain('暂按2013年办法');
  });

  test('days that cannot be are refused with their field, and nothing is written', async () => {
    office.on('2026-11-24');
    const { staff } = office;
    expect(
      await staff.clerk.refusal('POST', '/api/complaints', complaintAbout({ receivedOn: '2026-11-25' })),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/receivedOn', code: 'complaint.future' }] });
    expect(
      await staff.clerk.refusal(
        'POST',
        '/api/complaints',
        complaintAbout({ complainant: { name: '刘', phone: '12' } }),
      ),
    ).toMatchObject({ status: 400 });
    expect(
      await staff.clerk.refusal('POST', '/api/complaints', complaintAbout({ matterNumber: '（1999）没有这件' })),
    ).toMatchObject({ errors: [{ pointer: '/matterNumber', code: 'complaint.matterUnknown' }] });
    expect(
      await staff.clerk.refusal('POST', '/api/complaints', complaintAbout({ against: { kind: 'staff' } })),
    ).toMatchObject({ status: 400 });
    const told = await complain(office);
    const say = (path: string, body: object) =>
      staff.bureau.refusal('POST', `${told.url}/${path}`, { version: told.version, ...body });
    expect(await say('request-information', { missing: ['编号'], dueOn: '2026-11-24' })).toMatchObject({
      errors: [{ pointer: '/dueOn', code: 'complaint.past' }],
    });
    await make(office, told, 'requestInformation');
    expect(await say('supply-information', { text: '补', receivedOn: '2026-11-23' })).toMatchObject({
      errors: [{ pointer: '/receivedOn', code: 'complaint.before' }],
    });
    await make(office, told, 'supplyInformation');
    expect(await say('request-information', { missing: ['再补'], dueOn: '2026-12-01' })).toMatchObject({
      code: 'complaint.askedOnce',
    });
    expect((await told.page()).allowedActions).not.toContain('requestInformation');
    const replied = await inState(office, 'REPLIED');
    for (const servedOn of ['2026-11-23', '2026-11-25'])
      expect(
        await staff.bureau.refusal('POST', `${replied.url}/record-service`, {
          version: replied.version,
          servedOn,
          method: 'post',
        }),
      ).toMatchObject({ errors: [{ pointer: '/servedOn' }] });
  });

  test('found true needs measures, not found true has none', async () => {
    const told = await inState(office, 'REPORTED');
    const decide = (outcome: string, measures: readonly string[]) =>
      office.staff.secondBureau.refusal('POST', `${told.url}/decide`, {
        version: told.version,
        outcome,
        measures,
        reasons: [{ text: '查明', citation: '《法律援助法》第五十六条' }],
      });
    for (const [outcome, measures, code] of [
      ['upheld', [], 'complaint.measuresMissing'],
      ['partly', [], 'complaint.measuresMissing'],
      ['notUpheld', ['critique'], 'complaint.measuresNotMeant'],
      ['noBreach', ['critique'], 'complaint.measuresNotMeant'],
    ] as const)
      expect(await decide(outcome, measures)).toMatchObject({ errors: [{ pointer: '/measures', code }] });
  });

  test('a screen that is behind is refused; a double press makes one record', async () => {
    const told = await inState(office, 'ACCEPTED');
    expect(await office.staff.bureau.refusal('POST', `${told.url}/investigate`, { version: 1 })).toMatchObject({
      code: 'record.stale',
    });
    const { clerk } = office.staff;
    const key = 'double-press-1';
    const [one, two] = await Promise.all(
      [1, 2].map(() => clerk.post<Registered>('/api/complaints', complaintAbout({ statement: '按了两次' }), key)),
    );
    expect(two?.complaintId).toBe(one?.complaintId);
    expect(two?.queryCode).toBe(one?.queryCode);
  });

  test('who complained stays masked, opens for a reason that is kept, and is found nowhere in clear', async () => {
    const told = await complain(office);
    const page = await told.page();
    expect(page.complainant).toEqual({ name: '阿**', phone: expect.stringContaining('****'), address: '***' });
    expect(JSON.stringify(page)).not.toContain(complainant.name);
    expect(await office.staff.bureau.refusal('POST', `${told.url}/reveal`, { reason: '看' })).toMatchObject({
      errors: [{ pointer: '/reason', code: 'complaint.reason' }],
    });
    const opened = await office.staff.bureau.post<{ complainant: typeof complainant }>(`${told.url}/reveal`, {
      reason: '电话核实情况',
    });
    expect(opened.complainant).toEqual(complainant);
    expect((await told.page()).story.map(({ kind }) => kind)).toContain('complaint.revealed');
    // The one who took it down at the counter does not see it again.
    expect(await office.staff.clerk.refusal('GET', told.url)).toMatchObject({ status: 403 });
    expect((await office.staff.clerk.get<List>('/api/complaints')).rows).toEqual([]);
    const row = await office.direct((tx) =>
      tx.db.selectFrom('event').selectAll().where('matterId', '=', told.registered.complaintId).execute(),
    );
    expect(JSON.stringify(row)).not.toContain(complainant.name);
  });

  test('nobody of the bureau works on a complaint about themselves', async () => {
    const told = await inState(office, 'ACCEPTED');
    const self = await office.direct((tx) =>
      tx.db
        .withTables<{ complaint: { id: string; againstAccountId: string } }>()
        .updateTable('complaint')
        .set({ againstAccountId: 'somebody' })
        .where('id', '=', told.registered.complaintId)
        .executeTakeFirst(),
    );
    expect(self.numUpdatedRows).toBe(1n);
    const actor = staffActor(
      'somebody',
      '某',
      [{ role: 'bureauReviewer', tenant: competent, subtree: false }],
      [competent],
    );
    await expect(
      runUseCase(office.world.runner, actor, (tx) =>
        investigateComplaint(tx, actor, {
          tenant: competent,
          complaintId: told.registered.complaintId,
          version: told.version,
        }),
      ),
    ).rejects.toThrow('complaint.ownHand');
  });

  test('an anonymous complaint goes the same way', async () => {
    const told = await complain(office, { complainant: undefined }, 'hotline');
    await make(office, told, 'accept');
    const page = await told.page();
    expect(page.complainant).toBeNull();
    expect(await words(page.documents[0]?.documentId ?? '')).toContain('匿名投诉人');
    const other = await complain(office, { complainant: undefined });
    expect(
      await office.staff.bureau.refusal('POST', `${other.url}/merge`, {
        version: other.version,
        intoId: told.registered.complaintId,
        reason: '像是同一人',
      }),
    ).toMatchObject({ errors: [{ code: 'complaint.otherPerson' }] });
  });

  test('an oral complaint was read back and signed', async () => {
    const oral = { recordedBy: '赵某', readBack: true, signed: true };
    const told = await complain(office, { oral });
    expect((await told.page()).complaint).toMatchObject({ oral: true });
    expect(
      await office.staff.clerk.refusal('POST', '/api/complaints', complaintAbout({ oral: { ...oral, signed: false } })),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/oral/signed' }] });
  });

  test('duplicates of the same person are shown; a person merges them and both histories stand', async () => {
    const phone = '15400008123';
    const first = await complain(office, { complainant: { ...complainant, phone } });
    const again = await complain(office, { complainant: { ...complainant, phone } });
    expect((await again.page()).beside).toMatchObject([{ id: first.registered.complaintId, samePerson: true }]);
    const other = await complain(office, {
      complainant: { ...complainant, phone },
      grounds: ['tookMoney'],
      against: { kind: 'staff', name: '窗口的李某' },
    });
    const merge = { intoId: first.registered.complaintId, reason: '同一人同一件事' };
    expect(
      await office.staff.bureau.refusal('POST', `${other.url}/merge`, { version: other.version, ...merge }),
    ).toMatchObject({ errors: [{ code: 'complaint.otherPerson' }] });
    await again.move(office.staff.bureau, 'merge', merge);
    expect((await first.page()).story[0]).toMatchObject({ kind: 'complaint.mergedHere' });
    expect((await again.page()).deadlines).toEqual([]);
    await make(office, first, 'withdraw');
    const late = await complain(office, { complainant: { ...complainant, phone } });
    expect(
      await office.staff.bureau.refusal('POST', `${late.url}/merge`, { version: late.version, ...merge }),
    ).toMatchObject({ errors: [{ code: 'complaint.intoEnded' }] });
  });

  test('passed on: closed here, opened there with a clock of its own and the person’s code', async () => {
    const told = await complain(office);
    const moved = await told.move<{ version: number; toNumber: string }>(office.staff.bureau, 'pass-on', {
      toTenant: hearing,
      reason: '被投诉的人在隆阳区',
    });
    expect(moved.toNumber).toMatch(/^TS530502-2026-/);
    const { passedTo } = (await told.page()).complaint as unknown as {
      passedTo: { tenant: string; complaintId: string };
    };
    const there = await office.staff.neighbourBureau.get<Page>(
      `/api/complaints/${passedTo.tenant}/${passedTo.complaintId}`,
    );
    expect(there).toMatchObject({
      complaint: { state: 'RECEIVED', number: moved.toNumber, passedFrom: { tenant: competent } },
      words: { statement: '三个月没有告诉我案子到哪一步了。' },
    });
    expect(
      await office.direct((tx) => lookUpComplaint(tx, { number: moved.toNumber, code: told.registered.queryCode })),
    ).toMatchObject({ state: 'RECEIVED', tenant: hearing });
    expect(
      await office.staff.bureau.refusal('GET', `/api/complaints/${passedTo.tenant}/${passedTo.complaintId}`),
    ).toMatchObject({ status: 403 });
  });

  test('a citizen is heard, hands in a photo, and follows the complaint by number and code', async () => {
    office.on('2026-11-24');
    const citizen = citizenActor(competent);
    const said = complaintInput.parse(complaintAbout({ door: 'bureau', matterNumber: '记不清了' }));
    const opened = await office.direct(async (tx) => {
      const registered = await registerComplaint(tx, citizen, said);
      await attachToComplaint(tx, citizen, registered, [
        { hash: 'ab'.repeat(32), name: '转账截图.png', mediaType: 'image/png', bytes: 10 },
      ]);
      return registered;
    });
    const look = (number: string, code: string) => office.direct((tx) => lookUpComplaint(tx, { number, code }));
    const typed = opened.number.toLowerCase().replaceAll('-', ' ');
    const seen = await look(typed, `${opened.queryCode.slice(0, 4).toLowerCase()}-${opened.queryCode.slice(4)}`);
    expect(seen).toMatchObject({
      state: 'RECEIVED',
      due: { on: '2026-12-01', step: 'acceptComplaint' },
      bureau: { name: '施甸县司法局' },
      outcome: null,
    });
    for (const [number, code] of [
      [opened.number, 'BBBBBBBB'],
      ['TS530521-2026-99999', opened.queryCode],
      ['', ''],
    ] as const)
      await expect(look(number, code)).rejects.toThrow('complaint.codeUnknown');
    for (const staffOnly of [{ receivedOn: '2026-11-20' }, { demonstration: true }])
      await expect(office.direct((tx) => registerComplaint(tx, citizen, { ...said, ...staffOnly }))).rejects.toThrow(
        'input.invalid',
      );
    const page = await office.staff.bureau.get<Page>(`/api/complaints/${competent}/${opened.complaintId}`);
    expect(page).toMatchObject({
      complaint: { door: 'web', matterNumber: '记不清了', caseId: null },
      attachments: [{ fileName: '转账截图.png' }],
    });
    // A person may take it back, and asks nobody.
    await office.direct((tx) =>
      withdrawComplaint(tx, citizen, {
        tenant: competent,
        complaintId: opened.complaintId,
        version: opened.version,
        reason: '',
      }),
    );
    expect(await look(opened.number, opened.queryCode)).toMatchObject({ state: 'WITHDRAWN', due: null });
  });

  test('entrusted: its own day beside the bureau’s, met by the report', async () => {
    const told = await inState(office, 'ENTRUSTED');
    expect((await told.page()).deadlines.map(({ step }) => step).sort()).toEqual([
      'decideComplaint',
      'returnComplaint',
    ]);
    await make(office, told, 'takeReturn');
    expect((await told.page()).deadlines.map(({ step }) => step)).toEqual(['decideComplaint']);
  });

  test('the list is the bureau’s, by last day; counts open it', async () => {
    office.on('2026-11-24');
    const told = await inState(office, 'DECIDED');
    const { bureau } = office.staff;
    const rows = async (query: string): Promise<readonly string[]> =>
      (await bureau.get<List>(`/api/complaints?limit=100&${query}`)).rows.map(({ id }) => id);
    expect(await rows('ground=noReport&outcome=true&all=true&decided=2026-11')).toContain(told.registered.complaintId);
    expect(await rows('ground=tookMoney&all=true')).not.toContain(told.registered.complaintId);
    expect(await rows('state=DECIDED')).toContain(told.registered.complaintId);
    const first = await bureau.get<List & { next: string | null }>('/api/complaints?limit=2');
    const second = await bureau.get<List>(`/api/complaints?limit=2&after=${first.next}`);
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[1]?.id);
  });

  test('about a handler: found by the number of the case, found true it shows with the case, the handler and the counts', async () => {
    office.on('2026-11-24');
    const { staff } = office;
    const matter = await begin(office, unpaid());
    const aid = await grant(office, matter);
    await designateFirst(office, aid);
    const told = await complain(office, {
      against: { kind: 'handler' },
      grounds: ['tookMoney', 'noReport'],
      matterNumber: matter.submitted.number,
    });
    for (const [event, who] of ways.CLOSED ?? []) await make(office, told, event, who);
    const { complaint } = await told.page();
    const caseId = String(complaint.caseId);
    expect(aid.url).toContain(caseId);
    expect(complaint.againstAccountId).not.toBeNull();
    const other = told.registered.complaintId;
    expect(await office.direct((tx) => upheldAmong(tx, competent, [other, caseId]))).toEqual([caseId]);
    expect(await office.direct((tx) => upheldAmong(tx, competent, [other]))).toEqual([]);
    const upheld = (query: string, who = staff.designator) =>
      who.get<List>(`/api/complaints/upheld?tenant=${competent}&${query}`);
    const about = `againstKind=handler&handlerId=${complaint.handlerId}`;
    for (const query of [
      `matterId=${complaint.aboutMatterId}`,
      about,
      `agencyId=${complaint.agencyId}&ground=tookMoney`,
    ]) {
      const { rows } = await upheld(query);
      expect(rows.map(({ number }) => number)).toEqual([told.registered.number]);
      // Not a word of what was said, nor who said it.
      expect(JSON.stringify(rows)).not.toMatch(/沙马|阿木|三个月/);
    }
    expect(
      await staff.lawyer.refusal('GET', `/api/complaints/upheld?tenant=${competent}&handlerId=${complaint.handlerId}`),
    ).toMatchObject({ status: 403 });
    // Nothing of it is in the story or among the papers of the case, which its handler reads.
    const seen = JSON.stringify(await staff.lawyer.get(aid.url));
    expect(seen).not.toMatch(/complaint\.|complaint[A-Z]|投诉/);
    expect(seen).not.toContain(told.registered.number);
    const { rows } = await staff.bureau.get<List>(
      `/api/complaints?all=true&outcome=true&handlerId=${complaint.handlerId}&decided=2026-11`,
    );
    expect(rows.map(({ number }) => number)).toEqual([told.registered.number]);
    expect(await office.differences()).toEqual([]);
    // The count of the statistics is named, and the bureau reads it too.
    const { cells, names } = await staff.bureau.get<{
      cells: readonly { name: string; dimension: string; value: string; n: number }[];
      names: Readonly<Record<string, string>>;
    }>('/api/statistics?from=2026-11&to=2026-11');
    expect(cells).toContainEqual(
      expect.objectContaining({ name: 'complaints.upheld', dimension: 'handler', value: complaint.handlerId, n: 1 }),
    );
    expect(names[String(complaint.handlerId)]).toBe(complaint.againstName);
    expect(names[String(complaint.agencyId)]).toContain('律师事务所');
    // Once its case is in the archive, it is assessed in any event.
    await office.direct((tx) =>
      tx.db
        .withTables<{ aidCase: { id: string; state: string; desk: string; archivedOn: string } }>()
        .updateTable('aidCase')
        .set({ state: 'ARCHIVED', desk: 'done', archivedOn: '2026-10-30' })
        .where('id', '=', caseId)
        .execute(),
    );
    const plans = '/api/assessment-plans';
    const plan = await staff.manager.post<{ planId: string; version: number }>(plans, {
      tenant: competent,
      title: '十月',
      firstDay: '2026-10-01',
      lastDay: '2026-10-31',
      classes: ['civil'],
      basis: 'count',
      amount: 1,
    });
    await staff.manager.post(`${plans}/draw`, { tenant: competent, ...plan, state: undefined });
    expect(await staff.manager.get(`${plans}/${competent}/${plan.planId}`)).toMatchObject({
      items: [{ caseId, why: 'upheldComplaint', ticket: null }],
    });
  });

  test('about a matter: the recipient is not typed again, and whoever is complained of does not learn who it was', async () => {
    office.on('2026-11-24');
    const { bureau, clerk, approver } = office.staff;
    // Refused: no case ever came of it, and that may be what is complained of.
    const matter = await refused(office);
    const change = { complainant: undefined, sameAsRecipient: true, matterNumber: matter.submitted.number };
    const told = await complain(office, { ...change, grounds: ['wrongDecision'] });
    const page = await told.page();
    expect(page.complaint).toMatchObject({ caseId: null, aboutMatterId: matter.submitted.applicationId });
    expect(page.complaint).toMatchObject({ anonymous: false, matterNumber: matter.submitted.number });
    const { application } = await matter.page(approver);
    const { complainant: whole } = await bureau.post<{ complainant: { name: string } }>(`${told.url}/reveal`, {
      reason: '核实投诉人身份',
    });
    expect(whole.name).toBe(application.recipientName);
    expect(page.complainant?.name).not.toBe(whole.name);
    // Nothing in the story of the matter tells that somebody looked.
    const { story } = await matter.page(approver);
    expect(JSON.stringify(story)).not.toMatch(/complaint|person\.revealed/);
    const post = (body: Readonly<Record<string, unknown>>) =>
      clerk.refusal('POST', '/api/complaints', complaintAbout(body));
    expect(await post({ ...change, matterNumber: undefined })).toMatchObject({
      errors: [{ pointer: '/matterNumber', code: 'complaint.matterMissing' }],
    });
    const said = complaintInput.parse(complaintAbout({ ...change, door: 'web' }));
    const actor = citizenActor(competent);
    const attempt = office.direct((tx) => registerComplaint(tx, actor, said));
    await expect(attempt).rejects.toMatchObject({ faults: [{ pointer: '/sameAsRecipient' }] });
    // The bureau sees every complaint about the matter; the list tells whose turn it is.
    const { rows } = await bureau.get<{ rows: readonly { number: string; allowedActions: readonly string[] }[] }>(
      `/api/complaints?all=true&matterId=${matter.submitted.applicationId}`,
    );
    expect(rows.map(({ number }) => number)).toEqual([told.registered.number]);
    expect(rows[0]?.allowedActions).toContain('accept');
  });

  test('while a complaint is written down, the bureau is shown an earlier one of the same person; a counter is not', async () => {
    const { bureau, clerk } = office.staff;
    const first = await complain(office, { complainant: { ...complainant, phone: demonstrationPhone(733) } });
    const asked = { tenant: competent, phone: demonstrationPhone(733) };
    const { rows } = await bureau.post<{ rows: readonly object[] }>('/api/complaints/beside', asked);
    expect(rows).toMatchObject([{ number: first.registered.number, samePerson: true }]);
    const nobody = { tenant: competent, phone: demonstrationPhone(734) };
    expect(await bureau.post('/api/complaints/beside', nobody)).toEqual({ rows: [] });
    // Whoever could try telephone numbers would learn who complained.
    expect(await clerk.refusal('POST', '/api/complaints/beside', asked)).toMatchObject({ status: 403 });
  });

  test('out of a consultation nothing is typed twice', async () => {
    const { hotline, clerk, finance } = office.staff;
    const heard = await hotline.post<{ consultationId: string }>('/api/consultations', {
      tenant: competent,
      channel: 'hotline',
      topic: 'labourPay',
      question: '律师收了我两千块钱。',
      person: { name: '岩温', phone: complainant.phone },
    });
    const path = `/api/consultations/${competent}/${heard.consultationId}/complaint-seed`;
    expect(await hotline.post(path)).toMatchObject({
      consultationId: heard.consultationId,
      door: 'hotline',
      complainant: { name: '岩温', phone: complainant.phone },
      statement: '律师收了我两千块钱。',
    });
    expect(await finance.refusal('POST', path)).toMatchObject({ status: 403 });
    expect(await clerk.post(path)).toMatchObject({ statement: '律师收了我两千块钱。' });
  });

  test('numbers have no gaps within the year', async () => {
    const serials = await office.direct((tx) =>
      tx.db
        .withTables<{ complaint: { tenant: string; number: string } }>()
        .selectFrom('complaint')
        .select('number')
        .where('tenant', '=', competent)
        .where('number', 'like', 'TS530521-2026-%')
        .execute(),
    );
    const counted = serials.map(({ number }) => Number(number.split('-')[2])).sort((a, b) => a - b);
    expect(counted).toEqual(counted.map((_, at) => at + 1));
    expect(counted.length).toBeGreaterThan(10);
  });

  test('the bureau’s limits are told to the bureau alone, and show on the page of clocks', async () => {
    office.on('2026-11-24');
    const told = await complain(office);
    office.on('2026-12-10');
    await office.newDay();
    const kept = await office.staff.bureau.get<{ rows: readonly { number: string; step: string }[] }>(
      '/api/clocks/notices',
    );
    expect(kept.rows).toContainEqual(
      expect.objectContaining({ number: told.registered.number, step: 'acceptComplaint' }),
    );
    const manager = await office.staff.manager.get<{ rows: readonly { number: string }[] }>('/api/clocks/notices');
    expect(manager.rows.map(({ number }) => number)).not.toContain(told.registered.number);
  });
});
