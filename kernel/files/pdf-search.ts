import { setImmediate } from 'node:timers/promises';
import { isDictionary, nameOf, type PdfDictionary, parsePdfValue, type Work } from './pdf-syntax.ts';

/*
 * The whole file is searched, not only what its cross-reference table admits: content that runs by itself is found wherever
 * it stands, and names in disguise (`/J#61vaScript`) are read as a reader would.
 */

/** Where an object's value begins. */
export interface Place {
  readonly buffer: Buffer;
  readonly offset: number;
  /** Where in the file it stands, or the stream that holds it: of two objects of one number the later counts. */
  readonly at: number;
}

export interface PdfParts {
  readonly objects: Map<number, Place>;
  /** Offsets of the dictionaries of trailers, object streams and catalogues. */
  readonly trailers: number[];
  readonly streams: Set<number>;
  readonly catalogues: number[];
  /** The file is larger in parts than any honest one. */
  isBloated: boolean;
  isActive: boolean;
  isEncrypted: boolean;
}

/** More objects than this has no document of the pages we take, and each costs memory. */
export const mostObjects = 500_000;
const mostMarks = 30_000;

/** The characters of a name, each plain or as `#4a`. */
const spelt = (name: string): string =>
  [...name]
    .map(
      (c) =>
        `(?:${c}|#${c
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/g, (d) => `[${d}${d.toUpperCase()}]`)})`,
    )
    .join('');
const gap = String.raw`[\s\0]`;
const afterName = String.raw`(?=[\s\0()<>[\]{}/%]|$)`;
/** A name that is the value of one of these keys, or stands free: an address ending in …/JavaScript is no match. */
const valueFor = (keys: readonly string[], name: string): string =>
  String.raw`(?:\/(?:${keys.map(spelt).join('|')})|[\s\0()<>[\]{}]|^)\/${spelt(name)}${afterName}`;
/** A name that is a key, with a dictionary, an array or a reference behind it. */
const key = (name: string): string => String.raw`\/${spelt(name)}${gap}*(?:<<|\[|\d+${gap}+\d+${gap}+R)`;

const actions = ['JavaScript', 'Launch', 'Rendition', 'ImportData'].map((name) => valueFor(['S'], name));
const active = new RegExp([...actions, valueFor(['Subtype'], 'RichMedia'), key('XFA')].join('|'));
const encrypted = new RegExp(key('Encrypt'));
const objectHeader = /(?<![\w.])(\d{1,10})[\s\0]+\d{1,5}[\s\0]+obj(?![a-zA-Z])/g;
const types = ['ObjStm', 'XRef', 'Catalog'].map((name) => valueFor(['Type'], name)).join('|');
const marks = new RegExp(`(?<type>${types})|trailer(?=${gap}*<<)`, 'g');

const windowBytes = 524_288;
/** Longer than anything searched for. */
const overlap = 256;

/** Find every object, and what the file as a whole says of itself. */
export async function searchPdf(file: Buffer, work: Work): Promise<PdfParts> {
  const parts: PdfParts = {
    objects: new Map(),
    trailers: [],
    streams: new Set(),
    catalogues: [],
    isBloated: false,
    isActive: false,
    isEncrypted: false,
  };
  const headers: number[] = [];
  const found: number[] = [];
  for await (const { text, start } of windows(file)) {
    parts.isActive ||= active.test(text);
    parts.isEncrypted ||= encrypted.test(text);
    for (const match of text.matchAll(objectHeader)) {
      const at = start + match.index;
      if (at <= (headers.at(-1) ?? -1)) continue;
      headers.push(at);
      parts.objects.set(Number(match[1]), { buffer: file, offset: at + match[0].length, at });
    }
    for (const match of text.matchAll(marks)) {
      const at = start + match.index;
      if (match.groups?.type === undefined) parts.trailers.push(at + 'trailer'.length);
      else found.push(at);
    }
    parts.isBloated = headers.length > mostObjects || found.length + parts.trailers.length > mostMarks;
    if (parts.isBloated) return parts;
  }
  for (const [i, at] of found.entries()) {
    if (i % 500 === 499) await setImmediate();
    sort(parts, headerBefore(headers, at), file, work);
  }
  return parts;
}

/** True when unpacked objects hold content that runs by itself. */
export async function runsByItself(content: Buffer): Promise<boolean> {
  for await (const { text } of windows(content)) if (active.test(text)) return true;
  return false;
}

/** The bytes as Latin-1 text, piece by piece with a little of the piece before, giving way to other work between them. */
async function* windows(buffer: Buffer): AsyncGenerator<{ text: string; start: number }> {
  for (let from = 0; from < buffer.length; from += windowBytes) {
    const start = Math.max(0, from - overlap);
    yield { text: buffer.toString('latin1', start, from + windowBytes), start };
    await setImmediate();
  }
}

/** Put the object around a mark where it belongs: the mark is a hint, the object's own dictionary decides. */
function sort(parts: PdfParts, header: number | undefined, file: Buffer, work: Work): void {
  if (header === undefined) return;
  const offset = file.indexOf('obj', header) + 3;
  const type = nameOf(dictionaryAt(file, offset, work)?.get('Type'));
  if (type === 'ObjStm') parts.streams.add(offset);
  if (type === 'XRef') parts.trailers.push(offset);
  if (type === 'Catalog') parts.catalogues.push(offset);
}

export function dictionaryAt(buffer: Buffer, offset: number, work: Work): PdfDictionary | undefined {
  const value = parsePdfValue(buffer, offset, work)?.value;
  return isDictionary(value) ? value : undefined;
}

function headerBefore(headers: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = headers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headers[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return headers[low - 1];
}
