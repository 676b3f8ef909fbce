import type { ByteSource } from './byte-source.ts';
import { heicSize } from './heic.ts';
import type { InspectionLimits } from './kinds.ts';
import { type FileFault, refuse } from './refusals.ts';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

type ImageKind = 'jpeg' | 'png' | 'webp' | 'heic';

const readers: Readonly<Record<ImageKind, (bytes: ByteSource) => Promise<PixelSize | undefined>>> = {
  jpeg: jpegSize,
  png: pngSize,
  webp: webpSize,
  heic: heicSize,
};

/** The size of a picture in pixels, read from its header without decoding anything, so a small file that unpacks to gigabytes is told. */
export async function inspectImage(
  kind: ImageKind,
  bytes: ByteSource,
  limits: InspectionLimits,
): Promise<({ readonly ok: true } & PixelSize) | FileFault> {
  const size = await readers[kind](bytes);
  if (size === undefined || size.width === 0 || size.height === 0) return refuse('files.damaged');
  if (size.width * size.height > limits.megapixels * 1_000_000)
    return refuse('files.imageTooLarge', { max: limits.megapixels });
  return { ok: true, ...size };
}

/** ITU-T T.81: the segments up to the frame header. */
async function jpegSize(bytes: ByteSource): Promise<PixelSize | undefined> {
  let at = 2;
  for (let segments = 0; segments < 2000; segments++) {
    const header = await bytes.read(at, 10);
    if (header.length < 10 || header[0] !== 0xff) return undefined;
    const marker = header[1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: header.readUInt16BE(5), width: header.readUInt16BE(7) };
    // The picture's data or its end before any frame header: no picture.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isBare ? 2 : 2 + Math.max(2, header.readUInt16BE(2));
  }
  return undefined;
}

/** ISO/IEC 15948: the header chunk, and every chunk to the end, so that one cut off is noticed. */
async function pngSize(bytes: ByteSource): Promise<PixelSize | undefined> {
  const header = await bytes.read(8, 16);
  if (header.length < 16 || header.toString('latin1', 4, 8) !== 'IHDR' || header.readUInt32BE(0) !== 13)
    return undefined;
  let hasData = false;
  let at = 8;
  for (let chunks = 0; chunks < 60_000; chunks++) {
    const chunk = await bytes.read(at, 8);
    if (chunk.length < 8) return undefined;
    const type = chunk.toString('latin1', 4, 8);
    hasData ||= type === 'IDAT';
    at += 12 + chunk.readUInt32BE(0);
    if (at > bytes.size) return undefined;
    if (type === 'IEND')
      return hasData ? { width: header.readUInt32BE(8), height: header.readUInt32BE(12) } : undefined;
  }
  return undefined;
}

/** RFC 9649: the canvas of the extended form, or the frame of a simple one. */
async function webpSize(bytes: ByteSource): Promise<PixelSize | undefined> {
  const head = await bytes.read(0, 30);
  if (head.length < 30 || head.readUInt32LE(4) + 8 > bytes.size) return undefined;
  const form = head.toString('latin1', 12, 16);
  if (form === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (form === 'VP8 ' && head.readUIntBE(23, 3) === 0x9d012a) {
    return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  }
  if (form === 'VP8L' && head[20] === 0x2f) {
    const packed = head.readUInt32LE(21);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
