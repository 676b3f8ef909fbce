import { crc32, deflateSync } from 'node:zlib';

/** A white PNG; its header may claim another size than its data have. */
export function png(width: number, height: number, rows = Math.min(height, 8)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(rows * (width + 1), 255));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The segments of a JPEG as a camera writes them: a long EXIF block, tables, the frame header, a scan. */
export function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const segment = (marker: number, content: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const frameHeader = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frameHeader.writeUInt16BE(height, 1);
  frameHeader.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.alloc(20_000, 0x41)])),
    segment(0xdb, Buffer.alloc(65)),
    Buffer.from([0xff]),
    segment(0xc4, Buffer.alloc(28)),
    segment(frame, frameHeader),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ]);
}

export function webp(form: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const content = Buffer.alloc(20);
  if (form === 'VP8X') {
    content.writeUIntLE(width - 1, 4, 3);
    content.writeUIntLE(height - 1, 7, 3);
  } else if (form === 'VP8L') {
    content[0] = 0x2f;
    content.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  } else {
    content.writeUIntBE(0x9d012a, 3, 3);
    content.writeUInt16LE(width, 6);
    content.writeUInt16LE(height, 8);
  }
  const file = Buffer.concat([Buffer.from(`RIFF____WEBP${form}____`, 'latin1'), content]);
  file.writeUInt32LE(file.length - 8, 4);
  file.writeUInt32LE(content.length, 16);
  return file;
}

/** The boxes of a photograph in tiles: each tile's size and the whole's. */
export function heic(
  width: number,
  height: number,
  brand = 'heic',
  compatible: readonly string[] = ['mif1', 'heic'],
): Buffer {
  const box = (type: string, ...content: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const spatial = (w: number, h: number): Buffer => {
    const body = Buffer.alloc(12);
    body.writeUInt32BE(w, 4);
    body.writeUInt32BE(h, 8);
    return box('ispe', body);
  };
  const full = Buffer.alloc(4);
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${compatible.join('')}`, 'latin1')),
    box(
      'meta',
      full,
      box('hdlr', Buffer.alloc(24)),
      box('iprp', box('ipco', spatial(64, 64), box('hvcC', Buffer.alloc(9)), spatial(width, height))),
    ),
    box('mdat', Buffer.alloc(100)),
  ]);
}
