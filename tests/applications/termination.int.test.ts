import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import { changeHandlerStatus, handlerById } from '../../modules/network/index.ts';
import { designateFirst, grant, type Handling, unpaid } from '../stories/told.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';
import { begin, type Matter, type Moved, maintenance, type Office, openOffice } from './office.ts';

const grounds = [{ text: '受援人没有自行委托律师，终止的事实不清', citation: '《法律援助法》第四十八条' }];

interface CasePage {
  readonly case: Moved & Readonly<Record<string, unknown>>;
  readonly allowedActions: readonly string[];
  readonly deadlines: readonly { readonly step: string; readonly promise: boolean }[];
  readonly documents: readonly { readonly documentId: string; readonly formKey: string }[];
  readonly terminations: readonly Readonly<Record<string, unknown>>[];
  readonly designations: readonly { readonly state: string; readonly handlerId: string }[];
}

onEachEngine('a termination objected to, or taken back', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
    office.on('2026-11-24');
  });
  afterAll(() => office.close());

  interface Ended {
    readonly matter: Matter;
    readonly aid: Handling;
    readonly caseId: string;
    readonly page: (who?: typeof office.staff.manager) => Promise<CasePage>;
  }
  /** Granted, in hand or further, and terminated. */
  const terminated = async (how: 'undesignated' | 'accepted' | 'signed' = 'signed'): Promise<Ended> => {
    const matter = await begin(office, unpaid());
    const aid = await grant(office, matter);
    if (how !== 'undesignated') {
      const lawyer = await designateFirst(office, aid);
      if (how === 'signed') await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
    }
    await aid.move(office.staff.approver, 'terminate', { ground: 'ownCounsel', facts: '自行委托了律师。' });
    const page = (who = office.staff.manager) => who.get<CasePage>(aid.url);
    return { matter, aid, caseId: aid.url.split('/').at(-1) ?? '', page };
  };

  test('the recipient objects on their page; the bureau orders correction; the same lawyer goes on', async () => {
    const { matter, aid, page } = await terminated();
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('法律援助已经终止');
    expect(citizen.text()).toContain('12 月 9 日');
    await citizen.get('/progress/objection');
    expect(citizen.text()).toContain('您认为不该终止援助');
    await citizen.submit('/progress/objection', { reasons: '' });
    expect(citizen.errors()).toEqual(['请写为什么不同意']);
    await citizen.get('/progress/objection');
    await citizen.submit('/progress/objection', { reasons: '我没有另外请律师，是亲戚问过一次。' });
    expect(citizen.path()).toBe('/progress/objection/sent');
    await citizen.get('/progress/matter');
    expect(citizen.text()).toContain('司法局正在审查您的异议');
    expect(citizen.text()).not.toContain('亲戚');
    // The second press of the same button finds it raised.
    await citizen.get('/progress/objection');
    expect(citizen.path()).toBe('/progress/matter');

    const contested = await page();
    expect(contested.case).toMatchObject({
      state: 'TERMINATION_CONTESTED',
      desk: 'objection',
      dueStep: 'decideObjection',
      dueOn: '2026-11-30',
    });
    expect(contested.allowedActions).toEqual([]);

    const { bureau, approver, manager } = office.staff;
    const words = await manager.get<{ objection: Readonly<Record<string, unknown>> }>(`${aid.url}/objection`);
    expect(words.objection).toMatchObject({
      state: 'RAISED',
      subject: 'case',
      round: 1,
      decisionTitle: '终止法律援助决定书',
      reasons: '我没有另外请律师，是亲戚问过一次。',
    });
    const { version } = contested.case;
    for (const who of [approver, office.staff.clerk, manager])
      expect(await who.refusal('POST', `${aid.url}/maintain`, { version, grounds })).toMatchObject({
        status: 403,
        code: 'auth.forbidden',
      });
    expect((await page(bureau)).allowedActions).toEqual(['maintain', 'orderCorrection']);
    expect(await bureau.refusal('POST', `${aid.url}/order-correction`, { version, grounds })).toMatchObject({
      errors: [{ pointer: '/correction', code: 'objection.correctionMissing' }],
    });
    const order = await bureau.post<Moved & { documentId: string }>(`${aid.url}/order-correction`, {
      version,
      grounds,
      correction: '撤销终止决定，恢复法律援助',
    });
    const paper = await docxWords((await bureau.file(`/api/documents/${competent}/${order.documentId}/docx`)).bytes);
    expect(paper).toContain('终止法律援助决定书');
    expect(paper).toContain('施甸县司法局（印章）');

    const ordered = await page(approver);
    expect(ordered.case).toMatchObject({
      state: 'RESUMPTION_DUE',
      dueStep: 'carryOutCorrection',
      dueOn: '2026-11-24',
      duePromise: false,
    });
    expect(ordered.allowedActions).toEqual(['resumeHandling', 'resumeByDesignation']);
    await citizen.get('/progress/matter');
    expect(citizen.text()).toContain('司法局责令中心改正');
    expect(citizen.text()).toContain('中心正在改正');

    const resumed = await approver.post<Moved & { documentId: string }>(`${aid.url}/resume-handling`, {
      version: ordered.case.version,
      note: '已与承办人联系。',
    });
    const after = await page();
    expect(after.case).toMatchObject({
      state: 'HANDLING',
      desk: 'handling',
      terminatedOn: null,
      terminationGround: null,
      notifiedOn: null,
      terminations: 1,
    });
    expect(after.designations).toMatchObject([{ state: 'accepted' }]);
    expect(after.terminations).toMatchObject([
      { ordinal: 1, ground: 'ownCounsel', revokedFor: 'objection', resumedOn: '2026-11-24', resumedAs: 'HANDLING' },
    ]);
    expect(after.deadlines.map(({ step }) => step)).toEqual([]);
    const decision = await docxWords(
      (await approver.file(`/api/documents/${competent}/${resumed.documentId}/docx`)).bytes,
    );
    expect(decision).toContain('恢复法律援助决定书');
    expect(decision).toContain('继续办理');
    await citizen.get('/progress/matter');
    expect(citizen.text()).toContain('承办人正在办您的案件');
  });

  test('the bureau sees what the objection brings before it, and no other case', async () => {
    const { aid } = await terminated();
    const { bureau, clerk } = office.staff;
    expect(await bureau.refusal('GET', aid.url)).toMatchObject({ status: 403 });
    await aid.move(clerk, 'raise-objection', { reasons: '没有另请律师。', servedOn: '2026-11-24' });
    const { rows } = await bureau.get<{ rows: readonly { id: string; desk: string }[] }>('/api/cases');
    expect(new Set(rows.map(({ desk }) => desk))).toEqual(new Set(['objection']));
    expect(rows.map(({ id }) => aid.url.endsWith(id))).toContain(true);
    const page = await bureau.get<CasePage>(aid.url);
    const paper = page.documents.find(({ formKey }) => formKey === 'terminationDecision');
    expect((await bureau.file(`/api/documents/${competent}/${paper?.documentId}/docx`)).bytes.length).toBeGreaterThan(
      1000,
    );
  });

  test('maintained: final here; all are still to be told within the three days', async () => {
    const { aid, page, matter } = await terminated();
    const { bureau, clerk } = office.staff;
    await aid.move(clerk, 'raise-objection', { reasons: '没有另请律师。' });
    await aid.move(bureau, 'maintain', { grounds });
    const upheld = await page(clerk);
    expect(upheld.case).toMatchObject({
      state: 'TERMINATION_UPHELD',
      desk: 'notification',
      dueStep: 'notifyTermination',
    });
    expect(upheld.allowedActions).toEqual(['recordNotification']);
    await aid.move(clerk, 'record-notification', { recipientServedOn: '2026-11-24' });
    expect((await page()).case).toMatchObject({ state: 'TERMINATION_UPHELD', desk: 'done', dueOn: null });
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('司法局维持了原决定');
    expect(await clerk.refusal('POST', `${aid.url}/raise-objection`, { version: 9, reasons: '再来' })).toMatchObject({
      status: 409,
    });
  });

  test('late only with its reason; not before the decision', async () => {
    const { aid, page } = await terminated();
    office.on('2026-12-28');
    const { version } = (await page()).case;
    const { clerk } = office.staff;
    const raise = (body: object) =>
      clerk.refusal('POST', `${aid.url}/raise-objection`, { version, reasons: '不对', ...body });
    expect(await raise({})).toMatchObject({ status: 409, code: 'objection.late' });
    expect(await raise({ servedOn: '2026-11-23' })).toMatchObject({
      errors: [{ pointer: '/servedOn', code: 'objection.beforeDecision' }],
    });
    await aid.move(clerk, 'raise-objection', { reasons: '不对', lateReason: '住院到上周。' });
    office.on('2026-11-24');
    expect((await page()).case.state).toBe('TERMINATION_CONTESTED');
  });

  test('what is not open is refused; designated anew, with its own days', async () => {
    const { aid, page } = await terminated('accepted');
    const { bureau, approver, clerk, designator } = office.staff;
    await aid.move(clerk, 'raise-objection', { reasons: '没有另请律师。' });
    await aid.move(bureau, 'order-correction', { grounds, correction: '恢复' });
    expect((await page(approver)).allowedActions).toEqual(['resumeSigning', 'resumeByDesignation']);
    const { version } = (await page()).case;
    expect(await approver.refusal('POST', `${aid.url}/resume-handling`, { version })).toMatchObject({
      status: 409,
      code: 'case.resumption',
    });
    await aid.move(approver, 'resume-by-designation');
    const after = await page(designator);
    expect(after.case).toMatchObject({
      state: 'AWAITING_DESIGNATION',
      handlerId: null,
      dueStep: 'designate',
      duePromise: true,
    });
    expect(after.allowedActions).toContain('designate');
  });

  test('a handler who was suspended meanwhile is not brought back', async () => {
    const { aid, page } = await terminated('signed');
    const { approver } = office.staff;
    const handlerId = String((await page()).case.handlerId);
    const change = (event: 'suspend' | 'reinstate') =>
      office.direct(async (tx) => {
        const handler = await handlerById(tx, competent, handlerId);
        await changeHandlerStatus(tx, systemActor, {
          tenant: competent,
          handlerId,
          version: handler?.version ?? 0,
          event,
          reason: event === 'suspend' ? '年度考核期间' : null,
        });
      });
    await change('suspend');
    await aid.move(approver, 'revoke-termination', { reason: '核实有误。' });
    const { case: row, allowedActions } = await page(approver);
    expect(allowedActions).toEqual(['resumeByDesignation']);
    expect(await approver.refusal('POST', `${aid.url}/resume-handling`, { version: row.version })).toMatchObject({
      code: 'case.resumption',
    });
    await change('reinstate');
    expect((await page(approver)).allowedActions).toEqual(['resumeHandling', 'resumeByDesignation']);
  });

  test('who is told: the worker has words for each step', async () => {
    // After everything that the tests before have sent on a later day.
    office.on('2026-12-29');
    await office.work();
    office.on('2026-11-24');
    const kinds = await office.direct((tx) =>
      tx.db.selectFrom('outbox').select(['topic', 'state']).where('topic', '=', 'notice.applicant').execute(),
    );
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(kinds.map(({ state }) => state))).toEqual(new Set(['done']));
  });

  test('signed anew where the agreement was still to come', async () => {
    const { aid, page } = await terminated('accepted');
    await aid.move(office.staff.approver, 'revoke-termination', { reason: '核实有误，本人没有委托律师。' });
    expect((await page()).case).toMatchObject({ state: 'RESUMPTION_DUE', duePromise: true });
    await aid.move(office.staff.approver, 'resume-signing');
    expect((await page()).case).toMatchObject({ state: 'ACCEPTED', dueStep: 'signAgreement', duePromise: true });
  });

  test('terminated again after it was resumed, it is objected to again', async () => {
    const { aid, page } = await terminated('undesignated');
    const { approver, clerk, bureau } = office.staff;
    await aid.move(clerk, 'raise-objection', { reasons: '第一次。' });
    await aid.move(bureau, 'order-correction', { grounds, correction: '恢复' });
    expect((await page(approver)).allowedActions).toEqual(['resumeByDesignation']);
    await aid.move(approver, 'resume-by-designation');
    await aid.move(approver, 'terminate', { ground: 'recipientAsks', facts: '本人要求。' });
    await aid.move(clerk, 'raise-objection', { reasons: '第二次。' });
    const second = await office.staff.manager.get<{ objection: object }>(`${aid.url}/objection`);
    expect(second.objection).toMatchObject({ round: 2, reasons: '第二次。', state: 'RAISED' });
    expect((await page()).terminations).toHaveLength(2);
  });

  test('a finding that was wrong falls, and the termination that rested on it with it', async () => {
    const { application } = await (await begin(office, maintenance(true))).page(office.staff.reviewer);
    const { threshold } = (application.assessment as { standard: { threshold: number } }).standard;
    const matter = await begin(
      office,
      maintenance(true, {
        proof: 'commitment',
        commitment: { signed: 'fingerprint', readAloud: true },
        household: { members: 3, annualIncome: threshold * 3, applicantAnnualIncome: threshold },
      }),
    );
    const aid = await grant(office, matter);
    const lawyer = await designateFirst(office, aid);
    await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
    const { approver, onlyReviewer } = office.staff;
    const url = `/api/commitments/${competent}/${matter.submitted.applicationId}`;
    await onlyReviewer.post(`${url}/doubt`, { version: 1, method: 'sharedData', note: '有养老待遇没有填写。' });
    await approver.post(`${url}/find-false`, { version: 2, note: '没有说明。' });
    expect((await aid.page(approver)).case).toMatchObject({ state: 'TERMINATED', terminationGround: 'fraud' });
    await approver.post(`${url}/correct`, { version: 3, note: '同名的另一个人，认错了人。' });
    const back = await approver.get<CasePage>(aid.url);
    expect(back.case.state).toBe('RESUMPTION_DUE');
    expect(back.terminations).toMatchObject([
      { madeFor: 'commitment', revokedFor: 'commitment', reason: '同名的另一个人，认错了人。' },
    ]);
    await aid.move(approver, 'resume-handling');
    expect((await aid.page(lawyer)).case.state).toBe('HANDLING');
  });

  test('corrected while the bureau reviews the termination: the bureau decides on that', async () => {
    const { application } = await (await begin(office, maintenance(true))).page(office.staff.reviewer);
    const { threshold } = (application.assessment as { standard: { threshold: number } }).standard;
    const matter = await begin(
      office,
      maintenance(true, {
        proof: 'commitment',
        commitment: { signed: 'fingerprint', readAloud: true },
        household: { members: 3, annualIncome: threshold * 3, applicantAnnualIncome: threshold },
      }),
    );
    const aid = await grant(office, matter);
    const { approver, onlyReviewer, clerk } = office.staff;
    const url = `/api/commitments/${competent}/${matter.submitted.applicationId}`;
    await onlyReviewer.post(`${url}/doubt`, { version: 1, method: 'sharedData', note: '有养老待遇没有填写。' });
    await approver.post(`${url}/find-false`, { version: 2, note: '没有说明。' });
    await aid.move(clerk, 'raise-objection', { reasons: '认错了人。' });
    await approver.post(`${url}/correct`, { version: 3, note: '认错了人。' });
    expect((await aid.page(approver)).case.state).toBe('TERMINATION_CONTESTED');
  });

  test('the counters and the records agree', async () => {
    expect(await office.differences()).toEqual([]);
  });
});
