/**
 * A photograph without what its camera wrote into it: where and when it was taken, by whom, with what, and the small picture of before it
 * was cut. The pixels are not touched; of EXIF nothing stays but which way is up. What is none of the three formats, or breaks off, is
 * returned as it came: the inspection after this refuses it.
 * Sources: ITU-T T.81 annex B (JPEG markers), PNG 1.2 §3.2, RFC 9649 (WebP), CIPA DC-008 (EXIF).
 */
export function plainPhoto(photo: Buffer): Buffer {
  if (photo.subarray(0, 2).equals(jpegStart)) return plainJpeg(photo) ?? photo;
  if (photo.subarray(0, 8).equals(pngStart)) return plainPng(photo) ?? photo;
  if (photo.toString('latin1', 0, 4) === 'RIFF' && photo.toString('latin1', 8, 12) === 'WEBP')
    return plainWebp(photo) ?? photo;
  return photo;
}

const jpegStart = Buffer.from([0xff, 0xd8]);
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function plainJpeg(photo: Buffer): Buffer | undefined {
  const kept: Buffer[] = [jpegStart];
  let at = 2;
  while (at + 4 <= photo.length) {
    if (photo[at] !== 0xff) return undefined;
    const marker = photo[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Whatever follows the end of the picture is another one, or none of our business.
    if (marker === 0xd9) break;
    const end = at + 2 + photo.readUInt16BE(at + 2);
    if (end > photo.length) return undefined;
    const segment = photo.subarray(at, end);
    if (marker === 0xe1) {
      const up = orientationOf(segment.subarray(4));
      if (up > 1) kept.push(onlyOrientation(up));
    } else if (staysInJpeg(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    const from = at;
    // Within a scan FF is followed by 00 or a restart marker.
    while (at + 1 < photo.length && !(photo[at] === 0xff && !isWithinScan(photo[at + 1] as number))) at += 1;
    kept.push(photo.subarray(from, at));
  }
  if (photo[at] !== 0xff || photo[at + 1] !== 0xd9) return undefined;
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

const isWithinScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

/** No comment and no application's segment but JFIF, the colour profile and Adobe's, which say how to read the colours. */
function staysInJpeg(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = segment.toString('latin1', 4, 16);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** EXIF's tag 0112, 1 to 8; 1 where it says nothing. */
function orientationOf(exif: Buffer): number {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = exif.subarray(6);
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < short(first); n += 1) {
    const at = first + 2 + 12 * n;
    if (at + 12 > tiff.length) break;
    if (short(at) === 0x0112) {
      const up = short(at + 8);
      return up >= 1 && up <= 8 ? up : 1;
    }
  }
  return 1;
}

function onlyOrientation(up: number): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  exif.writeUInt16BE(up, exif.length - 8);
  return exif;
}

/** Chunks that hold words, a time or EXIF. */
const pngWords = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];

function plainPng(photo: Buffer): Buffer | undefined {
  const kept: Buffer[] = [pngStart];
  for (let at = 8; at + 12 <= photo.length; ) {
    const end = at + 12 + photo.readUInt32BE(at);
    if (end > photo.length) return undefined;
    const name = photo.toString('latin1', at + 4, at + 8);
    if (!pngWords.includes(name)) kept.push(photo.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

function plainWebp(photo: Buffer): Buffer | undefined {
  const whole = 8 + photo.readUInt32LE(4);
  if (whole > photo.length) return undefined;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const length = photo.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > whole) return undefined;
    const name = photo.toString('latin1', at, at + 4);
    const chunk = Buffer.from(photo.subarray(at, end));
    // The head's bits for EXIF and XMP.
    if (name === 'VP8X') chunk[8] = (chunk[8] as number) & ~0x0c;
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(photo.subarray(0, 12));
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
