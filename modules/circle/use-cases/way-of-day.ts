import { z } from 'zod';
import type { Actor } from '../../../kernel/use-case/index.ts';
import { TravelMode } from '../../network/index.ts';
import { mustReadCircle } from '../permissions.ts';
import type { Network } from '../travel/network.ts';
import { readWay, traceWay } from '../travel/trace.ts';

const Stop = z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

/** The stops of one day of a team, in their order, the base first and last. */
export const AskDay = z.strictObject({ by: TravelMode.default('drive'), stops: z.array(Stop).min(2).max(60) });
export type AskDay = z.output<typeof AskDay>;

/** The roads of a team's day, as one line; straight where no road leads from one stop to the next. */
export function wayOfDay(actor: Actor, network: Network, { stops }: AskDay): { readonly line: [number, number][] } {
  mustReadCircle(actor);
  const line = stops.slice(1).flatMap((to, n): [number, number][] => {
    const from = stops[n] as (typeof stops)[number];
    const [door, site] = [network.snap(from), network.snap(to)];
    const found = network.timesTo([site]).found;
    const legs = door === undefined || site === undefined ? undefined : traceWay(network.graph, found, door, site, 0);
    const road = legs === undefined ? [] : readWay(network.graph, legs).line;
    return [[from.lon, from.lat], ...road.map(([lon, lat]): [number, number] => [lon, lat]), [to.lon, to.lat]];
  });
  return { line };
}
