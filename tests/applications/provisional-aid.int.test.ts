import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';
import { begin, type Matter, type Moved, maintenance, type Office, openOffice } from './office.ts';

interface Provided extends Moved {
  readonly caseId: string;
  readonly documentId: string;
  readonly completeBy: string;
}

onEachEngine('aid given provisionally', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  const what = { ground: 'preservation', note: '对方正在转移存款', days: 7, toComplete: ['身份证复印件', '收入说明'] };
  const provided = async (poor = true): Promise<{ matter: Matter; aid: Provided }> => {
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(poor));
    await matter.move(office.staff.clerk, 'acknowledge');
    return { matter, aid: await matter.move<Provided>(office.staff.approver, 'provide-provisionally', what) };
  };
  const aidCase = (aid: Provided) =>
    office.staff.designator.get<{
      case: { state: string; dueOn: string | null };
      deadlines: readonly { step: string; dueOn: string; promise: boolean }[];
    }>(`/api/cases/${competent}/${aid.caseId}`);

  test('the case opens and is to be designated at once; the papers have a limit of their own; the days to decide stand still', async () => {
    const { matter, aid } = await provided();
    const page = await matter.page(office.staff.approver);
    expect(page.application).toMatchObject({
      state: 'PROVISIONAL',
      caseId: aid.caseId,
      dueStep: 'provisionalPapers',
      dueOn: '2026-12-01',
    });
    expect(
      page.deadlines
        .filter((d) => !d.promise)
        .map((d) => `${d.step} ${d.state}`)
        .sort(),
    ).toEqual(['decide paused', 'provisionalPapers running']);
    const opened = await aidCase(aid);
    expect(opened.case.state).toBe('AWAITING_DESIGNATION');
    expect(opened.deadlines.filter((d) => !d.promise)).toMatchObject([{ step: 'designate', dueOn: '2026-11-27' }]);
    const words = await docxWords(
      (await office.staff.approver.file(`/api/documents/${competent}/${aid.documentId}/docx`)).bytes,
    );
    for (const line of ['先行提供法律援助决定书', '2026年12月1日', '身份证复印件', '第四十四条第一款第二项'])
      expect(words).toContain(line);
    const citizen = await office.lookUp(matter.submitted);
    for (const line of ['先为您提供援助', '请您补办手续', '12 月 1 日', '身份证复印件', '逾期会终止援助'])
      expect(citizen.text()).toContain(line);
  });

  test('the person completes the papers; the days run again; a second person confirms, and no second case opens', async () => {
    const { matter, aid } = await provided();
    expect(
      await office.staff.approver.refusal('POST', `${matter.url}/confirm-provisional`, { version: matter.version }),
    ).toMatchObject({ status: 409, code: 'application.papersNotCome' });
    office.on('2026-11-26');
    const citizen = await office.lookUp(matter.submitted);
    await citizen.get('/progress/supplement');
    await citizen.upload('/progress/supplement', { note: '都补上了', do: 'send' }, []);
    expect(citizen.path()).toBe('/progress/supplement/sent');
    const page = await matter.page(office.staff.approver);
    matter.version = page.application.version;
    // Seven days from the 24th, of which the 24th to the 26th stood still, end on 3 December.
    expect(page.application).toMatchObject({ state: 'PROVISIONAL', dueStep: 'decide', dueOn: '2026-12-03' });
    await matter.move(office.staff.approver, 'confirm-provisional');
    expect((await matter.page(office.staff.approver)).application).toMatchObject({
      state: 'GRANTED',
      provisionalOn: '2026-11-24',
      grantedOn: '2026-11-26',
      caseId: aid.caseId,
      dueOn: null,
    });
    const { rows } = await office.staff.designator.get<{ rows: readonly { matterId: string }[] }>(
      '/api/cases?desk=designation',
    );
    expect(rows.filter((row) => row.matterId === matter.submitted.applicationId)).toHaveLength(1);
    await citizen.get('/progress/matter');
    for (const line of ['先为您提供援助', '同意给您法律援助']) expect(citizen.text()).toContain(line);
  });

  test('who took the papers in does not confirm', async () => {
    const { matter } = await provided();
    // One account with both roles.
    await matter.move(office.staff.reviewer, 'complete-papers', { note: '窗口补来' });
    expect(
      await office.staff.reviewer.refusal('POST', `${matter.url}/confirm-provisional`, { version: matter.version }),
    ).toMatchObject({ status: 403, code: 'application.sameHand' });
    await matter.move(office.staff.approver, 'confirm-provisional');
  });

  test('not made good in time: the aid and its case end in writing, and the person is told', async () => {
    const { matter, aid } = await provided();
    const end = { outcome: 'notMadeGood', facts: '未在期限内补办手续' };
    office.on('2026-12-01');
    expect(
      await office.staff.approver.refusal('POST', `${matter.url}/end-provisional`, { version: matter.version, ...end }),
    ).toMatchObject({ status: 409, code: 'application.provisionalRunning' });
    office.on('2026-12-02');
    const late = await office.lookUp(matter.submitted);
    expect(late.text()).toContain('请马上补办');
    await matter.move(office.staff.approver, 'end-provisional', end);
    const page = await matter.page(office.staff.approver);
    expect(page.application).toMatchObject({ state: 'TERMINATED', dueOn: null });
    expect(page.deadlines).toEqual([]);
    expect((await aidCase(aid)).case.state).toBe('TERMINATED');
    const paper = page.documents.find((document) => document.formKey === 'terminationDecision');
    const words = await docxWords(
      (await office.staff.approver.file(`/api/documents/${competent}/${paper?.documentId}/docx`)).bytes,
    );
    for (const line of ['未在期限内补办手续', '第四十四条第二款', '提起行政诉讼']) expect(words).toContain(line);
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('先行提供的援助终止了');
  });

  test('found not to qualify by its papers: the income that was told afterwards decides', async () => {
    office.on('2026-11-24');
    const { household: _none, ...unknown } = maintenance(true);
    const matter = await begin(office, unknown);
    await matter.move(office.staff.approver, 'provide-provisionally', what);
    expect((await matter.page(office.staff.clerk)).documents.map((d) => d.formKey)).toContain('materialsReceipt');
    await matter.move(office.staff.clerk, 'complete-papers', {
      household: { members: 2, annualIncome: 40_000_000, applicantAnnualIncome: 30_000_000 },
    });
    expect(
      await office.staff.approver.refusal('POST', `${matter.url}/confirm-provisional`, { version: matter.version }),
    ).toMatchObject({ status: 409, code: 'application.provisionalNotEligible' });
    await matter.move(office.staff.approver, 'end-provisional', { outcome: 'notEligible', facts: '人均收入超过标准' });
    expect((await matter.page(office.staff.approver)).application.state).toBe('TERMINATED');
  });

  const grounds = [{ text: '补办期限过短', citation: '《法律援助法》第四十四条' }];
  const caseUrl = (aid: Provided): string => `/api/cases/${competent}/${aid.caseId}`;
  const caseVersion = async (aid: Provided): Promise<number> =>
    (await office.staff.manager.get<{ case: { version: number } }>(caseUrl(aid))).case.version;
  const overturned = async (aid: Provided): Promise<void> => {
    const objection = { version: await caseVersion(aid), reasons: '不该终止。' };
    await office.staff.clerk.post(`${caseUrl(aid)}/raise-objection`, objection);
    const order = { version: await caseVersion(aid), grounds, correction: '恢复援助' };
    await office.staff.bureau.post(`${caseUrl(aid)}/order-correction`, order);
  };

  test('the papers did not come, the bureau overturns the termination: both records go on, with new days', async () => {
    const { matter, aid } = await provided();
    office.on('2026-12-02');
    await matter.move(office.staff.approver, 'end-provisional', { outcome: 'notMadeGood', facts: '未补办' });
    await overturned(aid);
    const page = await matter.page(office.staff.approver);
    expect(page.application).toMatchObject({
      state: 'PROVISIONAL',
      dueStep: 'provisionalPapers',
      dueOn: '2026-12-09',
      decidedOn: null,
    });
    expect(page.provisional).toMatchObject({ outcome: null, endedOn: null, completeBy: '2026-12-09' });
    expect(page.deadlines.map((d) => `${d.step} ${d.dueOn}`)).toEqual(['provisionalPapers 2026-12-09']);
    matter.version = page.application.version;
    const citizen = await office.lookUp(matter.submitted);
    for (const line of ['请您补办手续', '12 月 9 日']) expect(citizen.text()).toContain(line);
    // The order is carried out before the aid could be ended anew.
    office.on('2026-12-10');
    const again = { version: matter.version, outcome: 'notMadeGood', facts: '仍未补办' };
    expect(await office.staff.approver.refusal('POST', `${matter.url}/end-provisional`, again)).toMatchObject({
      status: 409,
      code: 'application.resumeFirst',
    });
    office.on('2026-12-03');
    expect((await aidCase(aid)).case.state).toBe('RESUMPTION_DUE');
    const resume = { version: await caseVersion(aid) };
    await office.staff.approver.post(`${caseUrl(aid)}/resume-by-designation`, resume);
    await matter.move(office.staff.clerk, 'complete-papers', { note: '补来了' });
    // The first seven days ended with the decision that fell: seven more, as a promise.
    const came = await matter.page(office.staff.approver);
    expect(came.application).toMatchObject({ dueStep: 'decide', dueOn: '2026-12-10' });
    expect(came.deadlines.map((d) => `${d.step} ${d.promise}`)).toEqual(['decide true']);
    await matter.move(office.staff.approver, 'confirm-provisional');
    expect((await matter.page(office.staff.approver)).application).toMatchObject({
      state: 'GRANTED',
      grantedOn: '2026-12-03',
      caseId: aid.caseId,
      dueOn: null,
    });
    expect((await aidCase(aid)).case.state).toBe('AWAITING_DESIGNATION');
  });

  test('found not to qualify, the bureau finds otherwise: the application is granted with the same case', async () => {
    const { matter, aid } = await provided();
    await matter.move(office.staff.clerk, 'complete-papers', { note: '补来了' });
    await matter.move(office.staff.approver, 'end-provisional', { outcome: 'notEligible', facts: '收入超过标准' });
    await overturned(aid);
    expect((await matter.page(office.staff.approver)).application).toMatchObject({
      state: 'GRANTED',
      grantedOn: '2026-11-24',
      caseId: aid.caseId,
      dueOn: null,
    });
    expect((await aidCase(aid)).case.state).toBe('RESUMPTION_DUE');
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('同意给您法律援助');
    expect(citizen.text()).not.toContain('先行提供的援助终止了');
  });

  test('the centre takes its own termination back: provisional again, decided in the ordinary way', async () => {
    const { matter, aid } = await provided();
    await matter.move(office.staff.clerk, 'complete-papers', { note: '补来了' });
    await matter.move(office.staff.approver, 'end-provisional', { outcome: 'notEligible', facts: '看错了一栏' });
    const revocation = { version: await caseVersion(aid), reason: '看错了一栏' };
    await office.staff.approver.post(`${caseUrl(aid)}/revoke-termination`, revocation);
    const page = await matter.page(office.staff.approver);
    expect(page.application).toMatchObject({ state: 'PROVISIONAL', dueStep: 'decide', dueOn: '2026-12-01' });
    expect(page.allowedActions).toContain('confirmProvisional');
  });

  test.each([
    [
      'a period that is not about to end',
      { ground: 'periodExpiring', periodExpiresOn: '2026-12-01' },
      '/periodExpiresOn',
    ],
    ['nothing to complete', { toComplete: [] }, '/toComplete'],
    ['more than thirty days', { days: 31 }, '/days'],
    ['another ground without a word', { ground: 'other', note: '' }, '/note'],
  ])('bad input: %s', async (_what, change, pointer) => {
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    const body = { version: matter.version, ...what, ...change };
    expect(await office.staff.approver.refusal('POST', `${matter.url}/provide-provisionally`, body)).toMatchObject({
      status: 400,
      errors: [{ pointer }],
    });
  });

  test('not for those whom what is known already excludes', async () => {
    const matter = await begin(office, maintenance(false));
    expect(
      await office.staff.approver.refusal('POST', `${matter.url}/provide-provisionally`, {
        version: matter.version,
        ...what,
      }),
    ).toMatchObject({ errors: [{ pointer: '/ground', code: 'application.provisionalNotEligible' }] });
  });

  test('whoever may not and tries is remembered', async () => {
    const matter = await begin(office, maintenance(true));
    expect(
      await office.staff.clerk.refusal('POST', `${matter.url}/provide-provisionally`, {
        version: matter.version,
        ...what,
      }),
    ).toMatchObject({ status: 403 });
    const [denied] = await office.direct((tx) =>
      tx.db
        .selectFrom('event')
        .select(['actorName', 'payload'])
        .where('matterId', '=', matter.submitted.applicationId)
        .where('kind', '=', 'application.moveDenied')
        .execute(),
    );
    expect(denied).toMatchObject({
      payload: { move: 'provide-provisionally', permission: 'application.provideProvisionally' },
    });
  });

  test('the counters agree with the records', async () => {
    await office.work();
    expect(await office.differences()).toEqual([]);
  });
});
