/** A set of open candidates, in rising order, and its value. */
export interface Kept {
  readonly open: readonly number[];
  readonly value: number;
}

/** The best few sets met so far, no two alike. */
export interface Pool {
  /** How many sets are kept. */
  readonly size: number;
  best(): Kept;
  all(): readonly Kept[];
  /** The value to beat: that of the last place, or infinity while places are free. */
  worst(): number;
  offer(open: readonly number[], value: number): void;
}

/** @param size how many sets are kept: 1, or more where alternatives are asked for */
export function createPool(size: number): Pool {
  const kept: Kept[] = [];
  const keys = new Set<string>();
  return {
    size,
    best() {
      const first = kept[0];
      if (first === undefined) throw new Error('no set has been offered yet');
      return first;
    },
    all: () => kept,
    worst: () => (kept.length < size ? Number.POSITIVE_INFINITY : (kept[size - 1] as Kept).value),
    offer(open, value) {
      if (kept.length >= size && value >= (kept[size - 1] as Kept).value) return;
      const sorted = [...open].sort((a, b) => a - b);
      const key = sorted.join();
      if (keys.has(key)) return;
      keys.add(key);
      const at = kept.findIndex((other) => other.value > value);
      kept.splice(at < 0 ? kept.length : at, 0, { open: sorted, value });
      if (kept.length > size) keys.delete((kept.pop() as Kept).open.join());
    },
  };
}
