import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type Register, regionOf, regionPositions } from '../../network/index.ts';
import { mustReadCircle } from '../permissions.ts';
import type { AskWay, WayTaken } from '../schema.ts';
import type { Network } from '../travel/network.ts';
import type { Snap } from '../travel/snap.ts';
import { readWay, traceWay } from '../travel/trace.ts';
import { inWgs84 } from '../wgs84.ts';
import { readStations } from './read-city.ts';
import { minutesOf } from './view-circle.ts';

/**
 * The road from a village to the point it is nearest to under a question, be it a what-if: what explains its time.
 * @throws Refusal `circle.placeUnknown`, `circle.stationUnknown`, `circle.noWay`
 */
export async function wayTaken(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  { village: code, question }: AskWay,
): Promise<WayTaken> {
  mustReadCircle(actor);
  const village = regionOf(register, code, tx.today);
  const stored = village && (await regionPositions(tx, [village.code])).get(village.code);
  const position = stored && inWgs84(stored);
  if (village === undefined || position === undefined) throw new Refusal('circle.placeUnknown', { code });
  const stations = (await readStations(tx, question)).filter(({ counts }) => counts);
  const snaps = stations.map((station) => network.snap(station));
  const door = network.snap(position);
  const times = network.timesTo(snaps);
  const { site, deciseconds } = times.from(door);
  if (door === undefined || site === undefined) throw new Refusal('circle.noWay');
  const legs = traceWay(network.graph, times.found, door, snaps[site] as Snap, site);
  if (legs === undefined) throw new Refusal('circle.noWay');
  const { line, kilometres, roads } = readWay(network.graph, legs);
  const station = stations[site] as (typeof stations)[number];
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return {
    village: village.code,
    station: station.id,
    minutes: minutesOf(deciseconds) as number,
    kilometres: tenth(kilometres),
    line: [[position.lon, position.lat], ...line, [station.lon, station.lat]],
    roads: roads.map((road) => ({
      name: road.name,
      kilometres: tenth(road.kilometres),
      minutes: tenth(road.minutes),
    })),
  };
}
