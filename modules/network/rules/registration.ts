import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { isWithin, type Register, regionOf } from '../register/register.ts';
import { type AgencyHost, type AgencyKind, handlingUnitKinds, type NewAgency, type NewHandler } from '../schema.ts';

/** Which hosts a kind of agency may stand under; a kind that is not named stands on its own. */
export const hostsOfKind: Readonly<Partial<Record<AgencyKind, readonly AgencyHost[]>>> = {
  partnerStation: [
    'tradeUnion',
    'womensFederation',
    'disabledPersonsFederation',
    'youthLeague',
    'ageingCommittee',
    'borderForce',
    'prison',
    'drugRehabilitation',
  ],
  otherStation: ['detentionHouse', 'procuratorate', 'petitionOffice', 'community'],
};

/** Hosts behind walls (监管场所、营区): their stations serve those inside, and nobody is sent there from the street. */
export const hostsBehindWalls: readonly AgencyHost[] = [
  'borderForce',
  'prison',
  'drugRehabilitation',
  'detentionHouse',
];

/** What speaks against registering this agency; empty when nothing does. */
export function agencyFaults(register: Register, agency: NewAgency): readonly FieldFault[] {
  const hosts = hostsOfKind[agency.kind];
  return [
    ...placeFaults(register, agency.tenant, agency.region, '/region'),
    ...(hosts !== undefined && agency.host === null ? [{ pointer: '/host', code: 'network.hostMissing' }] : []),
    ...(agency.host !== null && !hosts?.includes(agency.host)
      ? [{ pointer: '/host', code: 'network.hostNotAllowed' }]
      : []),
  ];
}

/**
 * What speaks against registering this handler. Lawyers and basic legal service workers act by licence;
 * centre staff (Legal Aid Law art. 12) may hold a lawyer's qualification without one.
 */
export function handlerFaults(
  register: Register,
  handler: NewHandler,
  unit: AgencyKind | undefined,
  today: LocalDate,
): readonly FieldFault[] {
  const { licensedFrom, licenceNumber, criminalDefenceSince } = handler;
  const faults: FieldFault[] = [...placeFaults(register, handler.tenant, handler.baseRegion, '/baseRegion')];
  if (unit === undefined)
    faults.push({ pointer: '/agency', code: 'network.agencyUnknown', details: { code: handler.agency } });
  else if (!(handlingUnitKinds as readonly AgencyKind[]).includes(unit))
    faults.push({ pointer: '/agency', code: 'network.unitCannotHandle' });
  if (handler.kind !== 'centreStaff' && (licenceNumber === null || licensedFrom === null)) {
    faults.push({
      pointer: licenceNumber === null ? '/licenceNumber' : '/licensedFrom',
      code: 'network.licenceMissing',
    });
  }
  if (licensedFrom !== null && licensedFrom > today)
    faults.push({ pointer: '/licensedFrom', code: 'network.licensedInFuture' });
  if (criminalDefenceSince !== null && (licensedFrom === null || criminalDefenceSince < licensedFrom)) {
    faults.push({ pointer: '/criminalDefenceSince', code: 'network.practiceBeforeLicence' });
  }
  return faults;
}

/** A place must be on the register and inside the tenant's jurisdiction. */
export function placeFaults(
  register: Register,
  tenant: string,
  region: string,
  pointer: string,
): readonly FieldFault[] {
  if (regionOf(register, region) === undefined)
    return [{ pointer, code: 'network.regionUnknown', details: { region } }];
  if (!isWithin(register, region, tenant)) return [{ pointer, code: 'network.regionElsewhere', details: { region } }];
  return [];
}
