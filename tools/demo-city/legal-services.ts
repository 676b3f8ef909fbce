import { countyOf, type NewAgency, type Register } from '../../modules/network/index.ts';
import { type Make, weekdaysOnly } from './agency-maker.ts';
import { firmNames } from './names.ts';
import type { Random } from './random.ts';
import { officeTownship, type Tenant, tenants } from './tenants.ts';

/** Law firms by tenant, invented; the city's own are those registered with the city. */
const firmsByTenant: Readonly<Record<Tenant, number>> = {
  '530500': 7,
  '530502': 8,
  '530521': 2,
  '530523': 2,
  '530524': 3,
  '530581': 6,
};

const hours = weekdaysOnly([{ from: '09:00', to: '17:30' }]);

/** Law firms (律师事务所) at the seats. */
export function lawFirms(make: Make, random: Random): readonly NewAgency[] {
  const places = tenants.flatMap((tenant) =>
    Array.from({ length: firmsByTenant[tenant] }, (_, index) => ({ tenant, index })),
  );
  const names = firmNames(random, places.length);
  return places.map(({ tenant, index }, n) => {
    const name = names[n] ?? '';
    const suffix = `F-${String(index + 1).padStart(2, '0')}`;
    return make({
      tenant,
      suffix,
      kind: 'lawFirm',
      region: officeTownship[tenant],
      name,
      shortName: name.slice(2, -5),
      services: ['handling'],
      hours,
    });
  });
}

/** A basic legal service office (基层法律服务所) in each town (镇、街道). */
export function basicLegalServiceOffices(register: Register, make: Make): readonly NewAgency[] {
  return register.regions
    .filter(({ level, name }) => level === 'township' && /(镇|街道)$/.test(name))
    .map((town) => {
      const tenant = countyOf(register, town.code)?.code as Tenant;
      const label = town.name.replace(/(镇|街道)$/, '');
      return make({
        tenant,
        suffix: `O-${town.code}`,
        kind: 'basicLegalServiceOffice',
        region: town.code,
        name: `${label}基层法律服务所`,
        shortName: `${label}法律服务所`,
        services: ['consultation', 'handling'],
        hours,
      });
    });
}
