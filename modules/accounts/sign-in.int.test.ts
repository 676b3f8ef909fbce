import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockOutRule, passwordHasher } from '../../kernel/auth/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import {
  type AccountTables,
  changePassword,
  confirmTotp,
  createAccount,
  disableAccount,
  enrolTotp,
  type GrantInput,
  grantRole,
  hashNewPassword,
  readSession,
  removeTotp,
  type Session,
  type SessionReading,
  signIn,
  signOut,
} from './index.ts';

const hasher = passwordHasher();
const password = '怒江大桥-Bridge-7';
const minute = 60_000;

onEachEngine('people sign in', (open) => {
  let world: World;
  let passwordHash: string;
  beforeAll(async () => {
    world = await open();
    passwordHash = await hashNewPassword(hasher, password, []);
  });
  afterAll(() => world.close());

  let n = 0;
  const account = async (options: { grants?: GrantInput[]; passwordDue?: boolean; tenant?: string } = {}) => {
    const userName = `user-${++n}`;
    const tenant = options.tenant ?? '530521';
    const { accountId } = await world.direct((tx) =>
      createAccount(tx, systemActor, {
        tenant,
        userName,
        displayName: '杨丽',
        passwordHash,
        passwordDue: options.passwordDue ?? false,
        grants: options.grants ?? [{ role: 'clerk', tenant: tenant, subtree: false }],
      }),
    );
    return { tenant, accountId, userName };
  };
  const reading: SessionReading = { tenants: async () => ['530500', '530521', '530523'], totpRoles: ['finance'] };
  const enter = (userName: string, given: Partial<Parameters<typeof signIn>[2]> = {}) =>
    signIn(world.runner, hasher, { userName, password, ...given });
  const session = (cookie: string | undefined) => readSession(world.runner, reading, cookie);
  const entered = async (userName: string, given: Partial<Parameters<typeof signIn>[2]> = {}): Promise<Session> => {
    const live = await session((await enter(userName, given)).cookie);
    if (live === undefined) throw new Error('no session');
    return live;
  };
  const code = async (attempt: Promise<unknown>): Promise<string> => {
    const error = await attempt.then(
      () => ({ code: 'none' }),
      (e: { code?: string }) => e,
    );
    return error.code ?? String(error);
  };
  const history = async (accountId: string) =>
    world.direct(async (tx) =>
      (
        await tx.db
          .selectFrom('event')
          .select(['kind', 'payload', 'actorId'])
          .where('matterId', '=', accountId)
          .orderBy('seq')
          .execute()
      ).map((event) => event.kind),
    );

  test('with name and password, however the name is typed, and are then who they are', async () => {
    const { userName, accountId } = await account({
      grants: [
        { role: 'reviewer', tenant: '530521', subtree: false },
        { role: 'approver', tenant: '530500', subtree: true },
      ],
    });
    const { cookie } = await enter(` ${userName.toUpperCase()} `);
    expect(cookie).toMatch(/^530521\.[\w-]{43}$/);
    const live = await session(cookie);
    expect(live).toMatchObject({ accountId, userName, displayName: '杨丽', due: undefined, totpOn: false });
    expect(live?.actor).toMatchObject({ kind: 'staff', id: accountId, name: '杨丽' });
    expect(live?.actor.scope).toEqual({ tenants: ['530500', '530521', '530523'], agencies: [] });
    expect(live?.actor.holds(['approver'], { tenant: '530523' })).toBe(true);
    expect(live?.actor.holds(['reviewer'], { tenant: '530523' })).toBe(false);
    expect(await history(accountId)).toEqual([
      'account.created',
      'account.roleGranted',
      'account.roleGranted',
      'account.signedIn',
    ]);
  });

  test('keep nothing in the database that could be used to sign in', async () => {
    const { userName } = await account();
    const { cookie } = await enter(userName);
    const rows = JSON.stringify(
      await world.direct((tx) => tx.db.withTables<AccountTables>().selectFrom('session').selectAll().execute()),
    );
    expect(rows).not.toContain(cookie.slice(7));
    expect(JSON.stringify(await world.direct((tx) => tx.db.selectFrom('event').selectAll().execute()))).not.toContain(
      password,
    );
  });

  test.each([
    undefined,
    '',
    'x',
    '530521.',
    `530521.${'A'.repeat(43)}`,
    `530523.${'A'.repeat(43)}`,
    "530521' OR 1=1 --.AAAA",
    `*.${'A'.repeat(43)}`,
  ])('a cookie of %s is nobody', async (cookie) => {
    expect(await session(cookie)).toBeUndefined();
  });

  test('a cookie carried to another centre is nobody', async () => {
    const { userName } = await account();
    const { cookie } = await enter(userName);
    expect(await session(cookie.replace('530521', '530523'))).toBeUndefined();
  });

  describe('a refusal', () => {
    test('says the same of a wrong password, an unknown name and a disabled account', async () => {
      const { userName } = await account();
      const disabled = await account();
      await world.direct((tx) => disableAccount(tx, systemActor, { ...disabled, version: 1 }));
      expect(await code(enter(userName, { password: 'wrong' }))).toBe('auth.credentials');
      expect(await code(enter('nobody-at-all'))).toBe('auth.credentials');
      expect(await code(enter(disabled.userName))).toBe('auth.credentials');
    });

    test('takes as much work for a name that nobody has, so that the time tells nothing', async () => {
      const { userName } = await account();
      const work = async (name: string): Promise<{ transactions: number; hashes: number }> => {
        const done = { transactions: 0, hashes: 0 };
        const database: World['database'] = {
          ...world.database,
          transaction: (scope, run) => {
            done.transactions++;
            return world.database.transaction(scope, run);
          },
        };
        const counting: typeof hasher = {
          ...hasher,
          verify: (stored, given) => {
            done.hashes++;
            return hasher.verify(stored, given);
          },
        };
        await code(signIn({ ...world.runner, database }, counting, { userName: name, password: 'wrong' }));
        return done;
      };
      expect(await work(userName)).toEqual({ transactions: 3, hashes: 1 });
      expect(await work(`nobody-${++n}`)).toEqual({ transactions: 3, hashes: 1 });
    });

    test('is kept in the history of the account', async () => {
      const { userName, accountId } = await account();
      await code(enter(userName, { password: 'wrong' }));
      expect((await history(accountId)).at(-1)).toBe('account.signInRefused');
    });
  });

  describe('too many wrong passwords', () => {
    const wrongUntilLocked = async (userName: string): Promise<void> => {
      for (let i = 0; i < lockOutRule.failures; i++) {
        expect(await code(enter(userName, { password: `wrong ${i}` }))).toBe('auth.credentials');
      }
    };

    test('lock the name for a minute, the right password included; then it opens again', async () => {
      const { userName } = await account();
      await wrongUntilLocked(userName);
      const locked = await enter(userName).catch((e: unknown) => e);
      expect(locked).toMatchObject({ code: 'auth.locked', details: { seconds: lockOutRule.firstSeconds } });
      world.clock.advance(lockOutRule.firstSeconds * 1000 + 1);
      expect(await code(enter(userName))).toBe('none');
    });

    test('lock a name that nobody has in just the same way', async () => {
      const name = `nobody-${++n}`;
      await wrongUntilLocked(name);
      expect(await code(enter(name))).toBe('auth.locked');
    });

    test('lock for longer the second time, and are forgotten after success', async () => {
      const { userName } = await account();
      await wrongUntilLocked(userName);
      world.clock.advance(lockOutRule.firstSeconds * 1000 + 1);
      expect(await code(enter(userName, { password: 'wrong' }))).toBe('auth.credentials');
      expect(await enter(userName).catch((e: unknown) => e)).toMatchObject({
        code: 'auth.locked',
        details: { seconds: lockOutRule.firstSeconds * 2 },
      });
      world.clock.advance(2 * lockOutRule.firstSeconds * 1000 + 1);
      await enter(userName);
      await wrongUntilLocked(userName);
    });

    test('are counted one by one when they come all at once', async () => {
      const { userName } = await account();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => code(enter(userName, { password: `guess ${i}` }))),
      );
      expect(answers.filter((answer) => answer === 'auth.credentials')).toHaveLength(lockOutRule.failures);
      expect(answers.filter((answer) => answer === 'auth.locked')).toHaveLength(20 - lockOutRule.failures);
    });

    test('of one person do not lock out another', async () => {
      const one = await account();
      const other = await account();
      await wrongUntilLocked(one.userName);
      expect(await code(enter(other.userName))).toBe('none');
    });
  });

  describe('a session', () => {
    test('ends when left alone for half an hour, and lives on while used', async () => {
      const { userName } = await account();
      const { cookie } = await enter(userName);
      for (let i = 0; i < 4; i++) {
        world.clock.advance(29 * minute);
        expect(await session(cookie)).toBeDefined();
      }
      world.clock.advance(30 * minute);
      expect(await session(cookie)).toBeUndefined();
    });

    test('ends after twelve hours however much it is used', async () => {
      const { userName } = await account();
      const { cookie } = await enter(userName);
      for (let i = 0; i < 35; i++) {
        world.clock.advance(20 * minute);
        expect(await session(cookie)).toBeDefined();
      }
      world.clock.advance(20 * minute);
      expect(await session(cookie)).toBeUndefined();
    });

    test('ends at once when its holder signs out, is disabled, or has changed the password elsewhere', async () => {
      const { userName, tenant, accountId } = await account();
      const first = await enter(userName);
      const second = await enter(userName);
      const third = await entered(userName);
      const live = await session(first.cookie);
      await world.as(third.actor, (tx) => signOut(tx, live as Session), { scope: { tenants: [tenant], agencies: [] } });
      expect(await session(first.cookie)).toBeUndefined();
      expect(await session(second.cookie)).toBeDefined();
      await changePassword(world.runner, hasher, third, { current: password, next: 'Gaoligong-2026-山' });
      expect(await session(second.cookie)).toBeUndefined();
      const fourth = await enter(userName, { password: 'Gaoligong-2026-山' });
      expect(await session(fourth.cookie)).toBeDefined();
      await world.direct((tx) => disableAccount(tx, systemActor, { tenant, accountId, version: 2 }));
      expect(await session(fourth.cookie)).toBeUndefined();
    });

    test('carries new rights from the next request on', async () => {
      const { userName, tenant, accountId } = await account();
      const { cookie } = await enter(userName);
      expect((await session(cookie))?.actor.holds(['reviewer'], { tenant })).toBe(false);
      await world.direct((tx) =>
        grantRole(tx, systemActor, {
          tenant,
          accountId,
          version: 1,
          grant: { role: 'reviewer', tenant: tenant, subtree: false },
        }),
      );
      expect((await session(cookie))?.actor.holds(['reviewer'], { tenant })).toBe(true);
    });
  });

  describe('a password', () => {
    test('somebody else chose must be changed first', async () => {
      const { userName } = await account({ passwordDue: true });
      const live = await entered(userName);
      expect(live.due).toBe('password');
      await changePassword(world.runner, hasher, live, { current: password, next: 'Gaoligong-2026-山' });
      expect((await entered(userName, { password: 'Gaoligong-2026-山' })).due).toBeUndefined();
    });

    test.each([
      [{ current: 'wrong', next: 'Gaoligong-2026-山' }, '/current', 'password.current'],
      [{ current: password, next: password }, '/next', 'password.unchanged'],
      [{ current: password, next: 'short' }, '/next', 'password.tooShort'],
    ])('is not changed for %j', async (input, pointer, fault) => {
      const { userName } = await account();
      const live = await entered(userName);
      const refused = await changePassword(world.runner, hasher, live, input).catch((e: unknown) => e);
      expect(refused).toMatchObject({
        code: 'input.invalid',
        faults: expect.arrayContaining([
          { pointer, code: fault, ...(fault === 'password.tooShort' ? { details: {} } : {}) },
        ]),
      });
      expect(await code(enter(userName))).toBe('none');
    });

    test('cannot be guessed from a session left open', async () => {
      const { userName } = await account();
      const live = await entered(userName);
      const guess = () =>
        code(changePassword(world.runner, hasher, live, { current: 'guess', next: 'Gaoligong-2026-山' }));
      for (let i = 0; i < lockOutRule.failures; i++) expect(await guess()).toBe('input.invalid');
      expect(await guess()).toBe('auth.locked');
    });
  });

  describe('one-time codes', () => {
    const home = (live: Session) => ({ scope: { tenants: [live.tenant], agencies: [] } });
    const enrolled = async (options: Parameters<typeof account>[0] = {}) => {
      const made = await account(options);
      const live = await entered(made.userName);
      const { secret } = await world.as(live.actor, (tx) => enrolTotp(tx, live), home(live));
      const { recoveryCodes } = await world.as(
        live.actor,
        (tx) => confirmTotp(tx, live, totp(secret, world.clock.now())),
        home(live),
      );
      world.clock.advance(minute);
      return { ...made, live, secret, recoveryCodes };
    };
    const now = (secret: string): string => totp(secret, world.clock.now());

    test('are asked for once they are on, each opens once', async () => {
      const { userName, secret } = await enrolled();
      expect(await code(enter(userName))).toBe('auth.codeRequired');
      expect(await code(enter(userName, { code: '000000' }))).toBe('auth.oneTimeCode');
      expect((await entered(userName, { code: now(secret) })).totpOn).toBe(true);
      expect(await code(enter(userName, { code: now(secret) }))).toBe('auth.oneTimeCodeUsed');
      world.clock.advance(minute);
      expect(await code(enter(userName, { code: now(secret) }))).toBe('none');
    });

    test('open one session when the same code comes twice at once', async () => {
      const { userName, secret } = await enrolled();
      const answers = await Promise.all([1, 2, 3].map(() => code(enter(userName, { code: now(secret) }))));
      expect(answers.filter((answer) => answer === 'none')).toHaveLength(1);
    });

    test('being asked for is no failure; a wrong one is, and locks', async () => {
      const { userName, secret } = await enrolled();
      for (let i = 0; i < 12; i++) expect(await code(enter(userName))).toBe('auth.codeRequired');
      for (let i = 0; i < lockOutRule.failures; i++) {
        expect(await code(enter(userName))).toBe('auth.codeRequired');
        expect(await code(enter(userName, { code: '000000' }))).toBe('auth.oneTimeCode');
      }
      expect(await code(enter(userName, { code: now(secret) }))).toBe('auth.locked');
    });

    test('are not asked of somebody whose password is wrong', async () => {
      const { userName } = await enrolled();
      expect(await code(enter(userName, { password: 'wrong' }))).toBe('auth.credentials');
    });

    test('are replaced by a recovery code, each once, on the day the phone is lost', async () => {
      const { userName, recoveryCodes } = await enrolled();
      expect(recoveryCodes).toHaveLength(10);
      const recoveryCode = recoveryCodes[3]?.toLowerCase();
      expect(await code(enter(userName, { recoveryCode: 'AAAA-AAAA-AAAA-AAAA' }))).toBe('auth.recoveryCode');
      expect(await code(enter(userName, { recoveryCode }))).toBe('none');
      expect(await code(enter(userName, { recoveryCode }))).toBe('auth.recoveryCode');
      expect(await code(enter(userName, { recoveryCode: recoveryCodes[4] }))).toBe('none');
    });

    test('are on only after the phone has shown that it has the secret', async () => {
      const { userName } = await account();
      const live = await entered(userName);
      await expect(world.as(live.actor, (tx) => confirmTotp(tx, live, '123456'), home(live))).rejects.toMatchObject({
        code: 'totp.notStarted',
      });
      await world.as(live.actor, (tx) => enrolTotp(tx, live), home(live));
      await expect(world.as(live.actor, (tx) => confirmTotp(tx, live, '12345'), home(live))).rejects.toMatchObject({
        faults: [{ pointer: '/code', code: 'auth.oneTimeCode' }],
      });
      expect(await code(enter(userName))).toBe('none');
    });

    test('end the sessions that were opened without them', async () => {
      const made = await account();
      const old = await enter(made.userName);
      const live = await entered(made.userName);
      const { secret } = await world.as(live.actor, (tx) => enrolTotp(tx, live), home(live));
      await world.as(live.actor, (tx) => confirmTotp(tx, live, now(secret)), home(live));
      expect(await session(old.cookie)).toBeUndefined();
      await expect(world.as(live.actor, (tx) => enrolTotp(tx, live), home(live))).rejects.toMatchObject({
        code: 'totp.alreadyOn',
      });
    });

    test('must be set up first where a role requires them, and stay', async () => {
      const made = await account({ grants: [{ role: 'finance', tenant: '530521', subtree: false }] });
      expect((await entered(made.userName)).due).toBe('totp');
      const { live, secret } = await enrolled({ grants: [{ role: 'finance', tenant: '530521', subtree: false }] });
      const refused = removeTotp(world.runner, live, now(secret), reading.totpRoles);
      await expect(refused).rejects.toMatchObject({ code: 'totp.required' });
    });

    test('are turned off by who has the phone', async () => {
      const { live, secret, userName } = await enrolled();
      await expect(removeTotp(world.runner, live, '000000', [])).rejects.toMatchObject({ code: 'input.invalid' });
      await removeTotp(world.runner, live, now(secret), []);
      expect(await code(enter(userName))).toBe('none');
    });
  });
});

/** RFC 6238, written a second time. */
function totp(secret: string, at: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(Date.parse(at) / 30_000), 4);
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
