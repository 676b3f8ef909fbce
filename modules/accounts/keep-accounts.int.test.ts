import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../kernel/audit/index.ts';
import { passwordHasher } from '../../kernel/auth/index.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, type Grant, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  type GrantInput,
  grantRole,
  hashNewPassword,
  listAccounts,
  type Role,
  resetPassword,
  revokeRole,
  signIn,
  unlockAccount,
} from './index.ts';

const hasher = passwordHasher();
const password = '怒江大桥-Bridge-7';
const tenants = ['530500', '530521', '530523', '530602'];
const staff = (id: string, ...grants: Grant[]): Actor => staffActor(id, '保管员', grants, tenants);
const county = staff('0193a000-0000-7000-8000-00000000d001', {
  role: 'securityAdmin',
  tenant: '530521',
  subtree: false,
});
const city = staff('0193a000-0000-7000-8000-00000000d002', { role: 'securityAdmin', tenant: '530500', subtree: true });
const manager = staff('0193a000-0000-7000-8000-00000000d003', { role: 'manager', tenant: '530521', subtree: false });
const clerk = staff('0193a000-0000-7000-8000-00000000d004', { role: 'clerk', tenant: '530521', subtree: false });

onEachEngine('accounts are kept', (open) => {
  let world: World;
  let passwordHash: string;
  beforeAll(async () => {
    world = await open();
    passwordHash = await hashNewPassword(hasher, password, []);
  });
  afterAll(() => world.close());

  let n = 0;
  const role = (name: Role, tenant = '530521', subtree = false): GrantInput => ({ role: name, tenant, subtree });
  const create = async (actor: Actor, options: { tenant?: string; userName?: string; grants?: GrantInput[] } = {}) => {
    const { tenant = '530521', userName = `kept-${++n}`, grants = [] } = options;
    const input = { tenant, userName, displayName: '李某', passwordHash, passwordDue: false, grants };
    const { accountId } = await world.as(actor, (tx) => createAccount(tx, actor, input));
    return { tenant, accountId, userName };
  };
  const historyOf = (accountId: string) =>
    world.direct((tx) =>
      tx.db.selectFrom('event').selectAll().where('matterId', '=', accountId).orderBy('seq').execute(),
    );
  const list = (actor: Actor, input: Parameters<typeof listAccounts>[2] = {}) =>
    world.as(actor, (tx) => listAccounts(tx, actor, input));

  test('a security administrator opens one, with its roles; the history says who gave them', async () => {
    const { accountId, userName } = await create(county, { grants: [role('clerk'), role('reviewer')] });
    const { rows } = await list(county, { text: userName });
    expect(rows).toMatchObject([
      { accountId, state: 'active', totp: false, version: 1, grants: [{ role: 'clerk' }, { role: 'reviewer' }] },
    ]);
    const history = await historyOf(accountId);
    expect(history.map((event) => event.kind)).toEqual([
      'account.created',
      'account.roleGranted',
      'account.roleGranted',
    ]);
    expect(history.every((event) => event.actorId === county.id)).toBe(true);
    expect(history[1]?.payload).toEqual({ role: 'clerk', tenant: '530521', subtree: false });
    expect(JSON.stringify(history)).not.toContain(passwordHash);
  });

  test('a name is taken once in the whole installation, whichever centre keeps it and however it is written', async () => {
    await create(city, { userName: 'yang.li', tenant: '530521' });
    await expect(create(city, { userName: 'yang.li', tenant: '530523' })).rejects.toMatchObject({
      code: 'account.userNameTaken',
    });
    await expect(create(city, { userName: 'YANG.LI', tenant: '530500' })).rejects.toMatchObject({
      code: 'account.userNameTaken',
    });
    const racing = await Promise.allSettled(
      ['530521', '530523'].map((tenant) => create(city, { userName: 'zhao.si', tenant })),
    );
    expect(racing.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  describe('nobody hands out more than their own right reaches', () => {
    test.each<[string, Actor, string, GrantInput, boolean]>([
      ['a county keeper, in the county', county, '530521', role('clerk'), true],
      ['a county keeper, next door', county, '530521', role('clerk', '530523'), false],
      ['a county keeper, for the city', county, '530521', role('clerk', '530500', true), false],
      ['a county keeper, of an account next door', county, '530523', role('clerk', '530521'), false],
      ['a city keeper, in a county', city, '530521', role('clerk'), true],
      ['a city keeper, for the city and below', city, '530500', role('manager', '530500', true), true],
      ['a city keeper, for the province', city, '530500', role('manager', '530000', true), false],
      ['a manager', manager, '530521', role('clerk'), false],
      ['a clerk', clerk, '530521', role('clerk'), false],
      ['the command line, anywhere', systemActor, '530500', role('manager', '530000', true), true],
    ])('%s', async (_who, actor, tenant, grant, allowed) => {
      const making = create(actor, { tenant, grants: [grant] });
      if (allowed) expect((await making).accountId).toBeTruthy();
      else await expect(making).rejects.toMatchObject({ code: 'auth.forbidden' });
    });
  });

  describe('duties are kept apart', () => {
    const grant = (
      account: { tenant: string; accountId: string },
      version: number,
      wanted: GrantInput,
      actor: Actor = city,
    ) => world.as(actor, (tx) => grantRole(tx, actor, { ...account, version, grant: wanted }));

    test.each<[Role, Role]>([
      ['systemAdmin', 'securityAdmin'],
      ['securityAdmin', 'auditAdmin'],
      ['auditAdmin', 'systemAdmin'],
      ['clerk', 'securityAdmin'],
      ['auditAdmin', 'finance'],
      ['systemAdmin', 'manager'],
    ])('%s and %s are not one account, wherever they are held', async (one, other) => {
      const account = await create(city, { grants: [role(one)] });
      await expect(grant(account, 1, role(other, '530523'))).rejects.toMatchObject({ code: 'account.rolesClash' });
      await expect(create(city, { grants: [role(one), role(other)] })).rejects.toMatchObject({
        code: 'account.rolesClash',
      });
    });

    test('reviewer and approver may be one person', async () => {
      const account = await create(city, { grants: [role('reviewer')] });
      expect((await grant(account, 1, role('approver'))).version).toBe(2);
    });

    test('two keepers who grant at once take turns, so that together they cannot mix duties', async () => {
      const account = await create(city);
      const both = await Promise.allSettled([grant(account, 1, role('clerk')), grant(account, 1, role('auditAdmin'))]);
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'record.stale' } });
      const { rows } = await list(city, { text: account.userName });
      expect(rows[0]?.grants).toHaveLength(1);
    });

    test('nobody changes their own rights', async () => {
      const own = await create(city, { tenant: '530500', grants: [role('securityAdmin', '530500', true)] });
      const self = staff(own.accountId, { role: 'securityAdmin', tenant: '530500', subtree: true });
      await expect(grant(own, 1, role('securityAdmin', '530521'), self)).rejects.toMatchObject({ code: 'account.own' });
      await expect(world.as(self, (tx) => disableAccount(tx, self, { ...own, version: 1 }))).rejects.toMatchObject({
        code: 'account.own',
      });
    });

    test('the same role twice is refused; at another agency it is another', async () => {
      const account = await create(city, { grants: [role('clerk')] });
      await expect(grant(account, 1, role('clerk'))).rejects.toMatchObject({ code: 'account.grantTwice' });
      const agency = '0193a000-0000-7000-8000-00000000e001';
      expect((await grant(account, 1, { ...role('clerk'), agency })).version).toBe(2);
      const { rows } = await list(city, { text: account.userName });
      expect(rows[0]?.grants.map((one) => one.agency)).toEqual([null, agency]);
    });

    test('a role taken away is gone, and said so', async () => {
      const account = await create(city, { grants: [role('clerk'), role('reviewer')] });
      const before = (await list(city, { text: account.userName })).rows[0];
      const grantId = before?.grants[0]?.grantId ?? '';
      const revoke = (actor: Actor, version: number) =>
        world.as(actor, (tx) => revokeRole(tx, actor, { ...account, version, grantId }));
      await expect(revoke(clerk, 1)).rejects.toMatchObject({ code: 'auth.forbidden' });
      expect(await revoke(county, 1)).toEqual({ version: 2 });
      await expect(revoke(county, 1)).rejects.toMatchObject({ code: 'record.stale', details: { current: 2 } });
      await expect(revoke(county, 2)).rejects.toMatchObject({ code: 'record.notFound' });
      expect((await list(city, { text: account.userName })).rows[0]?.grants.map((one) => one.role)).toEqual([
        'reviewer',
      ]);
      expect((await historyOf(account.accountId)).at(-1)).toMatchObject({
        kind: 'account.roleRevoked',
        payload: { role: 'clerk', tenant: '530521', subtree: false },
      });
    });
  });

  test('a disabled account signs in no more, an enabled one does again', async () => {
    const account = await create(county, { grants: [role('clerk')] });
    const enter = () => signIn(world.runner, hasher, { userName: account.userName, password });
    await enter();
    expect(await world.as(county, (tx) => disableAccount(tx, county, { ...account, version: 1 }))).toEqual({
      version: 2,
    });
    await expect(enter()).rejects.toMatchObject({ code: 'auth.credentials' });
    expect(await world.as(county, (tx) => enableAccount(tx, county, { ...account, version: 2 }))).toEqual({
      version: 3,
    });
    await enter();
  });

  test('a forgotten password is reset, and a locked name unlocked, by the keeper', async () => {
    const account = await create(county);
    const enter = (given: string) => signIn(world.runner, hasher, { userName: account.userName, password: given });
    for (let i = 0; i < 5; i++) await enter('wrong').catch(() => undefined);
    await expect(enter(password)).rejects.toMatchObject({ code: 'auth.locked' });
    await world.as(county, (tx) => unlockAccount(tx, county, { ...account, version: 1 }));
    await enter(password);
    const next = await hashNewPassword(hasher, 'Gaoligong-2026-山', []);
    await world.as(county, (tx) => resetPassword(tx, county, { ...account, version: 1, passwordHash: next }));
    await expect(enter(password)).rejects.toMatchObject({ code: 'auth.credentials' });
    await enter('Gaoligong-2026-山');
    expect((await list(county, { text: account.userName })).rows[0]).toMatchObject({ passwordDue: true, version: 2 });
  });

  test('the list shows each account once, page by page, to those who may look', async () => {
    for (let i = 0; i < 7; i++) await create(city, { tenant: '530523', userName: `page-${i}` });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(city, { tenant: '530523', text: 'page-', limit: 3, after });
      seen.push(...page.rows.map((row) => row.userName));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['page-0', 'page-1', 'page-2', 'page-3', 'page-4', 'page-5', 'page-6']);
    expect((await list(county, { text: 'page-' })).rows).toEqual([]);
    expect((await list(manager)).rows.length).toBeGreaterThan(0);
    await expect(list(clerk)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(list(county, { tenant: '530523' })).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  test('all of it stands in unbroken chains', async () => {
    expect((await verifyAudit(world.database, world.runner.seal)).faults).toEqual([]);
  });
});
