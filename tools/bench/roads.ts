import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../kernel/paths.ts';
import { writeLargeExtract } from './large-extract.ts';
import { median } from './median.ts';

/** An extract to a graph, by the command line. */
export interface RoadsBuilt {
  readonly megabytes: number;
  readonly junctions: number;
  readonly arcs: number;
  /** Median of several runs, from the start of the process to its end, where there was more than one. */
  readonly seconds: number;
  /** Most memory that the process held, MB (10^6 bytes). */
  readonly peakMB: number;
}

export interface RoadsFigures {
  /** A county's extract. */
  readonly county: RoadsBuilt;
  /** A large province's. */
  readonly province: RoadsBuilt;
}

/** @param folder where the made-up extracts and their graphs may lie for the while: about 1.1 GB */
export function benchRoads(folder: string): RoadsFigures {
  return { county: buildMadeUp(folder, 2_500_000, 5), province: buildMadeUp(folder, 300_000_000, 1) };
}

function buildMadeUp(folder: string, bytes: number, times: number): RoadsBuilt {
  const [extract, graph] = [join(folder, 'roads.osm.pbf'), join(folder, 'roads.graph')];
  try {
    const size = writeLargeExtract(extract, bytes);
    const runs = Array.from({ length: times }, () => runBuild(extract, graph));
    const { nodes, arcs } = runs[0] as (typeof runs)[number];
    return {
      megabytes: size / 1e6,
      junctions: nodes,
      arcs,
      seconds: median(runs.map(({ seconds }) => seconds)),
      peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)),
    };
  } finally {
    for (const path of [extract, graph]) rmSync(path, { force: true });
  }
}

/** Told by the process itself when it ends: nobody else can ask for its peak on every system. `maxRSS` is in KiB. */
const tellPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`;

function runBuild(
  extract: string,
  graph: string,
): { readonly nodes: number; readonly arcs: number; readonly seconds: number; readonly peakMB: number } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tellPeak, fromRoot('bin', 'fayuan.js'), 'circle', 'build', extract, '--out', graph, '--json'],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - began) / 1000;
  const peak = /\npeak (\d+)$/.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`fayuan circle build: ${stderr}`);
  const { nodes, arcs } = JSON.parse(stdout) as { readonly nodes: number; readonly arcs: number };
  return { nodes, arcs, seconds, peakMB: (Number(peak) * 1024) / 1e6 };
}
