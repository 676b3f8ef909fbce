import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visitor, visit } from '../apps/portal/http-visitor.ts';
import { buildServer } from '../apps/server/http.ts';
import { jobHandlers } from '../apps/server/worker.ts';
import { verifyAudit } from '../kernel/audit/index.ts';
import { wholeCountry } from '../kernel/db/index.ts';
import { silentLog } from '../kernel/log/index.ts';
import { workOutbox } from '../kernel/outbox/index.ts';
import { onEachEngine, type World } from '../kernel/testing/engines.ts';
import { runUseCase, systemActor } from '../kernel/use-case/index.ts';
import { displayApplicationNumber, replayAssessments } from '../modules/applications/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone } from '../modules/people/index.ts';
import { verifyStatistics } from '../modules/statistics/index.ts';
import { type Desk, deskOf } from './walk/desk.ts';
import { houseOver, type TestHouse } from './walk/house.ts';
import { docxWords, pdfWords } from './walk/paper-words.ts';
import { competent, foundSmallCity, hearing, type SmallCity, type StaffName } from './walk/small-city.ts';

/*
 * One person's matter, from the first word to the paid lawyer, over HTTP alone: what the desk and the portal send, nothing else.
 */

const recipientName = '玛依拉·买买提江';
const opponentName = '保山某某建筑劳务有限公司';
const rural = '530521102';

/** What the law's clock and the walk share: one shape of an answer that moved something. */
interface Moved {
  readonly version: number;
}
interface Submitted extends Moved {
  readonly tenant: string;
  readonly applicationId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly centre: { readonly name: string };
  readonly decideBy: { readonly on: string; readonly citation: string };
}
interface Paper {
  readonly documentId: string;
  readonly formKey: string;
  readonly number: string | null;
}
interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}
interface ApplicationRow {
  readonly id: string;
  readonly tenant: string;
  readonly number: string;
  readonly state: string;
  readonly dueOn: string | null;
}
interface ApplicationPage {
  readonly application: ApplicationRow & Moved;
  readonly allowedActions: readonly string[];
  readonly documents: readonly Paper[];
  readonly deadlines: readonly { readonly step: string; readonly dueOn: string; readonly promise: boolean }[];
  readonly suggestedGrounds: readonly { readonly text: string; readonly citation: string }[];
}
interface CasePage {
  readonly case: Moved & { readonly state: string; readonly number: string; readonly archivedOn: string | null };
  readonly allowedActions: readonly string[];
  readonly documents: readonly Paper[];
  readonly catalogue: {
    readonly pieces: readonly { readonly key: string; readonly name: { zh: string }; readonly required: boolean }[];
  };
  readonly subsidy: { readonly subsidyId: string } | null;
}
interface SubsidyPage {
  readonly subsidy: Moved & {
    readonly state: string;
    readonly amount: number | null;
    readonly offer: { readonly band: { readonly min: number; readonly max: number } };
  };
}
interface Fund extends Moved {
  readonly fundId: string;
  readonly appropriated: number;
  readonly available: number;
  readonly committed: number;
  readonly expended: number;
}
interface Cell {
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

const person = {
  name: recipientName,
  sex: 'female',
  ethnicity: '维吾尔族',
  document: { kind: 'residentCard', number: demonstrationIdentityNumber('1986-03-12', 1, 'female') },
  phone: demonstrationPhone(17),
  address: '甸阳镇某村三组',
  region: rural,
} as const;

/** What an application asks beyond what the consultation already knows. */
const beyondConsultation = {
  applyingAs: 'self',
  residence: 'rural',
  household: { members: 4, annualIncome: 2_400_000, applicantAnnualIncome: 1_200_000 },
  proof: 'commitment',
  opponents: [{ name: opponentName, phone: '0875-0000077' }],
  materials: [],
  declaration: true,
} as const;

onEachEngine('one matter’s whole way over HTTP', (open) => {
  let world: World;
  let house: TestHouse;
  let app: FastifyInstance;
  let city: SmallCity;
  let staff: Readonly<Record<StaffName, Desk>>;

  beforeAll(async () => {
    world = await open();
    house = houseOver(world, { FAYUAN_DEMO: '1' });
    city = await foundSmallCity(house.runner);
    app = await buildServer(house);
    staff = Object.fromEntries(
      Object.entries(city.staff).map(([name, userName]) => [name, deskOf(app, userName)]),
    ) as typeof staff;
  });
  afterAll(async () => {
    await app?.close();
    await house?.close();
  });

  /** Ten in the morning of a day of 2026, in Shanghai. */
  const on = (monthAndDay: string): void => world.clock.set(`2026-${monthAndDay}T02:00:00.000Z`);
  let telephones = 0;
  const visitor = (): Visitor => visit(app, `198.51.100.${++telephones}`);
  const lookUp = async ({ number, queryCode }: Submitted): Promise<Visitor> => {
    const citizen = visitor();
    await citizen.get('/progress');
    await citizen.submit('/progress', { number: displayApplicationNumber(number), code: queryCode });
    expect(citizen.path()).toBe('/progress/matter');
    return citizen;
  };

  /** The worker sends what waits in the outbox. */
  const work = async (): Promise<void> => {
    while ((await workOutbox(house.runner, jobHandlers(house), silentLog)) > 0);
  };

  let submitted: Submitted;
  let version = 1;
  let caseId = '';
  let caseVersion = 1;
  const application = (): string => `/api/applications/${competent}/${submitted.applicationId}`;
  const aidCase = (): string => `/api/cases/${competent}/${caseId}`;
  const move = async (who: Desk, step: string, body: object = {}): Promise<void> => {
    ({ version } = await who.post<Moved>(`${application()}/${step}`, { version, ...body }));
  };
  const moveCase = async <T extends Moved>(who: Desk, step: string, body: object = {}): Promise<T> => {
    const moved = await who.post<T>(`${aidCase()}/${step}`, { version: caseVersion, ...body });
    caseVersion = moved.version;
    return moved;
  };
  const readCase = (who: Desk): Promise<CasePage> => who.get<CasePage>(aidCase());

  test('a station hears a person and turns the consultation into an application with nothing typed twice', async () => {
    const { station } = city;
    const { consultationId } = await staff.stationClerk.post<{ consultationId: string }>('/api/consultations', {
      tenant: hearing,
      agencyId: station,
      channel: 'window',
      person,
      groups: ['migrantWorker', 'farmer'],
      topic: 'labourPay',
      region: rural,
      question: '去年三月到十月在施甸的工地干木工，公司一直没发工资，一共欠 18600 元。',
      answer: '可以申请法律援助，要回工资不收钱。',
    });
    const { door, recipient, groups, matter } = await staff.stationClerk.post<{
      door: string;
      recipient: object;
      groups: string[];
      matter: object;
    }>(`/api/consultations/${hearing}/${consultationId}/application-seed`);
    expect(recipient).toMatchObject({ name: recipientName, document: person.document, phone: person.phone });
    expect(door).toBe('window');

    const whole = {
      ...beyondConsultation,
      door: 'station',
      intakeTenant: hearing,
      intakeAgency: station,
      consultationId,
      recipient,
      groups,
      matter: { ...matter, proceeding: 'litigation', organRegion: competent, organName: '施甸县人民法院' },
    };
    // Pressed twice at once, and once more when the answer seemed lost.
    const key = 'walk-application-0001';
    const pressed = await Promise.all([
      staff.stationClerk.post<Submitted>('/api/applications', whole, key),
      staff.stationClerk.post<Submitted>('/api/applications', whole, key),
    ]);
    submitted = await staff.stationClerk.post<Submitted>('/api/applications', whole, key);
    expect(new Set([...pressed, submitted].map((s) => s.number)).size).toBe(1);
    expect(submitted).toMatchObject({
      tenant: competent,
      centre: { name: '施甸县法律援助中心' },
      decideBy: { on: '2026-12-01', citation: expect.stringContaining('第四十三条') },
    });
    const heard = await staff.stationClerk.get<{ applicationNumber: string }>(
      `/api/consultations/${hearing}/${consultationId}`,
    );
    expect(heard.applicationNumber).toBe(submitted.number);
  });

  test('it lies with the competent centre, once; the station still sees it, the neighbour’s centre does not', async () => {
    const mine = await staff.reviewer.get<Page<ApplicationRow>>('/api/applications');
    expect(mine.rows.map((r) => [r.number, r.state])).toEqual([[submitted.number, 'SUBMITTED']]);
    const taken = await staff.stationClerk.get<{ rows: readonly ApplicationRow[] }>('/api/applications/own-intake');
    expect(taken.rows.map((r) => [r.tenant, r.number])).toEqual([[competent, submitted.number]]);
    expect((await staff.neighbourReviewer.get<Page<ApplicationRow>>('/api/applications')).rows).toEqual([]);
    expect(await staff.neighbourReviewer.refusal('GET', application())).toMatchObject({ status: 403 });
    expect(await staff.stationClerk.refusal('POST', `${application()}/acknowledge`, { version: 1 })).toMatchObject({
      status: 403,
    });
  });

  test('the centre acknowledges; a screen that is behind is refused; what is missing is asked for once and stops the clock', async () => {
    on('11-25');
    await move(staff.clerk, 'acknowledge');
    expect(
      await staff.reviewer.refusal('POST', `${application()}/propose`, { version: 1, outcome: 'grant' }),
    ).toMatchObject({ status: 409, code: 'record.stale' });
    await move(staff.reviewer, 'request-supplement', { items: ['工资欠条或者考勤记录'], note: '拍照即可', days: 10 });
    const page = await staff.reviewer.get<ApplicationPage>(application());
    expect(page.application).toMatchObject({ state: 'AWAITING_SUPPLEMENT', dueOn: '2026-12-05' });
    expect(page.allowedActions).toEqual(['answerSupplement']);
    const seen = await staff.stationClerk.get<{ rows: readonly ApplicationRow[] }>('/api/applications/own-intake');
    expect(seen.rows.map((r) => r.state)).toEqual(['AWAITING_SUPPLEMENT']);
  });

  test('the citizen answers by number and code; the deadline moves by the days it stood still', async () => {
    on('11-27');
    const citizen = await lookUp(submitted);
    expect(citizen.text()).toContain('工资欠条或者考勤记录');
    await citizen.get('/progress/supplement');
    await citizen.upload('/progress/supplement', { note: '见照片', do: 'send' }, [
      { name: '欠条.png', type: 'image/png', content: onePixel },
    ]);
    expect(citizen.path()).toBe('/progress/supplement/sent');
    const page = await staff.reviewer.get<ApplicationPage>(application());
    ({ version } = page.application);
    // From the 25th to the 27th the clock stood still: three days after 1 December.
    expect(page.application).toMatchObject({ state: 'UNDER_REVIEW', dueOn: '2026-12-04' });
    expect(page.deadlines.filter((d) => !d.promise).map((d) => [d.step, d.dueOn])).toEqual([['decide', '2026-12-04']]);
    expect(
      await staff.reviewer.refusal('POST', `${application()}/request-supplement`, {
        version,
        items: ['再来一样'],
        days: 3,
      }),
    ).toMatchObject({ code: 'application.supplementOnce' });
  });

  test('who proposed may not approve; a second person grants, and the decision exists in Word and PDF', async () => {
    on('11-30');
    await move(staff.reviewer, 'propose', { outcome: 'grant', note: '经济困难，事由在范围内' });
    expect((await staff.reviewer.get<ApplicationPage>(application())).allowedActions).not.toContain('grant');
    expect(await staff.reviewer.refusal('POST', `${application()}/grant`, { version })).toMatchObject({
      status: 403,
      code: 'application.sameHand',
    });
    const granted = await staff.approver.post<Moved & { caseId: string; documentId: string; documentNumber: string }>(
      `${application()}/grant`,
      { version },
    );
    ({ version, caseId } = granted);
    expect(granted.documentNumber).toMatch(/^（2026）保施法援.*第000001号$/);

    const paper = `/api/documents/${competent}/${granted.documentId}`;
    const word = await staff.approver.file(`${paper}/docx`);
    const print = await staff.approver.file(`${paper}/pdf`);
    expect(word.type).toContain('wordprocessingml');
    expect(print.type).toBe('application/pdf');
    expect(print.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    for (const words of [await docxWords(word.bytes), pdfWords(print.bytes) ?? (await docxWords(word.bytes))]) {
      expect(words).toContain(granted.documentNumber);
      expect(words).toContain(recipientName);
      expect(words).toContain('给予法律援助决定书');
    }
    expect(await staff.neighbourReviewer.refusal('GET', `${paper}/pdf`)).toMatchObject({ status: 404 });
  });

  test('the designator sees who may act, ranked with reasons, and who may not, with theirs', async () => {
    on('12-01');
    const list = await staff.designator.get<{
      candidates: readonly { rank: number; lines: readonly object[]; handler: { name: string } }[];
      barred: readonly { reasons: readonly { code: string }[]; handler: { name: string } }[];
    }>(`${aidCase()}/candidates`);
    expect(list.candidates.map((c) => c.handler.name)).toEqual(['周正', '阿约·木呷']);
    expect(list.candidates.every((c) => c.lines.length > 0)).toBe(true);
    expect(Object.fromEntries(list.barred.map((b) => [b.handler.name, b.reasons.map((r) => r.code)]))).toEqual({
      钱停: ['suspended'],
      孙未证: ['notQualified'],
    });
    const { L1, L2, L3 } = city.handlers;
    const designate = (handlerId: string) =>
      staff.designator.refusal('POST', `${aidCase()}/designate`, { version: caseVersion, handlerId });
    expect(await designate(L3)).toMatchObject({
      code: 'case.handlerBarred',
      errors: [{ pointer: '/handlerId', code: 'case.bar.suspended' }],
    });
    expect(await designate(L2)).toMatchObject({ errors: [{ pointer: '/reason', code: 'case.overrideReason' }] });
    const designated = await moveCase<Moved & { documentNumber: string; signAgreementBy: string }>(
      staff.designator,
      'designate',
      { handlerId: L1 },
    );
    expect(designated.documentNumber).toContain('指');
    expect(designated.signAgreementBy).toBe('2026-12-07');
  });

  test('the lawyer accepts, signs, and what they note for the person stands in the person’s progress', async () => {
    on('12-02');
    expect(await staff.otherLawyer.refusal('GET', aidCase())).toMatchObject({ code: 'case.notYours' });
    const own = await staff.lawyer.get<Page<{ id: string; actions: readonly string[] }>>('/api/cases');
    expect(own.rows.map((r) => [r.id, r.actions])).toEqual([[caseId, ['accept', 'decline']]]);
    await moveCase(staff.lawyer, 'accept');
    await moveCase(staff.lawyer, 'record-agreement', { signedOn: '2026-12-02' });
    const note = (text: string, visibleToCitizen: boolean) =>
      moveCase(staff.lawyer, 'note-progress', { kind: 'filedWithCourt', on: '2026-12-02', text, visibleToCitizen });
    await note('已到施甸县人民法院立案，等开庭通知。', true);
    await note('对方可能转移财产，考虑保全。', false);
    const citizen = await lookUp(submitted);
    expect(citizen.text()).toContain('已到施甸县人民法院立案，等开庭通知。');
    expect(citizen.text()).toContain('周正');
    expect(citizen.text()).not.toContain('保全');
    expect(citizen.text()).not.toContain(recipientName);
  });

  test('the closing is reported and the file handed in against its checklist; what is missing is pointed at', async () => {
    on('12-20');
    expect(
      await staff.lawyer.refusal('POST', `${aidCase()}/submit-file`, {
        version: caseVersion,
        pieces: [{ key: 'judgment', name: '判决书', pages: 6 }],
      }),
    ).toMatchObject({ code: 'record.actionNotAllowed' });
    await moveCase(staff.lawyer, 'report-closing', {
      closedOn: '2026-12-19',
      event: 'judgment',
      outcome: 'won',
      recovered: 1_860_000,
      work: { meetings: 2, hearings: 1 },
      summary: '被拖欠工资，提起诉讼。',
      result: '判决公司十日内付清工资 18600 元。',
    });
    on('12-22');
    const { catalogue } = await readCase(staff.lawyer);
    const required = catalogue.pieces.filter((p) => p.required).map((p) => ({ key: p.key, name: p.name.zh, pages: 3 }));
    expect(
      await staff.lawyer.refusal('POST', `${aidCase()}/submit-file`, {
        version: caseVersion,
        pieces: required.filter((p) => p.key !== 'judgment' && p.key !== 'interviewRecord'),
      }),
    ).toMatchObject({
      code: 'input.invalid',
      errors: [
        { pointer: '/pieces/interviewRecord', code: 'case.pieceMissing' },
        { pointer: '/pieces/judgment', code: 'case.pieceMissing' },
      ],
    });
    await moveCase(staff.lawyer, 'submit-file', { pieces: required });
  });

  test('the centre accepts the file; the subsidy stays in its band, has two hands, and is paid to the fen', async () => {
    on('12-24');
    ({ version: caseVersion } = (await readCase(staff.reviewer)).case);
    await moveCase(staff.reviewer, 'accept-file');
    const { subsidy, case: archived } = await readCase(staff.manager);
    expect(archived).toMatchObject({ state: 'ARCHIVED', archivedOn: '2026-12-24' });
    const url = `/api/subsidies/${competent}/${subsidy?.subsidyId}`;
    const due = (await staff.finance.get<SubsidyPage>(url)).subsidy;
    expect(due).toMatchObject({ state: 'DUE', offer: { band: { min: 60_000, max: 150_000 } } });
    expect(
      await staff.finance.refusal('POST', `${url}/propose`, { version: due.version, amount: 150_001, reason: '多' }),
    ).toMatchObject({ errors: [{ pointer: '/amount', code: 'subsidy.tariff.outsideBand' }] });
    const proposed = await staff.finance.post<Moved & { amount: number }>(`${url}/propose`, {
      version: due.version,
      amount: 110_007,
      reason: '开庭一次，调查两次',
    });
    // The one who proposed is also the head: still not the second hand.
    expect(await staff.finance.refusal('POST', `${url}/approve`, { version: proposed.version })).toMatchObject({
      status: 403,
      code: 'subsidy.sameHand',
    });
    await staff.manager.post(`${url}/approve`, { version: proposed.version });

    const fund = await staff.finance.post<Fund>('/api/funds', {
      tenant: competent,
      source: 'central',
      year: 2026,
      amount: 5_000_000,
      memo: '中央补助',
    });
    const batch = await staff.finance.post<Moved & { batchId: string; total: number }>('/api/payment-batches', {
      tenant: competent,
      fundId: fund.fundId,
      subsidyIds: [subsidy?.subsidyId],
    });
    expect(batch.total).toBe(110_007);
    const balance = async (): Promise<Fund | undefined> =>
      (await staff.finance.get<{ funds: readonly Fund[] }>(`/api/funds?tenant=${competent}&year=2026`)).funds[0];
    expect(await balance()).toMatchObject({ available: 4_889_993, committed: 110_007, expended: 0 });
    await staff.finance.post(`/api/payment-batches/${competent}/${batch.batchId}/pay`, {
      version: batch.version,
      paidOn: '2026-12-24',
      bankReference: 'YS-2026-1224',
    });
    expect(await balance()).toMatchObject({
      appropriated: 5_000_000,
      available: 4_889_993,
      committed: 0,
      expended: 110_007,
    });
    expect((await staff.finance.get<SubsidyPage>(url)).subsidy).toMatchObject({ state: 'PAID', amount: 110_007 });
    await work();
    const { advices } = await staff.lawyer.get<{ advices: readonly object[] }>(
      `/api/payment-advices?tenant=${competent}`,
    );
    expect(advices).toMatchObject([{ amount: 110_007 }]);
  });

  test('the citizen answers with a face, once, and the head of the centre reads it', async () => {
    on('12-25');
    const citizen = await lookUp(submitted);
    await citizen.get('/progress/rate');
    await citizen.submit('/progress/rate', { face: 'verySatisfied', words: '谢谢周律师，工钱要回来了。' });
    expect(citizen.path()).toBe('/progress/rate/thanks');
    await citizen.get('/progress/rate');
    expect(citizen.path()).toBe('/progress/matter');
    const { rows } = await staff.manager.get<Page<object>>('/api/satisfaction');
    expect(rows).toMatchObject([{ caseId, face: 'verySatisfied', words: '谢谢周律师，工钱要回来了。' }]);
  });

  test('a refusal tells its grounds and the way to object, in the paper', async () => {
    const refused = await staff.clerk.post<Submitted>('/api/applications', {
      ...beyondConsultation,
      door: 'window',
      recipient: {
        ...person,
        name: '赵有余',
        document: { kind: 'residentCard', number: demonstrationIdentityNumber('1979-08-01', 3, 'male') },
        sex: 'male',
      },
      groups: [],
      household: { members: 2, annualIncome: 40_000_000, applicantAnnualIncome: 30_000_000 },
      matter: {
        class: 'civil',
        cause: 'maintenance',
        narrative: '想请求给付扶养费。',
        proceeding: 'litigation',
        occurrenceRegion: rural,
        organRegion: competent,
      },
    });
    const url = `/api/applications/${competent}/${refused.applicationId}`;
    const step = async (who: Desk, name: string, at: number, body: object = {}): Promise<number> =>
      (await who.post<Moved>(`${url}/${name}`, { version: at, ...body })).version;
    const acknowledged = await step(staff.clerk, 'acknowledge', refused.version);
    const { suggestedGrounds } = await staff.reviewer.get<ApplicationPage>(url);
    expect(suggestedGrounds.length).toBeGreaterThan(0);
    expect(
      await staff.reviewer.refusal('POST', `${url}/propose`, { version: acknowledged, outcome: 'refuse' }),
    ).toMatchObject({ code: 'application.groundsMissing' });
    const proposed = await step(staff.reviewer, 'propose', acknowledged, {
      outcome: 'refuse',
      grounds: suggestedGrounds,
    });
    const decision = await staff.approver.post<Moved & { documentId: string; documentNumber: string }>(
      `${url}/refuse`,
      {
        version: proposed,
      },
    );
    const paper = `/api/documents/${competent}/${decision.documentId}`;
    const word = await docxWords((await staff.approver.file(`${paper}/docx`)).bytes);
    const pdf = pdfWords((await staff.approver.file(`${paper}/pdf`)).bytes) ?? word;
    for (const words of [word, pdf]) {
      expect(words).toContain('不予法律援助决定书');
      expect(words).toContain(decision.documentNumber);
      expect(words).toContain(suggestedGrounds[0]?.text.replace(/[\s。]/g, ''));
      expect(words).toContain('施甸县司法局');
      expect(words).toMatch(/异议/);
    }
    const citizen = await lookUp(refused);
    expect(citizen.status()).toBe(200);
  });

  test('every count opens a list of as many', async () => {
    const { cells } = await staff.manager.get<{ cells: readonly Cell[] }>('/api/statistics?from=2026-11&to=2026-12');
    const count = (name: string, dimension: string, value = ''): number =>
      cells
        .filter((c) => c.name === name && c.dimension === dimension && c.value === value)
        .reduce((n, c) => n + c.n, 0);
    expect(count('applications.submitted', 'all')).toBe(2);
    expect(count('applications.granted', 'group', 'migrantWorker')).toBe(1);
    expect(count('applications.refused', 'all')).toBe(1);
    expect(count('cases.archived', 'cause', 'labourPay')).toBe(1);
    expect(count('cases.recovered', 'all')).toBe(1_860_000);
    expect(count('subsidies.paidFen', 'all')).toBe(110_007);
    expect(count('satisfaction', 'face', 'verySatisfied')).toBe(1);

    const lists: Readonly<Record<string, (cell: Cell) => string>> = {
      'applications.submitted': ({ month }) => `/api/applications?all=true&span=${month}`,
      'cases.opened': ({ month }) => `/api/cases?openedIn=${month}`,
      'cases.closed': ({ month }) => `/api/cases?closedIn=${month}`,
      'cases.archived': ({ month }) => `/api/cases?archivedIn=${month}`,
      satisfaction: ({ month }) => `/api/satisfaction?span=${month}`,
    };
    const listed = ['all', 'class', 'cause', 'group', 'region', 'face'];
    let looked = 0;
    for (const cell of cells) {
      const list = lists[cell.name];
      if (list === undefined || !listed.includes(cell.dimension)) continue;
      const narrowed = cell.dimension === 'all' ? '' : `&${cell.dimension}=${cell.value}`;
      const { rows } = await staff.manager.get<Page<object>>(`${list(cell)}${narrowed}&tenant=${competent}`);
      expect([cell, rows.length]).toEqual([cell, cell.n]);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(15);
  });

  test('the messages leave, and the memory, the counters and the law agree with themselves', async () => {
    await work();
    const parked = await world.direct((tx) =>
      tx.db.selectFrom('outbox').select(['topic', 'lastError']).where('doneAt', 'is', null).execute(),
    );
    expect(parked).toEqual([]);
    const audit = await verifyAudit(house.database, house.runner.seal);
    expect(audit.faults).toEqual([]);
    expect(audit.events).toBeGreaterThan(20);
    const direct = <T>(work: Parameters<typeof runUseCase<T>>[2]): Promise<T> =>
      runUseCase(house.runner, systemActor, work, { scope: wholeCountry });
    const statistics = await direct((tx) => verifyStatistics(tx));
    expect(statistics.differences).toEqual([]);
    expect(statistics.cells).toBeGreaterThan(20);
    expect(await direct((tx) => replayAssessments(tx))).toEqual({ replayed: 2, differences: [] });
  });
});

/** A PNG of one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
