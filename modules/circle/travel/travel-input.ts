import type { Box, Points } from '../input/points.ts';
import { accept } from '../input/read.ts';
import { readText } from '../input/text-file.ts';
import { e7 } from '../roads/geodesy.ts';
import { openGraph } from '../roads/graph/graph-file.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { type Network, openNetwork } from './network.ts';
import type { Snap } from './snap.ts';

/** Open a graph and read a file of points that belongs to it. @throws BadInput */
export function networkAt(path: string): Network {
  return openNetwork(openGraph(path));
}

/** The text of a file that an option names. @throws BadInput where the option or the file is missing */
export async function textOf(path: string | undefined, option: string): Promise<string> {
  const pointer = `/${option}`;
  if (path === undefined)
    return accept({
      ok: false,
      fault: { pointer, code: 'missing', text: { zh: `缺少 --${option}`, en: `--${option} is missing` } },
    });
  return accept(await readText(path, pointer));
}

/** The graph's box in degrees. */
export function boxOf({ facts }: RoadGraph): Box {
  const { west, south, width, height } = facts.box;
  const east = west + width;
  return {
    west: west / e7,
    south: south / e7,
    east: (east > 180 * e7 ? east - 360 * e7 : east) / e7,
    north: (south + height) / e7,
  };
}

/** Where each of the points meets the road. */
export function snapAll(network: Network, { lon, lat }: Points): readonly (Snap | undefined)[] {
  return lon.map((x, n) => network.snap({ lon: x, lat: lat[n] as number }));
}

/** What a reader should know of places far from any road: a line each for the first few. */
export function farLines(
  { graph }: Network,
  points: Points,
  snaps: readonly (Snap | undefined)[],
  what: { readonly zh: string; readonly en: string },
): readonly string[] {
  const { farMetres, mostMetres } = graph.facts.profile.approach;
  const lines: string[] = [];
  const list = (of: readonly number[]): string =>
    `${of
      .slice(0, 10)
      .map((n) => points.ids[n])
      .join(', ')}${of.length > 10 ? ' …' : ''}`;
  const numbers = points.ids.map((_, n) => n);
  const off = numbers.filter((n) => snaps[n] === undefined);
  if (off.length > 0)
    lines.push(
      `${off.length} 个${what.zh} ${mostMetres} 米内没有路 · ${off.length} ${what.en} with no road within ${mostMetres} m: ${list(off)}`,
    );
  const far = numbers.filter((n) => (snaps[n]?.metres ?? 0) > farMetres);
  if (far.length > 0)
    lines.push(
      `${far.length} 个${what.zh}离路超过 ${farMetres} 米，步行计入 · ${far.length} ${what.en} over ${farMetres} m from the road, the walk is counted: ${list(far)}`,
    );
  const island = numbers.filter((n) => snaps[n]?.inCore === false);
  if (island.length > 0)
    lines.push(
      `${island.length} 个${what.zh}所在的路与主路网不通 · ${island.length} ${what.en} on roads cut off from the main network: ${list(island)}`,
    );
  return lines;
}

export const demandWords = { zh: '需求点', en: 'demand points' };
export const siteWords = { zh: '站点', en: 'sites' };
