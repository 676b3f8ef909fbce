import { statSync } from 'node:fs';
import { Refusal } from '../../kernel/errors/index.ts';
import { openGraph } from './roads/graph/graph-file.ts';
import type { RoadsOnFile as RoadsView } from './schema.ts';
import { type Network, openNetwork } from './travel/network.ts';
import { boxOf } from './travel/travel-input.ts';

/** The road graph of the city, opened when it is first asked for and again when its file has changed. */
export interface RoadsHolder {
  /** @returns undefined where no graph is on file */
  network(): Network | undefined;
  /** @throws Refusal `circle.noRoads` */
  mustHave(): Network;
}

/** @param path the graph file, there or not */
export function roadsOnFile(path: string): RoadsHolder {
  let open: { readonly stamp: string; readonly network: Network } | undefined;
  const network = (): Network | undefined => {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined) return undefined;
    const stamp = `${file.mtimeMs}/${file.size}/${file.ino}`;
    if (open?.stamp !== stamp) open = { stamp, network: openNetwork(openGraph(path)) };
    return open.network;
  };
  return {
    network,
    mustHave() {
      const found = network();
      if (found === undefined) throw new Refusal('circle.noRoads');
      return found;
    },
  };
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
