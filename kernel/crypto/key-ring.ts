import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** How a field is encrypted. The Chinese suite (SM4 + SM3) is chosen where GB/T 39786 asks for it. */
export const cipherAlgorithms = ['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const;
export type CipherAlgorithm = (typeof cipherAlgorithms)[number];

const keyIdPattern = /^[a-z][a-z0-9]{0,15}$/;
const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);

/** The key file as written: ids, algorithms and 32-byte secrets in base64. */
export const keyRingFile = z
  .strictObject({
    /** The key that new values are encrypted with. */
    active: z.string().regex(keyIdPattern),
    keys: z.record(z.string().regex(keyIdPattern), z.strictObject({ alg: z.enum(cipherAlgorithms), key: secret })),
    /** Never rotated: a change makes every blind index unfindable until it is rebuilt. */
    blindIndexKey: secret,
    blindIndexHash: z.enum(['sha256', 'sm3']),
    /** Root of the server's own proofs: seals of event chains, CSRF tokens, look-up codes. */
    serverKey: secret,
  })
  .refine((ring) => Object.hasOwn(ring.keys, ring.active), { path: ['active'] });

export type KeyRingFile = z.infer<typeof keyRingFile>;

/** The key ring cannot be used. The message names the fields at fault, never their content. */
export class KeyRingInvalid extends Error {
  constructor(what: string) {
    super(`密钥环无法使用 · the key ring cannot be used: ${what}`);
    this.name = 'KeyRingInvalid';
  }
}

/** Keys at work. The secrets live in the closure, so that printing or serialising a ring shows none of them. */
export interface KeyRing {
  readonly active: string;
  readonly algorithms: Readonly<Record<string, CipherAlgorithm>>;
  readonly blindIndexHash: 'sha256' | 'sm3';
  /** A subkey of one ring key for one purpose. */
  fieldKey(keyId: string, purpose: string, bytes: number): Buffer;
  blindIndexKey(): Buffer;
  /** A secret of the server for one purpose ('csrf', 'seal'): the same at every start, unrelated to the others. */
  serverSecret(purpose: string): Buffer;
}

/**
 * @param source the JSON text or the parsed value
 * @throws KeyRingInvalid naming each field at fault
 */
export function parseKeyRing(source: unknown): KeyRing {
  const parsed = keyRingFile.safeParse(typeof source === 'string' ? readJson(source) : source);
  if (!parsed.success) {
    throw new KeyRingInvalid([...new Set(parsed.error.issues.map((issue) => `/${issue.path.join('/')}`))].join(', '));
  }
  const { active, keys, blindIndexKey, blindIndexHash, serverKey } = parsed.data;
  const roots = new Map(
    Object.entries(keys).map(([id, { alg, key }]) => [id, { alg, root: Buffer.from(key, 'base64') }]),
  );
  return {
    active,
    algorithms: Object.fromEntries(Object.entries(keys).map(([id, { alg }]) => [id, alg])),
    blindIndexHash,
    fieldKey(keyId, purpose, bytes) {
      const found = roots.get(keyId);
      if (found === undefined) throw new KeyRingInvalid(`no key ${keyId}`);
      return derive(hashOf(found.alg), found.root, `field/${keyId}/${found.alg}/${purpose}`, bytes);
    },
    blindIndexKey: () => derive(blindIndexHash, Buffer.from(blindIndexKey, 'base64'), 'blind-index', 32),
    serverSecret: (purpose) => derive('sha256', Buffer.from(serverKey, 'base64'), `server/${purpose}`, 32),
  };
}

/** A fresh ring with one key `k1`. */
export function createKeyRing(alg: CipherAlgorithm): KeyRingFile {
  return {
    active: 'k1',
    keys: { k1: { alg, key: freshSecret() } },
    blindIndexKey: freshSecret(),
    blindIndexHash: hashOf(alg),
    serverKey: freshSecret(),
  };
}

/** The ring with one more key, now active. The older keys stay, so that everything written before can still be read. */
export function withNewKey(ring: KeyRingFile, alg: CipherAlgorithm): KeyRingFile {
  const numbers = Object.keys(ring.keys).map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `k${Math.max(...numbers) + 1}`;
  return { ...ring, active: id, keys: { ...ring.keys, [id]: { alg, key: freshSecret() } } };
}

/** The ring without a key that no value uses any more. @throws KeyRingInvalid for the active key or an unknown one */
export function withoutKey(ring: KeyRingFile, id: string): KeyRingFile {
  if (id === ring.active) throw new KeyRingInvalid(`${id} is the active key`);
  if (!Object.hasOwn(ring.keys, id)) throw new KeyRingInvalid(`no key ${id}`);
  return { ...ring, keys: Object.fromEntries(Object.entries(ring.keys).filter(([other]) => other !== id)) };
}

const freshSecret = (): string => randomBytes(32).toString('base64');

const hashOf = (alg: CipherAlgorithm): 'sha256' | 'sm3' => (alg === 'aes-256-gcm' ? 'sha256' : 'sm3');

/** HKDF (RFC 5869), no salt: the root is uniformly random already. */
function derive(hash: 'sha256' | 'sm3', root: Buffer, info: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync(hash, root, '', `fayuan/${info}`, bytes));
}

/** The parser's own message would quote the text, and with it a key. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeyRingInvalid('not JSON');
  }
}
