import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import type { InspectionLimits } from './kinds.ts';
import {
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  parsePdfValue,
  skipWhite,
} from './pdf-syntax.ts';
import { type FileFault, refuse } from './refusals.ts';

/*
 * The whole file is searched, not only what its cross-reference table admits: content that runs by itself is found wherever
 * it stands, in compressed object streams too, and names in disguise (`/J#61vaScript`) are read as the reader would.
 */

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
const marks = new RegExp(String.raw`(?<type>${types})|trailer(?=${gap}*<<)`, 'g');

const windowBytes = 1_048_576;
const overlap = 256;
const longestObjectStreams = 256 * 1_048_576;

interface Place {
  readonly buffer: Buffer;
  readonly offset: number;
  /** Where in the file it stands, or the stream that holds it: of two objects of one number the later counts. */
  readonly at: number;
}

interface Found {
  readonly objects: Map<number, Place>;
  /** Offsets of dictionaries that matter: trailers, and the objects around the marks. */
  readonly trailers: number[];
  readonly streams: number[];
  readonly catalogues: number[];
  isActive: boolean;
  isEncrypted: boolean;
}

/** Pages, password, content that runs by itself. Reads no page's content. */
export async function inspectPdf(
  bytes: ByteSource,
  limits: InspectionLimits,
): Promise<{ readonly ok: true; readonly pages: number } | FileFault> {
  if (bytes.size > limits.pdfBytes) return refuse('files.tooLarge', { max: Math.floor(limits.pdfBytes / 1_048_576) });
  const file = await bytes.read(0, bytes.size);
  if (!hasEnd(file)) return refuse('files.damaged');
  const found = await search(file);
  if (found.isEncrypted) return refuse('files.encrypted');
  if (found.isActive) return refuse('files.activePdf');
  const unpacked = await unpackObjectStreams(file, found);
  if (unpacked !== undefined) return unpacked;
  const root = findRoot(file, found);
  const pages = root === undefined ? 0 : countPages(root, found, limits.pdfPages);
  if (pages === 0) return refuse('files.damaged');
  return pages > limits.pdfPages ? refuse('files.tooManyPages', { max: limits.pdfPages }) : { ok: true, pages };
}

/** A file cut off on the way lacks its last lines. Some scanners pad behind them. */
function hasEnd(file: Buffer): boolean {
  let end = file.length;
  while (end > 0 && [0, 9, 10, 13, 26, 32].includes(file[end - 1] ?? -1)) end--;
  return file.toString('latin1', Math.max(0, end - 2048), end).includes('%%EOF');
}

async function search(file: Buffer): Promise<Found> {
  const found: Found = {
    objects: new Map(),
    trailers: [],
    streams: [],
    catalogues: [],
    isActive: false,
    isEncrypted: false,
  };
  let latest = -1;
  const headers: number[] = [];
  const marked: { mark: string; at: number }[] = [];
  for (let from = 0; from < file.length; from += windowBytes) {
    const start = Math.max(0, from - overlap);
    const text = file.toString('latin1', start, from + windowBytes);
    found.isActive ||= active.test(text);
    found.isEncrypted ||= encrypted.test(text);
    for (const match of text.matchAll(objectHeader)) {
      const at = start + match.index;
      if (at <= latest) continue;
      latest = at;
      headers.push(at);
      found.objects.set(Number(match[1]), { buffer: file, offset: at + match[0].length, at });
    }
    for (const match of text.matchAll(marks))
      marked.push({ mark: match.groups?.type ?? 'trailer', at: start + match.index });
    await setImmediate();
  }
  for (const { mark, at } of marked) {
    if (mark === 'trailer') found.trailers.push(at + 'trailer'.length);
    else sort(found, headerBefore(headers, at), file);
  }
  return found;
}

/** Put the object around a mark where it belongs: the mark itself is only a hint, its dictionary decides. */
function sort(found: Found, header: number | undefined, file: Buffer): void {
  if (header === undefined) return;
  const offset = file.indexOf('obj', header) + 3;
  const type = nameOf(dictionaryAt(file, offset)?.get('Type'));
  if (type === 'ObjStm' && !found.streams.includes(offset)) found.streams.push(offset);
  if (type === 'XRef') found.trailers.push(offset);
  if (type === 'Catalog') found.catalogues.push(offset);
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

async function unpackObjectStreams(file: Buffer, found: Found): Promise<FileFault | undefined> {
  let budget = longestObjectStreams;
  for (const offset of found.streams) {
    const parsed = parsePdfValue(file, offset);
    if (parsed === undefined || !isDictionary(parsed.value)) return refuse('files.damaged');
    const content = await streamContent(file, parsed.value, parsed.end, found, budget);
    if (content === undefined) return refuse('files.damaged');
    if (content === 'tooLarge') return refuse('files.unpacksTooLarge');
    budget -= content.length;
    const text = content.toString('latin1');
    if (active.test(text)) return refuse('files.activePdf');
    const first = parsed.value.get('First');
    const head =
      typeof first === 'number'
        ? text
            .slice(0, first)
            .trim()
            .split(/[\s\0]+/)
            .map(Number)
        : [];
    for (let i = 0; i + 1 < head.length; i += 2) {
      const [number = -1, place = -1] = head.slice(i, i + 2);
      const earlier = found.objects.get(number);
      if (earlier !== undefined && earlier.at > offset) continue;
      found.objects.set(number, { buffer: content, offset: Number(first) + place, at: offset });
    }
    await setImmediate();
  }
  return undefined;
}

const inflateAsync = promisify<Buffer, { maxOutputLength: number; finishFlush: number }, Buffer>(inflate);

/** A stream that no reader unpacks by deflate alone cannot be looked into, and is not taken. */
async function streamContent(
  file: Buffer,
  dictionary: PdfDictionary,
  end: number,
  found: Found,
  budget: number,
): Promise<Buffer | 'tooLarge' | undefined> {
  const keyword = skipWhite(file, end);
  if (file.toString('latin1', keyword, keyword + 6) !== 'stream') return undefined;
  const start = keyword + 6 + (file[keyword + 6] === 13 ? (file[keyword + 7] === 10 ? 2 : 1) : 1);
  const length = resolve(dictionary.get('Length'), found);
  const stop =
    typeof length === 'number' && start + length <= file.length ? start + length : file.indexOf('endstream', start);
  if (stop < start) return undefined;
  const raw = file.subarray(start, stop);
  const filter = resolve(dictionary.get('Filter'), found);
  const filters = (Array.isArray(filter) ? (filter as readonly PdfValue[]) : filter === undefined ? [] : [filter]).map(
    (f) => nameOf(resolve(f, found)),
  );
  const parameters = resolve(dictionary.get('DecodeParms'), found);
  if (isDictionary(parameters) && parameters.has('Predictor') && parameters.get('Predictor') !== 1) return undefined;
  if (filters.length === 0) return raw;
  if (filters.length > 1 || (filters[0] !== 'FlateDecode' && filters[0] !== 'Fl')) return undefined;
  try {
    return await inflateAsync(raw, { maxOutputLength: Math.max(1, budget), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : undefined;
  }
}

function findRoot(file: Buffer, found: Found): PdfDictionary | undefined {
  const roots = [
    ...found.trailers
      .toSorted((a, b) => b - a)
      .map((offset) => resolve(dictionaryAt(file, offset)?.get('Root'), found)),
    ...found.catalogues.toReversed().map((offset) => dictionaryAt(file, offset)),
  ];
  return roots.find((root): root is PdfDictionary => isDictionary(root) && root.has('Pages'));
}

/** Leaves of the page tree as a reader meets them; stops counting one past the limit. Zero when there is no tree. */
function countPages(root: PdfDictionary, found: Found, limit: number): number {
  const waiting: PdfValue[] = [root.get('Pages') ?? null];
  let pages = 0;
  let steps = limit * 20 + 10_000;
  while (waiting.length > 0 && pages <= limit) {
    // A tree that leads back into itself, or of branches without leaves, is no document.
    if (steps-- === 0) return 0;
    const node = resolve(waiting.pop(), found);
    if (!isDictionary(node)) continue;
    const kids = resolve(node.get('Kids'), found);
    if (Array.isArray(kids)) for (const kid of (kids as readonly PdfValue[]).slice(0, steps)) waiting.push(kid);
    else pages++;
  }
  return pages;
}

function resolve(value: PdfValue | undefined, found: Found): PdfValue | undefined {
  let current = value;
  for (let i = 0; i < 20 && isReference(current); i++) {
    const place = found.objects.get(current.object);
    current = place === undefined ? null : parsePdfValue(place.buffer, place.offset)?.value;
  }
  return current;
}

function dictionaryAt(buffer: Buffer, offset: number): PdfDictionary | undefined {
  const value = parsePdfValue(buffer, offset)?.value;
  return isDictionary(value) ? value : undefined;
}
