import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { alongEdge, type CopiesOf, copiesOf, leavesFrom, seedsTo } from './approach.ts';
import { type Contracted, contract } from './contract.ts';
import { createSearcher, type Found, type Searcher, unreached } from './search.ts';
import { contractedMany, type ManySearch, plainMany } from './search-many.ts';
import { type OnRoad, type Snap, snapTo } from './snap.ts';

/** A place, degrees, WGS 84. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** How long from a place to the nearest of the sites. */
export interface Reach {
  /** Which site, by its number; undefined where none can be reached. */
  readonly site?: number;
  /** From door to door, deciseconds, the walks at both ends counted. */
  readonly deciseconds: number;
  /** Of that on foot between door and road, at both ends, deciseconds. */
  readonly onFoot: number;
}

/** A road graph ready to answer: travel is FROM a place TO a site, so that all searches go against the arcs from the sites. */
export interface Network {
  readonly graph: RoadGraph;
  readonly copies: CopiesOf;
  /** Where a place meets the road; undefined beyond the profile's `approach.mostMetres` of any. */
  snap(place: Place): Snap | undefined;
  /** Times from every node to the nearest of the sites; those without a road are passed over. */
  timesTo(sites: readonly (Snap | undefined)[], limit?: number): TimesTo;
  /**
   * A search for tables of times.
   * @param against true for ways against the arcs @param searches how many there will be: many are done on a contracted graph
   */
  searchMany(against: boolean, searches: number): ManySearch;
}

/** What is known after one search. It is written over by the next `timesTo` of the same network: ask before that. */
export interface TimesTo {
  readonly found: Found;
  /** From a door to the nearest site. */
  from(door: Snap | undefined): Reach;
  /**
   * From a place on an edge to the nearest site's door, deciseconds; {@link unreached} where there is none.
   * @param share of the edge from its `from` end
   */
  fromRoad(edge: number, share: number): number;
}

const noReach: Reach = { deciseconds: unreached, onFoot: 0 };

/** Contracting the graph takes as long as so many searches of it. It is kept. */
const worthContracting = 20;
/** Places remembered, some megabytes. */
const mostKnown = 20_000;

export function openNetwork(graph: RoadGraph): Network {
  const copies: CopiesOf = copiesOf(graph);
  const along = { first: graph.forwardFirst, pairs: graph.forward };
  const against = { first: graph.backwardFirst, pairs: graph.backward };
  let toSites: Searcher | undefined;
  // Tables have searchers of their own: what `timesTo` found stays as it is.
  let contracted: Contracted | undefined;
  const few: { along?: ManySearch; against?: ManySearch } = {};
  const many: { along?: ManySearch; against?: ManySearch } = {};
  // Villages and stations stand still: the same thousand places are asked for again and again.
  const known = new Map<string, Snap | undefined>();
  return {
    graph,
    copies,
    searchMany(back, searches) {
      const way = back ? 'against' : 'along';
      if (contracted === undefined && searches < worthContracting) {
        few[way] ??= plainMany(createSearcher(back ? against : along, graph.facts.longestArc));
        return few[way];
      }
      contracted ??= contract(along);
      many[way] ??= contractedMany(contracted, back);
      return many[way];
    },
    snap({ lon, lat }) {
      const key = `${lon},${lat}`;
      if (known.has(key)) return known.get(key);
      if (known.size >= mostKnown) known.clear();
      const snap = snapTo(graph, Math.round(lon * 1e7), Math.round(lat * 1e7));
      known.set(key, snap);
      return snap;
    },
    timesTo(sites, limit) {
      const seeds = sites.flatMap((site, label) => (site === undefined ? [] : seedsTo(graph, copies, site, label)));
      toSites ??= createSearcher(against, graph.facts.longestArc);
      const found = toSites.run(seeds, limit);
      const onEdge = sitesByEdge(sites);
      const best = (door: OnRoad): { site: number; time: number } => {
        let [site, time] = [-1, unreached];
        for (const [node, cost] of leavesFrom(graph, door)) {
          const there = found[2 * node] as number;
          if (there === unreached || cost + there >= time) continue;
          time = cost + there;
          site = found[2 * node + 1] as number;
        }
        for (const label of onEdge.get(door.edge) ?? []) {
          const at = sites[label] as Snap;
          const along = alongEdge(graph, door, at);
          if (along === undefined || along + at.walk >= time) continue;
          time = along + at.walk;
          site = label;
        }
        return { site, time };
      };
      return {
        found,
        from(door) {
          if (door === undefined) return noReach;
          const { site, time } = best(door);
          if (site < 0) return noReach;
          const walk = (sites[site] as Snap).walk;
          return { site, deciseconds: time + door.walk, onFoot: door.walk + walk };
        },
        fromRoad: (edge, share) => best({ edge, share }).time,
      };
    },
  };
}

/** Numbers of the sites that lie on each edge. */
function sitesByEdge(sites: readonly (Snap | undefined)[]): ReadonlyMap<number, readonly number[]> {
  const byEdge = new Map<number, number[]>();
  for (const [label, site] of sites.entries()) {
    if (site === undefined) continue;
    const known = byEdge.get(site.edge) ?? [];
    byEdge.set(site.edge, known);
    known.push(label);
  }
  return byEdge;
}
