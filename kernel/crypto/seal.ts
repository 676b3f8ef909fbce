import { hmac } from './hash.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * Seals a text with HMAC-SM3 under a key that the database never holds: whoever can rewrite every row, hashes and all,
 * still cannot make the seal. 64 hexadecimal digits.
 */
export function sealer(ring: KeyRing): (text: string) => string {
  const key = ring.serverSecret('seal');
  return (text) => hmac('sm3', key, text).toString('hex');
}
