export { type BlindIndex, blindIndex } from './blind-index.ts';
export { canonicalJson, NotCanonical } from './canonical-json.ts';
export { chainHash } from './chain-hash.ts';
export { type FieldCipher, fieldCipher, Undecryptable } from './field-cipher.ts';
export { hmac, sameProof, sha256, sm3 } from './hash.ts';
export {
  keyFileExists,
  keyFileName,
  loadKeyRing,
  loadOrCreateKeyRing,
  readKeyFile,
  replaceKeyFile,
} from './key-file.ts';
export {
  type CipherAlgorithm,
  cipherAlgorithms,
  createKeyRing,
  type KeyRing,
  type KeyRingFile,
  KeyRingInvalid,
  parseKeyRing,
  withNewKey,
  withoutKey,
} from './key-ring.ts';
export { unpredictable } from './random.ts';
export { sealer } from './seal.ts';
