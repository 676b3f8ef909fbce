import type { Degrees } from '../../../../kernel/geo/index.ts';
import type { InputFault } from '../../input/read.ts';
import type { Tags } from '../judge-tags.ts';

/** A road of a city's own data. */
export interface OwnRoad {
  /** Where it stands in the file. */
  readonly pointer: string;
  /** Degrees, in the file's own system. */
  readonly points: readonly Degrees[];
  /** What it says of itself, in OpenStreetMap's words. */
  readonly tags: Tags;
  /** Where the nth of its points stands in the file. */
  readonly pointerOf: (n: number) => string;
}

/** What a reader of own roads gives. */
export interface OwnRoads {
  readonly roads: readonly OwnRoad[];
  /** Features without a line: points, areas, empty ones. */
  readonly notLines: number;
  /** Words for a surface that are not known, and how often. */
  readonly strangeSurfaces: ReadonlyMap<string, number>;
}

/** Faults of a file: all are counted, the first are told. */
export interface FaultList {
  readonly count: number;
  add(pointer: string, code: string, zh: string, en: string): void;
  /** The first faults, and a line that counts the rest. */
  told(): readonly InputFault[];
}

const mostTold = 20;
export function listFaults(file: string): FaultList {
  const first: InputFault[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(pointer, code, zh, en) {
      count += 1;
      if (first.length < mostTold) first.push({ pointer, code, text: { zh, en } });
    },
    told() {
      const rest = count - first.length;
      if (rest === 0) return first;
      return [...first, { pointer: file, code: 'more', text: { zh: `还有 ${rest} 处`, en: `${rest} more` } }];
    },
  };
}
