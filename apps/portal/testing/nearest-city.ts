import { join } from 'node:path';
import { type Runner, runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { busesOnFile, loadProfile, roadsOnFile, roadTimes } from '../../../modules/circle/index.ts';
import { writeGraph } from '../../../modules/circle/roads/graph/graph-file.ts';
import { tinyGraph } from '../../../modules/circle/testing/tiny-graph.ts';
import {
  importRegister,
  type NewAgency,
  placeRegions,
  type Register,
  registerAgencies,
} from '../../../modules/network/index.ts';

/*
 * A city for the tests of the nearest points: three villages of 施甸县甸阳镇 on one road of 36 km/h, ten minutes apart. The centre stands at
 * its western end, a station at its eastern, and one behind walls where nobody is sent.
 */

/** Degrees of longitude that make ten minutes at 36 km/h on this parallel. */
const tenMinutes = 6000 / (111_195.08 * Math.cos((24.7 * Math.PI) / 180));
export const spot = (n: number) => ({ lon: 99.1 + n * tenMinutes, lat: 24.7 });
const drawn = (n: number) => ({ kind: 'schematic' as const, ...spot(n) });

export const nearestVillages = ['530521101001', '530521101002', '530521101003'] as const;

/** What was said of timetables that could not be used. */
export const refusedTimetables: string[] = [];

const office = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
];
const everyDay = { 1: office, 2: office, 3: office, 4: office, 5: office };

const agency = (code: string, name: string, at: number, more: Partial<NewAgency> = {}): NewAgency => ({
  tenant: '530521',
  code,
  kind: 'townshipStation',
  host: null,
  name,
  shortName: name,
  reportsTo: code === 'C1' ? null : 'C1',
  region: '530521101',
  address: '甸阳镇上寨街 8 号（司法所一楼）',
  phone: '0875-8120000',
  position: drawn(at),
  barrierFree: true,
  streetLevel: true,
  services: ['consultation', 'acceptance'],
  hours: { weekly: everyDay, onHolidays: 'closed', exceptions: [{ date: '2026-11-26', spans: [], note: '停电检修' }] },
  openedOn: null,
  demonstration: true,
  ...more,
});

/** Register the city, draw its roads into the folder, and hand on the times by them. */
export async function layNearestCity(runner: Runner, register: Register, folder: string): Promise<Runner> {
  await runUseCase(runner, systemActor, (tx) => importRegister(tx, systemActor, register));
  await runUseCase(runner, systemActor, (tx) =>
    placeRegions(
      tx,
      systemActor,
      register,
      nearestVillages.map((code, n) => ({ code, position: drawn(n + 1) })),
    ),
  );
  await runUseCase(runner, systemActor, (tx) =>
    registerAgencies(tx, systemActor, register, [
      agency('C1', '施甸县法律援助中心', 0, { kind: 'centre' }),
      agency('S1', '甸阳镇法律援助工作站', 3, {
        barrierFree: false,
        address: '甸阳镇大河边 3 号',
        position: { kind: 'surveyed', ...spot(3), referenceSystem: 'WGS84' },
      }),
      agency('P1', '看守所工作站', 1, { kind: 'otherStation', host: 'detentionHouse' }),
    ]),
  );
  const points = Object.fromEntries([0, 1, 2, 3].map((n) => [`p${n}`, [spot(n).lon, spot(n).lat] as const]));
  const road = (kmH: number) => [
    { points: ['p0', 'p1'], name: '施甸大道', kmH },
    { points: ['p1', 'p2', 'p3'], name: '', kmH },
  ];
  const roads = roadsOnFile(join(folder, 'roads.graph'));
  for (const [mode, kmH] of [
    ['drive', 36],
    ['walk', 4.5],
  ] as const) {
    const { facts, ...arrays } = tinyGraph({ points, roads: road(kmH), profile: loadProfile(mode) });
    writeGraph(roads.pathOf(mode), facts, arrays);
  }
  const buses = busesOnFile(join(folder, 'timetable.csv'), roads, (faults) => void refusedTimetables.push(faults));
  return { ...runner, handed: () => ({ roads: () => roadTimes(roads, buses) }) };
}
