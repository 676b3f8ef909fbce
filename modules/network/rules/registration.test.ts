import { describe, expect, test } from 'vitest';
import { loadRegister } from '../register/load.ts';
import { AgencyKind, type NewAgency, NewHandler } from '../schema.ts';
import { agencyFaults, handlerFaults, hostsOfKind } from './registration.ts';

const register = loadRegister();
const station: NewAgency = {
  tenant: '530521',
  code: '530521105-S',
  kind: 'townshipStation',
  host: null,
  name: '太平镇法律援助工作站',
  shortName: '太平镇',
  reportsTo: null,
  region: '530521105',
  address: null,
  phone: null,
  position: null,
  barrierFree: true,
  streetLevel: true,
  services: ['consultation'],
  hours: { weekly: {}, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
};
const lawyer: NewHandler = {
  tenant: '530521',
  code: 'L-1',
  kind: 'lawyer',
  name: '阿·腊·试',
  sex: 'female',
  licenceNumber: '05305201210000001',
  licensedFrom: '2015-06-01',
  criminalDefenceSince: '2016-01-01',
  trainedForMinors: false,
  specialities: ['labour'],
  languages: ['mandarin'],
  paidByTreasury: false,
  agency: 'F-1',
  baseRegion: '530521101',
  phone: null,
  joinedOn: '2020-01-01',
  accountId: null,
  demonstration: true,
};
const codes = (faults: readonly { code: string; pointer: string }[]) =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('registering an agency', () => {
  test('a township’s station inside its county is in order', () => expect(agencyFaults(register, station)).toEqual([]));
  test.each([
    ['a place nobody knows', { region: '530521999' }, ['/region network.regionUnknown']],
    ['a place in another county', { region: '530581101' }, ['/region network.regionUnknown']],
    ['a township of another county', { region: '530581102' }, ['/region network.regionElsewhere']],
    ['a partner station without a partner', { kind: 'partnerStation' }, ['/host network.hostMissing']],
    ['a court station under a union', { kind: 'courtStation', host: 'tradeUnion' }, ['/host network.hostNotAllowed']],
    [
      'a partner station in a detention house',
      { kind: 'partnerStation', host: 'detentionHouse' },
      ['/host network.hostNotAllowed'],
    ],
  ] as const)('%s is refused', (_, change, faults) =>
    expect(codes(agencyFaults(register, { ...station, ...change }))).toEqual(faults),
  );

  test('every host belongs to exactly one kind of station', () => {
    const hosts = AgencyKind.options.flatMap((kind) => hostsOfKind[kind] ?? []);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

describe('registering a handler', () => {
  const check = (change: Partial<NewHandler>, unit: AgencyKind | undefined = 'lawFirm') =>
    codes(handlerFaults(register, { ...lawyer, ...change }, unit, '2026-11-24'));

  test('a licensed lawyer of a firm is in order', () => expect(check({})).toEqual([]));
  test('a member of the centre may have no licence', () => {
    expect(
      check({ kind: 'centreStaff', licenceNumber: null, licensedFrom: null, criminalDefenceSince: null }, 'centre'),
    ).toEqual([]);
  });
  test.each([
    ['no licence', { licenceNumber: null }, 'lawFirm', ['/licenceNumber network.licenceMissing']],
    [
      'no first day',
      { licensedFrom: null, criminalDefenceSince: null },
      'lawFirm',
      ['/licensedFrom network.licenceMissing'],
    ],
    [
      'a licence from tomorrow',
      { licensedFrom: '2026-11-25', criminalDefenceSince: null },
      'lawFirm',
      ['/licensedFrom network.licensedInFuture'],
    ],
    [
      'defence before the licence',
      { criminalDefenceSince: '2015-05-31' },
      'lawFirm',
      ['/criminalDefenceSince network.practiceBeforeLicence'],
    ],
    ['a station as the unit', {}, 'townshipStation', ['/agency network.unitCannotHandle']],
    ['a unit nobody knows', {}, undefined, ['/agency network.agencyUnknown']],
  ] as const)('%s is refused', (_, change, unit, faults) => {
    expect(codes(handlerFaults(register, { ...lawyer, ...change }, unit, '2026-11-24'))).toEqual(faults);
  });

  test('names with a middle dot and rare characters are ordinary; control characters are not', () => {
    expect(NewHandler.safeParse({ ...lawyer, name: '岩·罕·𠮷' }).success).toBe(true);
    expect(NewHandler.safeParse({ ...lawyer, name: 'a\u0007b' }).success).toBe(false);
    expect(NewHandler.safeParse({ ...lawyer, extra: 1 }).success).toBe(false);
  });
});
