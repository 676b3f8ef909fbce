import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { fileRefusals, fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { staffActor, systemActor } from '../../kernel/use-case/index.ts';
import {
  acknowledgeApplication,
  applicationRefusals,
  grantApplication,
  listApplications,
  proposeDecision,
  requestSupplement,
} from '../../modules/applications/index.ts';
import { acceptDesignation, caseRefusals, designateHandler } from '../../modules/cases/index.ts';
import {
  importRegister,
  listHandlers,
  loadRegister,
  type NewHandler,
  networkRefusals,
  registerAgencies,
  registerHandlers,
} from '../../modules/network/index.ts';
import { peopleRefusals } from '../../modules/people/index.ts';
import { qualityRefusals } from '../../modules/quality/index.ts';
import { type Visitor, visit } from './http-visitor.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import type { Typed } from './steps/values.ts';
import { sampleCentre, wageAnswers } from './testing/samples.tsx';

const register = loadRegister();
const reviewer = staffActor(
  '00000000-0000-7000-8000-000000000001',
  '审查员',
  [{ role: 'reviewer', tenant: '530502', subtree: false }],
  ['530502'],
);

const sampleHandler: NewHandler = {
  tenant: '530502',
  code: 'L1',
  kind: 'lawyer',
  name: '岩温罕',
  sex: 'male',
  licenceNumber: '0530500000001',
  licensedFrom: '2015-06-01',
  criminalDefenceSince: null,
  trainedForMinors: false,
  specialities: ['labour'],
  languages: ['mandarin'],
  paidByTreasury: false,
  agency: 'C',
  baseRegion: '530502101',
  phone: '0875-0000002',
  joinedOn: '2020-01-01',
  accountId: null,
  demonstration: true,
};

/** A PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

onEachEngine('the portal over HTTP', (open) => {
  let world: World;
  let app: FastifyInstance;
  let folder: string;

  beforeAll(async () => {
    world = await open();
    folder = await mkdtemp(join(tmpdir(), 'fayuan-portal-'));
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [sampleCentre]));
    const refusals = {
      ...kernelRefusals,
      ...fileRefusals,
      ...applicationRefusals,
      ...caseRefusals,
      ...networkRefusals,
      ...peopleRefusals,
      ...qualityRefusals,
    };
    app = await buildHttp({ log: silentLog, refusals, secure: false, trustProxy: true, errorPage: portalErrorPage });
    await portalRoutes(app, {
      runner: world.runner,
      log: silentLog,
      files: fileStore(folder),
      actorOf: () => Promise.reject(new Error('the portal asks for no account')),
      idempotencyKey: () => undefined,
      config: readConfig({ FAYUAN_DEMO: '1' }),
      keyRing: parseKeyRing(createKeyRing('aes-256-gcm')),
    });
  });
  afterAll(async () => {
    await app?.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  let addresses = 0;
  /** Each visitor has a telephone of their own, so that rates do not meet. */
  const visitor = (): Visitor => visit(app, `198.51.100.${++addresses}`);

  /** Fill in the journey page by page until the check page. */
  const fillIn = async (person: Visitor, changes: Typed = {}): Promise<string> => {
    const typed = { ...wageAnswers.typed, ...changes };
    await person.get('/start?need=wages');
    await person.submit('/start', {});
    for (let page = 0; page < 40; page++) {
      if (person.path() === '/apply/check') return person.html();
      const step = person.path().replace('/apply/', '');
      if (step === 'papers') await person.upload('/apply/papers', { do: 'continue' }, []);
      else await person.submit(person.path(), { ...person.controls(typed), do: 'continue' });
      if (person.status() !== 200) throw new Error(`${step}: ${person.status()} ${person.errors().join(' ')}`);
    }
    throw new Error(`never reached the check page, stayed at ${person.path()}`);
  };

  const send = async (person: Visitor): Promise<{ number: string; code: string }> => {
    await person.get('/apply/declare');
    await person.submit('/apply/declare', { declared: 'yes', do: 'send' });
    return { number: person.find(/class="number">([\d ]+)</), code: person.find(/class="code">([\w-]+)</) };
  };

  test('a migrant worker applies page by page, gets a receipt and looks progress up', async () => {
    const person = visitor();
    const check = await fillIn(person);
    expect(check).toContain('工地上的老王');
    const { number, code } = await send(person);
    expect(person.path()).toBe('/apply/receipt');
    expect(person.html()).toContain('隆阳区法律援助中心');
    expect(person.html()).toContain('《法律援助法》第四十三条');
    expect(person.text()).toContain('12 月 1 日');

    const later = visitor();
    await later.get('/progress');
    await later.submit('/progress', { number, code });
    expect(later.path()).toBe('/progress/matter');
    expect(later.text()).toContain('您提交了申请');
    expect(later.html()).not.toContain('工地上的老王');
  });

  test('pressed twice, sent once', async () => {
    const person = visitor();
    await fillIn(person);
    await person.get('/apply/declare');
    const [first, second] = await Promise.all([
      person.press('/apply/declare', { declared: 'yes', do: 'send' }),
      person.press('/apply/declare', { declared: 'yes', do: 'send' }),
    ]);
    // The browser has dropped the first answers and knows nothing of a receipt yet.
    const third = await person.press('/apply/declare', { declared: 'yes', do: 'send' });
    expect([first, second, third].map((r) => r.headers.location)).toEqual(Array(3).fill('/apply/receipt'));
    const cookies = [first, second, third].map((r) => r.cookies.find((c) => c.name === 'matter')?.value);
    expect(cookies[0]).toBeDefined();
    expect(new Set(cookies).size).toBe(1);
  });

  test('half-way, another telephone, the code, and on', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    await person.submit('/apply/need', { need: 'wages', do: 'continue' });
    await person.submit('/apply/story', { story: '包工头欠我', do: 'later' });
    expect(person.path()).toBe('/apply/later');
    const code = person.find(/class="code">([\w-]+)</);

    const other = visitor();
    await other.get('/apply');
    expect(other.path()).toBe('/resume');
    await other.submit('/resume', { code: ` ${code.toLowerCase()} ` });
    expect(other.path()).toBe('/apply/story');
    expect(other.html()).toContain('包工头欠我');
    await other.get('/resume');
    await other.submit('/resume', { code: 'BBBBB-BBBBB' });
    expect(other.status()).toBe(422);
  });

  test('a wrong answer is told with what to do, and stays in its field', async () => {
    const person = visitor();
    await person.get('/start?need=wages');
    await person.submit('/start', {});
    await person.submit('/apply/need', { need: 'wages', do: 'continue' });
    await person.submit('/apply/story', { story: '', do: 'continue' });
    expect(person.status()).toBe(422);
    expect(person.text()).toContain('请写几句发生了什么事');
    expect(person.html()).toMatch(/<title>有误：/);
  });

  test('two tabs: one page changed in both is shown with both, different pages both stay', async () => {
    const person = visitor();
    await fillIn(person);
    await person.get('/apply/name');
    const oldForm = person.hidden();
    await person.submit('/apply/name', { name: '李明', do: 'continue' });
    await person.submit('/apply/name', { ...oldForm, name: '王明', do: 'continue' }, { keepHidden: false });
    expect(person.status()).toBe(409);
    expect(person.text()).toContain('李明');
    expect(person.html()).toContain('value="王明"');
    await person.submit('/apply/name', { name: '王明', do: 'continue' });
    expect(person.path()).toBe('/apply/check');
    expect(person.text()).toContain('王明');

    await person.get('/apply/phone');
    const phoneForm = person.hidden();
    await person.get('/apply/address');
    await person.submit('/apply/address', { address: '五组', residence: 'rural', do: 'continue' });
    await person.submit(
      '/apply/phone',
      { ...phoneForm, phone: '13800001234', contactWay: 'messageOnly', do: 'continue' },
      { keepHidden: false },
    );
    expect(person.text()).toContain('五组');
    expect(person.text()).toContain('只发短信');
  });

  test('the session ends in mid-form: what was typed waits for the code', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    const code = person.cookie('draft');
    await person.submit('/apply/need', { need: 'family', do: 'continue' });
    person.forget('draft');
    await person.submit('/apply/story', { story: '他不给孩子抚养费', do: 'continue' });
    expect(person.html()).toContain('他不给孩子抚养费');
    await person.submit('/resume', { code });
    expect(person.path()).toBe('/apply/story');
    expect(person.html()).toContain('他不给孩子抚养费');
  });

  test('a form that is not ours saves nothing', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    await person.submit('/apply/need', { need: 'land', csrf: 'forged', do: 'continue' });
    expect(person.status()).toBe(403);
    expect(person.text()).toContain('请再点一次');
    await person.get('/apply/need');
    expect(person.html()).not.toMatch(/value="land" checked|checked="" value="land"/);
    const stranger = visitor();
    await stranger.submit('/start', {});
    expect(stranger.status()).toBe(403);
    expect(stranger.text()).toContain('页面放太久');
  });

  test('large type and another language, asked for in mid-form, keep what was typed', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    await person.submit('/apply/need', { need: 'wages', do: 'continue' });
    await person.submit('/apply/story', { story: '写到一半', do: 'large' });
    expect(person.path()).toBe('/apply/story');
    expect(person.html()).toContain('class="large"');
    expect(person.html()).toContain('写到一半');
    await person.submit('/apply/story', { story: '写到一半', do: 'en' });
    expect(person.html()).toContain('<html lang="en"');
    expect(person.html()).toContain('写到一半');
  });

  test('uploads: the good one is kept, each bad one is told for itself', async () => {
    const person = visitor();
    await fillIn(person);
    await person.get('/apply/papers');
    await person.upload('/apply/papers', { do: 'upload' }, [
      { name: '欠条.png', type: 'image/png', content: png },
      { name: '照片.jpg', type: 'image/jpeg', content: Buffer.from('MZ\u0090\u0000 not a photo') },
      { name: '空.png', type: 'image/png', content: Buffer.alloc(0) },
    ]);
    expect(person.status()).toBe(422);
    expect(person.text()).toContain('欠条.png');
    expect(person.text()).toContain('没有收下“照片.jpg”');
    expect(person.text()).toContain('没有收下“空.png”');
    const id = person.find(/name="remove" value="(\w+)"/);
    await person.upload('/apply/papers', { do: 'remove', remove: id }, []);
    expect(person.text()).toContain('已删除');
    expect(person.html()).not.toContain('name="remove"');
  });

  test('an unknown number and a wrong code read the same', async () => {
    const person = visitor();
    await fillIn(person);
    const { number } = await send(person);
    const answers = [];
    for (const typed of [
      { number, code: 'BCDF-GHJK' },
      { number: '530502 2611 999999 9', code: 'BCDF-GHJK' },
      { number: 'x', code: '' },
    ]) {
      const stranger = visitor();
      await stranger.get('/progress');
      await stranger.submit('/progress', typed);
      answers.push([stranger.status(), stranger.errors()]);
    }
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]).toEqual([422, ['编号和查询码对不上，请看一看回执再试']]);
  });

  test('too many look-ups from one address are asked to wait', async () => {
    const person = visitor();
    await person.get('/progress');
    const statuses: number[] = [];
    for (let i = 0; i < 40; i++)
      statuses.push((await person.press('/progress', { number: '1', code: 'x' })).statusCode);
    expect(statuses).toContain(429);
    const refused = await person.press('/progress', { number: '1', code: 'x' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('操作太快了');
  });

  test('what is missing is asked for, answered with words and a photo, and the clock runs on', async () => {
    const person = visitor();
    await fillIn(person);
    const { number, code } = await send(person);
    const mine = (
      await world.as(reviewer, (tx) => listApplications(tx, reviewer, { search: number.replaceAll(' ', ''), limit: 5 }))
    ).rows[0];
    if (mine === undefined) throw new Error('the application is not on the worklist');
    const { tenant, applicationId } = { tenant: '530502', applicationId: mine.id };
    const acknowledged = await world.as(reviewer, (tx) =>
      acknowledgeApplication(tx, reviewer, { tenant, applicationId, version: mine.version }),
    );
    await world.as(reviewer, (tx) =>
      requestSupplement(tx, reviewer, {
        tenant,
        applicationId,
        version: acknowledged.version,
        items: ['身份证照片'],
        note: '',
        days: 10,
      }),
    );

    const later = visitor();
    await later.get('/progress');
    await later.submit('/progress', { number, code });
    expect(later.text()).toContain('请您补材料');
    await later.get('/progress/supplement');
    await later.upload('/progress/supplement', { note: '', do: 'send' }, []);
    expect(later.text()).toContain('请至少上传一个文件');
    await later.upload('/progress/supplement', { note: '见照片', do: 'send' }, [
      { name: '身份证.png', type: 'image/png', content: png },
    ]);
    expect(later.path()).toBe('/progress/supplement/sent');
    await later.get('/progress/matter');
    expect(later.text()).toContain('正在审查');
  });

  test('an application may be taken back while nothing is decided', async () => {
    const person = visitor();
    await fillIn(person);
    const { number, code } = await send(person);
    await person.get('/progress');
    await person.submit('/progress', { number, code });
    expect(person.text()).toContain('撤回申请');
    await person.get('/progress/withdraw');
    await person.submit('/progress/withdraw', { reason: '对方已经付钱了' });
    expect(person.path()).toBe('/progress/matter');
    expect(person.text()).toContain('您撤回了申请');
    await person.get('/progress/withdraw');
    expect(person.path()).toBe('/progress/matter');
  });

  test('a paper that was never issued is not called genuine, whatever is asked', async () => {
    const person = visitor();
    await person.get('/verify');
    expect(person.status()).toBe(200);
    for (const query of [
      'number=x&code=y',
      `number=${encodeURIComponent('（2026）保法援民字第000001号')}&code=K7QM-3F8X-2PWD`,
      'number=%00&code=%00',
    ]) {
      await person.get(`/verify?${query}`);
      expect(person.status()).toBe(404);
      expect(person.text()).not.toContain('是真的');
    }
  });

  test('the database is gone for a moment: the page keeps what was typed and sends it again', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    await person.submit('/apply/need', { need: 'wages', do: 'continue' });
    const { database } = world;
    const { transaction } = database;
    const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    Object.assign(database, { transaction: () => Promise.reject(gone) });
    try {
      await person.submit('/apply/story', { story: '这段话不能丢', do: 'continue' });
    } finally {
      Object.assign(database, { transaction });
    }
    expect(person.status()).toBe(503);
    expect(Number(person.header('retry-after'))).toBeGreaterThan(0);
    expect(person.text()).toContain('您刚才填的还在这一页里');
    await person.submit('/apply/story', {});
    expect(person.path()).toBe('/apply/cause');
    await person.get('/apply/story');
    expect(person.html()).toContain('这段话不能丢');
  });

  test('leaving quickly forgets: the draft opens only with its code', async () => {
    const person = visitor();
    await person.get('/start?need=violence');
    await person.submit('/start', {});
    const code = person.cookie('draft');
    await person.get('/calendar');
    expect(person.text()).not.toMatch(/法律援助/);
    await person.get('/apply');
    expect(person.path()).toBe('/resume');
    await person.submit('/resume', { code });
    expect(person.path()).toBe('/apply/need');
  });

  test('a kiosk sends by its own door and forgets its visitor', async () => {
    const person = visitor();
    await person.get('/kiosk');
    expect(person.html()).toContain('kiosk');
    await fillIn(person);
    await person.get('/kiosk/leave');
    await person.get('/apply');
    expect(person.path()).toBe('/resume');
  });

  test('the recipient asks for another handler, is told what is missing, and sees the request on the way', async () => {
    const person = visitor();
    await fillIn(person);
    const { number, code } = await send(person);
    const tenant = '530502';
    const mine = (
      await world.as(reviewer, (tx) => listApplications(tx, reviewer, { search: number.replaceAll(' ', ''), limit: 5 }))
    ).rows[0];
    if (mine === undefined) throw new Error('the application is not on the worklist');
    const office = staffActor(
      '00000000-0000-7000-8000-000000000009',
      '经办',
      ['reviewer', 'approver', 'designator', 'clerk'].map((role) => ({ role, tenant, subtree: false })),
      [tenant],
    );
    const key = { tenant, applicationId: mine.id };
    const { version } = await world.as(reviewer, (tx) =>
      acknowledgeApplication(tx, reviewer, { ...key, version: mine.version }),
    );
    const proposed = await world.as(reviewer, (tx) =>
      proposeDecision(tx, reviewer, { ...key, version, outcome: 'grant', grounds: [], note: '' }),
    );
    const granted = await world.as(office, (tx) =>
      grantApplication(tx, office, { ...key, version: proposed.version, note: '' }),
    );
    await world.as(systemActor, (tx) => registerHandlers(tx, systemActor, register, [sampleHandler]));
    const caseKey = { tenant, caseId: granted.caseId ?? '' };
    const designated = await world.as(office, async (tx) => {
      const handlerId = (await listHandlers(tx, { tenant }))[0]?.id ?? '';
      return designateHandler(tx, office, { ...caseKey, version: 1, handlerId, reason: '就近' });
    });
    await world.as(office, (tx) => acceptDesignation(tx, office, { ...caseKey, version: designated.version }));

    const later = visitor();
    await later.get('/progress');
    await later.submit('/progress', { number, code });
    expect(later.text()).toContain('想换一位承办人');
    await later.get('/progress/replace');
    expect(later.text()).toContain(sampleHandler.name);
    await later.submit('/progress/replace', { facts: '' });
    expect(later.errors()).toEqual(['请选一个原因', '请写一写发生了什么']);
    await later.submit('/progress/replace', { ground: 'unreachable', facts: '电话打不通。' });
    expect(later.path()).toBe('/progress/replace/sent');
    await later.get('/progress/matter');
    expect(later.text()).toContain('正在审查更换承办人的请求');
    expect(later.text()).not.toContain('想换一位承办人');
    // Asked once: the page leads back to the way.
    await later.get('/progress/replace');
    expect(later.path()).toBe('/progress/matter');
  });

  test('no page of a journey may be kept on the way, and a foreign address is no place to go back to', async () => {
    const person = visitor();
    await person.get('/start');
    expect(person.header('cache-control')).toBe('no-store');
    await person.get('/settings?to=large&back=https%3A%2F%2Fevil.example%2F', { follow: false });
    expect(person.header('location')).toBe('/');
    await person.get('/settings?to=large&back=%2F%5Cevil.example', { follow: false });
    expect(person.header('location')).toBe('/');
    await person.get('/no/such/page');
    expect(person.status()).toBe(404);
    expect(person.text()).toContain('没有找到这个页面');
  });

  test('whatever a form holds, the answer is a page', async () => {
    const person = visitor();
    await person.get('/start');
    await person.submit('/start', {});
    for (const value of [
      '\u0000',
      '😀'.repeat(3000),
      '<script>alert(1)</script>',
      "'; drop table application;--",
      '\ud800',
    ]) {
      await person.submit('/apply/need', { need: value, story: value, do: 'continue' });
      expect(person.status()).toBe(422);
      expect(person.html()).not.toContain('<script>alert');
    }
  });
});
