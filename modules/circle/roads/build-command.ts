import { refuse } from '../input/bad-input.ts';
import { answer, type CommandOutput } from '../input/command.ts';
import type { Box } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readText } from '../input/text-file.ts';
import { readWords } from '../input/words.ts';
import { buildGraph, fingerprint, type GraphInput } from './build-graph.ts';
import { reportOf, reportText } from './build-report.ts';
import { heightsFrom } from './elevation.ts';
import { type Crs, china, readOwnRoads } from './own/read-own-roads.ts';
import { readExtract } from './pbf/read-extract.ts';
import { loadProfile, type Profile } from './profile.ts';

/** What `fayuan circle build --help` tells beside the usage line. */
export const buildHelp = `把道路数据做成路网文件，供其余子命令使用。
Makes a road graph, which the other commands read, of an OpenStreetMap extract or of the city's own roads.
FILE            .osm.pbf；或本市自有道路 · or own roads: .geojson（LineString / MultiLineString）、.csv（from_lon,from_lat,to_lon,to_lat,class）
                自有道路的列 columns of own roads: class|技术等级|道路等级, name|名称, oneway|单行, surface|路面, maxspeed|限速；端点相距一米内相连 · ends within a metre meet
--out GRAPH     写到哪里；写完才出现 · where it goes; it appears when it is whole
--profile P     drive（默认 by default）、motorcycle、walk，或自定的 FILE.json · or a file of your own
--dem FOLDER    .hgt 高程文件夹，坡度影响速度 · .hgt heights; slopes slow down
--crs SYSTEM    自有道路必填 · needed for own roads: wgs84、cgcs2000、gcj02（转换为 WGS 84 · converted）
--bbox W,S,E,N  自有道路须在此范围，默认全国 · own roads must lie in it; China by default
--schematic     标明是示意路网，不是实测 · marks invented roads
退出码 exit: 0 完成 done · 2 输入有误 bad input`;

const systems = ['wgs84', 'cgcs2000', 'gcj02'] as const;
const options = {
  out: { type: 'string' },
  profile: { type: 'string', default: 'drive' },
  dem: { type: 'string' },
  crs: { type: 'string' },
  bbox: { type: 'string' },
  schematic: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `fayuan circle build`: from roads to a graph file. */
export function buildCommand(argv: readonly string[]): Promise<CommandOutput> {
  return answer(async () => {
    const began = performance.now();
    const { options: asked, files } = accept(readWords(argv, options, ['FILE']));
    const { out } = asked;
    if (out === undefined) return refuse('/out', 'missing', '缺少 --out', '--out is missing');
    const profile = loadProfile(asked.profile);
    const heightAt = asked.dem === undefined ? undefined : heightsFrom(asked.dem);
    const roads = await readRoads(files.FILE, asked.crs, asked.bbox, profile);
    const source = { ...(await fingerprint(files.FILE)), ...roads.source };
    const input: GraphInput = {
      ways: roads.ways,
      profile,
      crs: roads.crs,
      source,
      schematic: asked.schematic,
      ...(heightAt && { heightAt }),
    };
    const { built, checksum } = buildGraph(out, input);
    const seconds = Math.round(performance.now() - began) / 1000;
    const report = reportOf(out, checksum, seconds, input, built, roads.seen);
    return {
      exitCode: 0,
      stdout: asked.json ? JSON.stringify(report) : reportText(report),
      stderr: report.warnings.map(({ zh, en }) => `${zh} · ${en}`).join('\n'),
    };
  });
}

/** What a reader of roads gives, whatever the file. */
interface Roads {
  readonly ways: GraphInput['ways'];
  readonly crs: Crs;
  readonly source: { readonly writer?: string; readonly dataAt?: string };
  readonly seen: Parameters<typeof reportOf>[5];
}

async function readRoads(
  file: string,
  crs: string | undefined,
  bbox: string | undefined,
  profile: Profile,
): Promise<Roads> {
  const kind = /\.csv$/i.test(file) ? 'csv' : /\.(geo)?json$/i.test(file) ? 'geojson' : undefined;
  if (kind === undefined) {
    if (crs !== undefined && crs !== 'wgs84')
      refuse('/crs', 'crs', '.osm.pbf 的坐标系总是 wgs84', 'an .osm.pbf is always in wgs84');
    if (bbox !== undefined) refuse('/bbox', 'bbox', '--bbox 只用于自有道路', '--bbox is for own roads only');
    const { ways, header, counts } = readExtract(file, profile);
    return { ways, crs: 'wgs84', source: header, seen: counts };
  }
  if (crs === undefined)
    return refuse(
      '/crs',
      'missing',
      `缺少 --crs：自有道路须说明坐标系（${systems.join('、')}）`,
      `--crs is missing: say which system the roads are in (${systems.join(', ')})`,
    );
  const system = systems.find((known) => known === crs);
  if (system === undefined)
    return refuse(
      '/crs',
      'crs',
      `没有这个坐标系：${crs}（有 ${systems.join('、')}）`,
      `no such system: ${crs}; one of ${systems.join(', ')}`,
    );
  const box = bbox === undefined ? china : readBox(bbox);
  const text = accept(await readText(file, '/FILE'));
  const { ways, counts, strangeSurfaces } = readOwnRoads(text, kind, system, profile, box);
  return { ways, crs: system, source: {}, seen: { ...counts, strangeSurfaces } };
}

function readBox(text: string): Box {
  const [west, south, east, north, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    more.length > 0 ||
    !(west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90)
  )
    return refuse(
      '/bbox',
      'bbox',
      `须为 西,南,东,北 度数：${text}`,
      `must be west,south,east,north in degrees: ${text}`,
    );
  return { west, south, east, north };
}
