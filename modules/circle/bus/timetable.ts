import { BadInput } from '../input/bad-input.ts';
import { readCsv } from '../input/csv-table.ts';
import { accept, type InputFault } from '../input/read.ts';
import type { Place } from '../travel/network.ts';

/** Where a bus stops (停靠点). */
export interface Stop {
  readonly name: string;
  readonly place: Place;
}

/** A stop of a trip. Seconds after midnight of the day on which the trip sets out; beyond 86,400 on the day after. */
export interface Call {
  /** Number of the stop. */
  readonly stop: number;
  readonly arrive: number;
  readonly depart: number;
}

/** One run of a bus (班次). */
export interface Trip {
  readonly line: string;
  readonly trip: string;
  /** ISO weekdays, 1 Monday to 7 Sunday, on which it sets out. Public holidays make no difference. */
  readonly days: ReadonlySet<number>;
  readonly calls: readonly Call[];
}

/** 班车时刻表. */
export interface Timetable {
  readonly stops: readonly Stop[];
  readonly trips: readonly Trip[];
}

const needed = ['line', 'trip', 'stop', 'time'] as const;
const allowed = new Set<string>([...needed, 'depart', 'lon', 'lat', 'days']);
/** So many faults are told at once; a file that is wrong throughout is not recited. */
const mostFaults = 20;

interface Row {
  /** Line of the file, the header being 1, where no cell holds a line break. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * A timetable from CSV: a row for each stop of each trip, in the order of travel. `line,trip,stop,time` are needed; `depart` where the bus
 * waits; `lon,lat` (degrees, WGS 84) at least once for each stop that is not a place known by its name; `days` the weekdays as digits
 * (`12345`), every day where it is empty.
 * @param known a place by the name of a stop: a code of the register, an id of the other files
 * @throws BadInput with a fault for each wrong cell, naming line and column
 */
export function readTimetable(
  text: string,
  pointer: string,
  known: (stop: string) => Place | undefined = () => undefined,
): Timetable {
  const { columns, rows: cells } = accept(readCsv(text, pointer));
  const faults: InputFault[] = [];
  const fault = (at: string, code: string, zh: string, en: string): void => {
    faults.push({ pointer: `${pointer}${at}`, code, text: { zh, en } });
  };
  for (const name of needed)
    if (!columns.includes(name)) fault(`/${name}`, 'columnMissing', `缺少列：${name}`, `missing column: ${name}`);
  for (const name of columns)
    if (!allowed.has(name)) fault(`/${name}`, 'columnUnknown', `没有这一列：${name}`, `no such column: ${name}`);
  if (faults.length > 0) throw new BadInput(faults);
  const rows = cells.map(
    (row, n): Row => ({ line: n + 2, cells: new Map(columns.map((name, c) => [name, row[c] ?? ''])) }),
  );
  /** Say what is wrong with a cell, by its line and column. */
  const wrong = ({ line }: Row, column: string, code: string, zh: string, en: string): void =>
    fault(`/${line - 2}/${column}`, code, `第 ${line} 行 ${column}：${zh}`, `line ${line}, ${column}: ${en}`);

  const stops = readStops(rows, known, wrong);
  const trips = readTrips(rows, stops.numbers, wrong);
  if (faults.length > 0) throw new BadInput(faults.slice(0, mostFaults));
  return { stops: stops.stops, trips };
}

type Wrong = (row: Row, column: string, code: string, zh: string, en: string) => void;

function readStops(rows: readonly Row[], known: (stop: string) => Place | undefined, wrong: Wrong) {
  const places = new Map<string, Place>();
  const first = new Map<string, Row>();
  for (const row of rows) {
    const name = row.cells.get('stop') ?? '';
    if (name === '') {
      wrong(row, 'stop', 'empty', '没有写站名', 'the stop has no name');
      continue;
    }
    if (!first.has(name)) first.set(name, row);
    const [lon, lat] = [row.cells.get('lon') ?? '', row.cells.get('lat') ?? ''];
    if (lon === '' && lat === '') continue;
    const place = { lon: degrees(lon, 180), lat: degrees(lat, 90) };
    if (Number.isNaN(place.lon)) wrong(row, 'lon', 'degrees', `须为经度：${lon}`, `must be a longitude: "${lon}"`);
    else if (Number.isNaN(place.lat))
      wrong(
        row,
        'lat',
        'degrees',
        `须为纬度（经纬度可能对调）：${lat}`,
        `must be a latitude (swapped with lon?): "${lat}"`,
      );
    else {
      const before = places.get(name);
      if (before !== undefined && (before.lon !== place.lon || before.lat !== place.lat))
        wrong(row, 'lon', 'twoPlaces', `${name} 前面写的是另一个位置`, `${name} stood elsewhere before`);
      places.set(name, before ?? place);
    }
  }
  const stops: Stop[] = [];
  const numbers = new Map<string, number>();
  for (const [name, row] of first) {
    const place = places.get(name) ?? known(name);
    if (place === undefined) {
      wrong(
        row,
        'lon',
        'placeMissing',
        `不知道 ${name} 在哪里：写上 lon、lat`,
        `nobody knows where ${name} is: give lon and lat`,
      );
      continue;
    }
    numbers.set(name, stops.length);
    stops.push({ name, place });
  }
  return { stops, numbers };
}

function readTrips(rows: readonly Row[], numbers: ReadonlyMap<string, number>, wrong: Wrong): readonly Trip[] {
  const byTrip = new Map<string, { readonly first: Row; readonly days: string; readonly calls: Call[] }>();
  for (const row of rows) {
    const cell = (name: string): string => row.cells.get(name) ?? '';
    const [line, trip] = [cell('line'), cell('trip')];
    if (line === '') wrong(row, 'line', 'empty', '没有写线路', 'the line has no name');
    if (trip === '') wrong(row, 'trip', 'empty', '没有写班次', 'the trip has no name');
    const arrive = clockSeconds(cell('time'));
    const depart = cell('depart') === '' ? arrive : clockSeconds(cell('depart'));
    if (arrive === undefined)
      wrong(
        row,
        'time',
        'time',
        `须为时刻，如 08:10：${cell('time')}`,
        `must be a time, such as 08:10: "${cell('time')}"`,
      );
    if (depart === undefined && cell('depart') !== '')
      wrong(
        row,
        'depart',
        'time',
        `须为时刻，如 08:10：${cell('depart')}`,
        `must be a time, such as 08:10: "${cell('depart')}"`,
      );
    if (!/^[1-7]*$/.test(cell('days')))
      wrong(
        row,
        'days',
        'days',
        `须为星期几的数字，如 12345：${cell('days')}`,
        `must be digits of weekdays, such as 12345: "${cell('days')}"`,
      );
    const stop = numbers.get(cell('stop'));
    if (arrive === undefined || depart === undefined || stop === undefined) continue;
    const key = JSON.stringify([line, trip]);
    const known = byTrip.get(key) ?? { first: row, days: cell('days'), calls: [] };
    byTrip.set(key, known);
    if (known.days !== cell('days'))
      wrong(row, 'days', 'daysDiffer', '同一班次前面写的不同', 'another value stood before in the same trip');
    const last = known.calls.at(-1);
    if (depart < arrive) wrong(row, 'depart', 'before', '开车早于到站', 'it leaves before it arrives');
    if (last !== undefined && arrive < last.depart)
      wrong(
        row,
        'time',
        'backwards',
        '早于上一站的时刻；过了半夜写 24:10',
        'before the stop ahead of it; after midnight write 24:10',
      );
    known.calls.push({ stop, arrive, depart });
  }
  return [...byTrip.values()].map(({ first, days, calls }) => {
    if (calls.length < 2) wrong(first, 'trip', 'oneStop', '这一班次只有一站', 'the trip has one stop only');
    return {
      line: first.cells.get('line') ?? '',
      trip: first.cells.get('trip') ?? '',
      days: new Set([...(days === '' ? '1234567' : days)].map(Number)),
      calls,
    };
  });
}

/** `8:10` or `24:05` as seconds; undefined for anything else. */
export function clockSeconds(text: string): number | undefined {
  const [, hours, minutes] = /^([0-3]?\d|4[0-7]):([0-5]\d)$/.exec(text.replace('：', ':')) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60;
}

function degrees(text: string, most: number): number {
  const value = text === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= most ? value : Number.NaN;
}
