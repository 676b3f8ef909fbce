/** Values by their numbers: `source[at[n]]` for each n. */
export function take(source: ArrayLike<number>, at: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(at.length);
  for (let n = 0; n < taken.length; n += 1) taken[n] = source[at[n] as number] as number;
  return taken;
}

/** 0, 1, 2 … */
export function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let n = 0; n < count; n += 1) numbers[n] = n;
  return numbers;
}

/** Sum of the numbers before each, and of all at the end. */
export function sumsBefore(counts: ArrayLike<number>): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  for (let n = 0; n < counts.length; n += 1) sums[n + 1] = (sums[n] as number) + (counts[n] as number);
  return sums;
}
