/*
 * 验证码: 16 signs of Crockford's base 32 in groups of four. The first four hold the tenant, so that a paper is looked for in
 * one place only; the other twelve are 60 random bits.
 */

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Errors: a RangeError for a tenant that is no six-digit code or fewer than 8 random bytes. */
export function makeVerificationCode(tenant: string, random: Uint8Array): string {
  if (!/^\d{6}$/.test(tenant)) throw new RangeError(`tenant ${tenant}`);
  if (random.length < 8) throw new RangeError('8 random bytes are needed');
  const bits = Buffer.from(random.subarray(0, 8)).readBigUInt64BE() >> 4n;
  return inFours(encode(BigInt(tenant), 4) + encode(bits, 12));
}

/** A code as a person typed it, in its one spelling; O, I and L are read as 0, 1 and 1. `undefined`: not a code. */
export function readVerificationCode(typed: string): { readonly tenant: string; readonly code: string } | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—－]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== 16 || [...plain].some((sign) => !signs.includes(sign))) return undefined;
  const tenant = [...plain.slice(0, 4)].reduce((sum, sign) => sum * 32 + signs.indexOf(sign), 0);
  if (tenant > 999_999) return undefined;
  return { tenant: String(tenant).padStart(6, '0'), code: inFours(plain) };
}

function encode(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = (signs[Number(rest & 31n)] ?? '') + text;
  return text;
}

function inFours(plain: string): string {
  return (plain.match(/.{4}/g) ?? []).join('-');
}
