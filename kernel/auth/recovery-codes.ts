import { sameProof, sha256 } from '../crypto/index.ts';
import type { RandomBytes } from './session-token.ts';

/** Crockford's alphabet: no I, L, O, U, so that a code can be read from paper and over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface RecoveryCode {
  /** Shown once, to be written down: `7F3K-9QXM-2C4T-HB0N` (80 random bits). */
  readonly code: string;
  /** SHA-256 of the code, kept; 80 bits are too many to try. */
  readonly hash: string;
}

/** Codes for the day the phone is lost; each works once. */
export function newRecoveryCodes(random: RandomBytes, count = 10): readonly RecoveryCode[] {
  return Array.from({ length: count }, () => {
    const letters = [...random(16)].map((byte) => alphabet.charAt(byte & 31)).join('');
    return { code: letters.replace(/.{4}(?=.)/g, '$&-'), hash: sha256(letters) };
  });
}

/** The kept hash that a typed code belongs to, to be struck off; undefined when none does. */
export function findRecoveryCode(typed: string, hashes: readonly string[]): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== 16) return undefined;
  const presented = sha256(letters);
  return hashes.find((hash) => sameProof(hash, presented));
}
