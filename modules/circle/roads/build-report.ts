import { basename } from 'node:path';
import type { GraphInput } from './build-graph.ts';
import { e7 } from './geodesy.ts';
import type { Assembled } from './graph/assemble.ts';
import type { GraphFacts } from './graph/road-graph.ts';

/** What a reader saw: of an extract, or of own roads. */
export interface RoadsSeen {
  readonly missingNodes?: number;
  readonly turnsIgnored?: number;
  readonly roads?: number;
  readonly closed?: number;
  readonly notLines?: number;
  readonly tooShort?: number;
  readonly strangeSurfaces?: ReadonlyMap<string, number>;
}

interface Warning {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** What `circle build` answers. Places in degrees, WGS 84. */
export interface BuildReport {
  readonly graph: string;
  readonly checksum: string;
  readonly profile: string;
  readonly crs: GraphFacts['crs'];
  readonly source: GraphFacts['source'];
  readonly seconds: number;
  readonly nodes: number;
  readonly arcs: number;
  readonly edges: number;
  readonly kilometres: number;
  /** Nodes from which every other of them can be reached and left again. */
  readonly core: number;
  readonly oneWayPockets: number;
  /** Pieces that no road joins to the core; the largest five, each by a place in it. */
  readonly islands: number;
  readonly largestIslands: readonly { readonly nodes: number; readonly lon: number; readonly lat: number }[];
  readonly barriers: number;
  readonly turnRules: number;
  readonly turnsIgnored: number;
  readonly missingNodes: number;
  readonly warnings: readonly Warning[];
}

/** Below this share of nodes in the core, the roads do not hang together well enough to be trusted. */
const soundCore = 0.9;
export function reportOf(
  out: string,
  checksum: string,
  seconds: number,
  { profile, crs, source }: GraphInput,
  { arrays, facts, seen }: Assembled,
  read: RoadsSeen,
): BuildReport {
  const { turnRules, barriers, coreNodes, oneWayPockets, islands, largestIslands } = seen;
  let decimetres = 0;
  for (let e = 0; e < arrays.edgeDecimetres.length; e += 1) decimetres += arrays.edgeDecimetres[e] as number;
  const report = {
    graph: basename(out),
    checksum,
    profile: profile.name,
    crs: { stored: 'WGS84', imported: crs } as const,
    source,
    seconds,
    nodes: facts.junctions,
    arcs: arrays.forwardEdge.length,
    edges: arrays.edgeFrom.length,
    kilometres: Math.round(decimetres / 10_000),
    core: coreNodes,
    oneWayPockets,
    islands,
    largestIslands: largestIslands.map(({ nodes, lon, lat }) => ({ nodes, lon: lon / e7, lat: lat / e7 })),
    barriers,
    turnRules,
    turnsIgnored: read.turnsIgnored ?? 0,
    missingNodes: read.missingNodes ?? 0,
  };
  return { ...report, warnings: [...warningsOf(report, profile.verified), ...warningsOfOwn(read)] };
}

export function reportText(report: BuildReport): string {
  const { nodes, arcs, kilometres, core, islands, largestIslands, barriers, turnRules, missingNodes } = report;
  const [largest] = largestIslands;
  const place = largest ? `，最大 largest：${largest.nodes} 点 nodes @ ${largest.lon}, ${largest.lat}` : '';
  return [
    `${report.graph}：${nodes} 点 nodes，${arcs} 有向边 arcs，${kilometres} km；校验 checksum ${report.checksum}；${report.seconds} s`,
    `主路网 core ${core}（${percent(core / nodes)}），孤立路段 islands ${islands}${place}`,
    `路障 barriers ${barriers}，转弯限制 turn rules ${turnRules}，缺失节点 missing nodes ${missingNodes}`,
  ].join('\n');
}

function warningsOf(report: Omit<BuildReport, 'warnings'>, verified: boolean): Warning[] {
  const { nodes, core, islands, oneWayPockets, largestIslands, missingNodes, turnsIgnored } = report;
  const [largest] = largestIslands;
  const warnings: Warning[] = [];
  const warn = (code: string, zh: string, en: string): void => void warnings.push({ code, zh, en });
  if (!verified)
    warn(
      'speedsUnverified',
      '速度是假定值，没有与实测行程核对过',
      'the speeds are assumptions that nobody has compared with measured journeys',
    );
  if (core < soundCore * nodes)
    warn(
      'smallCore',
      `只有 ${percent(core / nodes)} 的路口在主路网中：道路可能没有连好`,
      `only ${percent(core / nodes)} of the junctions are in the core: the roads may not be joined well`,
    );
  if (islands > 0 && largest)
    warn(
      'islands',
      `${islands} 片路段与主路网不通，最大的在 ${largest.lon}, ${largest.lat}（${largest.nodes} 个路口）`,
      `${islands} pieces are cut off from the core, the largest at ${largest.lon}, ${largest.lat} (${largest.nodes} junctions)`,
    );
  if (oneWayPockets > 0)
    warn(
      'oneWayPockets',
      `${oneWayPockets} 个路口只能进或只能出`,
      `${oneWayPockets} junctions can only be entered or only be left`,
    );
  if (missingNodes > 0)
    warn(
      'missingNodes',
      `文件缺少 ${missingNodes} 个节点，道路在那里断开（数据在边界处裁切）`,
      `the file lacks ${missingNodes} nodes, and roads end there: it was cut at a border`,
    );
  if (turnsIgnored > 0)
    warn(
      'turnsIgnored',
      `${turnsIgnored} 条转弯限制没有采用（不是“经一个路口”的形式）`,
      `${turnsIgnored} turn restrictions are left out: they are not over one junction`,
    );
  return warnings;
}

function warningsOfOwn({ notLines = 0, tooShort = 0, strangeSurfaces = new Map() }: RoadsSeen): Warning[] {
  const warnings: Warning[] = [];
  if (notLines > 0)
    warnings.push({
      code: 'notLines',
      zh: `${notLines} 个要素不是线，没有采用`,
      en: `${notLines} features are no lines and are left out`,
    });
  if (tooShort > 0)
    warnings.push({
      code: 'tooShort',
      zh: `${tooShort} 条路短于一米，没有采用`,
      en: `${tooShort} roads are shorter than a metre and are left out`,
    });
  if (strangeSurfaces.size > 0) {
    const words = [...strangeSurfaces].map(([word, times]) => `${word} ×${times}`).join(', ');
    warnings.push({
      code: 'surfaces',
      zh: `不认识的路面，按铺装路面计：${words}`,
      en: `unknown surfaces, taken as paved: ${words}`,
    });
  }
  return warnings;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
