/**
 * Protobuf's wire format, as much of it as OpenStreetMap files use.
 * Source: Protocol Buffers, "Encoding" (varint, ZigZag, length-delimited fields).
 */
/** A place in bytes that are being read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
}

/** The bytes are not protobuf. `at` counts from the start of the bytes read. */
export class Malformed extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`malformed at byte ${at}`);
    this.at = at;
  }
}

export function cursorOver(bytes: Uint8Array): Cursor {
  return { bytes, at: 0, end: bytes.length };
}

/** An unsigned varint; exact up to 2^53, and an int64 below zero where it is ten bytes long. @throws Malformed */
export function readVarint(cursor: Cursor): number {
  const { bytes, end } = cursor;
  let at = cursor.at;
  let value = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    if (at >= end) throw new Malformed(at);
    const byte = bytes[at++] as number;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      cursor.at = at;
      return value;
    }
  }
  return readLong(cursor);
}

/** A varint of more than four bytes: up to eight by plain numbers, as ids are; longer in two's complement, as int64 below zero is written. */
function readLong(cursor: Cursor): number {
  const { bytes, end } = cursor;
  let at = cursor.at;
  let value = 0;
  for (let scale = 1; scale < 2 ** 56; scale *= 128) {
    if (at >= end) throw new Malformed(at);
    const byte = bytes[at++] as number;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) {
      cursor.at = at;
      return value;
    }
  }
  return readTwosComplement(cursor);
}

function readTwosComplement(cursor: Cursor): number {
  let value = 0n;
  for (let n = 0n; n < 10n; n += 1n) {
    if (cursor.at >= cursor.end) break;
    const byte = cursor.bytes[cursor.at++] as number;
    value |= BigInt(byte & 0x7f) << (7n * n);
    if (byte < 0x80) return Number(BigInt.asIntN(64, value));
  }
  throw new Malformed(cursor.at);
}

/** A signed number written by ZigZag (sint32, sint64). */
export function readZigZag(cursor: Cursor): number {
  const { bytes, end } = cursor;
  let at = cursor.at;
  let value = 0;
  let scale = 1;
  for (let n = 0; n < 8; n += 1) {
    if (at >= end) throw new Malformed(at);
    const byte = bytes[at++] as number;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) {
      cursor.at = at;
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    scale *= 128;
  }
  throw new Malformed(at);
}

/** The bytes of a length-delimited field, as a cursor of their own; ours moves behind them. @throws Malformed */
export function readMessage(cursor: Cursor): Cursor {
  const length = readVarint(cursor);
  const from = cursor.at;
  if (length < 0 || from + length > cursor.end) throw new Malformed(from);
  cursor.at = from + length;
  return { bytes: cursor.bytes, at: from, end: from + length };
}

/** Pass over a field that is not wanted. @throws Malformed for a wire type that OpenStreetMap files do not have */
export function skipField(cursor: Cursor, wireType: number): void {
  if (wireType === 0) readVarint(cursor);
  else if (wireType === 2) readMessage(cursor);
  else if (wireType === 1 || wireType === 5) {
    cursor.at += wireType === 1 ? 8 : 4;
    if (cursor.at > cursor.end) throw new Malformed(cursor.at);
  } else throw new Malformed(cursor.at);
}

/** Call `onField` for each field of a message, with its number and wire type. It answers false for a field that it left alone. */
export function eachField(cursor: Cursor, onField: (field: number, wireType: number) => boolean): void {
  while (cursor.at < cursor.end) {
    const key = readVarint(cursor);
    if (!onField(key >>> 3, key & 7)) skipField(cursor, key & 7);
  }
}

export function textOf({ bytes, at, end }: Cursor): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('utf8');
}
