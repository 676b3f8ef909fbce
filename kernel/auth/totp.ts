import { createHmac } from 'node:crypto';
import { sameProof } from '../crypto/index.ts';
import type { Instant } from '../time/index.ts';
import { base32, fromBase32 } from './base32.ts';
import type { RandomBytes } from './session-token.ts';

/** RFC 6238 as every authenticator program knows it: SHA-1, six digits, steps of 30 s. */
const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one that are taken: the phone's clock may be that wrong. */
const tolerance = 1;

export type TotpAnswer =
  /** Keep `step` with the account and hand it in next time. */
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly code: 'auth.oneTimeCode' | 'auth.oneTimeCodeUsed' };

/** 160 random bits in base32; kept encrypted. */
export function newTotpSecret(random: RandomBytes): string {
  return base32(random(20));
}

/**
 * Check a one-time code.
 * @param lastUsedStep of the last accepted code, or null: no step at or before it is taken, so a code read over the shoulder is worth nothing
 */
export function checkTotp(secret: string, typed: string, at: Instant, lastUsedStep: number | null): TotpAnswer {
  const key = fromBase32(secret);
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (key === undefined || key.length < 16 || !new RegExp(`^\\d{${digits}}$`).test(code))
    return { ok: false, code: 'auth.oneTimeCode' };
  const now = Math.floor(Date.parse(at) / 1000 / stepSeconds);
  const matching = [now - tolerance, now, now + tolerance].filter((step) => sameProof(hotp(key, step, digits), code));
  const fresh = matching.find((step) => lastUsedStep === null || step > lastUsedStep);
  if (fresh !== undefined) return { ok: true, step: fresh };
  return { ok: false, code: matching.length > 0 ? 'auth.oneTimeCodeUsed' : 'auth.oneTimeCode' };
}

/** What the set-up page shows as a QR code. */
export function otpauthUri(issuer: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
  return `otpauth://totp/${label}?${query}`;
}

/** RFC 4226 §5.3. */
export function hotp(key: Uint8Array, counter: number, length: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** length).padStart(length, '0');
}
