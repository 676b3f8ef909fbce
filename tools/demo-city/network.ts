import { type NewAgency, type Position, type Register, regionOf } from '../../modules/network/index.ts';
import { agencyMaker, type Make, weekdaysOnly } from './agency-maker.ts';
import { basicLegalServiceOffices, lawFirms } from './legal-services.ts';
import type { Random } from './random.ts';
import { communityStations, hostedStations, townshipStations } from './stations.ts';
import { officeTownship, type Tenant, tenants } from './tenants.ts';

export interface NetworkPlan {
  readonly register: Register;
  readonly ground: ReadonlyMap<string, Position>;
  readonly random: Random;
}

/**
 * Every agency of the demonstration city: 6 bureaus and centres, 133 stations, a point in every village, and those who handle
 * cases. Codes are stable from seed to seed; names of firms are not.
 */
export function planAgencies({ register, ground, random }: NetworkPlan): readonly NewAgency[] {
  const make = agencyMaker(register, ground, random);
  const nameOf = (tenant: Tenant): string => regionOf(register, tenant)?.name ?? '';
  return [
    ...tenants.flatMap((tenant) => bureauAndCentre(make, tenant, nameOf(tenant))),
    ...tenants.map((tenant) => courtStation(make, tenant, nameOf(tenant))),
    ...hostedStations(register, make),
    ...communityStations(register, make),
    ...townshipStations(register, make),
    ...lawFirms(make, random.fork('firms')),
    ...basicLegalServiceOffices(register, make),
  ];
}

function bureauAndCentre(make: Make, tenant: Tenant, name: string): readonly NewAgency[] {
  const place = { tenant, region: officeTownship[tenant], shortName: name };
  return [
    make({ ...place, suffix: 'B', kind: 'justiceBureau', name: `${name}司法局`, services: [] }),
    make({
      ...place,
      suffix: 'C',
      kind: 'centre',
      name: `${name}法律援助中心`,
      services: ['consultation', 'acceptance', 'decision', 'handling', 'selfService', 'video'],
      hours: weekdaysOnly([
        { from: '08:30', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ]),
    }),
  ];
}

function courtStation(make: Make, tenant: Tenant, name: string): NewAgency {
  const court = `${name}${tenant === '530500' ? '中级' : ''}人民法院`;
  return make({
    tenant,
    suffix: 'S-court',
    kind: 'courtStation',
    region: officeTownship[tenant],
    name: `${court}法律援助工作站`,
    shortName: court,
  });
}
