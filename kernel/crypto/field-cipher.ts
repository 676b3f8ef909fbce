import { type Box, boxKinds } from './boxes.ts';
import type { KeyRing } from './key-ring.ts';
import { unpredictable } from './random.ts';

/**
 * Encrypts single fields at rest. A stored value is `<key id>.<algorithm letter>.<base64url>`, for example `k1.a.3q2-7w…`.
 * `context` binds the value to its place ("530521/person.phone/0193…"): moved to another row, column or tenant it will not open.
 */
export interface FieldCipher {
  encrypt(plain: string, context: string): string;
  /** @throws Undecryptable for a wrong key, a wrong place, an altered, truncated or foreign text */
  decrypt(stored: string, context: string): string;
  /** False for values under an older key: rotation encrypts them again. */
  isCurrent(stored: string): boolean;
  /** What every value under the active key begins with (`k2.a.`): rotation looks for the rows that do not. */
  readonly currentPrefix: string;
}

/** A stored value does not open. Holds no part of it but the name of its key. */
export class Undecryptable extends Error {
  readonly code = 'crypto.undecryptable';
  readonly keyId: string | undefined;

  constructor(keyId: string | undefined) {
    super(`密文无法解密（密钥 ${keyId ?? '不明'}）· an encrypted value does not open (key ${keyId ?? 'unknown'})`);
    this.name = 'Undecryptable';
    this.keyId = keyId;
  }
}

interface Opener {
  readonly header: string;
  readonly box: Box;
}

export function fieldCipher(ring: KeyRing): FieldCipher {
  const openers = new Map<string, Opener>(
    Object.entries(ring.algorithms).map(([id, alg]) => {
      const kind = boxKinds[alg];
      return [id, { header: `${id}.${kind.letter}`, box: kind.box(ring, id) }];
    }),
  );
  const active = openers.get(ring.active);
  if (active === undefined) throw new TypeError('a key ring has its active key');
  const currentPrefix = `${active.header}.`;
  return {
    currentPrefix,
    isCurrent: (stored) => stored.startsWith(currentPrefix),
    encrypt(plain, context) {
      if (/\p{Cs}/u.test(plain)) throw new TypeError('a lone surrogate cannot be encrypted without loss');
      const sealed = active.box.seal(
        unpredictable(active.box.nonceBytes),
        Buffer.from(plain, 'utf8'),
        associated(active, context),
      );
      return currentPrefix + sealed.toString('base64url');
    },
    decrypt(stored, context) {
      const parts = /^([a-z][a-z0-9]{0,15})\.([a-z])\.([\w-]+)$/.exec(stored);
      if (parts === null) throw new Undecryptable(undefined);
      const [, id = '', letter = '', body = ''] = parts;
      const opener = openers.get(id);
      if (opener?.header !== `${id}.${letter}` || !isOnlySpelling(body)) throw new Undecryptable(id);
      const plain = opener.box.open(Buffer.from(body, 'base64url'), associated(opener, context));
      if (plain === undefined) throw new Undecryptable(id);
      return plain.toString('utf8');
    },
  };
}

/** The header is authenticated too: a value cannot be passed off as another key's. */
function associated(opener: Opener, context: string): Buffer {
  return Buffer.from(`${opener.header}\n${context}`, 'utf8');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Only one base64url spelling of the same bytes is accepted, so that no bit of a stored value can change unseen: no length that bytes
 * cannot have, and nothing in the bits of the last letter that belong to no byte (RFC 4648 §3.5). The letters themselves are known good.
 */
function isOnlySpelling(body: string): boolean {
  const over = body.length % 4;
  if (over === 0) return true;
  const last = alphabet.indexOf(body.charAt(body.length - 1));
  return over !== 1 && last % (over === 2 ? 16 : 4) === 0;
}
