/** The state of the generator: four 32-bit words. A value: drawing gives a number and the next state. */
export type Sfc32 = readonly [number, number, number, number];

/** One step of sfc32 (C. Doty-Humphrey, PractRand; public domain): a number in [0, 2³²) and the next state. */
export function nextSfc32([a, b, c, d]: Sfc32): { readonly value: number; readonly state: Sfc32 } {
  const value = (a + b + d) >>> 0;
  return {
    value,
    state: [(b ^ (b >>> 9)) >>> 0, (c + (c << 3)) >>> 0, (((c << 21) | (c >>> 11)) + value) >>> 0, (d + 1) >>> 0],
  };
}

/** A state from a text seed: FNV-1a over the text fills the words, twelve steps mix them. */
export function seedSfc32(seed: string): Sfc32 {
  let hash = 0x811c9dc5;
  for (const char of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ char, 0x01000193) >>> 0;
  let state: Sfc32 = [hash, Math.imul(hash, 0x9e3779b1) >>> 0, Math.imul(hash ^ 0x5bd1e995, 0x85ebca6b) >>> 0, 1];
  for (let i = 0; i < 12; i++) state = nextSfc32(state).state;
  return state;
}

/** Draws from one stream of numbers. `fork` opens a stream of its own by name, so that a new draw here shifts nothing there. */
export interface Random {
  /** In [0, 1). */
  readonly real: () => number;
  /** Whole, both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, by weight. */
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** `n` different items (all of them when there are fewer). */
  readonly sample: <T>(items: readonly T[], n: number) => T[];
  readonly fork: (name: string) => Random;
}

export function randomFrom(seed: string): Random {
  let state = seedSfc32(seed);
  const word = (): number => {
    const drawn = nextSfc32(state);
    state = drawn.state;
    return drawn.value;
  };
  const real = (): number => word() / 4_294_967_296;
  const int = (from: number, to: number): number => from + Math.floor(real() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const keyed = items.map((item) => ({ item, key: real() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return {
    real,
    int,
    chance: (probability) => real() < probability,
    pick,
    weighted: (items) => {
      let left = real() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items.map(([item]) => item));
    },
    shuffle,
    sample: (items, n) => shuffle(items).slice(0, n),
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}
