import { growing } from './grow.ts';

import type { Verdict } from './judge-tags.ts';

/** What every way says, a column each; way w has the points `first[w]` to `first[w + 1]`. */
interface WayColumns {
  readonly first: Int32Array;
  /** Index into `classes` and `names`. */
  readonly roadClass: Uint8Array;
  readonly name: Int32Array;
  /** km/h along and against; 0 closed. */
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** Seconds for the whole way where it says so itself; −1 where it does not. */
  readonly duration: Float32Array;
  /** Seconds to wait before it begins. */
  readonly boarding: Float32Array;
  readonly classes: readonly string[];
  readonly names: readonly string[];
}

/** A turn that is banned, or the only one allowed, from a way over a point to a way. */
export interface WayTurn {
  readonly kind: 'no' | 'only';
  readonly from: number;
  readonly via: number;
  readonly to: number;
}

/** Roads before they are cut: ways over numbered points. */
export interface RoadWays extends WayColumns {
  readonly points: Int32Array;
  /** Of each point, degrees × 10^7, WGS 84. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** 1 where a barrier stops us. */
  readonly blocked: Uint8Array;
  readonly turns: readonly WayTurn[];
}

/** Let go of the places of ways, once they are cut: nobody asks for them again, and a country's fill hundreds of megabytes. */
export function letGoOfPlaces(ways: RoadWays): void {
  const none = new Int32Array(0);
  Object.assign(ways, { points: none, lon: none, lat: none, blocked: new Uint8Array(0) });
}

interface WayCollector {
  readonly count: number;
  /** @returns the way's number */
  add(verdict: Verdict, points: ArrayLike<number>): number;
  finish(): WayColumns & { readonly refs: Float64Array };
  /** As `finish`, where the points are too many to stand in memory twice: ask for `all`, then once for `take`. */
  finishLarge(): {
    readonly columns: WayColumns;
    /** All points, to be sorted: an array of its own. */
    all(): Float64Array;
    /** The points by the numbers that `numberOf` gives them. What is kept of them is let go on the way. */
    take(numberOf: (point: number) => number): Int32Array;
  };
}

const mostPerPiece = 1 << 20;

/** Collect ways whose points are any numbers (ids of nodes, or numbers of points). */
export function collectWays(): WayCollector {
  // In pieces: an array that doubles stands in memory three times while it grows.
  const pieces: Float64Array[] = [];
  let [piece, used, count] = [new Float64Array(0), 0, 0];
  const first = growing(Int32Array);
  const [roadClass, name] = [growing(Uint8Array), growing(Int32Array)];
  const [forward, backward, duration, boarding] = [
    growing(Float32Array),
    growing(Float32Array),
    growing(Float32Array),
    growing(Float32Array),
  ];
  const [classes, names] = [numbering(), numbering()];
  names.of('');
  const columns = (): WayColumns => {
    first.push(count);
    return {
      first: first.view(),
      roadClass: roadClass.view(),
      name: name.view(),
      forward: forward.view(),
      backward: backward.view(),
      duration: duration.view(),
      boarding: boarding.view(),
      classes: classes.all,
      names: names.all,
    };
  };
  const all = (): Float64Array => {
    const refs = new Float64Array(count);
    let at = 0;
    for (const one of pieces) {
      refs.set(one.subarray(0, Math.min(one.length, count - at)), at);
      at += one.length;
    }
    return refs;
  };
  return {
    get count() {
      return first.length;
    },
    add(verdict: Verdict, points: ArrayLike<number>) {
      first.push(count);
      for (let n = 0; n < points.length; n += 1) {
        if (used === piece.length) {
          piece = new Float64Array(Math.min(mostPerPiece, 2 * piece.length + 1024));
          pieces.push(piece);
          used = 0;
        }
        piece[used++] = points[n] as number;
      }
      count += points.length;
      roadClass.push(classes.of(verdict.roadClass));
      name.push(names.of(verdict.name));
      forward.push(verdict.forward);
      backward.push(verdict.backward);
      duration.push(verdict.duration ?? -1);
      boarding.push(verdict.boarding);
      return first.length - 1;
    },
    finish: () => ({ refs: all(), ...columns() }),
    finishLarge: () => ({
      columns: columns(),
      all,
      take(numberOf) {
        const numbers = new Int32Array(count);
        let at = 0;
        for (let one = pieces.shift(); one !== undefined; one = pieces.shift())
          for (let n = 0; n < one.length && at < count; n += 1) numbers[at++] = numberOf(one[n] as number);
        piece = new Float64Array(0);
        return numbers;
      },
    }),
  };
}

function numbering(): { readonly all: string[]; readonly of: (word: string) => number } {
  const known = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    of(word: string) {
      const found = known.get(word);
      if (found !== undefined) return found;
      known.set(word, all.length);
      all.push(word);
      return all.length - 1;
    },
  };
}
