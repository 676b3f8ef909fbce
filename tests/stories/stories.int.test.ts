import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { demonstrationIdentityNumber } from '../../modules/people/index.ts';
import { begin, type Moved, maintenance, type Office, openOffice, refused, someone } from '../applications/office.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { designateFirst, grant, handling, unpaid } from './told.ts';

/* What happened to some people, from their first word on, as the offices and the people themselves see it over HTTP. */

onEachEngine('stories', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  test('a migrant worker has his pay in ten days, and nobody asks him for his income', async () => {
    const { reviewer } = office.staff;
    office.on('2026-11-24');
    const matter = await begin(office, unpaid());
    const { application } = await matter.page(reviewer);
    expect(application).toMatchObject({ outcome: 'eligible', route: 'verificationWaived' });

    const aid = await grant(office, matter);
    office.on('2026-11-25');
    const lawyer = await designateFirst(office, aid);
    await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-25' });
    await aid.move(lawyer, 'note-progress', {
      kind: 'interview',
      on: '2026-11-25',
      text: '已约公司到劳动监察大队当面说明。',
      visibleToCitizen: true,
    });
    expect((await office.lookUp(matter.submitted)).text()).toContain('已约公司到劳动监察大队当面说明。');

    office.on('2026-12-04');
    const settled = {
      closedOn: '2026-12-03',
      event: 'settlement',
      outcome: 'settled',
      recovered: 2_466_000,
      work: { meetings: 1, hearings: 0 },
      summary: '公司拖欠工资，经当面协商。',
      result: '公司于12月3日付清工资 24,660 元。',
    };
    const { version } = (await aid.page(lawyer)).case;
    expect(await lawyer.refusal('POST', `${aid.url}/report-closing`, { version, ...settled })).toMatchObject({
      errors: [{ pointer: '/event', code: 'case.consentMissing' }],
    });
    await aid.move(lawyer, 'note-progress', {
      kind: 'settlementConsent',
      on: '2026-12-02',
      text: '本人同意：公司一次付清，不再主张其他。',
      visibleToCitizen: true,
    });
    await aid.move(lawyer, 'report-closing', settled);
    expect((await aid.page(office.staff.manager)).case.state).toBe('CLOSED_PENDING_FILE');
  });

  test('a paper form from a power cut: its days run from the day it was handed in', async () => {
    const { clerk, reviewer, onlyReviewer, approver } = office.staff;
    office.on('2026-11-26');
    const onPaper = maintenance(true, { receivedOn: '2026-11-23' });
    expect(await clerk.refusal('POST', '/api/applications', onPaper)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/lateEntryReason', code: 'input.required' }],
    });
    const matter = await begin(office, { ...onPaper, lateEntryReason: '暴雨停电，23日收的纸质申请' });
    // Seven days from the 23rd, not from the day on which the power came back.
    expect(matter.submitted.decideBy.on).toBe('2026-11-30');
    await matter.move(clerk, 'acknowledge');
    await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
    office.on('2026-11-30');
    await matter.move(approver, 'grant');
    const { application, story } = await matter.page(reviewer);
    expect(application).toMatchObject({ state: 'GRANTED', receivedOn: '2026-11-23', grantedOn: '2026-11-30' });
    expect(story.at(-1)?.payload).toMatchObject({ lateEntry: '暴雨停电，23日收的纸质申请', enteredOn: '2026-11-26' });
  });

  test('the wrong county: handed over, and one number still tells the person everything', async () => {
    const { clerk, neighbourClerk, neighbourReviewer, manager } = office.staff;
    office.on('2026-11-24');
    const matter = await begin(office, unpaid());
    await matter.move(clerk, 'acknowledge');
    const moved = await matter.move<Moved & { toApplicationId: string; toNumber: string }>(clerk, 'transfer', {
      toTenant: hearing,
      reason: '仲裁委员会在隆阳区',
    });
    const there = `/api/applications/${hearing}/${moved.toApplicationId}`;
    // Not theirs to read any more than it was ours before: each centre sees its own record.
    expect(await clerk.refusal('GET', there)).toMatchObject({ status: 403 });
    office.on('2026-11-25');
    const { application } = await neighbourReviewer.get<{ application: Moved & { receivedOn: string } }>(there);
    expect(application.receivedOn).toBe('2026-11-24');
    await neighbourClerk.post(`${there}/acknowledge`, { version: application.version });
    await office.work();
    expect((await matter.page(manager)).application.state).toBe('TRANSFERRED');
    const citizen = await office.lookUp(matter.submitted);
    for (const line of ['您提交了申请', '转给了隆阳区法律援助中心']) expect(citizen.text()).toContain(line);
    const byNewNumber = await office.lookUp({ ...matter.submitted, number: moved.toNumber });
    expect(byNewNumber.text()).toContain('转给了隆阳区法律援助中心');
  });

  test('a lawyer who cannot be reached is replaced; who comes after has the papers, and the person is told', async () => {
    const { designator, approver } = office.staff;
    const { L1, L2 } = office.city.handlers;
    office.on('2026-11-24');
    const matter = await begin(office, unpaid());
    const aid = await grant(office, matter);
    const lawyer = await designateFirst(office, aid);
    await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
    const former = lawyer === office.staff.lawyer ? L1 : L2;

    office.on('2026-12-01');
    const citizen = await office.lookUp(matter.submitted);
    await citizen.get('/progress/replace');
    await citizen.submit('/progress/replace', { ground: 'unreachable', facts: '打了七次电话都不接。' });
    expect(citizen.path()).toBe('/progress/replace/sent');
    expect((await aid.page(approver)).case.state).toBe('REPLACEMENT_REVIEW');

    office.on('2026-12-02');
    await aid.move(approver, 'approve-replacement', { opinion: '通话记录属实，同意更换。' });
    expect(
      await designator.refusal('POST', `${aid.url}/designate`, {
        version: (await aid.page(designator)).case.version,
        handlerId: former,
      }),
    ).toMatchObject({ code: 'case.handlerBarred' });
    const successor = await designateFirst(office, aid);
    await aid.move(successor, 'record-handover', {
      handedOverOn: '2026-12-02',
      materials: [{ name: '欠条、考勤本', pages: 14 }],
    });
    expect(await lawyer.refusal('GET', aid.url)).toMatchObject({ code: 'case.notYours' });
    await citizen.get('/progress/matter');
    expect(citizen.text()).toContain(former === L1 ? '阿约·木呷' : '周正');
  });

  test('a woman who fled: her address stands on no list, no page, no paper, and is not for a window clerk to open', async () => {
    const { designator, onlyReviewer, clerk, manager } = office.staff;
    const where = '石瓢村旧粮站后三排九号';
    office.on('2026-11-24');
    const base = maintenance(true);
    const recipient = {
      ...someone(),
      name: '杨菊仙',
      sex: 'female',
      document: { kind: 'residentCard', number: demonstrationIdentityNumber('1988-02-11', 11, 'female') },
      address: where,
    };
    const matter = await begin(office, {
      ...base,
      recipient,
      proof: 'notNeeded',
      household: undefined,
      opponents: [{ name: '余某' }],
      matter: { ...base.matter, cause: 'domesticViolence', narrative: '被打，已经带孩子离开。' },
    });
    const aid = await grant(office, matter);
    const lawyer = await designateFirst(office, aid);

    const page = await matter.page(onlyReviewer);
    const seen: unknown[] = [
      page,
      await aid.page(lawyer),
      await onlyReviewer.get('/api/applications'),
      await designator.get('/api/cases?desk=handling'),
      await designator.get(`${aid.url}/candidates`),
      (await office.lookUp(matter.submitted)).text(),
    ];
    const papers = (await aid.page(manager)).documents;
    expect(papers.length).toBeGreaterThan(1);
    for (const { documentId } of papers)
      seen.push(await docxWords((await manager.file(`/api/documents/${competent}/${documentId}/docx`)).bytes));
    expect(JSON.stringify(seen)).not.toContain(where);

    const [victim] = (page.parties as readonly { personId: string; role: string }[]).filter(
      ({ role }) => role === 'recipient',
    );
    const reveal = `/api/people/${competent}/${victim?.personId}/reveal`;
    const asked = {
      fields: ['address'],
      reason: { code: 'contact', text: '送达文书' },
      matterId: matter.submitted.applicationId,
    };
    expect(await clerk.refusal('POST', reveal, asked)).toMatchObject({ status: 403 });
    expect(await onlyReviewer.post<{ address: string }>(reveal, asked)).toMatchObject({ address: where });
    const { story } = await matter.page(onlyReviewer);
    expect(story.map(({ kind }) => kind)).toContain('person.revealed');
  });

  test('aid came first, the papers never: the aid ends, the case with it, and the person is told how to object', async () => {
    const { clerk, approver, manager } = office.staff;
    office.on('2026-11-24');
    const matter = await begin(office, maintenance(true));
    await matter.move(clerk, 'acknowledge');
    const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'provide-provisionally', {
      ground: 'periodExpiring',
      periodExpiresOn: '2026-11-27',
      days: 7,
      toComplete: ['身份证复印件'],
    });
    const early = { version: matter.version, outcome: 'notMadeGood', facts: '没有补来。' };
    expect(await approver.refusal('POST', `${matter.url}/end-provisional`, early)).toMatchObject({
      code: 'application.provisionalRunning',
    });
    office.on('2026-12-02');
    await matter.move(approver, 'end-provisional', { outcome: 'notMadeGood', facts: '期限已过，没有补来。' });
    expect((await handling(office, caseId).page(manager)).case.state).toBe('TERMINATED');
    expect((await office.lookUp(matter.submitted)).text()).toContain('终止');
  });

  test('an objection is upheld: the centre that refused must grant, and a lawyer is found', async () => {
    const { bureau, approver } = office.staff;
    office.on('2026-11-24');
    const matter = await refused(office);
    office.on('2026-11-30');
    const citizen = await office.lookUp(matter.submitted);
    await citizen.get('/progress/objection');
    await citizen.submit('/progress/objection', { reasons: '大儿子早已分家，他的工资不该算进来。' });
    const objected = await matter.page(bureau);
    expect(objected.application).toMatchObject({ state: 'OBJECTION_UNDER_REVIEW', dueOn: '2026-12-07' });
    matter.version = objected.application.version;
    await matter.move(bureau, 'order-correction', {
      grounds: [{ text: '分家的儿子不是共同生活的家庭成员。', citation: '《法律援助法》第四十九条' }],
      correction: '撤销不予决定，给予法律援助',
    });
    const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'grant-corrected');
    const aid = handling(office, caseId);
    await designateFirst(office, aid);
    await citizen.get('/progress/matter');
    for (const line of ['司法局责令中心改正', '同意给您法律援助']) expect(citizen.text()).toContain(line);
    expect(['周正', '阿约·木呷'].some((name) => citizen.text().includes(name))).toBe(true);
  });

  test('after all of it the counters and the records agree', async () => {
    await office.work();
    expect(await office.differences()).toEqual([]);
  });
});
