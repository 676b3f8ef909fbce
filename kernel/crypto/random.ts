import { randomFillSync } from 'node:crypto';

const store = Buffer.allocUnsafeSlow(8192);
let used = store.length;

/**
 * `n` unpredictable bytes. Drawn from the system some thousands at a time, since asking it for twelve costs more than the
 * encryption they are for; what has been handed out is wiped here.
 */
export function unpredictable(n: number): Buffer {
  if (n > store.length) return randomFillSync(Buffer.alloc(n));
  if (used + n > store.length) {
    randomFillSync(store);
    used = 0;
  }
  const drawn = store.subarray(used, used + n);
  used += n;
  const bytes = Buffer.from(drawn);
  drawn.fill(0);
  return bytes;
}
