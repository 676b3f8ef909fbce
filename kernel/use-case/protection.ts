import { type BlindIndex, blindIndex, type FieldCipher, fieldCipher, type KeyRing, sealer } from '../crypto/index.ts';
import type { Seal } from './flush.ts';

/** Encrypts protected fields, and makes the blind indexes by which they are found. */
export type Protection = FieldCipher & { readonly blindIndex: BlindIndex };

/** What a runner needs of the key ring. */
export function protectionOf(ring: KeyRing): { readonly cipher: Protection; readonly seal: Seal } {
  return { cipher: { ...fieldCipher(ring), blindIndex: blindIndex(ring) }, seal: sealer(ring) };
}
