import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';
import { type Matter, type Moved, type Office, openOffice, refused } from './office.ts';

const grounds = [{ text: '家庭人口核对有误，人均收入未超过标准', citation: '《法律援助法》第三十四条' }];

interface ObjectionPage {
  readonly objection: Readonly<Record<string, unknown>> | null;
  readonly time: { readonly until: string; readonly citation: string; readonly verified: boolean } | null;
}

onEachEngine('objections', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  const objection = (matter: Matter, who = office.staff.manager): Promise<ObjectionPage> =>
    who.get<ObjectionPage>(`${matter.url}/objection`);
  const raisedAtCounter = async (): Promise<Matter> => {
    const matter = await refused(office);
    await matter.move(office.staff.clerk, 'raise-objection', { reasons: '收入算错了。' });
    return matter;
  };

  test('a citizen objects from their progress page; the bureau has five days; the centre has no say', async () => {
    office.on('2026-11-24');
    const matter = await refused(office);
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('提出异议');
    expect(citizen.text()).toContain('12 月 9 日');
    await citizen.get('/progress/objection');
    await citizen.submit('/progress/objection', { reasons: '' });
    expect(citizen.errors()).toEqual(['请写为什么不同意']);
    await citizen.get('/progress/objection');
    await citizen.submit('/progress/objection', { reasons: '老母亲也住在一起，没有算进去。' });
    expect(citizen.path()).toBe('/progress/objection/sent');
    await citizen.get('/progress/matter');
    expect(citizen.text()).toContain('司法局正在审查您的异议');
    expect(citizen.text()).toContain('11 月 30 日');
    expect(citizen.text()).not.toContain('老母亲');
    await citizen.get('/progress/objection');
    expect(citizen.path()).toBe('/progress/matter');

    const page = await matter.page(office.staff.approver);
    matter.version = page.application.version;
    // Five days from the 24th end on Sunday the 29th and so on Monday.
    expect(page.application).toMatchObject({
      state: 'OBJECTION_UNDER_REVIEW',
      dueStep: 'decideObjection',
      dueOn: '2026-11-30',
    });
    expect(page.allowedActions).toEqual([]);
    const { version } = matter;
    for (const who of ['clerk', 'reviewer', 'approver', 'manager'] as const)
      expect(await office.staff[who].refusal('POST', `${matter.url}/maintain`, { version, grounds })).toMatchObject({
        status: 403,
        code: 'auth.forbidden',
      });
    expect(await objection(matter)).toMatchObject({
      objection: {
        state: 'RAISED',
        door: 'web',
        reasons: '老母亲也住在一起，没有算进去。',
        late: false,
        raiseBy: '2026-12-09',
      },
    });
  });

  test('the bureau sees what objections bring before it, and nothing else of the centre', async () => {
    const matter = await raisedAtCounter();
    const other = await refused(office);
    const { rows } = await office.staff.bureau.get<{ rows: readonly { id: string; state: string }[] }>(
      '/api/applications',
    );
    expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'OBJECTION_UNDER_REVIEW'));
    expect(rows.map((row) => row.id)).toContain(matter.submitted.applicationId);
    const every = await office.staff.bureau.get<{ rows: readonly { id: string }[] }>('/api/applications?all=true');
    expect(every.rows.map((row) => row.id)).not.toContain(other.submitted.applicationId);
    expect(await office.staff.bureau.refusal('GET', other.url)).toMatchObject({ status: 403 });
    const page = await matter.page(office.staff.bureau);
    expect(page.allowedActions).toEqual(['maintain', 'orderCorrection']);
    const paper = page.documents.find((document) => document.formKey === 'refusalDecision');
    expect(
      (await office.staff.bureau.file(`/api/documents/${competent}/${paper?.documentId}/docx`)).bytes.length,
    ).toBeGreaterThan(1000);
    const own = (await other.page(office.staff.clerk)).documents.at(-1);
    expect(
      await office.staff.bureau.refusal('GET', `/api/documents/${competent}/${own?.documentId}/docx`),
    ).toMatchObject({
      status: 403,
    });
  });

  test('maintained: final here, with reconsideration and suit on the bureau’s own paper', async () => {
    const matter = await raisedAtCounter();
    const decision = await matter.move<Moved & { documentId: string; documentNumber: string }>(
      office.staff.bureau,
      'maintain',
      { grounds },
    );
    expect(decision.documentNumber).toContain('异字');
    const words = await docxWords(
      (await office.staff.bureau.file(`/api/documents/${competent}/${decision.documentId}/docx`)).bytes,
    );
    expect(words).toContain('施甸县司法局（印章）');
    expect(words).toContain('行政复议或者提起行政诉讼');
    expect(words).toContain('《法律援助法》第四十九条第三款');
    const page = await matter.page(office.staff.manager);
    expect(page.application).toMatchObject({ state: 'REFUSED_FINAL', dueOn: null });
    expect(page.deadlines).toEqual([]);
    expect(page.allowedActions).toEqual([]);
    const citizen = await office.lookUp(matter.submitted);
    expect(citizen.text()).toContain('司法局维持了原决定');
    expect(citizen.text()).toContain('行政复议');
    expect(
      await office.staff.clerk.refusal('POST', `${matter.url}/raise-objection`, {
        version: matter.version,
        reasons: '再来',
      }),
    ).toMatchObject({ status: 409, code: 'record.actionNotAllowed', allowed: [] });
  });

  test('correction ordered: the centre grants, the case opens and the days to designate run', async () => {
    const matter = await raisedAtCounter();
    expect(
      await office.staff.bureau.refusal('POST', `${matter.url}/order-correction`, { version: matter.version, grounds }),
    ).toMatchObject({ errors: [{ pointer: '/correction', code: 'objection.correctionMissing' }] });
    expect(
      await office.staff.bureau.refusal('POST', `${matter.url}/order-correction`, {
        version: matter.version,
        grounds: [],
        correction: '给予',
      }),
    ).toMatchObject({ errors: [{ pointer: '/grounds' }] });
    await matter.move(office.staff.bureau, 'order-correction', { grounds, correction: '撤销原决定，给予法律援助' });
    const ordered = await matter.page(office.staff.approver);
    expect(ordered.application).toMatchObject({ state: 'CORRECTION_ORDERED', dueStep: 'carryOutCorrection' });
    expect(ordered.deadlines.map((d) => [d.step, d.state])).toEqual([['carryOutCorrection', 'running']]);
    expect(ordered.allowedActions).toEqual(['grantCorrected']);
    const { version } = matter;
    expect(await office.staff.bureau.refusal('POST', `${matter.url}/grant-corrected`, { version })).toMatchObject({
      status: 403,
    });
    const granted = await matter.move<Moved & { caseId: string; documentId: string }>(
      office.staff.approver,
      'grant-corrected',
    );
    const page = await matter.page(office.staff.approver);
    expect(page.application).toMatchObject({ state: 'GRANTED', refusedOn: '2026-11-24', grantedOn: '2026-11-24' });
    const aidCase = await office.staff.designator.get<{
      case: { state: string };
      deadlines: readonly { step: string }[];
    }>(`/api/cases/${competent}/${granted.caseId}`);
    expect(aidCase.case.state).toBe('AWAITING_DESIGNATION');
    expect(aidCase.deadlines.map((d) => d.step)).toContain('designate');
    const words = await docxWords(
      (await office.staff.approver.file(`/api/documents/${competent}/${granted.documentId}/docx`)).bytes,
    );
    expect(words).toContain('司法行政部门经审查异议，责令本机构改正');
    const citizen = await office.lookUp(matter.submitted);
    for (const line of ['没有同意法律援助', '您提出了异议', '司法局责令中心改正', '同意给您法律援助'])
      expect(citizen.text()).toContain(line);
  });

  describe('days', () => {
    test('the sixteenth day is late: refused with the last day, taken in with its reason', async () => {
      office.on('2026-11-24');
      const matter = await refused(office);
      office.on('2026-12-10');
      const body = { version: matter.version, reasons: '收入算错了。' };
      expect(await office.staff.clerk.refusal('POST', `${matter.url}/raise-objection`, body)).toMatchObject({
        status: 409,
        code: 'objection.late',
        detail: expect.stringContaining('2026-12-09'),
      });
      const citizen = await office.lookUp(matter.submitted);
      await citizen.get('/progress/objection');
      await citizen.submit('/progress/objection', { reasons: '收入算错了。' });
      expect(citizen.errors()).toEqual(['期限已过，请写明耽误的理由']);
      await citizen.submit('/progress/objection', { reasons: '收入算错了。', lateReason: '住院到昨天' });
      expect(citizen.path()).toBe('/progress/objection/sent');
      expect((await objection(matter)).objection).toMatchObject({ late: true, lateReason: '住院到昨天' });
    });

    test('the fifteenth is in time; the days run from the day the decision was received', async () => {
      office.on('2026-11-24');
      const [inTime, servedLater] = [await refused(office), await refused(office)];
      office.on('2026-12-09');
      await inTime.move(office.staff.clerk, 'raise-objection', { reasons: '收入算错了。' });
      expect((await objection(inTime)).objection).toMatchObject({ late: false });
      office.on('2026-12-14');
      await servedLater.move(office.staff.clerk, 'raise-objection', {
        reasons: '收入算错了。',
        door: 'letter',
        servedOn: '2026-11-30',
        receivedOn: '2026-12-11',
      });
      // Received on Friday the 11th: five days end on Wednesday the 16th.
      expect((await objection(servedLater)).objection).toMatchObject({
        late: false,
        door: 'letter',
        raiseBy: '2026-12-15',
        dueOn: '2026-12-16',
      });
    });

    test.each([
      ['before the decision', { servedOn: '2026-11-23' }, '/servedOn', 'objection.beforeDecision'],
      ['served in the future', { servedOn: '2026-11-26' }, '/servedOn', 'objection.future'],
      ['handed in tomorrow', { receivedOn: '2026-11-26' }, '/receivedOn', 'objection.future'],
      [
        'handed in before it was served',
        { servedOn: '2026-11-25', receivedOn: '2026-11-24' },
        '/receivedOn',
        'objection.beforeServed',
      ],
      ['no such day', { servedOn: '2026-02-30' }, '/servedOn', 'input.date'],
    ])('%s', async (_what, days, pointer, code) => {
      office.on('2026-11-24');
      const matter = await refused(office);
      office.on('2026-11-25');
      expect(
        await office.staff.clerk.refusal('POST', `${matter.url}/raise-objection`, {
          version: matter.version,
          reasons: '收入算错了。',
          ...days,
        }),
      ).toMatchObject({ status: 400, errors: [{ pointer, code }] });
      office.on('2026-11-24');
    });

    test('under the Regulations: no last day to raise it, five working days to decide, their own article', async () => {
      office.on('2021-09-27');
      const matter = await refused(office);
      expect((await objection(matter)).time).toBeNull();
      await matter.move(office.staff.clerk, 'raise-objection', { reasons: '收入算错了。' });
      // The week of the National Day does not count; Saturday the 9th is a working day.
      expect((await matter.page(office.staff.bureau)).application).toMatchObject({
        dueOn: '2021-10-09',
        dueCitation: expect.stringContaining('《法律援助条例》第十九条'),
      });
      const decision = await matter.move<Moved & { documentId: string }>(office.staff.bureau, 'order-correction', {
        grounds,
        correction: '给予法律援助',
      });
      const words = await docxWords(
        (await office.staff.bureau.file(`/api/documents/${competent}/${decision.documentId}/docx`)).bytes,
      );
      expect(words).toContain('根据《法律援助条例》第十九条的规定');
      expect(words).not.toContain('《法律援助法》第四十九条');
      office.on('2026-11-24');
    });
  });

  test('a screen that is behind is refused; sent twice makes one objection', async () => {
    const matter = await refused(office);
    const body = { version: matter.version - 1, reasons: '收入算错了。' };
    expect(await office.staff.clerk.refusal('POST', `${matter.url}/raise-objection`, body)).toMatchObject({
      status: 409,
      code: 'record.stale',
    });
    const whole = { version: matter.version, reasons: '收入算错了。' };
    const key = 'objection-twice-0001';
    const [one, two] = await Promise.all([
      office.staff.clerk.post<{ objectionId: string }>(`${matter.url}/raise-objection`, whole, key),
      office.staff.clerk.post<{ objectionId: string }>(`${matter.url}/raise-objection`, whole, key),
    ]);
    expect(one.objectionId).toBe(two.objectionId);
  });

  test('one account never holds the bureau’s review and work at a centre', async () => {
    const { roles } = await import('../../modules/accounts/index.ts');
    expect(roles.bureauReviewer.duty).not.toBe(roles.approver.duty);
  });

  test('the counters agree with the records', async () => {
    await office.work();
    expect(await office.differences()).toEqual([]);
    const kept = await office.direct((tx) =>
      tx.db
        .selectFrom('counter')
        .select(['name', 'n'])
        .where('name', 'like', 'objections.%')
        .where('dimension', '=', 'all')
        .execute(),
    );
    const sum = (name: string): number => kept.filter((c) => c.name === name).reduce((n, c) => n + Number(c.n), 0);
    expect([sum('objections.maintained'), sum('objections.corrected')]).toEqual([1, 2]);
    expect(sum('objections.raised')).toBeGreaterThan(6);
  });
});
