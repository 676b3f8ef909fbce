import { upTo } from './take.ts';

/**
 * Place on Hilbert's curve of a point in a square of 65,536 × 65,536. Nodes in this order lie near each other in memory when they
 * do on the ground, and a search of the graph runs over warm memory.
 * Source: Hilbert (1891); the bit form after Skilling, "Programming the Hilbert curve" (2004).
 */
export function hilbert(x: number, y: number): number {
  let d = 0;
  for (let s = 0x8000; s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    d = d * 4 + ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = 0xffff - x;
        y = 0xffff - y;
      }
      const swapped = x;
      x = y;
      y = swapped;
    }
  }
  return d;
}

/** Numbers of places (degrees × 10^7) in the order of the curve over their own box. Places at one spot keep their order. */
export function hilbertOrder(lon: Int32Array, lat: Int32Array): Int32Array {
  let [west, east, south, north] = [0x7fffffff, -0x7fffffff, 0x7fffffff, -0x7fffffff];
  for (let n = 0; n < lon.length; n += 1) {
    const x = lon[n] as number;
    const y = lat[n] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const scale = 0xffff / Math.max(1, east - west, north - south);
  const keys = new Uint32Array(lon.length);
  for (let n = 0; n < lon.length; n += 1)
    keys[n] = hilbert(
      Math.floor(((lon[n] as number) - west) * scale),
      Math.floor(((lat[n] as number) - south) * scale),
    );
  return orderOf(keys);
}

/** Numbers of the keys in ascending order, equal ones as they stood: four counting sorts by a byte each. */
function orderOf(keys: Uint32Array): Int32Array {
  let order: Int32Array = upTo(keys.length);
  let sorted: Int32Array = new Int32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 8) {
    const next = new Int32Array(257);
    for (let n = 0; n < keys.length; n += 1) {
      const digit = (((keys[n] as number) >>> shift) & 0xff) + 1;
      next[digit] = (next[digit] as number) + 1;
    }
    for (let digit = 0; digit < 256; digit += 1)
      next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
    for (let n = 0; n < order.length; n += 1) {
      const one = order[n] as number;
      const digit = ((keys[one] as number) >>> shift) & 0xff;
      const at = next[digit] as number;
      next[digit] = at + 1;
      sorted[at] = one;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}
