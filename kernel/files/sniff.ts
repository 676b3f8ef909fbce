/** What the first bytes of a file say it is; the inspectors then look whether it is so. */
export type Sniffed =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'heic'
  | 'pdf'
  | 'zip'
  | 'compound'
  | 'executable'
  | 'archive'
  | 'markup'
  | 'wideText'
  | 'other'
  | 'perhapsText';

/** How many bytes {@link sniff} wants to see. */
export const sniffBytes = 1024;

interface Signature {
  readonly is: Sniffed;
  readonly at?: number;
  /** Bytes as Latin-1 text. */
  readonly starts: readonly string[];
  readonly and?: (head: Buffer) => boolean;
}

const heifBrands = /^(heic|heix|heim|heis|hevc|hevx)$/;
const hasNul = (head: Buffer): boolean => head.subarray(0, 512).includes(0);

const signatures: readonly Signature[] = [
  { is: 'jpeg', starts: ['\xff\xd8\xff'] },
  { is: 'png', starts: ['\x89PNG\r\n\x1a\n'] },
  { is: 'webp', starts: ['RIFF'], and: (head) => head.toString('latin1', 8, 12) === 'WEBP' },
  { is: 'heic', at: 4, starts: ['ftyp'], and: isHeif },
  { is: 'zip', starts: ['PK\x03\x04'] },
  { is: 'compound', starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'] },
  {
    is: 'archive',
    starts: [
      'Rar!\x1a\x07',
      "7z\xbc\xaf'\x1c",
      '\x1f\x8b',
      'BZh',
      '\xfd7zXZ\x00',
      '\x28\xb5\x2f\xfd',
      'PK\x05\x06',
      'PK\x07\x08',
      'MSCF',
    ],
  },
  { is: 'archive', at: 257, starts: ['ustar'] },
  { is: 'executable', starts: ['MZ', 'ZM'], and: hasNul },
  {
    is: 'executable',
    starts: [
      '\x7fELF',
      '\xfe\xed\xfa\xce',
      '\xfe\xed\xfa\xcf',
      '\xce\xfa\xed\xfe',
      '\xcf\xfa\xed\xfe',
      '\xca\xfe\xba\xbe',
      'dex\n',
      '\x00asm',
      '#!',
      'L\x00\x00\x00\x01\x14\x02\x00',
    ],
  },
  { is: 'wideText', starts: ['\xff\xfe', '\xfe\xff'] },
  {
    is: 'other',
    starts: ['GIF8', 'BM', 'II*\x00', 'MM\x00*', '{\\rtf', '%!PS'],
    and: (head) => hasNul(head) || head[0] !== 0x42,
  },
];

export function sniff(head: Buffer): Sniffed {
  for (const { is, at = 0, starts, and } of signatures) {
    const matches = starts.some((start) => head.toString('latin1', at, at + start.length) === start);
    if (matches && (and === undefined || and(head))) return is;
  }
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf)?[\s\0]*/, '');
  // Some programs put a mark or blank lines before the header of a PDF, and readers bear it.
  if (text.startsWith('%PDF-')) return 'pdf';
  if (/^<(?:[a-z]|!doctype|!--|\?(?:xml|php|=))/i.test(text)) return 'markup';
  return hasNul(head) ? 'other' : 'perhapsText';
}

/** ISO 14496-12: the brand in front, or HEIC among the compatible ones of a general picture file. */
function isHeif(head: Buffer): boolean {
  const end = Math.min(head.readUInt32BE(0), head.length);
  if (heifBrands.test(head.toString('latin1', 8, 12))) return true;
  if (!/^(mif1|msf1)$/.test(head.toString('latin1', 8, 12))) return false;
  for (let at = 16; at + 4 <= end; at += 4) if (heifBrands.test(head.toString('latin1', at, at + 4))) return true;
  return false;
}
