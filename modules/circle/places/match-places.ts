import { distanceKm, type Region, shortNameOf } from '../../network/index.ts';
import type { PlaceNode } from './place-nodes.ts';

/** A place of the extract that may be a unit of the register. */
export interface Candidate {
  readonly node: PlaceNode;
  /** 0 to 1. */
  readonly score: number;
  /** From where the unit above it stands; undefined where nobody knows that. */
  readonly km: number | undefined;
  readonly reasons: readonly { readonly zh: string; readonly en: string }[];
}

export interface PlaceMatch {
  readonly region: Region;
  /** `sure`: one candidate, and nothing speaks against it. `doubtful`: somebody must look. `none`: the extract has no such name near. */
  readonly status: 'sure' | 'doubtful' | 'none';
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

export interface MatchInput {
  /** Counties, townships and villages in force; those above stand before those below. */
  readonly regions: readonly Region[];
  readonly nodes: readonly PlaceNode[];
  /** How far from its township's place a village may be, km; four times that for a township from its county's. */
  readonly reachKm: number;
}

/** From here on a match is sure. */
const sureFrom = 0.8;
/** Of each unit so many candidates are shown. */
const mostShown = 3;
/** Another candidate counts as a rival unless it is so many times farther. */
const clearly = 2;

/** What kinds of place a level may be: a hamlet is no township. */
const kinds: Readonly<Record<'county' | 'township' | 'village', ReadonlySet<string>>> = {
  county: new Set(['city', 'county', 'district', 'town']),
  township: new Set(['city', 'town', 'township', 'municipality', 'borough', 'suburb', 'village', 'quarter']),
  village: new Set([
    'town',
    'village',
    'hamlet',
    'suburb',
    'neighbourhood',
    'quarter',
    'isolated_dwelling',
    'locality',
  ]),
};

/**
 * Which places of an extract the units of the register are: by name, and only near the place of the unit above, for 大寨 is in every county.
 * The extract has no boundaries of townships that could be relied on, so nearness stands in for "inside", and is told as a reason.
 */
export function matchPlaces({ regions, nodes, reachKm }: MatchInput): readonly PlaceMatch[] {
  const byKey = indexByName(nodes);
  const found = new Map<string, PlaceMatch>();
  for (const region of regions) {
    const above = region.parent === null ? undefined : found.get(region.parent);
    found.set(region.code, matchOne(region, byKey, above, region.level === 'village' ? reachKm : 4 * reachKm));
  }
  return withoutSharing([...found.values()]);
}

function matchOne(
  region: Region,
  byKey: ReadonlyMap<string, readonly PlaceNode[]>,
  above: PlaceMatch | undefined,
  reachKm: number,
): PlaceMatch {
  const allowed = kinds[region.level as keyof typeof kinds];
  const { full, stem } = keysOf(shortNameOf(region));
  const anchor = above?.candidates[0];
  const named = [...new Set([...(byKey.get(full) ?? []), ...(byKey.get(stem) ?? [])])]
    .filter(({ place }) => allowed.has(place))
    .map((node) => ({
      node,
      whole: node.names.some((name) => keysOf(name).full === full),
      km: anchor === undefined ? undefined : distanceKm(anchor.node, node),
    }))
    .filter(({ km }) => km === undefined || km <= reachKm)
    .sort((a, b) => Number(b.whole) - Number(a.whole) || (a.km ?? 0) - (b.km ?? 0) || a.node.id - b.node.id);
  const needsAnchor = region.level !== 'county';
  const candidates = named
    .map(({ node, whole, km }): Candidate => {
      const reasons = [
        whole
          ? { zh: '名称相同', en: 'same name' }
          : { zh: `名称相近（${node.names[0]}）`, en: `similar name (${node.names[0]})` },
      ];
      let score = whole ? 1 : 0.85;
      const rivals = named.filter(
        (other) => other.node !== node && (other.whole || !whole) && (other.km ?? 0) < clearly * (km ?? 0) + 0.5,
      );
      if (rivals.length > 0) {
        score *= 0.5;
        reasons.push({ zh: `附近还有 ${rivals.length} 个同名`, en: `${rivals.length} more of that name near` });
      }
      if (km !== undefined) {
        score *= 1 - 0.4 * Math.max(0, (km - reachKm / 3) / reachKm);
        reasons.push({ zh: `离上级所在地 ${km.toFixed(1)} 公里`, en: `${km.toFixed(1)} km from the unit above` });
      } else if (needsAnchor) {
        score *= 0.5;
        reasons.push({ zh: '上级所在地不明', en: 'nobody knows where the unit above stands' });
      }
      if (above !== undefined && above.status === 'doubtful') {
        score *= 0.8;
        reasons.push({ zh: '上级所在地存疑', en: 'the unit above is doubtful itself' });
      }
      return { node, score: Math.round(score * 100) / 100, km, reasons };
    })
    .sort((a, b) => b.score - a.score || (a.km ?? 0) - (b.km ?? 0) || a.node.id - b.node.id)
    .slice(0, mostShown);
  const best = candidates[0];
  const status = best === undefined ? 'none' : best.score >= sureFrom ? 'sure' : 'doubtful';
  return { region, status, candidates };
}

/** A place that two units of one level claim is sure for neither. */
function withoutSharing(matches: readonly PlaceMatch[]): readonly PlaceMatch[] {
  const claims = new Map<string, number>();
  const claimOf = ({ region, candidates }: PlaceMatch): string => `${region.level}/${candidates[0]?.node.id}`;
  for (const match of matches) claims.set(claimOf(match), (claims.get(claimOf(match)) ?? 0) + 1);
  return matches.map((match) => {
    const [best, ...others] = match.candidates;
    if (best === undefined || claims.get(claimOf(match)) === 1) return match;
    const shared = {
      ...best,
      score: Math.round(best.score * 50) / 100,
      reasons: [...best.reasons, { zh: '另一个单位也配上了它', en: 'another unit matches it as well' }],
    };
    return { ...match, status: 'doubtful', candidates: [shared, ...others] };
  });
}

function indexByName(nodes: readonly PlaceNode[]): ReadonlyMap<string, readonly PlaceNode[]> {
  const byKey = new Map<string, PlaceNode[]>();
  for (const node of nodes)
    for (const key of new Set(node.names.flatMap((name) => Object.values(keysOf(name))))) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [node]);
      else known.push(node);
    }
  return byKey;
}

/** 大寨村民委员会 and 大寨村委会 are 大寨村, whose stem is 大寨. */
export function keysOf(name: string): { readonly full: string; readonly stem: string } {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  const bare = plain.replace(/(村民|居民)委员会$|委会$/u, '');
  const full =
    bare === plain || /(村|社区|居)$/u.test(bare)
      ? bare.replace(/居$/u, '')
      : `${bare}${plain.includes('居民') ? '社区' : '村'}`;
  const stem = full.replace(/(街道办事处|街道|社区|自治县|[市县区镇乡村])$/u, '');
  return { full, stem: [...stem].length >= 2 ? stem : full };
}
