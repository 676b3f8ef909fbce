import { sm3 } from './hash.ts';

/**
 * The next link of a hash chain: SM3 over the previous link, a line feed, and the canonical JSON of the record.
 * @param previous 64 lower-case hexadecimal digits; the first link of a chain follows 64 zeros
 */
export function chainHash(previous: string, canonicalJson: string): string {
  if (!/^[0-9a-f]{64}$/.test(previous)) throw new TypeError('a link of the chain is 64 lower-case hexadecimal digits');
  return sm3(`${previous}\n${canonicalJson}`);
}
