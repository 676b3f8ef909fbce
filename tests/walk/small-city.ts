import { passwordHasher } from '../../kernel/auth/index.ts';
import { wholeCountry } from '../../kernel/db/index.ts';
import { type Runner, runUseCase, systemActor, type Tx } from '../../kernel/use-case/index.ts';
import { createAccount, type GrantInput, hashNewPassword, type Role } from '../../modules/accounts/index.ts';
import {
  agencyByCode,
  changeHandlerStatus,
  importRegister,
  listHandlers,
  loadRegister,
  type NewAgency,
  type NewHandler,
  placeRegions,
  registerAgencies,
  registerHandlers,
  setHandlerAccount,
} from '../../modules/network/index.ts';

/*
 * Two counties, as small as a walk allows: a station in Longyang takes in what is Shidian's to decide.
 */

/** The county whose station hears the person. */
export const hearing = '530502';
/** The county whose centre is competent. */
export const competent = '530521';
export const password = '施甸石瓢-Walk-2026';

export interface SmallCity {
  /** Id of the station's counter. */
  readonly station: string;
  /** Id of the village's contact point, where its liaison works. */
  readonly village: string;
  /** Id of the station in the court, where duty lawyers sit. */
  readonly court: string;
  /** Ids of the two firms. */
  readonly firms: readonly [string, string];
  /** User names by what their holders do. */
  readonly staff: Readonly<Record<StaffName, string>>;
  readonly handlers: Readonly<Record<HandlerCode, string>>;
}

const offices = {
  stationClerk: [{ role: 'clerk', tenant: hearing }],
  neighbourReviewer: [{ role: 'reviewer', tenant: hearing }],
  clerk: [{ role: 'clerk', tenant: competent }],
  // One account with both roles: only the separation of hands keeps it from approving what it proposed.
  reviewer: [
    { role: 'reviewer', tenant: competent },
    { role: 'approver', tenant: competent },
  ],
  onlyReviewer: [{ role: 'reviewer', tenant: competent }],
  approver: [{ role: 'approver', tenant: competent }],
  designator: [{ role: 'designator', tenant: competent }],
  finance: [
    { role: 'finance', tenant: competent },
    { role: 'manager', tenant: competent },
  ],
  manager: [{ role: 'manager', tenant: competent }],
  archivist: [{ role: 'archivist', tenant: competent }],
  bureau: [{ role: 'bureauReviewer', tenant: competent }],
  // Whoever looks into a complaint does not decide it.
  secondBureau: [{ role: 'bureauReviewer', tenant: competent }],
  hotline: [{ role: 'hotlineAgent', tenant: competent }],
  neighbourBureau: [{ role: 'bureauReviewer', tenant: hearing }],
  neighbourClerk: [{ role: 'clerk', tenant: hearing }],
  liaison: [{ role: 'liaison', tenant: competent }],
} as const satisfies Readonly<Record<string, readonly { readonly role: Role; readonly tenant: string }[]>>;

const handlerCodes = ['L1', 'L2', 'L3', 'W1'] as const;
export type HandlerCode = (typeof handlerCodes)[number];
export type StaffName = keyof typeof offices | 'lawyer' | 'otherLawyer';

const agency = (
  tenant: string,
  code: string,
  kind: NewAgency['kind'],
  name: string,
  region: string,
  services: NewAgency['services'] = [],
): NewAgency => ({
  tenant,
  code,
  kind,
  host: null,
  name,
  shortName: name.slice(0, 12),
  reportsTo: null,
  region,
  address: '示例路 1 号',
  phone: tenant === hearing ? '0875-0000002' : '0875-0000021',
  position: null,
  barrierFree: true,
  streetLevel: true,
  services,
  hours: { weekly: { 1: [{ from: '09:00', to: '17:00' }] }, onHolidays: 'closed', exceptions: [] },
  openedOn: '2015-03-01',
  demonstration: true,
});

const agencies: readonly NewAgency[] = [
  agency(hearing, 'LY-B', 'justiceBureau', '隆阳区司法局', '530502001'),
  agency(hearing, 'LY-C', 'centre', '隆阳区法律援助中心', '530502001', ['consultation', 'acceptance', 'decision']),
  agency(hearing, 'LY-S1', 'townshipStation', '板桥镇法律援助工作站', '530502101', ['consultation', 'acceptance']),
  agency(competent, 'SD-B', 'justiceBureau', '施甸县司法局', '530521101'),
  agency(competent, 'SD-C', 'centre', '施甸县法律援助中心', '530521101', ['consultation', 'acceptance', 'decision']),
  agency(competent, 'SD-F1', 'lawFirm', '云南示例律师事务所', '530521101'),
  agency(competent, 'SD-F2', 'lawFirm', '保山样本律师事务所', '530521101'),
  agency(competent, 'SD-O', 'basicLegalServiceOffice', '甸阳基层法律服务所', '530521101'),
  agency(competent, 'SD-V1', 'villagePoint', '石瓢村法律援助联络点', '530521102', ['consultation']),
  agency(competent, 'SD-CT', 'courtStation', '法律援助中心驻施甸县人民法院工作站', '530521101', ['consultation']),
];

const names: Readonly<Record<HandlerCode, string>> = { L1: '周正', L2: '阿约·木呷', L3: '钱停', W1: '孙未证' };

const handler = (code: HandlerCode, change: Partial<NewHandler>): NewHandler => ({
  tenant: competent,
  code: `SD-${code}`,
  kind: 'lawyer',
  name: names[code],
  sex: 'male',
  licenceNumber: `053052100000${handlerCodes.indexOf(code)}`,
  licensedFrom: '2015-06-01',
  criminalDefenceSince: '2016-01-01',
  trainedForMinors: true,
  specialities: [],
  languages: ['mandarin'],
  paidByTreasury: false,
  agency: 'SD-F1',
  baseRegion: '530521101',
  phone: '0875-0000099',
  joinedOn: '2020-01-01',
  accountId: null,
  demonstration: true,
  ...change,
});

const roster: readonly NewHandler[] = [
  handler('L1', { specialities: ['labour'] }),
  handler('L2', { agency: 'SD-F2', sex: 'female', specialities: ['family'], languages: ['mandarin', 'yi'] }),
  handler('L3', { specialities: ['labour'] }),
  handler('W1', {
    kind: 'centreStaff',
    agency: 'SD-C',
    licenceNumber: null,
    licensedFrom: null,
    criminalDefenceSince: null,
  }),
];

/** Found the two counties in an empty database: register, agencies, handlers (one suspended, one without a qualification), accounts. */
export async function foundSmallCity(runner: Runner): Promise<SmallCity> {
  const register = loadRegister();
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    runUseCase(runner, systemActor, work, { scope: wholeCountry });
  await run((tx) => importRegister(tx, systemActor, register));
  await run((tx) =>
    placeRegions(tx, systemActor, register, [
      { code: '530521101', position: { kind: 'schematic', lon: 99.18, lat: 24.73 } },
      { code: '530502101', position: { kind: 'schematic', lon: 99.2, lat: 25.2 } },
    ]),
  );
  await run((tx) => registerAgencies(tx, systemActor, register, agencies));
  await run((tx) => registerHandlers(tx, systemActor, register, roster));
  const onRoster = new Map((await run((tx) => listHandlers(tx, { tenant: competent }))).map((h) => [h.code, h]));
  const handlers = Object.fromEntries(
    handlerCodes.map((code) => [code, onRoster.get(`SD-${code}`)?.id ?? '']),
  ) as SmallCity['handlers'];
  await run((tx) =>
    changeHandlerStatus(tx, systemActor, {
      tenant: competent,
      handlerId: handlers.L3,
      version: onRoster.get('SD-L3')?.version ?? 0,
      event: 'suspend',
      reason: '年度考核期间',
    }),
  );
  const idOf = async (tenant: string, code: string): Promise<string> =>
    (await run((tx) => agencyByCode(tx, tenant, code)))?.id ?? '';
  const station = await idOf(hearing, 'LY-S1');
  const village = await idOf(competent, 'SD-V1');

  const passwordHash = await hashNewPassword(passwordHasher(), password, []);
  const open = async (userName: string, displayName: string, grants: readonly GrantInput[]): Promise<string> => {
    const [home] = grants;
    const { accountId } = await run((tx) =>
      createAccount(tx, systemActor, {
        tenant: home?.tenant ?? competent,
        userName,
        displayName,
        passwordHash,
        passwordDue: false,
        grants,
        demonstration: true,
      }),
    );
    return accountId;
  };
  const staff: Record<string, string> = {};
  for (const [name, held] of Object.entries(offices)) {
    const grants = held.map((grant) => ({
      ...grant,
      subtree: false,
      ...(name === 'stationClerk' ? { agency: station } : name === 'liaison' ? { agency: village } : {}),
    }));
    staff[name] = `walk-${name.toLowerCase()}`;
    await open(staff[name], `某${grants.map((g) => g.role).join('')}`, grants);
  }
  for (const [name, code] of [
    ['lawyer', 'L1'],
    ['otherLawyer', 'L2'],
  ] as const) {
    staff[name] = `walk-${name.toLowerCase()}`;
    const accountId = await open(staff[name], names[code], [{ role: 'handler', tenant: competent, subtree: false }]);
    await run((tx) => setHandlerAccount(tx, competent, handlers[code], accountId));
  }
  return {
    station,
    village,
    court: await idOf(competent, 'SD-CT'),
    firms: [await idOf(competent, 'SD-F1'), await idOf(competent, 'SD-F2')],
    staff: staff as SmallCity['staff'],
    handlers,
  };
}
