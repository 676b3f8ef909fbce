import type { PasswordHasher } from '../../../kernel/auth/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import {
  type Actor,
  type Grant,
  type Runner,
  runUseCase,
  staffActor,
  systemActor,
} from '../../../kernel/use-case/index.ts';
import { createAccount, type GrantInput, type Role, roles } from '../../../modules/accounts/index.ts';
import { agencyByCode, listHandlers, setHandlerAccount } from '../../../modules/network/index.ts';
import type { DemoCity } from '../city.ts';
import { drawName } from '../names.ts';
import { randomFrom } from '../random.ts';
import { busiestHandler } from '../story.ts';
import { type Tenant, tenants } from '../tenants.ts';

/** One password for all invented accounts, printed at start; they exist only in the demonstration. */
export const demonstrationPassword = 'Fayuan-Yanshi-2026';

export interface DemoAccount {
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly roleName: { readonly zh: string; readonly en: string };
  readonly place: string;
}

export interface Staff {
  /** One account a role, for the person who looks around. */
  readonly accounts: readonly DemoAccount[];
  /** Who does this role's work at this centre. */
  at(tenant: Tenant, role: Role): Actor;
  handler(tenant: Tenant, code: string): Actor;
  /** Another reviewer of the bureau: who looks into a complaint does not decide it. */
  secondReviewer(tenant: Tenant): Actor;
}

const centreRoles = [
  'clerk',
  'hotlineAgent',
  'liaison',
  'reviewer',
  'approver',
  'designator',
  'finance',
  'quality',
  'manager',
  'bureauReviewer',
] as const;
const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
const userNames: Readonly<Record<Role, string>> = {
  clerk: 'jiedai',
  hotlineAgent: 'rexian',
  liaison: 'lianluo',
  reviewer: 'shencha',
  approver: 'shenpi',
  designator: 'zhipai',
  handler: 'chengban',
  firmHead: 'danwei',
  archivist: 'dangan',
  finance: 'caiwu',
  quality: 'zhiliang',
  manager: 'zhuren',
  bureauReviewer: 'yiyi',
  policyAdmin: 'zhengce',
  systemAdmin: 'xitong',
  securityAdmin: 'anquan',
  auditAdmin: 'shenji',
};
/** The county whose accounts are printed: its desks are the fullest. */
const shown: Tenant = '530502';
const placeNames: Readonly<Record<Tenant, string>> = {
  '530500': '保山市',
  '530502': '隆阳区',
  '530521': '施甸县',
  '530523': '龙陵县',
  '530524': '昌宁县',
  '530581': '腾冲市',
};

/** Open the accounts of the six centres, of the administrators, and of every handler who appears in a story. */
export async function openAccounts(runner: Runner, hasher: PasswordHasher, city: DemoCity): Promise<Staff> {
  const passwordHash = await hasher.hash(demonstrationPassword);
  const actors = new Map<string, Actor>();
  const accounts: DemoAccount[] = [];
  const random = randomFrom(`${city.seed}/staff`);
  const open = async (
    tenant: Tenant,
    userName: string,
    displayName: string,
    grants: readonly GrantInput[],
  ): Promise<Actor> => {
    const { accountId } = await runUseCase(
      runner,
      systemActor,
      (tx) =>
        createAccount(tx, systemActor, {
          tenant,
          userName,
          displayName,
          passwordHash,
          passwordDue: false,
          grants,
          demonstration: true,
        }),
      { scope: wholeCountry },
    );
    const held: Grant[] = grants.map(({ tenant: at, role, subtree, agency }) => ({
      role,
      tenant: at,
      subtree,
      ...(agency === undefined ? {} : { agency }),
    }));
    return staffActor(accountId, displayName, held, tenants);
  };
  const draw = (): string => drawName(random, random.chance(0.5) ? 'female' : 'male', '汉族');

  for (const tenant of tenants) {
    for (const role of centreRoles) {
      const userName = tenant === shown ? userNames[role] : `${userNames[role]}${tenant.slice(2)}`;
      const displayName = draw();
      // The head at the city looks over its counties; everybody else works where they are.
      const subtree = tenant === '530500' && (role === 'manager' || role === 'quality');
      actors.set(`${tenant}/${role}`, await open(tenant, userName, displayName, [{ role, tenant, subtree }]));
      if ((tenant === shown && role !== 'liaison') || subtree)
        accounts.push({ userName, displayName, role, roleName: roles[role], place: placeNames[tenant] });
    }
  }
  for (const role of administrators) {
    const displayName = draw();
    await open('530500', userNames[role], displayName, [{ role, tenant: '530500', subtree: true }]);
    accounts.push({ userName: userNames[role], displayName, role, roleName: roles[role], place: placeNames['530500'] });
  }
  await openCounters(runner, city, open, draw, accounts);
  await openHandlers(runner, city, open, draw, actors, accounts);
  // Proposes changes of figures for the city; the city's head approves.
  const policyAdmin = draw();
  await open('530500', userNames.policyAdmin, policyAdmin, [{ role: 'policyAdmin', tenant: '530500', subtree: true }]);
  accounts.push({
    userName: userNames.policyAdmin,
    displayName: policyAdmin,
    role: 'policyAdmin',
    roleName: roles.policyAdmin,
    place: placeNames['530500'],
  });
  // Keeps the files of the county whose desks are shown; drawn last, so that the names before it stay as they were.
  const archivist = draw();
  await open(shown, userNames.archivist, archivist, [{ role: 'archivist', tenant: shown, subtree: false }]);
  accounts.push({
    userName: userNames.archivist,
    displayName: archivist,
    role: 'archivist',
    roleName: roles.archivist,
    place: placeNames[shown],
  });
  for (const tenant of tenants) {
    const role = 'bureauReviewer';
    const userName = `${userNames[role]}er${tenant === shown ? '' : tenant.slice(2)}`;
    const displayName = draw();
    actors.set(`${tenant}/second`, await open(tenant, userName, displayName, [{ role, tenant, subtree: false }]));
    if (tenant === shown)
      accounts.push({ userName, displayName, role, roleName: roles[role], place: placeNames[tenant] });
  }
  return {
    accounts,
    secondReviewer: (tenant) => found(actors.get(`${tenant}/second`), `second reviewer at ${tenant}`),
    at: (tenant, role) => found(actors.get(`${tenant}/${role}`), `${role} at ${tenant}`),
    handler: (tenant, code) => found(actors.get(`${tenant}/handler/${code}`), `handler ${code} at ${tenant}`),
  };
}

/** A township station's clerk and a village liaison, each bound to the counter that took in most. */
async function openCounters(
  runner: Runner,
  city: DemoCity,
  open: (tenant: Tenant, userName: string, displayName: string, grants: readonly GrantInput[]) => Promise<Actor>,
  draw: () => string,
  accounts: DemoAccount[],
): Promise<void> {
  const counters = [
    { door: 'station', role: 'clerk', userName: 'gongzuozhan' },
    { door: 'liaison', role: 'liaison', userName: 'lianluoyuan' },
  ] as const;
  for (const { door, role, userName } of counters) {
    const taken = new Map<string, number>();
    for (const { intake, application } of city.stories) {
      if (intake?.tenant === shown && application.door === door)
        taken.set(intake.agency, (taken.get(intake.agency) ?? 0) + 1);
    }
    const [code] = [...taken].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (code === undefined) continue;
    const agency = await agencyId(runner, shown, code);
    const displayName = draw();
    await open(shown, userName, displayName, [{ role, tenant: shown, subtree: false, agency }]);
    const place = city.agencies.find((a) => a.tenant === shown && a.code === code)?.name ?? placeNames[shown];
    accounts.push({ userName, displayName, role, roleName: roles[role], place });
  }
}

async function openHandlers(
  runner: Runner,
  city: DemoCity,
  open: (tenant: Tenant, userName: string, displayName: string, grants: readonly GrantInput[]) => Promise<Actor>,
  draw: () => string,
  actors: Map<string, Actor>,
  accounts: DemoAccount[],
): Promise<void> {
  const busy = new Set<string>();
  for (const { steps } of city.stories)
    for (const { by } of steps) if (by.role === 'handler') busy.add(`${by.tenant}/${by.handler}`);
  const busiest = `${shown}/${busiestHandler(city.stories, shown)}`;
  for (const tenant of tenants) {
    const roster = await runUseCase(runner, systemActor, (tx) => listHandlers(tx, { tenant }), { scope: wholeCountry });
    for (const handler of roster) {
      const key = `${tenant}/${handler.code}`;
      if (!busy.has(key)) continue;
      const userName =
        key === busiest ? userNames.handler : `lvshi${handler.code.replace(/[^A-Za-z0-9]/g, '').toLowerCase()}`;
      const actor = await open(tenant, userName, handler.name, [{ role: 'handler', tenant, subtree: false }]);
      await runUseCase(runner, systemActor, (tx) => setHandlerAccount(tx, tenant, handler.id, actor.id), {
        scope: wholeCountry,
      });
      actors.set(`${tenant}/handler/${handler.code}`, actor);
      if (key === busiest)
        accounts.push({
          userName,
          displayName: handler.name,
          role: 'handler',
          roleName: roles.handler,
          place: placeNames[tenant],
        });
      if (key !== busiest) continue;
      const displayName = draw();
      const agency = handler.agencyId;
      await open(tenant, userNames.firmHead, displayName, [{ role: 'firmHead', tenant, subtree: false, agency }]);
      const { agencyName: place } = handler;
      accounts.push({ userName: userNames.firmHead, displayName, role: 'firmHead', roleName: roles.firmHead, place });
    }
  }
}

/** The id of an agency by its number in the tenant's register. */
export async function agencyId(runner: Runner, tenant: string, code: string): Promise<string> {
  const agency = await runUseCase(runner, systemActor, (tx) => agencyByCode(tx, tenant, code), { scope: wholeCountry });
  return found(agency, `agency ${code} at ${tenant}`).id;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demonstration city lacks ${what}`);
  return value;
}
