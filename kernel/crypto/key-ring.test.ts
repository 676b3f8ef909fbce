import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blindIndex } from './blind-index.ts';
import { fieldCipher } from './field-cipher.ts';
import {
  keyFileExists,
  keyFileName,
  loadKeyRing,
  loadOrCreateKeyRing,
  readKeyFile,
  replaceKeyFile,
} from './key-file.ts';
import { createKeyRing, type KeyRingFile, KeyRingInvalid, parseKeyRing, withNewKey, withoutKey } from './key-ring.ts';
import { sealer } from './seal.ts';

const good = createKeyRing('aes-256-gcm');

test('a ring is read from its value and from its text', () => {
  expect(parseKeyRing(good).active).toBe('k1');
  expect(parseKeyRing(JSON.stringify(good)).algorithms).toEqual({ k1: 'aes-256-gcm' });
});

test.each<[string, unknown, string]>([
  ['not JSON', '{"active": "k1", "keys": "c2VjcmV0', 'not JSON'],
  ['nothing', {}, '/active'],
  ['an active key that is not there', { ...good, active: 'k7' }, '/active'],
  ['an active key named like a built-in', { ...good, active: 'constructor' }, '/active'],
  ['a key too short', { ...good, keys: { k1: { alg: 'aes-256-gcm', key: 'c2VjcmV0' } } }, '/keys/k1/key'],
  ['a key not in base64', { ...good, keys: { k1: { alg: 'aes-256-gcm', key: '!'.repeat(44) } } }, '/keys/k1/key'],
  ['an unknown algorithm', { ...good, keys: { k1: { alg: 'rot13', key: good.serverKey } } }, '/keys/k1/alg'],
  ['a bad key id', { ...good, keys: { ...good.keys, 'K.1': good.keys.k1 } }, '/keys/K.1'],
  ['an unknown field', { ...good, extra: 1 }, '/'],
])('%s is refused, and the message holds no secret', (_, source, where) => {
  expect(() => parseKeyRing(source)).toThrow(KeyRingInvalid);
  try {
    parseKeyRing(source);
  } catch (error) {
    expect((error as Error).message).toContain(where);
    expect((error as Error).message).not.toContain('c2VjcmV0');
    expect((error as Error).message).not.toContain(good.serverKey);
  }
});

test('a ring that is printed, logged or serialised shows no secret', () => {
  const ring = parseKeyRing(good);
  const shown = `${JSON.stringify(ring)}${inspect(ring, { depth: 9, showHidden: true })}`;
  for (const secret of [good.keys.k1?.key, good.blindIndexKey, good.serverKey]) expect(shown).not.toContain(secret);
});

test('rotation adds a key and keeps the rest; the active key cannot be dropped', () => {
  const twice = withNewKey(withNewKey(good, 'sm4-cbc-hmac-sm3'), 'aes-256-gcm');
  expect(Object.keys(twice.keys)).toEqual(['k1', 'k2', 'k3']);
  expect(twice.active).toBe('k3');
  expect(twice.blindIndexKey).toBe(good.blindIndexKey);
  expect(Object.keys(withoutKey(twice, 'k2').keys)).toEqual(['k1', 'k3']);
  expect(() => withoutKey(twice, 'k3')).toThrow(KeyRingInvalid);
  expect(() => withoutKey(twice, 'k9')).toThrow(KeyRingInvalid);
});

test('every purpose has a key of its own', () => {
  const ring = parseKeyRing(withNewKey(good, 'sm4-cbc-hmac-sm3'));
  const keys = [
    ring.fieldKey('k1', 'encrypt', 32),
    ring.fieldKey('k1', 'authenticate', 32),
    ring.fieldKey('k2', 'encrypt', 32),
    ring.blindIndexKey(),
    ring.serverSecret('csrf'),
    ring.serverSecret('seal'),
  ].map((key) => key.toString('hex'));
  expect(new Set(keys).size).toBe(keys.length);
});

describe('blind index', () => {
  test.each(['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const)(
    'finds the equal, tells kinds apart, survives rotation (%s)',
    (alg) => {
      const file = createKeyRing(alg);
      const index = blindIndex(parseKeyRing(file));
      const entry = index('phone', '13800001234');
      expect(entry).toMatch(/^[\w-]{22}$/);
      expect(index('phone', '13800001234')).toBe(entry);
      expect(blindIndex(parseKeyRing(withNewKey(file, 'aes-256-gcm')))('phone', '13800001234')).toBe(entry);
      expect(index('phone', '13800001235')).not.toBe(entry);
      expect(index('identityNumber', '13800001234')).not.toBe(entry);
      expect(blindIndex(parseKeyRing(createKeyRing(alg)))('phone', '13800001234')).not.toBe(entry);
    },
  );

  test('kind and value cannot run into each other', () => {
    expect(() => blindIndex(parseKeyRing(good))('phone\n1', '3')).toThrow(TypeError);
  });
});

test('a seal is the same for the same text and ring only', () => {
  const seal = sealer(parseKeyRing(good));
  expect(seal('a')).toMatch(/^[0-9a-f]{64}$/);
  expect(seal('a')).toBe(sealer(parseKeyRing(good))('a'));
  expect(seal('a')).not.toBe(seal('b'));
  expect(seal('a')).not.toBe(sealer(parseKeyRing(createKeyRing('aes-256-gcm')))('a'));
});

describe('the key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'fayuan-keys-')), 'data');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  const mode = (): number => statSync(join(folder, keyFileName)).mode & 0o777;

  test('is made on first use for its owner alone, and read again afterwards', () => {
    const stored = fieldCipher(loadOrCreateKeyRing(folder, 'sm4-cbc-hmac-sm3')).encrypt('x', 'c');
    expect(mode()).toBe(0o600);
    expect(readdirSync(folder)).toEqual([keyFileName]);
    expect(fieldCipher(loadOrCreateKeyRing(folder)).decrypt(stored, 'c')).toBe('x');
  });

  test('is not made again when the data exist already', () => {
    expect(keyFileExists(folder)).toBe(false);
    expect(() => loadKeyRing(folder)).toThrow(/no key file/);
    expect(keyFileExists(folder)).toBe(false);
  });

  test.each([0o644, 0o604, 0o660, 0o602])('is refused with mode %o, and the message says what to run', (bits) => {
    loadOrCreateKeyRing(folder);
    chmodSync(join(folder, keyFileName), bits);
    expect(() => loadOrCreateKeyRing(folder)).toThrow(/chmod 600/);
  });

  test('may be read by the group of the service', () => {
    loadOrCreateKeyRing(folder);
    chmodSync(join(folder, keyFileName), 0o440);
    expect(loadKeyRing(folder).active).toBe('k1');
  });

  test('is replaced whole, and stays private', () => {
    loadOrCreateKeyRing(folder);
    const rotated = withNewKey(readKeyFile(folder), 'aes-256-gcm');
    replaceKeyFile(folder, rotated);
    expect(mode()).toBe(0o600);
    expect(loadKeyRing(folder).active).toBe('k2');
    expect(readdirSync(folder)).toEqual([keyFileName]);
  });

  test('damaged, it is refused and left as it is', () => {
    loadOrCreateKeyRing(folder);
    writeFileSync(join(folder, keyFileName), '{"active":"k1"');
    expect(() => loadOrCreateKeyRing(folder)).toThrow(KeyRingInvalid);
    expect(readFileSync(join(folder, keyFileName), 'utf8')).toBe('{"active":"k1"');
  });

  test('a link that leads nowhere is not taken for a first start', () => {
    loadOrCreateKeyRing(folder);
    rmSync(join(folder, keyFileName));
    symlinkSync('/nonexistent/keys.json', join(folder, keyFileName));
    expect(() => loadOrCreateKeyRing(folder)).toThrow(KeyRingInvalid);
  });

  test('keeps the ring exactly', () => {
    loadOrCreateKeyRing(folder);
    const file: KeyRingFile = readKeyFile(folder);
    expect(JSON.parse(readFileSync(join(folder, keyFileName), 'utf8'))).toEqual(file);
  });
});
