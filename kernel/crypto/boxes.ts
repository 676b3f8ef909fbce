import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hmac, sameProof } from './hash.ts';
import type { CipherAlgorithm, KeyRing } from './key-ring.ts';

/** Authenticated encryption of bytes under one key. `open` gives `undefined` for anything that was not sealed so. */
export interface Box {
  readonly nonceBytes: number;
  /** nonce ‖ ciphertext ‖ tag */
  seal(nonce: Buffer, plain: Buffer, associated: Buffer): Buffer;
  open(sealed: Buffer, associated: Buffer): Buffer | undefined;
}

/** AES-256-GCM (NIST SP 800-38D): random 12-byte nonce, 16-byte tag. Rotate the key before 2³² values. */
export function aesGcmBox(key: Buffer): Box {
  return {
    nonceBytes: 12,
    seal(nonce, plain, associated) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, associated) {
      if (sealed.length < 12 + 16) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
        .setAAD(associated)
        .setAuthTag(sealed.subarray(-16));
      const plain = decipher.update(sealed.subarray(12, -16));
      try {
        // A stream cipher keeps nothing back: what comes last is only the proof, or its failure.
        decipher.final();
        return plain;
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * SM4-CBC (GB/T 32907-2016) with HMAC-SM3 (GB/T 15852.2), encrypt then MAC. The MAC covers the length of the associated data,
 * the associated data, the nonce and the ciphertext, and is checked before anything is decrypted.
 */
export function sm4Box(encryptionKey: Buffer, macKey: Buffer): Box {
  const tagOf = (associated: Buffer, body: Buffer): Buffer => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(associated.length));
    return hmac('sm3', macKey, Buffer.concat([length, associated, body]));
  };
  return {
    nonceBytes: 16,
    seal(nonce, plain, associated) {
      const cipher = createCipheriv('sm4-cbc', encryptionKey, nonce);
      const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
      return Buffer.concat([body, tagOf(associated, body)]);
    },
    open(sealed, associated) {
      if (sealed.length < 16 + 16 + 32) return undefined;
      const body = sealed.subarray(0, -32);
      if (!sameProof(tagOf(associated, body), sealed.subarray(-32))) return undefined;
      const decipher = createDecipheriv('sm4-cbc', encryptionKey, body.subarray(0, 16));
      return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
    },
  };
}

/** The letter that stands for an algorithm in a stored value, and how its box is built from a ring key. */
export const boxKinds = {
  'aes-256-gcm': { letter: 'a', box: (ring: KeyRing, id: string) => aesGcmBox(ring.fieldKey(id, 'encrypt', 32)) },
  'sm4-cbc-hmac-sm3': {
    letter: 's',
    box: (ring: KeyRing, id: string) => sm4Box(ring.fieldKey(id, 'encrypt', 16), ring.fieldKey(id, 'authenticate', 32)),
  },
} as const satisfies Record<CipherAlgorithm, { letter: string; box: (ring: KeyRing, id: string) => Box }>;
