import { unpredictable } from '../crypto/index.ts';
import type { Instant } from './clock.ts';

/** Source of record ids. Handed in with the transaction; a seeded one makes the demonstration repeatable. */
export interface Ids {
  /** A UUIDv7 (RFC 9562) for the given instant: ids sort by time of creation. */
  next(at: Instant): string;
  /** `n` unpredictable bytes, for codes and tokens. */
  random(n: number): Uint8Array;
}

let lastMs = 0;
let sequence = 0;

/** Ids for production: millisecond time, a 12-bit sequence within the millisecond, 62 random bits. */
export const systemIds: Ids = {
  next(at) {
    const ms = Date.parse(at);
    sequence = ms === lastMs ? (sequence + 1) & 0xfff : unpredictable(2).readUInt16BE() & 0x7ff;
    lastMs = ms;
    return uuidv7(ms, sequence, unpredictable(8));
  },
  random: (n) => unpredictable(n),
};

/** Assemble a UUIDv7 from its parts: unix milliseconds (48 bits), 12 bits, and 8 bytes of which 62 bits are used. */
export function uuidv7(ms: number, twelve: number, rest: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | (twelve & 0xfff), 6);
  Buffer.from(rest.buffer, rest.byteOffset, 8).copy(bytes, 8);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
