import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { mostObjects, type PdfParts, runsByItself } from './pdf-search.ts';
import {
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  parsePdfValue,
  skipWhite,
  type Work,
} from './pdf-syntax.ts';
import { type FileFault, refuse } from './refusals.ts';

const longestUnpacked = 64 * 1_048_576;

/** Unpack the object streams (ISO 32000-1 §7.5.7), search them, and enter what they hold among the objects. */
export async function unpackObjectStreams(file: Buffer, parts: PdfParts, work: Work): Promise<FileFault | undefined> {
  let room = longestUnpacked;
  for (const offset of parts.streams) {
    const parsed = parsePdfValue(file, offset, work);
    if (parsed === undefined || !isDictionary(parsed.value)) return refuse('files.damaged');
    const content = await streamContent(file, parsed.value, parsed.end, parts, work, room);
    if (content === undefined) return refuse('files.damaged');
    if (content === 'tooLarge') return refuse('files.unpacksTooLarge');
    room -= content.length;
    if (await runsByItself(content)) return refuse('files.activePdf');
    enter(content, parsed.value.get('First'), offset, parts);
    if (parts.objects.size > mostObjects) return refuse('files.damaged');
  }
  return undefined;
}

/** The head of the stream pairs each object's number with its place behind `First`. */
function enter(content: Buffer, first: PdfValue | undefined, at: number, parts: PdfParts): void {
  if (typeof first !== 'number') return;
  for (const [, number, place] of content.toString('latin1', 0, first).matchAll(/(\d+)[\s\0]+(\d+)/g)) {
    const earlier = parts.objects.get(Number(number));
    if (earlier !== undefined && earlier.at > at) continue;
    parts.objects.set(Number(number), { buffer: content, offset: first + Number(place), at });
    if (parts.objects.size > mostObjects) return;
  }
}

const unpack = promisify<Buffer, { maxOutputLength: number; finishFlush: number }, Buffer>(inflate);

/** A stream that is not packed by deflate alone cannot be looked into, and is not taken. */
async function streamContent(
  file: Buffer,
  dictionary: PdfDictionary,
  end: number,
  parts: PdfParts,
  work: Work,
  room: number,
): Promise<Buffer | 'tooLarge' | undefined> {
  const keyword = skipWhite(file, end);
  if (file.toString('latin1', keyword, keyword + 6) !== 'stream') return undefined;
  const start = keyword + 6 + (file[keyword + 6] === 13 && file[keyword + 7] === 10 ? 2 : 1);
  const length = resolve(dictionary.get('Length'), parts, work);
  const stop =
    typeof length === 'number' && length >= 0 && start + length <= file.length
      ? start + length
      : file.indexOf('endstream', start);
  if (stop < start) return undefined;
  const packed = file.subarray(start, stop);
  const parameters = resolve(dictionary.get('DecodeParms'), parts, work);
  if (isDictionary(parameters) && (parameters.get('Predictor') ?? 1) !== 1) return undefined;
  const filter = resolve(dictionary.get('Filter'), parts, work);
  if (filter === undefined || filter === null) return packed.length > room ? 'tooLarge' : packed;
  const only = Array.isArray(filter) && filter.length === 1 ? resolve(filter[0] as PdfValue, parts, work) : filter;
  if (nameOf(only) !== 'FlateDecode') return undefined;
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : undefined;
  }
}

/** The value behind a reference; null where there is none. */
export function resolve(value: PdfValue | undefined, parts: PdfParts, work: Work): PdfValue | undefined {
  let current = value;
  for (let i = 0; i < 20 && isReference(current); i++) {
    const place = parts.objects.get(current.object);
    current = place === undefined ? null : parsePdfValue(place.buffer, place.offset, work)?.value;
  }
  return current;
}
