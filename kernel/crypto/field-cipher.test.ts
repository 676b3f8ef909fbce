import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldCipher, Undecryptable } from './field-cipher.ts';
import { cipherAlgorithms, createKeyRing, parseKeyRing, withNewKey, withoutKey } from './key-ring.ts';

const place = '530521/person.phone/0193';

describe.each(cipherAlgorithms)('%s', (alg) => {
  const file = createKeyRing(alg);
  const cipher = fieldCipher(parseKeyRing(file));
  const letter = alg === 'aes-256-gcm' ? 'a' : 's';

  test('what goes in comes out, whatever the text and the place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (plain, context) => {
        expect(cipher.decrypt(cipher.encrypt(plain, context), context)).toBe(plain);
      }),
    );
  });

  test('the key id and the algorithm stand in front, and nothing of the plain text shows', () => {
    const stored = cipher.encrypt('13800001234', place);
    expect(stored).toMatch(new RegExp(`^k1\\.${letter}\\.[\\w-]+$`));
    expect(Buffer.from(stored.split('.')[2] ?? '', 'base64url').includes('1380')).toBe(false);
    expect(cipher.isCurrent(stored)).toBe(true);
    expect(stored.startsWith(cipher.currentPrefix)).toBe(true);
  });

  test('the same value is stored differently each time', () => {
    const stored = new Set(Array.from({ length: 200 }, () => cipher.encrypt('same', place)));
    expect(stored.size).toBe(200);
  });

  test('any altered byte, any altered character, any cut makes it unreadable', () => {
    const stored = cipher.encrypt('530521 一段话 🀄', place);
    const bytes = Buffer.from(stored.split('.')[2] ?? '', 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      for (const bit of [1, 128]) {
        const altered = Buffer.from(bytes);
        altered[i] = (altered[i] ?? 0) ^ bit;
        expect(() => cipher.decrypt(`k1.${letter}.${altered.toString('base64url')}`, place)).toThrow(Undecryptable);
      }
      expect(() => cipher.decrypt(`k1.${letter}.${bytes.subarray(0, i).toString('base64url')}`, place)).toThrow(
        Undecryptable,
      );
    }
    for (let i = 0; i < stored.length; i++) {
      for (const other of ['A', 'b', '0', '.', '=', ' ']) {
        if (stored[i] === other) continue;
        expect(() => cipher.decrypt(stored.slice(0, i) + other + stored.slice(i + 1), place)).toThrow(Undecryptable);
      }
      expect(() => cipher.decrypt(stored.slice(0, i), place)).toThrow(Undecryptable);
    }
    expect(() => cipher.decrypt(`${stored}\n`, place)).toThrow(Undecryptable);
    expect(() => cipher.decrypt(`${stored}A`, place)).toThrow(Undecryptable);
    expect(cipher.decrypt(stored, place)).toBe('530521 一段话 🀄');
  });

  test.each(['a', 'ab', 'abc'])('of %s sealed, no other last letter is taken for the same bytes', (plain) => {
    const stored = cipher.encrypt(plain, place);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const opening = [...letters].filter((last) => {
      try {
        return cipher.decrypt(stored.slice(0, -1) + last, place) === plain;
      } catch {
        return false;
      }
    });
    expect(opening).toEqual([stored.slice(-1)]);
  });

  test('moved to another row, column or tenant it does not open', () => {
    const stored = cipher.encrypt('13800001234', place);
    for (const other of [
      '',
      '530521/person.phone/0194',
      '530521/person.identity/0193',
      '530502/person.phone/0193',
      `${place} `,
    ]) {
      expect(() => cipher.decrypt(stored, other)).toThrow(Undecryptable);
    }
  });

  test('another ring with a key of the same name does not open it', () => {
    const stranger = fieldCipher(parseKeyRing(createKeyRing(alg)));
    expect(() => stranger.decrypt(cipher.encrypt('x', place), place)).toThrow(Undecryptable);
  });

  test.each(cipherAlgorithms)(
    'after rotation to %s the old value still opens, is no longer current, and is written again',
    (next) => {
      const old = cipher.encrypt('李四', place);
      const rotatedFile = withNewKey(file, next);
      const rotated = fieldCipher(parseKeyRing(rotatedFile));
      expect(rotated.isCurrent(old)).toBe(false);
      const renewed = rotated.encrypt(rotated.decrypt(old, place), place);
      expect(renewed).toMatch(/^k2\./);
      expect(rotated.isCurrent(renewed)).toBe(true);
      const withoutOld = fieldCipher(parseKeyRing(withoutKey(rotatedFile, 'k1')));
      expect(withoutOld.decrypt(renewed, place)).toBe('李四');
      expect(() => withoutOld.decrypt(old, place)).toThrow(new Undecryptable('k1'));
    },
  );
});

test('a value cannot be passed off as another algorithm or another key', () => {
  const secret = createKeyRing('aes-256-gcm');
  const cipher = fieldCipher(parseKeyRing({ ...secret, keys: { ...secret.keys, k2: secret.keys.k1 } }));
  const stored = cipher.encrypt('x', place);
  expect(() => cipher.decrypt(stored.replace('k1.', 'k2.'), place)).toThrow(Undecryptable);
  expect(() => cipher.decrypt(stored.replace('.a.', '.s.'), place)).toThrow(Undecryptable);
});

test('text that has no UTF-8 form is refused, not silently changed', () => {
  const cipher = fieldCipher(parseKeyRing(createKeyRing('aes-256-gcm')));
  expect(() => cipher.encrypt('\ud800', place)).toThrow(TypeError);
});

test('the error of a value that does not open holds nothing of it', () => {
  const cipher = fieldCipher(parseKeyRing(createKeyRing('aes-256-gcm')));
  for (const foreign of ['', 'plain text', '530521199001011234', 'k9.a.AAAA', '{"a":1}']) {
    try {
      cipher.decrypt(foreign, place);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Undecryptable);
      expect((error as Undecryptable).code).toBe('crypto.undecryptable');
      if (foreign.length > 2) expect((error as Error).message).not.toContain(foreign);
    }
  }
});
