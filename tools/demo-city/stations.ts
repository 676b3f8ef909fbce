import {
  type AgencyHost,
  childrenOf,
  type NewAgency,
  type Register,
  regionOf,
  shortNameOf,
} from '../../modules/network/index.ts';
import { type Make, onDays } from './agency-maker.ts';
import { officeTownship, type Tenant, tenants } from './tenants.ts';

const hostNames: Readonly<Record<Exclude<AgencyHost, 'community'>, string>> = {
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
};

/**
 * Stations under another roof: 19 inside partner organisations, 17 of the 32 others at detention houses, procuratorates and
 * petition offices. Which stands where is invented; the totals are those reported for the end of 2017.
 */
const hosted: readonly {
  readonly kind: 'partnerStation' | 'otherStation';
  readonly host: Exclude<AgencyHost, 'community'>;
  readonly at: readonly Tenant[];
}[] = [
  { kind: 'partnerStation', host: 'tradeUnion', at: ['530500', '530502', '530524', '530581'] },
  { kind: 'partnerStation', host: 'womensFederation', at: ['530500', '530502', '530521', '530581'] },
  { kind: 'partnerStation', host: 'disabledPersonsFederation', at: ['530500', '530502', '530523', '530524'] },
  { kind: 'partnerStation', host: 'youthLeague', at: ['530500', '530581'] },
  { kind: 'partnerStation', host: 'ageingCommittee', at: ['530500', '530502'] },
  { kind: 'partnerStation', host: 'borderForce', at: ['530500'] },
  { kind: 'partnerStation', host: 'prison', at: ['530500'] },
  { kind: 'partnerStation', host: 'drugRehabilitation', at: ['530500'] },
  { kind: 'otherStation', host: 'detentionHouse', at: ['530502', '530521', '530523', '530524', '530581'] },
  { kind: 'otherStation', host: 'procuratorate', at: tenants },
  { kind: 'otherStation', host: 'petitionOffice', at: tenants },
];

/** The other 15 stand in communities of the towns: so many in the first streets of each seat. */
const communityShares: readonly { readonly tenant: Tenant; readonly towns: number; readonly each: number }[] = [
  { tenant: '530502', towns: 3, each: 2 },
  { tenant: '530581', towns: 2, each: 2 },
  { tenant: '530524', towns: 1, each: 2 },
  { tenant: '530521', towns: 1, each: 2 },
  { tenant: '530523', towns: 1, each: 1 },
];

export function hostedStations(register: Register, make: Make): readonly NewAgency[] {
  return hosted.flatMap(({ kind, host, at }) =>
    at.map((tenant) => {
      const label = `${regionOf(register, tenant)?.name ?? ''}${hostNames[host]}`;
      return make({
        tenant,
        suffix: `S-${host}`,
        kind,
        host,
        region: officeTownship[tenant],
        name: `${label}法律援助工作站`,
        shortName: label,
      });
    }),
  );
}

export function communityStations(register: Register, make: Make): readonly NewAgency[] {
  return communityShares.flatMap(({ tenant, towns, each }) =>
    childrenOf(register, tenant)
      .slice(0, towns)
      .flatMap((town) => childrenOf(register, town.code).slice(0, each))
      .map((village) => {
        const label = shortNameOf(village);
        return make({
          tenant,
          suffix: `S-${village.code}`,
          kind: 'otherStation',
          host: 'community',
          region: village.code,
          name: `${label}法律援助工作站`,
          shortName: label,
        });
      }),
  );
}

/** A station at each township's justice office, and under it a contact point in each village. */
export function townshipStations(register: Register, make: Make): readonly NewAgency[] {
  return tenants.slice(1).flatMap((tenant) =>
    childrenOf(register, tenant).flatMap((township) => {
      const suffix = `S-${township.code}`;
      const name = `${township.name}法律援助工作站`;
      const station = make({
        tenant,
        suffix,
        kind: 'townshipStation',
        region: township.code,
        name,
        shortName: township.name,
      });
      const points = childrenOf(register, township.code).map((village) =>
        villagePoint(make, tenant, village.code, shortNameOf(village)),
      );
      return [station, ...points];
    }),
  );
}

/** Open one or two mornings a week, in turn, so that a township's villages do not all open together. */
function villagePoint(make: Make, tenant: Tenant, village: string, label: string): NewAgency {
  const turn = Number(village.slice(-3));
  const days = turn % 3 === 0 ? [(turn % 5) + 1, ((turn + 2) % 5) + 1] : [(turn % 5) + 1];
  return make({
    tenant,
    suffix: `V-${village}`,
    kind: 'villagePoint',
    region: village,
    name: `${label}法律援助联络点`,
    shortName: label,
    services: turn % 4 === 0 ? ['consultation', 'acceptance', 'selfService'] : ['consultation', 'acceptance'],
    hours: onDays(days.map(String), [{ from: '09:00', to: '11:30' }]),
    reportsTo: `${tenant}-S-${village.slice(0, 9)}`,
  });
}
