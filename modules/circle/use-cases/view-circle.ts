import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { cityOf, type Register } from '../../network/index.ts';
import { journeyText, type SoonerReach, sooner } from '../bus/bus-option.ts';
import type { Buses } from '../bus/bus-times.ts';
import { clockSeconds } from '../bus/timetable.ts';
import { type Coverage, type CoverageInput, coverageByArea, coverageOf, sensitivityOf } from '../coverage/coverage.ts';
import { mustReadCircle } from '../permissions.ts';
import { roadsView } from '../roads-on-file.ts';
import type { AreaCoverage, CircleQuestion, CircleRun, CircleView, KeptVillage } from '../schema.ts';
import type { Network, Reach } from '../travel/network.ts';
import { unreached } from '../travel/search.ts';
import {
  type CityVillage,
  type CountedStation,
  doorsOf,
  readPoints,
  readVillages,
  stationsAmong,
} from './read-city.ts';

type Station = CountedStation;

/**
 * How long each village needs to the nearest point that counts, and how many people that is within each band; in a what-if, beside it
 * how it is today. Reads only.
 * @param buses of the timetable on file, for a question that counts them
 * @throws Refusal `circle.noPlaces`, `circle.stationUnknown`, `circle.busNeedsTime`, `circle.noTimetable`
 */
export async function viewCircle(
  tx: Tx,
  actor: Actor,
  register: Register,
  network: Network,
  question: CircleQuestion,
  buses?: Buses,
): Promise<CircleView> {
  mustReadCircle(actor);
  return (await reckonCircle(tx, register, network, question, buses)).view;
}

/** What is kept, planned or reported must be made again from the roads alone. @throws Refusal `circle.roadOnly` */
export function mustGoByRoad({ bus }: CircleQuestion): void {
  if (bus) throw new Refusal('circle.roadOnly');
}

/** The view, and what it was made of as it is kept: the points that counted, and each village with what was found for it. */
export async function reckonCircle(
  tx: Tx,
  register: Register,
  network: Network,
  question: CircleQuestion,
  buses?: Buses,
): Promise<{ readonly view: CircleView; readonly kept: Pick<CircleRun, 'stations' | 'villages'> }> {
  const city = cityOf(register);
  const villages = await readVillages(tx, register);
  const points = await readPoints(tx, question);
  const stations = stationsAmong(points, question);
  const doors = doorsOf(network, villages);
  const byBus = busesFor(question, buses, villages);
  const then = reachFrom(network, doors, stations, byBus);
  const { change, ...asItIs } = question;
  const today = change === undefined ? undefined : reachFrom(network, doors, stationsAmong(points, asItIs), byBus);
  return {
    view: assemble(city, network, villages, stations, question.bands, then, today),
    kept: {
      stations: stations.filter(({ counts }) => counts).map(({ id, name, lon, lat }) => ({ id, name, lon, lat })),
      villages: villages.map((village, n) => keptVillage(village, then.reach[n] as Reach, then.stationIds)),
    },
  };
}

function keptVillage(village: CityVillage, { site, deciseconds, onFoot }: Reach, ids: readonly string[]): KeptVillage {
  const { code, name, township, county, position, people } = village;
  return {
    code,
    name,
    township: township.name,
    county: county.name,
    lon: position.lon,
    lat: position.lat,
    people: people?.people ?? null,
    groups: people?.groups ?? {},
    deciseconds: deciseconds === unreached ? null : deciseconds,
    onFoot,
    station: site === undefined ? null : (ids[site] as string),
  };
}

type ByBus = (sites: readonly Station[]) => readonly Parameters<typeof sooner>[1][];

function busesFor(
  { bus, at }: CircleQuestion,
  buses: Buses | undefined,
  villages: readonly CityVillage[],
): ByBus | undefined {
  if (!bus) return undefined;
  const leave = clockSeconds(at?.slice(11) ?? '');
  if (at === undefined || leave === undefined)
    throw new Refusal('input.invalid', {}, [{ pointer: '/at', code: 'circle.busNeedsTime' }]);
  if (buses === undefined) throw new Refusal('circle.noTimetable');
  const doors = villages.map(({ position }) => position);
  return (sites) => buses.to(sites, at.slice(0, 10), leave).from(doors);
}

interface Reached {
  readonly reach: readonly SoonerReach[];
  readonly stationIds: readonly string[];
}

function reachFrom(
  network: Network,
  doors: Parameters<Network['timesTo']>[0],
  stations: readonly Station[],
  byBus: ByBus | undefined,
): Reached {
  const counting = stations.filter(({ counts }) => counts);
  const times = network.timesTo(counting.map((station) => network.snap(station)));
  const journeys = byBus?.(counting);
  return {
    reach: doors.map((door, n) => sooner(times.from(door), journeys?.[n])),
    stationIds: counting.map(({ id }) => id),
  };
}

function assemble(
  city: { readonly code: string; readonly name: string },
  network: Network,
  villages: readonly CityVillage[],
  stations: readonly Station[],
  bands: readonly number[],
  then: Reached,
  today: Reached | undefined,
): CircleView {
  const input = coverageInput(villages, then.reach);
  const areas = (kind: 'county' | 'township'): readonly AreaCoverage[] => {
    const names = new Map(villages.map((village) => [village[kind].code, village[kind].name]));
    return coverageByArea(
      input,
      villages.map((village) => village[kind].code),
      bands,
    ).map(({ area, coverage }) => areaView({ code: area, name: names.get(area) ?? area }, coverage));
  };
  return {
    roads: roadsView(network),
    whole: areaView(city, coverageOf(input, bands)),
    counties: areas('county'),
    townships: areas('township'),
    villages: villages.map(({ code, name, township, county, position, schematic, people }, n) => {
      const { site, deciseconds, onFoot, bus } = then.reach[n] as SoonerReach;
      return {
        code,
        name,
        township: township.name,
        county: county.name,
        lon: position.lon,
        lat: position.lat,
        schematic,
        people: people?.people ?? null,
        minutes: minutesOf(deciseconds),
        // Of a journey by bus it is not told apart how much is walked and how much waited.
        onFoot: deciseconds === unreached || bus !== undefined ? null : deciseconds === 0 ? 0 : onFoot / deciseconds,
        station: site === undefined ? null : (then.stationIds[site] as string),
        ...(bus !== undefined && { bus: journeyText(bus) }),
        ...(today !== undefined && { minutesToday: minutesOf((today.reach[n] as Reach).deciseconds) }),
      };
    }),
    stations: stations.map(({ counts: _, ...station }) => station),
    sensitivity: sensitivityOf(input, bands).map(({ speed, minutes, share }) => ({ speed, minutes, share })),
    ...(today !== undefined && {
      today: areaView(city, coverageOf(coverageInput(villages, today.reach), bands)),
    }),
  };
}

function coverageInput(villages: readonly CityVillage[], reach: readonly Reach[]): CoverageInput {
  return {
    weights: villages.map(({ people }) => people?.people),
    groups: groupColumns(villages),
    deciseconds: reach.map(({ deciseconds }) => deciseconds),
    onFoot: reach.map(({ onFoot }) => onFoot),
  };
}

/** A column of people for each group that is counted anywhere; a place where it is not counted is not known. */
function groupColumns(villages: readonly CityVillage[]): CoverageInput['groups'] {
  const names = [...new Set(villages.flatMap(({ people }) => Object.keys(people?.groups ?? {})))].sort();
  return Object.fromEntries(names.map((name) => [name, villages.map(({ people }) => people?.groups[name])]));
}

function areaView(
  { code, name }: { readonly code: string; readonly name: string },
  { places, weight, uncounted, bands, meanMinutes, groups }: Coverage,
): AreaCoverage {
  return {
    code,
    name,
    places,
    people: weight,
    uncounted,
    bands: bands.map((band) => ({
      minutes: band.minutes,
      people: band.weight,
      share: band.share,
      places: band.places,
    })),
    meanMinutes: meanMinutes === null ? null : tenth(meanMinutes),
    groups: Object.entries(groups).map(([group, people]) => ({
      group,
      people,
      bands: bands.map((band) => {
        const { weight: within, share } = band.groups[group] ?? { weight: 0, share: null };
        return { minutes: band.minutes, people: within, share };
      }),
    })),
  };
}

/** Minutes to one decimal; null where there is no way. */
export function minutesOf(deciseconds: number): number | null {
  return deciseconds === unreached ? null : tenth(deciseconds / 600);
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
