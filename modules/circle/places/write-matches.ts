import {
  childrenOf,
  isWithin,
  loadRegister,
  type Region,
  type Register,
  regionOf,
  shortNameOf,
} from '../../network/index.ts';
import { refuse } from '../input/bad-input.ts';
import { csvText } from '../input/csv-text.ts';
import { writeWhole } from '../input/write-whole.ts';
import { matchPlaces, type PlaceMatch } from './match-places.ts';
import { readPlaceNodes } from './place-nodes.ts';

export interface MatchAsked {
  readonly extract: string;
  readonly out: string;
  /** Only units at or below this code. */
  readonly within: string | undefined;
  readonly reachKm: number;
  /** The register of which day. */
  readonly on: string;
}

/** Match the register against an extract and write the table. @returns how many @throws BadInput, and nothing is written */
export function writeMatches({ extract, out, within: code, reachKm, on }: MatchAsked) {
  const register = loadRegister();
  const within = code === undefined ? undefined : regionOf(register, code)?.code;
  if (code !== undefined && within === undefined)
    refuse('/within', 'unknown', `名册里没有这个代码：${code}`, `no such code in the register: ${code}`);
  const matches = matchPlaces({ regions: unitsOn(register, on), nodes: readPlaceNodes(extract), reachKm }).filter(
    ({ region }) => within === undefined || isWithin(register, region.code, within),
  );
  const rows = matches.flatMap((match) => rowsOf(register, match));
  // With a byte order mark spreadsheets read it as what it is.
  writeWhole(out, `\uFEFF${csvText(rows)}`);
  const count = (status: PlaceMatch['status']): number => matches.filter((match) => match.status === status).length;
  return { units: matches.length, sure: count('sure'), doubtful: count('doubtful'), none: count('none'), out };
}

/** Counties, townships and villages that stand on the day, those above before those below. */
function unitsOn(register: Register, on: string): readonly Region[] {
  const counties = register.regions.filter(
    ({ level, code }) => level === 'county' && regionOf(register, code, on) !== undefined,
  );
  const townships = counties.flatMap(({ code }) => childrenOf(register, code, on));
  return [...counties, ...townships, ...townships.flatMap(({ code }) => childrenOf(register, code, on))];
}

function rowsOf(register: Register, { region, status, candidates }: PlaceMatch) {
  const unit = {
    id: region.code,
    name: shortNameOf(region),
    above: region.parent === null ? '' : (regionOf(register, region.parent)?.name ?? ''),
    status,
  };
  if (candidates.length === 0)
    return [
      {
        ...unit,
        score: '',
        take: '',
        lon: '',
        lat: '',
        km: '',
        osm_name: '',
        osm_place: '',
        osm_node: '',
        reason: '没有这个名称 · no such name',
      },
    ];
  return candidates.map(({ node, score, km, reasons }, n) => ({
    ...unit,
    score: String(score),
    take: status === 'sure' && n === 0 ? '1' : '',
    lon: String(node.lon),
    lat: String(node.lat),
    km: km === undefined ? '' : km.toFixed(1),
    osm_name: node.names[0],
    osm_place: node.place,
    osm_node: String(node.id),
    reason: reasons.map(({ zh, en }) => `${zh} · ${en}`).join('；'),
  }));
}
