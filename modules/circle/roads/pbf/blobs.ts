import { readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { refuse } from '../../input/bad-input.ts';
import { type Cursor, cursorOver, eachField, Malformed, readMessage, readVarint, textOf } from './wire.ts';

/** Where a block of the file lies. */
export interface BlobPlace {
  readonly type: string;
  readonly offset: number;
  readonly dataOffset: number;
  readonly dataLength: number;
}

/** Largest header and block that the format allows, bytes. Source: OpenStreetMap wiki, "PBF Format". */
const mostHeader = 64 * 1024;
const mostBlock = 32 * 1024 * 1024;
/**
 * The blocks of a file, one after the other; the data of each is left where it is.
 * @throws BadInput with the byte where the file ends too early or stops being a road extract
 */
export function* listBlobs(file: number, size: number): Generator<BlobPlace> {
  let offset = 0;
  const prefix = Buffer.alloc(4);
  while (offset < size) {
    fill(file, prefix, offset, size);
    const headerLength = prefix.readUInt32BE(0);
    if (headerLength === 0 || headerLength > mostHeader) notOurs(offset);
    const header = Buffer.alloc(headerLength);
    fill(file, header, offset + 4, size);
    const { type, dataLength } = readHeader(header, offset + 4);
    const dataOffset = offset + 4 + headerLength;
    if (dataLength <= 0 || dataLength > mostBlock) notOurs(offset + 4);
    if (dataOffset + dataLength > size) tooShort(size, dataOffset + dataLength);
    yield { type, offset, dataOffset, dataLength };
    offset = dataOffset + dataLength;
  }
}

function readHeader(bytes: Uint8Array, offset: number): Pick<BlobPlace, 'type' | 'dataLength'> {
  let type = '';
  let dataLength = 0;
  const cursor = cursorOver(bytes);
  malformedAt(offset, () =>
    eachField(cursor, (field, wire) => {
      if (field === 1 && wire === 2) type = textOf(readMessage(cursor));
      else if (field === 3 && wire === 0) dataLength = readVarint(cursor);
      else return false;
      return true;
    }),
  );
  if (type !== 'OSMHeader' && type !== 'OSMData' && !/^[\x20-\x7e]{1,40}$/.test(type)) notOurs(offset);
  return { type, dataLength };
}

/** The bytes of a block, inflated. @throws BadInput with the byte where the block begins */
export function readBlob(file: number, { dataOffset, dataLength }: BlobPlace, size: number): Uint8Array {
  const data = Buffer.alloc(dataLength);
  fill(file, data, dataOffset, size);
  let plain: Uint8Array | undefined;
  let packed: Uint8Array | undefined;
  let plainSize = 0;
  let otherMethod = 0;
  const cursor = cursorOver(data);
  malformedAt(dataOffset, () =>
    eachField(cursor, (field, wire) => {
      if (field === 1 && wire === 2) plain = slice(readMessage(cursor));
      else if (field === 2 && wire === 0) plainSize = readVarint(cursor);
      else if (field === 3 && wire === 2) packed = slice(readMessage(cursor));
      else {
        if (field >= 4 && field <= 7) otherMethod = field;
        return false;
      }
      return true;
    }),
  );
  if (plain) return plain;
  if (!packed) {
    const name = ['LZMA', 'bzip2', 'LZ4', 'zstd'][otherMethod - 4];
    if (name === undefined) return notOurs(dataOffset);
    const [zh, en] = [
      `第 ${dataOffset} 字节起的块用 ${name} 压缩`,
      `the block at byte ${dataOffset} is packed by ${name}`,
    ];
    return refuse(
      '/FILE',
      'compression',
      `${zh}，只能读 zlib：请先用 osmium 转换`,
      `${en}; only zlib can be read: convert it with osmium`,
    );
  }
  if (plainSize <= 0 || plainSize > mostBlock) return notOurs(dataOffset);
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(packed, { maxOutputLength: mostBlock });
  } catch {
    return broken(dataOffset);
  }
  return inflated.length === plainSize ? inflated : broken(dataOffset);
}

/** Run a reader; what it finds malformed is told with its byte in the file. */
function malformedAt<T>(offset: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return broken(offset + error.at);
    throw error;
  }
}

/** Run a reader over a block's unpacked bytes. A byte of those has no place in the file: told are the block and the byte within. */
export function malformedInside<T>({ dataOffset }: BlobPlace, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const [zh, en] = [
      `第 ${dataOffset} 字节起的块损坏（解压后第 ${error.at} 字节）`,
      `the block at byte ${dataOffset} is broken (at byte ${error.at} of it, unpacked)`,
    ];
    return refuse('/FILE', 'broken', zh, en);
  }
}

/** @throws BadInput always */
export function broken(offset: number): never {
  return refuse('/FILE', 'broken', `文件在第 ${offset} 字节损坏`, `the file is broken at byte ${offset}`);
}

function notOurs(offset: number): never {
  return refuse('/FILE', 'foreign', `第 ${offset} 字节起不是 .osm.pbf`, `this is not .osm.pbf from byte ${offset} on`);
}

function tooShort(size: number, wanted: number): never {
  const [zh, en] = [
    `文件在第 ${size} 字节中断，至少应有 ${wanted} 字节`,
    `the file breaks off at byte ${size}; at least ${wanted} were announced`,
  ];
  return refuse('/FILE', 'truncated', zh, en);
}

function fill(file: number, into: Uint8Array, offset: number, size: number): void {
  if (offset + into.length > size) tooShort(size, offset + into.length);
  let done = 0;
  while (done < into.length) {
    const read = readSync(file, into, done, into.length - done, offset + done);
    if (read === 0) tooShort(offset + done, offset + into.length);
    done += read;
  }
}

function slice({ bytes, at, end }: Cursor): Uint8Array {
  return bytes.subarray(at, end);
}
