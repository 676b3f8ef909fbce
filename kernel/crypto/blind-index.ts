import { hmac } from './hash.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * A keyed fingerprint for exact look-up of an encrypted value: 16 bytes in base64url (22 characters).
 * The same value under another kind ('identityNumber', 'phone') gives another fingerprint, so columns cannot be joined on it.
 * The caller normalises first: what should be found as equal must be spelt alike.
 */
export type BlindIndex = (kind: string, normalisedValue: string) => string;

export function blindIndex(ring: KeyRing): BlindIndex {
  const key = ring.blindIndexKey();
  return (kind, normalisedValue) => {
    if (kind.includes('\n')) throw new TypeError('the kind of a blind index is one word');
    return hmac(ring.blindIndexHash, key, `${kind}\n${normalisedValue}`).subarray(0, 16).toString('base64url');
  };
}
