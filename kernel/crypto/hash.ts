import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of bytes or of the UTF-8 of a text: 64 lower-case hexadecimal digits. */
export function sm3(data: string | Uint8Array): string {
  return hash('sm3', data, 'hex');
}

/** SHA-256 (FIPS 180-4) of bytes or of the UTF-8 of a text: 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** HMAC (RFC 2104) over SHA-256 or SM3: 32 bytes. */
export function hmac(hash: 'sha256' | 'sm3', key: Uint8Array, data: string | Uint8Array): Buffer {
  return createHmac(hash, key).update(data).digest();
}

/** Equality of two proofs in a time that does not tell how much of them agrees. */
export function sameProof(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const left = Buffer.from(a as string);
  const right = Buffer.from(b as string);
  return left.length === right.length && timingSafeEqual(left, right);
}
