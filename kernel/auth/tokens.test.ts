import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../crypto/index.ts';
import { base32, fromBase32 } from './base32.ts';
import { csrfTokens } from './csrf.ts';
import { findRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';
import { checkTotp, hotp, newTotpSecret, otpauthUri } from './totp.ts';

describe('session tokens', () => {
  test('the browser keeps 256 bits, the database their hash', () => {
    const { token, hash } = newSessionToken(randomBytes);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hash).toBe(sha256(token));
    expect(sessionTokenHash(token)).toBe(hash);
    expect(newSessionToken(randomBytes).token).not.toBe(token);
  });

  test.each([undefined, '', 'short', 'x'.repeat(44), `${'x'.repeat(42)}=`, `${'x'.repeat(42)}\n`, "' or 1=1 --"])(
    '%j is looked up nowhere',
    (presented) => {
      expect(sessionTokenHash(presented)).toBeUndefined();
    },
  );
});

describe('CSRF tokens', () => {
  const csrf = csrfTokens(Buffer.alloc(32, 7), randomBytes);

  test('are good for the browser they were issued to, each time in another form', () => {
    const token = csrf.issue('session-a');
    expect(csrf.accepts('session-a', token)).toBe(true);
    expect(csrf.issue('session-a')).not.toBe(token);
    expect(csrf.accepts('session-a', csrf.issue('session-a'))).toBe(true);
  });

  test('are good for no other browser and no other server', () => {
    const token = csrf.issue('session-a');
    expect(csrf.accepts('session-b', token)).toBe(false);
    expect(csrf.accepts('', token)).toBe(false);
    expect(csrfTokens(Buffer.alloc(32, 8), randomBytes).accepts('session-a', token)).toBe(false);
  });

  test('are spoilt by any altered byte', () => {
    const bytes = Buffer.from(csrf.issue('session-a'), 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const altered = Buffer.from(bytes);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(csrf.accepts('session-a', altered.toString('base64url'))).toBe(false);
    }
  });

  test.each([undefined, '', 'x', 'x'.repeat(86), 'x'.repeat(100_000)])('%# is none', (token) => {
    expect(csrf.accepts('session-a', token)).toBe(false);
  });
});

describe('base32', () => {
  // RFC 4648 §10
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is %s', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded);
    expect(fromBase32(encoded)?.toString()).toBe(text);
  });

  test('goes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test.each(['1', 'M', 'MZX', '好'])('%s is none', (text) => {
    expect(fromBase32(text)).toBeUndefined();
  });
});

describe('one-time codes', () => {
  const key = Buffer.from('12345678901234567890');
  const secret = base32(key);
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();

  // RFC 6238, appendix B, SHA-1
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i the RFC expects %s', (seconds, code) => {
    expect(hotp(key, Math.floor(seconds / 30), 8)).toBe(code);
    expect(checkTotp(secret, code.slice(2), at(seconds), null)).toEqual({ ok: true, step: Math.floor(seconds / 30) });
  });

  // RFC 4226, appendix D
  test('the counter codes of RFC 4226', () => {
    const expected = [
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ];
    expect(expected.map((_, counter) => hotp(key, counter, 6))).toEqual(expected);
  });

  const now = 1_900_000_005;
  const step = Math.floor(now / 30);

  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('a phone %i steps off', (offset, accepted) => {
    expect(checkTotp(secret, hotp(key, step + offset, 6), at(now), null).ok).toBe(accepted);
  });

  test('a code works once, and an older one no more after it', () => {
    const code = hotp(key, step, 6);
    expect(checkTotp(secret, code, at(now), step - 1)).toEqual({ ok: true, step });
    expect(checkTotp(secret, code, at(now + 10), step)).toEqual({ ok: false, code: 'auth.oneTimeCodeUsed' });
    expect(checkTotp(secret, hotp(key, step - 1, 6), at(now), step)).toEqual({
      ok: false,
      code: 'auth.oneTimeCodeUsed',
    });
    expect(checkTotp(secret, hotp(key, step + 1, 6), at(now), step)).toEqual({ ok: true, step: step + 1 });
  });

  test('spaces and full-width digits are how people type', () => {
    const code = hotp(key, step, 6);
    expect(checkTotp(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at(now), null).ok).toBe(true);
    const wide = code.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
    expect(checkTotp(secret, wide, at(now), null).ok).toBe(true);
  });

  test.each(['', '12345', '1234567', 'abcdef', '-12345', '1e5000', '１２３４５'])('%j is none', (typed) => {
    expect(checkTotp(secret, typed, at(now), null)).toEqual({ ok: false, code: 'auth.oneTimeCode' });
  });

  test('a damaged or missing secret accepts nothing', () => {
    for (const broken of ['', 'MY', '!!']) {
      const empty = fromBase32(broken) ?? Buffer.alloc(0);
      expect(checkTotp(broken, hotp(empty, step, 6), at(now), null).ok).toBe(false);
    }
  });

  test('a new secret has 160 bits and an address that a phone can read', () => {
    const fresh = newTotpSecret(randomBytes);
    expect(fromBase32(fresh)).toHaveLength(20);
    const uri = new URL(otpauthUri('法援圈', '张三@保山', fresh));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('法援圈:张三@保山');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: fresh,
      issuer: '法援圈',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('recovery codes', () => {
  const codes = newRecoveryCodes(randomBytes);
  const hashes = codes.map(({ hash }) => hash);

  test('ten, all different, in groups that can be read aloud', () => {
    expect(new Set(hashes).size).toBe(10);
    for (const { code } of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('each is found however it is typed', () => {
    for (const { code, hash } of codes) {
      expect(findRecoveryCode(code, hashes)).toBe(hash);
      expect(findRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}`, hashes)).toBe(hash);
      expect(findRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'), hashes)).toBe(hash);
    }
  });

  test('struck off it is found no more, and nothing else is', () => {
    const first = codes[0]?.code ?? '';
    expect(findRecoveryCode(first, hashes.slice(1))).toBeUndefined();
    for (const typed of ['', '0000-0000-0000-0000', first.slice(1), `${first}0`])
      expect(findRecoveryCode(typed, hashes)).toBeUndefined();
  });
});
