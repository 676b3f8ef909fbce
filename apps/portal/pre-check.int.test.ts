import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { kernelRefusals } from '../../kernel/errors/index.ts';
import { fileStore } from '../../kernel/files/index.ts';
import { buildHttp } from '../../kernel/http/index.ts';
import { type Log, silentLog } from '../../kernel/log/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import { importRegister, loadRegister, placeRegions, registerAgencies } from '../../modules/network/index.ts';
import { policyRoutes } from '../server/policy-routes.ts';
import { type Visitor, visit } from './http-visitor.ts';
import { portalErrorPage, portalRoutes } from './index.ts';
import type { Typed } from './steps/values.ts';
import { prePersons } from './testing/pre-check-samples.tsx';
import { sampleCentre } from './testing/samples.tsx';

const register = loadRegister();
const regions = register.regions.filter(({ level }) => level === 'city' || level === 'county').map(({ code }) => code);

onEachEngine('the pre-check over HTTP', (open) => {
  let world: World;
  let app: FastifyInstance;
  let folder: string;
  const logged: unknown[] = [];
  const keep = (...line: readonly unknown[]): void => void logged.push(line);
  const log: Log = { ...silentLog, info: keep, warn: keep, error: keep };

  beforeAll(async () => {
    world = await open();
    folder = await mkdtemp(join(tmpdir(), 'fayuan-pre-check-'));
    await world.as(systemActor, (tx) => importRegister(tx, systemActor, register));
    const position = { kind: 'schematic', lon: 99.16, lat: 25.12 } as const;
    await world.as(systemActor, (tx) => placeRegions(tx, systemActor, register, [{ code: '530502', position }]));
    await world.as(systemActor, (tx) => registerAgencies(tx, systemActor, register, [sampleCentre]));
    app = await buildHttp({
      log,
      refusals: kernelRefusals,
      secure: false,
      trustProxy: true,
      errorPage: portalErrorPage,
    });
    const deps = {
      runner: world.runner,
      log,
      files: fileStore(folder),
      actorOf: () => Promise.reject(new Error('nobody is asked who they are')),
      idempotencyKey: () => undefined,
    };
    policyRoutes(app, deps, regions);
    await portalRoutes(app, {
      ...deps,
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
  const visitor = (): Visitor => visit(app, `203.0.113.${++addresses}`);

  /** Rows of every table. */
  const rows = (): Promise<Readonly<Record<string, number>>> =>
    world.direct(async (tx) => {
      const { rows: tables } = await sql<{ name: string }>`
SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(
        tx.db,
      );
      const counted: [string, number][] = [];
      for (const { name } of tables) {
        const { rows: found } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(
          tx.db,
        );
        counted.push([name, found[0]?.n ?? 0]);
      }
      return Object.fromEntries(counted);
    });

  /** Answer page after page without scripts, until the result. The ids of the questions, in order. */
  const askedOf = async (person: Visitor, answers: Readonly<Record<string, Typed | 'unsure'>>): Promise<string[]> => {
    const asked: string[] = [];
    await person.get('/can-i-apply');
    await person.get('/can-i-apply/again');
    for (let page = 1; page < 20 && person.path() !== '/can-i-apply/result'; page++) {
      expect(person.path()).toBe(`/can-i-apply/${page}`);
      const id = person.hidden().q ?? '';
      asked.push(id);
      const answer = answers[id];
      if (answer === undefined) throw new Error(`no answer for ${id}`);
      await person.submit(person.path(), answer === 'unsure' ? { do: 'unsure' } : { ...answer, do: 'continue' });
    }
    return asked;
  };

  test('a migrant worker is asked three things and told why, what to bring, where and how long, and nothing is written', async () => {
    const before = await rows();
    const person = visitor();
    expect(await askedOf(person, prePersons.migrant)).toEqual(['class', 'cause', 'groups']);
    expect(person.text()).toContain('您很可能符合条件');
    expect(person.text()).toContain('《法律援助法》第四十二条第三项');
    expect(person.text()).toContain('欠条、工资条、银行流水');
    expect(person.text()).toContain('7 日内决定');
    await person.submit('/can-i-apply/place', { county: '530502', township: '' });
    expect(person.text()).toContain('隆阳区法律援助中心');
    expect(await rows()).toEqual(before);
    expect(before.application_draft).toBe(0);
  });

  test('who is asked what: never income where nothing turns on it', async () => {
    expect(await askedOf(visitor(), prePersons.violence)).toEqual(['class', 'cause']);
    expect(await askedOf(visitor(), prePersons.something)).toEqual(['class', 'cause']);
    expect(await askedOf(visitor(), prePersons.suspect)).toEqual(['class', 'role', 'hasDefender', 'circumstances']);
    expect(await askedOf(visitor(), prePersons.wealthy)).toEqual([
      'class',
      'cause',
      'groups',
      'age',
      'livelihood',
      'residence',
      'opponentInHousehold',
      'ownIncome',
    ]);
  });

  test('the answers go into an application, and only then is something stored', async () => {
    const person = visitor();
    await askedOf(person, prePersons.household);
    await person.submit('/can-i-apply/place', { county: '530502', township: '530502101' });
    const before = await rows();
    await person.submit('/can-i-apply/apply', {});
    expect((await rows()).application_draft).toBe((before.application_draft ?? 0) + 1);
    // The need and the cause are answered: the story comes first, and after it not the cause.
    expect(person.path()).toBe('/apply/story');
    await person.submit('/apply/story', { story: '骑车被撞，腿断了', do: 'continue' });
    expect(person.path()).toBe('/apply/organ');
    expect(person.cookie('precheck')).toBe('');
    // What the application asks more of is shown filled in.
    await person.get('/apply/check');
    expect(person.text()).toContain('出了车祸');
    expect(person.text()).toContain('隆阳区');
    expect(person.text()).toContain('36,000');
  });

  test('what was done to the victim of a crime goes along too', async () => {
    const person = visitor();
    const asked = await askedOf(person, {
      class: { need: 'criminal' },
      role: { criminalRole: 'victim' },
      cause: { cause: 'domesticViolence' },
      stage: { criminalStage: 'investigation' },
      hasDefender: { hasDefender: 'no' },
      notified: 'unsure',
      circumstances: 'unsure',
    });
    expect(asked).toContain('cause');
    await person.submit('/can-i-apply/apply', {});
    await person.submit('/apply/story', { story: '他又打我', do: 'continue' });
    await person.get('/apply/cause');
    expect(person.html()).toMatch(/value="domesticViolence" checked|checked="" value="domesticViolence"/);
    await person.get('/apply/check');
    expect(person.text()).toContain('家里人打您');
  });

  test('a carried answer that is changed is asked on, and stays changed', async () => {
    const person = visitor();
    await askedOf(person, prePersons.migrant);
    await person.submit('/can-i-apply/apply', {});
    await person.submit('/apply/story', { story: '没发工资', do: 'continue' });
    await person.get('/apply/cause');
    expect(person.html()).toMatch(/value="labourPay" checked|checked="" value="labourPay"/);
    await person.submit('/apply/cause', { cause: 'workInjury', do: 'continue' });
    await person.get('/apply/check');
    expect(person.text()).toContain('上班干活受了伤');
  });

  test('the back button shows what was answered; an answer changed brings up only what it opens', async () => {
    const person = visitor();
    await askedOf(person, prePersons.household);
    await person.get('/can-i-apply/4');
    expect(person.html()).toMatch(/checked="" value="18"|value="18" checked/);
    await person.submit('/can-i-apply/4', { preAge: '60', do: 'continue' });
    // Sixty and over: livelihood has come to matter, all else stands.
    expect(person.hidden().q).toBe('livelihood');
    await person.submit(person.path(), { livelihood: 'no', do: 'continue' });
    expect(person.path()).toBe('/can-i-apply/result');
    expect(person.text()).toContain('您很可能符合条件');
    expect(person.text()).not.toContain('36,000');
  });

  test('a page with nothing chosen, or with a value of nobody’s, says what to do and keeps the rest', async () => {
    const person = visitor();
    await person.get('/can-i-apply/1');
    await person.submit('/can-i-apply/1', { do: 'continue' });
    expect(person.status()).toBe(422);
    expect(person.errors()).toEqual(['请选一件最接近的事']);
    for (const need of ['\u0000', 'constructor', '<script>', '😀'.repeat(2000)]) {
      await person.submit('/can-i-apply/1', { need, do: 'continue' });
      expect(person.status()).toBe(422);
      expect(person.html()).not.toContain('<script>alert');
    }
    await person.submit('/can-i-apply/1', { need: 'injury', do: 'continue' });
    await person.submit('/can-i-apply/2', { cause: 'landContract', do: 'continue' });
    expect(person.status()).toBe(422);
    await person.submit('/can-i-apply/2', { cause: 'trafficInjury', do: 'continue' });
    await person.submit('/can-i-apply/3', { preGroups: ['socialAssistance', 'none'], do: 'continue' });
    expect(person.errors()).toEqual(['选了“都没有”或“都不是”，就不要再选别的']);
  });

  test('a question left open is named at the end, with the way back to it', async () => {
    const person = visitor();
    await askedOf(person, prePersons.unsure);
    expect(person.text()).toContain('这件事，请让工作人员看一看');
    expect(person.text()).toContain('还要弄清楚');
    expect(person.text()).toContain('跳过了');
  });

  test('large type and English keep the answers', async () => {
    const person = visitor();
    await person.get('/can-i-apply/again');
    await person.submit('/can-i-apply/1', { need: 'wages', do: 'large' });
    expect(person.path()).toBe('/can-i-apply/1');
    expect(person.html()).toContain('class="large"');
    expect(person.html()).toMatch(/value="wages" checked|checked="" value="wages"/);
    await person.submit('/can-i-apply/1', { need: 'wages', do: 'en' });
    expect(person.html()).toContain('<html lang="en"');
  });

  test('answers outlive neither their half hour, a quick exit, nor the next visitor of a kiosk', async () => {
    for (const away of ['/calendar', '/kiosk/leave']) {
      const person = visitor();
      await askedOf(person, prePersons.violence);
      await person.get(away);
      expect(person.cookie('precheck')).toBe('');
      await person.get('/can-i-apply/result');
      expect(person.path()).toBe('/can-i-apply/1');
    }
    const slow = visitor();
    await askedOf(slow, prePersons.divorce);
    world.clock.advance(31 * 60_000);
    await slow.get('/can-i-apply/result');
    expect(slow.path()).toBe('/can-i-apply/1');
  });

  test('what the browser keeps cannot be read or forged, and no address holds an answer', async () => {
    const person = visitor();
    await person.get('/can-i-apply/again');
    await person.submit('/can-i-apply/1', { need: 'violence', do: 'continue' });
    const sealed = person.cookie('precheck');
    expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('violence');
    expect(sealed).not.toContain('violence');
    const forged = await app.inject({
      url: '/can-i-apply/result',
      headers: { accept: 'text/html', cookie: `precheck=${sealed.slice(0, -2)}AA` },
      remoteAddress: '203.0.113.250',
    });
    expect([forged.statusCode, forged.headers.location]).toEqual([303, '/can-i-apply/1']);
    expect(person.path()).toBe('/can-i-apply/2');
    expect(JSON.stringify(logged)).not.toMatch(/violence|domestic|530502101/);
    expect(person.header('cache-control')).toBe('no-store');
  });

  test('a form that is not ours begins no application', async () => {
    const stranger = visitor();
    const before = await rows();
    await stranger.submit('/can-i-apply/apply', {});
    expect(stranger.status()).toBe(403);
    await stranger.submit('/can-i-apply/place', { county: '530502' });
    expect(stranger.status()).toBe(403);
    expect(await rows()).toEqual(before);
  });

  test('addresses that are none of its pages lead on, or nowhere', async () => {
    const person = visitor();
    await person.get('/can-i-apply/7');
    expect(person.path()).toBe('/can-i-apply/1');
    await person.get('/can-i-apply/nonsense');
    expect(person.status()).toBe(404);
  });

  test('the hotline’s screen asks the same law, anonymously, and is told what is wrong with its question', async () => {
    const ask = (payload: object, remoteAddress = '203.0.113.251') =>
      app.inject({ method: 'POST', url: '/api/pre-check', payload, remoteAddress });
    expect((await ask({})).json()).toMatchObject({ ended: false, question: { id: 'class' } });
    expect((await ask({ criminal: false, cause: 'domesticViolence' })).json()).toMatchObject({
      ended: true,
      leaning: 'likely',
      route: 'meansExempt',
    });
    const wrong = await ask({ cause: 'nonsense', name: '张三' });
    expect(wrong.statusCode).toBe(400);
    const statuses: number[] = [];
    for (let n = 0; n < 140; n += 1) statuses.push((await ask({}, '203.0.113.252')).statusCode);
    expect(statuses).toContain(429);
  });
});
