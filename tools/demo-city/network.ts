import {
  type AgencyHost,
  ancestorsOf,
  childrenOf,
  fullNameOf,
  type NewAgency,
  type OpeningHours,
  type Position,
  type Register,
  regionOf,
  shortNameOf,
} from '../../modules/network/index.ts';
import { firmNames } from './names.ts';
import type { Random } from './random.ts';

/** The seats of the six centres, in the order of their codes: the city and its five counties. */
export const tenants = ['530500', '530502', '530521', '530523', '530524', '530581'] as const;
export type Tenant = (typeof tenants)[number];

/** The township in which a tenant's offices stand: the first of the county; the city's own stand in 隆阳. */
export const officeTownship: Readonly<Record<Tenant, string>> = {
  '530500': '530502001',
  '530502': '530502002',
  '530521': '530521101',
  '530523': '530523101',
  '530524': '530524101',
  '530581': '530581001',
};

const hostNames: Readonly<Record<AgencyHost, string>> = {
  tradeUnion: '总工会',
  womensFederation: '妇女联合会',
  disabledPersonsFederation: '残疾人联合会',
  youthLeague: '共青团委员会',
  ageingCommittee: '老龄工作委员会',
  borderForce: '边防支队',
  prison: '监狱',
  drugRehabilitation: '强制隔离戒毒所',
  detentionHouse: '看守所',
  procuratorate: '人民检察院',
  petitionOffice: '信访局',
  community: '社区',
};

/** 19 stations inside partner organisations: which organisation, where. The split is invented, the total is the article's. */
const partners: readonly (readonly [AgencyHost, readonly Tenant[]])[] = [
  ['tradeUnion', ['530500', '530502', '530524', '530581']],
  ['womensFederation', ['530500', '530502', '530521', '530581']],
  ['disabledPersonsFederation', ['530500', '530502', '530523', '530524']],
  ['youthLeague', ['530500', '530581']],
  ['ageingCommittee', ['530500', '530502']],
  ['borderForce', ['530500']],
  ['prison', ['530500']],
  ['drugRehabilitation', ['530500']],
];

/** 32 more: detention houses, procuratorates, petition offices, and the communities of the towns. */
const others: readonly (readonly [AgencyHost, readonly Tenant[]])[] = [
  ['detentionHouse', ['530502', '530521', '530523', '530524', '530581']],
  ['procuratorate', tenants],
  ['petitionOffice', tenants],
];
const communityStations = 15;

/** Law firms and basic legal service offices by tenant: invented. The city's own firms are those registered with the city. */
const firmsByTenant: Readonly<Record<Tenant, number>> = {
  '530500': 7,
  '530502': 8,
  '530521': 2,
  '530523': 2,
  '530524': 3,
  '530581': 6,
};

const morningAndAfternoon = [
  { from: '08:30', to: '11:30' },
  { from: '14:30', to: '17:30' },
];
const weekdaysOnly = (spans: readonly { from: string; to: string }[]): OpeningHours => ({
  weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, spans.map((span) => ({ ...span }))])),
  onHolidays: 'closed',
  exceptions: [],
});
const someDays = (days: readonly string[], from: string, to: string): OpeningHours => ({
  weekly: Object.fromEntries(days.map((day) => [day, [{ from, to }]])),
  onHolidays: 'closed',
  exceptions: [],
});

export interface NetworkPlan {
  readonly register: Register;
  readonly ground: ReadonlyMap<string, Position>;
  readonly random: Random;
}

/** Every agency of the demonstration city, centres first; codes are stable from seed to seed, names of firms are not. */
export function planAgencies({ register, ground, random }: NetworkPlan): readonly NewAgency[] {
  const make = maker(register, ground, random);
  const cityName = (tenant: Tenant): string => regionOf(register, tenant)?.name ?? '';
  const agencies: NewAgency[] = [];
  for (const tenant of tenants) {
    const name = cityName(tenant);
    agencies.push(
      make(tenant, 'B', 'justiceBureau', officeTownship[tenant], `${name}司法局`, name, { services: [] }),
      make(tenant, 'C', 'centre', officeTownship[tenant], `${name}法律援助中心`, name, {
        services: ['consultation', 'acceptance', 'decision', 'handling', 'selfService', 'video'],
      }),
    );
  }
  for (const tenant of tenants) {
    const place = officeTownship[tenant];
    const name = cityName(tenant);
    const court = tenant === '530500' ? '保山市中级人民法院' : `${name}人民法院`;
    agencies.push(station(make(tenant, 'S-court', 'courtStation', place, `${court}法律援助工作站`, `${name}法院`)));
  }
  for (const [kind, list] of [
    ['partnerStation', partners],
    ['otherStation', others],
  ] as const) {
    for (const [host, places] of list) {
      for (const tenant of places) {
        const name = cityName(tenant);
        const label = host === 'prison' ? '保山监狱' : `${name}${hostNames[host]}`;
        const made = make(tenant, `S-${host}`, kind, officeTownship[tenant], `${label}法律援助工作站`, label, { host });
        agencies.push(
          station(made, ['detentionHouse', 'prison', 'drugRehabilitation'].includes(host) ? false : undefined),
        );
      }
    }
  }
  agencies.push(...communities(register, make).map((agency) => station(agency)));
  for (const county of tenants.slice(1)) {
    for (const township of childrenOf(register, county)) {
      const label = `${township.name}法律援助工作站`;
      agencies.push(
        station(
          make(county, `S-${township.code}`, 'townshipStation', township.code, label, township.name, { street: true }),
        ),
      );
      agencies.push(
        ...childrenOf(register, township.code).map((village) =>
          villagePoint(make, county, village.code, shortNameOf(village)),
        ),
      );
    }
  }
  agencies.push(...legalServices(register, make, random));
  return agencies;
}

type Make = ReturnType<typeof maker>;

interface Extras {
  readonly host?: AgencyHost;
  readonly services?: NewAgency['services'];
  readonly hours?: OpeningHours;
  readonly reportsTo?: string;
  readonly street?: boolean;
}

function maker(register: Register, ground: ReadonlyMap<string, Position>, random: Random) {
  let lines = 0;
  return (
    tenant: Tenant,
    suffix: string,
    kind: NewAgency['kind'],
    region: string,
    name: string,
    shortName: string,
    extras: Extras = {},
  ): NewAgency => {
    const code = `${tenant}-${suffix}`;
    const draw = random.fork(code);
    const at = ground.get(region);
    lines += 1;
    const hours =
      extras.hours ??
      weekdaysOnly(
        kind === 'centre'
          ? [
              { from: '08:30', to: '12:00' },
              { from: '14:00', to: '18:00' },
            ]
          : morningAndAfternoon,
      );
    return {
      tenant,
      code,
      kind,
      host: extras.host ?? null,
      name,
      shortName,
      reportsTo: kind === 'centre' || kind === 'justiceBureau' ? null : (extras.reportsTo ?? `${tenant}-C`),
      region,
      address: `${fullNameOf(register, region)}示范路${draw.int(1, 180)}号`,
      // Local numbers of the area never begin with 0: nobody can be rung up by mistake.
      phone: `0875-0${String(lines).padStart(6, '0')}`,
      position: at === undefined ? null : nudge(draw, at),
      barrierFree: kind === 'centre' || draw.chance(0.7),
      streetLevel: kind === 'centre' || kind === 'townshipStation' || draw.chance(0.8),
      services: extras.services ?? ['consultation', 'acceptance'],
      hours,
      openedOn: `${draw.int(2010, 2017)}-${String(draw.int(1, 12)).padStart(2, '0')}-01`,
      demonstration: true,
    };
  };
}

/** A few hundred metres from the middle of its place, so that the marks of one town do not lie on each other. */
function nudge(random: Random, at: Position): Position {
  const move = (): number => (random.real() - 0.5) * 0.006;
  return {
    kind: 'schematic',
    lon: Math.round((at.lon + move()) * 1e5) / 1e5,
    lat: Math.round((at.lat + move()) * 1e5) / 1e5,
  };
}

function station(agency: NewAgency, open = true): NewAgency {
  // Inside walls nobody walks in: consultation and forwarding for those who are held there.
  return open ? agency : { ...agency, barrierFree: true, streetLevel: false };
}

/** Stations in the biggest communities of the towns: the first ones of each seat's streets. */
function communities(register: Register, make: Make): readonly NewAgency[] {
  const shares: readonly (readonly [Tenant, number])[] = [
    ['530502', 6],
    ['530581', 4],
    ['530524', 2],
    ['530521', 2],
    ['530523', 1],
  ];
  const chosen = shares.flatMap(([tenant, n]) => {
    const towns = childrenOf(register, tenant).slice(0, tenant === '530502' ? 3 : 1);
    return towns
      .flatMap((town) => childrenOf(register, town.code).slice(0, Math.ceil(n / towns.length)))
      .slice(0, n)
      .map((village) => ({ tenant, village }));
  });
  return chosen
    .slice(0, communityStations)
    .map(({ tenant, village }) =>
      make(
        tenant,
        `S-${village.code}`,
        'otherStation',
        village.code,
        `${shortNameOf(village)}法律援助工作站`,
        shortNameOf(village),
        { host: 'community' },
      ),
    );
}

/** A village's contact point: open one or two days a week, turned so that a township's villages do not all open together. */
function villagePoint(make: Make, tenant: Tenant, village: string, shortName: string): NewAgency {
  const turn = Number(village.slice(-3));
  const days = [String((turn % 5) + 1), ...(turn % 3 === 0 ? [String(((turn + 2) % 5) + 1)] : [])];
  return make(tenant, `V-${village}`, 'villagePoint', village, `${shortName}法律援助联络点`, shortName, {
    services: turn % 4 === 0 ? ['consultation', 'acceptance', 'selfService'] : ['consultation', 'acceptance'],
    hours: someDays([...new Set(days)], '09:00', '11:30'),
    reportsTo: `${tenant}-S-${village.slice(0, 9)}`,
  });
}

/** Law firms at the seats, basic legal service offices in the towns (镇、街道). */
function legalServices(register: Register, make: Make, random: Random): readonly NewAgency[] {
  const names = [...firmNames(random.fork('firms'), 28)];
  const hours = weekdaysOnly([{ from: '09:00', to: '17:30' }]);
  const firms = tenants.flatMap((tenant) =>
    Array.from({ length: firmsByTenant[tenant] }, (_, index) => {
      const name = names.pop() ?? `云南第${index}律师事务所`;
      return make(
        tenant,
        `F-${String(index + 1).padStart(2, '0')}`,
        'lawFirm',
        officeTownship[tenant],
        name,
        name.slice(2, -5),
        { services: ['handling'], hours },
      );
    }),
  );
  const towns = register.regions.filter(({ level, name }) => level === 'township' && /(镇|街道)$/.test(name));
  const offices = towns.map((town) => {
    const tenant = ancestorsOf(register, town.code)[0]?.code as Tenant;
    const label = town.name.replace(/(镇|街道)$/, '');
    return make(
      tenant,
      `O-${town.code}`,
      'basicLegalServiceOffice',
      town.code,
      `${label}基层法律服务所`,
      `${label}法律服务所`,
      {
        services: ['consultation', 'handling'],
        hours,
      },
    );
  });
  return [...firms, ...offices];
}
