/** Ids in order, each once; `find` gives the place of one, −1 where it is not there. */
export interface SortedIds {
  readonly ids: Float64Array;
  find(id: number): number;
}

/** Sort and take out repeats. The array given is used up. */
export function sortIds(refs: Float64Array): SortedIds {
  refs.sort();
  let count = 0;
  for (let n = 0; n < refs.length; n += 1) if (n === 0 || refs[n] !== refs[n - 1]) refs[count++] = refs[n] as number;
  const ids = refs.subarray(0, count);
  let last = 0;
  return {
    ids,
    find(id: number) {
      // Gallop from the last find, then halve.
      let [low, high, step] = [last, last, 1];
      if (count === 0) return -1;
      if ((ids[last] as number) <= id) {
        while (high < count && (ids[high] as number) < id) {
          low = high;
          high += step;
          step *= 2;
        }
        high = Math.min(high, count - 1);
      } else {
        while (low > 0 && (ids[low] as number) > id) {
          high = low;
          low -= step;
          step *= 2;
        }
        low = Math.max(low, 0);
      }
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ids[middle] as number) < id) low = middle + 1;
        else high = middle;
      }
      last = low;
      return ids[low] === id ? low : -1;
    },
  };
}
