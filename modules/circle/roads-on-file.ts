import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../../kernel/errors/index.ts';
import { TravelMode } from '../network/index.ts';
import { openGraph } from './roads/graph/graph-file.ts';
import type { RoadsOnFile as RoadsView } from './schema.ts';
import { type TilesFile, tilesBeside } from './tiles/tiles-on-file.ts';
import { type Network, openNetwork } from './travel/network.ts';
import { boxOf } from './travel/travel-input.ts';

/** The road graphs of the city, one for each way of travelling; each opened when it is first asked for and again when its file has changed. */
export interface RoadsHolder {
  /**
   * The roads for driving unless another way of travelling is named.
   * @returns undefined where no graph is on file
   * @throws Refusal `circle.wrongProfile` where the file holds a graph for another way of travelling
   */
  network(mode?: TravelMode): Network | undefined;
  /** @throws Refusal `circle.noRoads`, `circle.wrongProfile` */
  mustHave(mode?: TravelMode): Network;
  isOnFile(mode: TravelMode): boolean;
  /** Where the graph of a way of travelling belongs. */
  pathOf(mode: TravelMode): string;
  /** The roads as vector tiles. @throws Refusal `circle.noRoads`, `circle.wrongProfile` */
  tiles(mode?: TravelMode): Promise<TilesFile>;
}

/** @param path the graph file for driving, there or not: `roads.graph`; the others lie beside it as `roads-walk.graph`, `roads-motorcycle.graph` */
export function roadsOnFile(path: string): RoadsHolder {
  const open = new Map<TravelMode, { readonly stamp: string; readonly network: Network }>();
  const pathOf = (mode: TravelMode): string => (mode === 'drive' ? path : path.replace(/(\.\w+)?$/, `-${mode}$1`));
  const network = (mode: TravelMode = 'drive'): Network | undefined => {
    const file = statSync(pathOf(mode), { throwIfNoEntry: false });
    if (file === undefined) return undefined;
    const stamp = `${file.mtimeMs}/${file.size}/${file.ino}`;
    const known = open.get(mode);
    if (known?.stamp === stamp) return known.network;
    const opened = openNetwork(openGraph(pathOf(mode)));
    const { name } = opened.graph.facts.profile;
    if (isOther(mode, name)) throw new Refusal('circle.wrongProfile', { mode, profile: name });
    open.set(mode, { stamp, network: opened });
    return opened;
  };
  const mustHave = (mode: TravelMode = 'drive'): Network => {
    const found = network(mode);
    if (found === undefined) throw new Refusal('circle.noRoads', { mode });
    return found;
  };
  const beside = new Map<TravelMode, ReturnType<typeof tilesBeside>>();
  const tiles = async (mode: TravelMode = 'drive'): Promise<TilesFile> => {
    const { checksum } = mustHave(mode).graph;
    const made = beside.get(mode) ?? tilesBeside(pathOf(mode));
    beside.set(mode, made);
    return made(checksum);
  };
  return { network, mustHave, isOnFile: (mode) => existsSync(pathOf(mode)), pathOf, tiles };
}

/** Whether a profile is plainly for another way of travelling: a footpath must not pass for a road. A city's own may bear any other name. */
function isOther(mode: TravelMode, profile: string): boolean {
  return TravelMode.options.some((other) => other !== mode && (profile === other || profile.startsWith(`${other}-`)));
}

export function roadsView({ graph }: Network): RoadsView {
  const { checksum, facts } = graph;
  const { name, title, verified } = facts.profile;
  const { dataAt } = facts.source;
  return {
    checksum,
    schematic: facts.schematic,
    profile: { name, title },
    verified,
    source: { name: facts.source.name, ...(dataAt !== undefined && { dataAt }) },
    box: boxOf(graph),
  };
}
