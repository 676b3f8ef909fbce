import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelRefusals, Refusal } from '../../kernel/errors/index.ts';
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { openWorld, type World } from '../../kernel/testing/engines.ts';
import type { Actor } from '../../kernel/use-case/index.ts';
import { subsidyRefusals, subsidyRoutes } from '../subsidies/index.ts';
import { caseRefusals, caseRoutes } from './index.ts';
import {
  approver,
  clerk,
  designator,
  finance,
  grantedCase,
  handler,
  handlerActor,
  manager,
  openOffice,
  reviewer,
  tenant,
  wholeFile,
} from './testing/office.ts';

/** What the steps answer with: each its own part of it. */
type Answer = { version: number; subsidyId: string; fundId: string; batchId: string };

describe('cases and subsidies over HTTP', () => {
  let world: World;
  let app: FastifyInstance;
  let actor: Actor | undefined;
  let ids: ReadonlyMap<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-pieces-'));
  const lawyer = handlerActor('L1');

  beforeAll(async () => {
    world = await openWorld('embedded');
    app = await buildHttp({
      log: silentLog,
      refusals: { ...kernelRefusals, ...fileRefusals, ...caseRefusals, ...subsidyRefusals },
      secure: false,
      trustProxy: false,
    });
    const deps: HttpDeps = {
      runner: world.runner,
      log: silentLog,
      files: fileStore(folder),
      actorOf: async () => {
        if (actor === undefined) throw new Refusal('auth.required');
        return actor;
      },
      idempotencyKey: (request) => request.headers['idempotency-key'] as string | undefined,
    };
    caseRoutes(app, deps, { provisionalRevoked: async () => {} });
    subsidyRoutes(app, deps);
    app.get('/openapi', async () => app.swagger());
    ids = await openOffice(world, [handler('L1'), handler('L2', { agency: 'F2' })]);
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (
    as: Actor,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => {
    actor = as;
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const at = (caseId: string, path = '') => `/api/cases/${tenant}/${caseId}${path}`;

  test('nobody is let in without signing in', async () => {
    actor = undefined;
    expect((await app.inject('/api/cases')).statusCode).toBe(401);
    expect((await app.inject('/api/subsidies')).statusCode).toBe(401);
  });

  test('faults come as problems, each with its pointer and words', async () => {
    const { caseId } = await grantedCase(world);
    const unknown = await call(designator, 'POST', at(caseId, '/designate'), {
      version: 1,
      handlerId: 'x',
      colour: 'red',
    });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(unknown.body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual(['/colour', '/handlerId']);
    const second = (await call(designator, 'GET', at(caseId, '/candidates'))).body.candidates[1].handlerId;
    const without = await call(
      designator,
      'POST',
      at(caseId, '/designate'),
      { version: 1, handlerId: second },
      { 'accept-language': 'en' },
    );
    expect(without.body.errors).toEqual([
      {
        pointer: '/reason',
        code: 'case.overrideReason',
        detail: 'The designation departs from the ranking: give the reason',
      },
    ]);
    const early = await call(approver, 'POST', at(caseId, '/approve-replacement'), { version: 1, opinion: '同意' });
    expect(early).toMatchObject({ status: 409, body: { code: 'record.actionNotAllowed', allowed: ['terminate'] } });
    const wrongRole = await call(clerk, 'POST', at(caseId, '/designate'), { version: 1, handlerId: second });
    expect(wrongRole.status).toBe(403);
  });

  test('a double click designates once', async () => {
    const { caseId } = await grantedCase(world);
    const { candidates } = (await call(designator, 'GET', at(caseId, '/candidates'))).body;
    const send = () =>
      call(
        designator,
        'POST',
        at(caseId, '/designate'),
        { version: 1, handlerId: candidates[0].handlerId },
        { 'idempotency-key': 'click-click-1' },
      );
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
    const stale = await call(designator, 'POST', at(caseId, '/recall'), { version: 1, reason: '看错了' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'record.stale', current: 2 } });
  });

  test('the whole way over HTTP: from the desk to the paid handler', async () => {
    const { caseId } = await grantedCase(world);
    const post = async (as: Actor, path: string, body: object): Promise<Answer> => {
      const answer = await call(as, 'POST', path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      return answer.body;
    };
    let { version } = await post(designator, at(caseId, '/designate'), {
      version: 1,
      handlerId: ids.get('L1'),
      reason: '点援',
    });
    const step = async (as: Actor, path: string, body: object) => {
      ({ version } = (await post(as, at(caseId, path), { version, ...body })) as { version: number });
    };
    await step(lawyer, '/accept', {});
    await step(lawyer, '/record-agreement', { signedOn: '2026-11-24' });
    await step(lawyer, '/note-progress', {
      kind: 'interview',
      on: '2026-11-24',
      text: '已谈话',
      visibleToCitizen: true,
    });
    await step(lawyer, '/note-progress', {
      kind: 'settlementConsent',
      on: '2026-11-24',
      text: '当面说明和解内容，本人同意并签字',
      visibleToCitizen: true,
    });
    await step(lawyer, '/report-closing', {
      closedOn: '2026-11-24',
      event: 'settlement',
      outcome: 'settled',
      recovered: 100,
      summary: '已和解',
      result: '已付清',
    });

    // A piece is uploaded by its handler and by nobody else.
    const upload = async (as: Actor, key: string) => {
      actor = as;
      const boundary = 'x-boundary-x';
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="judgment.png"\r\ncontent-type: image/png\r\n\r\n`,
        ),
        png,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      return app.inject({
        method: 'POST',
        url: at(caseId, `/pieces/${key}`),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      });
    };
    expect((await upload(handlerActor('L2'), 'judgment')).json().code).toBe('case.notYours');
    expect((await upload(lawyer, 'holidayPhoto')).statusCode).toBe(400);
    const kept = await upload(lawyer, 'judgment');
    expect(kept.statusCode, kept.body).toBe(201);
    const { attachmentId, fileHash } = kept.json();
    actor = reviewer;
    const down = await app.inject(at(caseId, `/pieces/${attachmentId}/file`));
    expect(down.statusCode).toBe(200);
    expect(down.headers['content-disposition']).toContain('attachment');

    const pieces = wholeFile();
    const invented = pieces.map((p) => (p.key === 'judgment' ? { ...p, fileHash: 'a'.repeat(64) } : p));
    const refused = await call(lawyer, 'POST', at(caseId, '/submit-file'), { version, pieces: invented });
    expect(refused.body.errors[0].code).toBe('case.pieceFileUnknown');
    await step(lawyer, '/submit-file', { pieces: pieces.map((p) => (p.key === 'judgment' ? { ...p, fileHash } : p)) });
    const { subsidyId } = await post(reviewer, at(caseId, '/accept-file'), { version });

    const of = (path: string) => `/api/subsidies/${tenant}/${subsidyId}${path}`;
    await post(finance, of('/propose'), { version: 1, amount: 100_000, reason: '开庭一次' });
    await post(approver, of('/approve'), { version: 2 });
    const { fundId } = await post(finance, '/api/funds', {
      tenant,
      source: 'city',
      year: 2026,
      amount: 500_000,
      memo: '年度预算',
    });
    const { batchId } = await post(finance, '/api/payment-batches', { tenant, fundId, subsidyIds: [subsidyId] });
    await post(finance, `/api/payment-batches/${tenant}/${batchId}/pay`, {
      version: 1,
      paidOn: '2026-11-24',
      bankReference: 'BANK-1',
    });

    const view = (await call(lawyer, 'GET', at(caseId))).body;
    expect(view.subsidy).toMatchObject({ state: 'PAID', amount: 100_000, paidOn: '2026-11-24' });
    const funds = (await call(manager, 'GET', `/api/funds?tenant=${tenant}&year=2026`)).body.funds;
    expect(funds).toMatchObject([
      { source: 'city', appropriated: 500_000, available: 400_000, committed: 0, expended: 100_000 },
    ]);
    const desks = (await call(manager, 'GET', '/api/cases/desks')).body.desks;
    expect(desks.find((d: { desk: string }) => d.desk === 'designation').cases).toBeGreaterThan(0);
    const own = (await call(lawyer, 'GET', `/api/subsidies?tenant=${tenant}`)).body.rows;
    expect(own).toHaveLength(1);
  });

  test('hearings, days and settlements over HTTP: warned, refused with the field, only with consent', async () => {
    const { caseId } = await grantedCase(world);
    const { candidates } = (await call(designator, 'GET', at(caseId, '/candidates'))).body;
    const L1 = candidates.find((c: { handler: { name: string } }) => c.handler.name === '承办人L1').handlerId;
    let version = (
      await call(designator, 'POST', at(caseId, '/designate'), { version: 1, handlerId: L1, reason: '专长' })
    ).body.version;
    const step = async (path: string, body: object) => {
      const answer = await call(lawyer, 'POST', at(caseId, path), { version, ...body });
      if (answer.status < 300) version = answer.body.version;
      return answer;
    };
    await step('/accept', {});
    expect((await step('/record-agreement', { signedOn: '2026-11-23' })).body).toMatchObject({
      code: 'input.invalid',
      errors: [
        { pointer: '/signedOn', code: 'case.dateBeforeDesignation', detail: '日期不能早于指派日期（2026-11-24）' },
      ],
    });
    expect((await step('/record-agreement', { signedOn: '2026-11-25' })).body.errors).toMatchObject([
      { pointer: '/signedOn', code: 'case.dateInFuture' },
    ]);
    expect((await step('/record-agreement', { signedOn: '2026-11-24' })).status).toBe(200);

    // A Saturday: said first, written down when somebody has looked.
    const saturday = { heldOn: '2026-11-28', startsAt: '09:00' };
    const warned = await step('/fix-hearing', saturday);
    expect(warned).toMatchObject({
      status: 409,
      body: { code: 'case.hearingWarned', errors: [{ pointer: '/heldOn', code: 'case.hearingWarning.dayOff' }] },
    });
    expect(warned.body.errors[0].detail).toContain('请与法院核实');
    const written = await step('/fix-hearing', { ...saturday, despiteWarnings: true });
    // Nobody was there to attend it.
    expect((await step('/fix-hearing', { heldOn: '2026-11-23' })).body.errors).toMatchObject([
      { pointer: '/heldOn', code: 'case.dateBeforeDesignation' },
    ]);
    expect(written).toMatchObject({ status: 200, body: { warnings: [{ code: 'dayOff' }] } });

    const settled = {
      closedOn: '2026-11-24',
      event: 'settlement',
      outcome: 'settled',
      summary: '已和解',
      result: '已付清',
    };
    expect((await step('/report-closing', settled)).body.errors).toMatchObject([
      { pointer: '/event', code: 'case.consentMissing' },
    ]);
    await step('/note-progress', {
      kind: 'settlementConsent',
      on: '2026-11-24',
      text: '说明和解内容，本人同意并签字',
      visibleToCitizen: true,
    });
    expect((await step('/report-closing', { ...settled, closedOn: '2026-11-23' })).body.errors).toMatchObject([
      { pointer: '/closedOn', code: 'case.dateBeforeDesignation' },
    ]);
    expect((await step('/report-closing', settled)).status).toBe(200);
  });

  test('each count opens the list behind it', async () => {
    const rows = async (query: string) =>
      (await call(manager, 'GET', `/api/cases?tenant=${tenant}&${query}`)).body.rows as { id: string }[];
    const all = await rows('openedIn=2026-11&limit=100');
    expect(all.length).toBeGreaterThan(2);
    expect(await rows('openedIn=2026-10')).toEqual([]);
    expect(await rows('archivedIn=2026-11')).toHaveLength(1);
    expect(await rows('closedIn=2026-11&group=migrantWorker&cause=labourPay&region=530521')).toHaveLength(2);
    expect(await rows('group=military')).toEqual([]);
    expect((await rows(`search=${encodeURIComponent('受援人')}`)).length).toBeGreaterThan(0);
    expect(await rows(`search=${encodeURIComponent('100%')}`)).toEqual([]);
  });

  test('every route is described', async () => {
    const { paths } = (await app.inject('/openapi')).json();
    for (const path of Object.keys(paths)) {
      if (path === '/openapi') continue;
      for (const route of Object.values(paths[path]) as { summary?: string; tags?: string[] }[]) {
        expect(route.summary, path).toMatch(/·/);
        expect(route.tags?.length, path).toBe(1);
      }
    }
    expect(Object.keys(paths).length).toBeGreaterThan(25);
  });
});
