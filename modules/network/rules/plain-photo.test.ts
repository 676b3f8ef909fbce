import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainPhoto } from './plain-photo.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const tiff = (orientation: number): Buffer => {
  const b = Buffer.from(
    '49492a0008000000' + '0200' + '0f0102000400000047505300' + '120103000100000000000000' + '00000000',
    'hex',
  );
  b.writeUInt16LE(orientation, 30);
  return b;
};
const exif = (orientation: number): Buffer => segment(0xe1, Buffer.concat([bytes('Exif\0\0'), tiff(orientation)]));
const [start, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const jfif = segment(0xe0, bytes('JFIF\0\x01\x02'));
const colours = segment(0xe2, bytes('ICC_PROFILE\0 profile'));
// A scan holds stuffed FFs and restart markers; a progressive file has tables between its scans, with an FF D9 in their data.
const scans = Buffer.concat([
  segment(0xda, bytes('head')),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3]),
  segment(0xc4, Buffer.from([9, 0xff, 0xd9, 9])),
  segment(0xda, bytes('two')),
  Buffer.from([4, 5]),
]);

describe('JPEG', () => {
  test('place, time, comment and the small picture behind go; the colours stay', () => {
    const xmp = segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<GPS>'));
    const comment = segment(0xfe, bytes('taken at home'));
    const mpf = segment(0xe2, bytes('MPF\0'));
    const photo = Buffer.concat([start, jfif, exif(1), xmp, mpf, colours, comment, scans, end, start, exif(1), end]);
    expect(plainPhoto(photo)).toEqual(Buffer.concat([start, jfif, colours, scans, end]));
  });
  test('which way is up stays, and nothing else of EXIF', () => {
    const plain = plainPhoto(Buffer.concat([start, exif(6), scans, end]));
    expect(plain.includes('GPS')).toBe(false);
    // What is left is a whole segment that says the same once more.
    expect(plain.subarray(2, 6)).toEqual(Buffer.from([0xff, 0xe1, 0, 34]));
    expect(plain.subarray(38)).toEqual(Buffer.concat([scans, end]));
    expect(plain.readUInt16BE(30)).toBe(6);
    expect(plainPhoto(plain)).toEqual(plain);
  });
});

test('PNG: words, time and EXIF go, and what follows the end', () => {
  const chunk = (name: string, content = ''): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, bytes(name), bytes(content), Buffer.alloc(4)]);
  };
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const photo = Buffer.concat([
    head,
    chunk('IHDR', 'size'),
    chunk('eXIf', 'GPS'),
    chunk('tEXt', 'me'),
    chunk('IDAT', 'pixels'),
    chunk('tIME', '2026'),
    chunk('IEND'),
    bytes('more'),
  ]);
  expect(plainPhoto(photo)).toEqual(
    Buffer.concat([head, chunk('IHDR', 'size'), chunk('IDAT', 'pixels'), chunk('IEND')]),
  );
});

test('WebP: EXIF and XMP go, the head no longer names them, the length is right', () => {
  const chunk = (name: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return Buffer.concat([bytes(name), length, content, Buffer.alloc(content.length % 2)]);
  };
  const file = (...chunks: readonly Buffer[]): Buffer => {
    const body = Buffer.concat([bytes('WEBP'), ...chunks]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([bytes('RIFF'), length, body]);
  };
  const head = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
  const pixels = chunk('VP8 ', bytes('odd'));
  expect(plainPhoto(file(head(0x3c), pixels, chunk('EXIF', bytes('GPS')), chunk('XMP ', bytes('<x/>'))))).toEqual(
    file(head(0x30), pixels),
  );
});

test('what breaks off, or is no photograph, stays as it came', () => {
  const photo = Buffer.concat([start, jfif, exif(6), scans, end]);
  for (let n = 0; n < photo.length - 2; n += 1) expect(plainPhoto(photo.subarray(0, n))).toEqual(photo.subarray(0, n));
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(start, bytes('RIFF____WEBP'), bytes('\x89PNG\r\n\x1a\n')),
      (rest, magic) => {
        expect(plainPhoto(Buffer.concat([magic, rest])).length).toBeLessThanOrEqual(magic.length + rest.length + 36);
      },
    ),
  );
});
