/*
 * As much of the syntax of PDF (ISO 32000-1 §7.3) as is needed to walk from the catalogue to the pages.
 */

export interface PdfName {
  readonly name: string;
}
export interface PdfReference {
  readonly object: number;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
/** Strings are passed over: nothing here turns on their content. */
export type PdfValue =
  | number
  | boolean
  | null
  | 'string'
  | PdfName
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface Parsed {
  readonly value: PdfValue;
  /** Where the value ends. */
  readonly end: number;
}

/** How many bytes may still be read: a file made to be read for hours is given up. */
export interface Work {
  left: number;
}

const deepest = 60;
const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value;
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;

/** The value that begins at (or after white space from) `start`; undefined where the syntax is broken or the work is used up. */
export function parsePdfValue(buffer: Buffer, start: number, work: Work, depth = 0): Parsed | undefined {
  if (depth > deepest || work.left < 0) return undefined;
  const at = skipWhite(buffer, start);
  work.left -= at - start + 1;
  switch (String.fromCharCode(buffer[at] ?? 0)) {
    case '/': {
      const end = tokenEnd(buffer, at + 1, work);
      return { value: { name: decodeName(buffer.toString('latin1', at + 1, end)) }, end };
    }
    case '(':
      return passString(buffer, at, work);
    case '<':
      if (buffer[at + 1] === 0x3c) return parseDictionary(buffer, at + 2, work, depth);
      return passUntil(buffer, at, '>', work);
    case '[':
      return parseArray(buffer, at + 1, work, depth);
    default:
      return parsePlain(buffer, at, work);
  }
}

export function skipWhite(buffer: Buffer, start: number): number {
  let at = start;
  for (;;) {
    while (at < buffer.length && white.has(buffer[at] ?? -1)) at++;
    if (buffer[at] !== 0x25) return at;
    while (at < buffer.length && buffer[at] !== 10 && buffer[at] !== 13) at++;
  }
}

/** `#4a` in a name stands for the character J. */
function decodeName(raw: string): string {
  return raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function tokenEnd(buffer: Buffer, start: number, work: Work): number {
  let at = start;
  while (at < buffer.length && !white.has(buffer[at] ?? -1) && !delimiters.has(buffer[at] ?? -1)) at++;
  work.left -= at - start;
  return at;
}

function parseDictionary(buffer: Buffer, start: number, work: Work, depth: number): Parsed | undefined {
  const entries = new Map<string, PdfValue>();
  let at = start;
  for (;;) {
    at = skipWhite(buffer, at);
    if (buffer[at] === 0x3e && buffer[at + 1] === 0x3e) return { value: entries, end: at + 2 };
    if (buffer[at] !== 0x2f) return undefined;
    const key = parsePdfValue(buffer, at, work, depth + 1);
    const value = key && parsePdfValue(buffer, key.end, work, depth + 1);
    if (key === undefined || value === undefined) return undefined;
    entries.set(nameOf(key.value) ?? '', value.value);
    at = value.end;
  }
}

function parseArray(buffer: Buffer, start: number, work: Work, depth: number): Parsed | undefined {
  const items: PdfValue[] = [];
  let at = start;
  for (;;) {
    at = skipWhite(buffer, at);
    if (buffer[at] === 0x5d) return { value: items, end: at + 1 };
    const item = parsePdfValue(buffer, at, work, depth + 1);
    if (item === undefined) return undefined;
    items.push(item.value);
    at = item.end;
  }
}

/** A number, a reference (`12 0 R`), true, false or null. */
function parsePlain(buffer: Buffer, at: number, work: Work): Parsed | undefined {
  const end = tokenEnd(buffer, at, work);
  const token = buffer.toString('latin1', at, Math.min(end, at + 40));
  if (token === 'true' || token === 'false') return { value: token === 'true', end };
  if (token === 'null') return { value: null, end };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) return undefined;
  if (/^\d{1,10}$/.test(token)) {
    const reference = /^[\s\0]+\d{1,5}[\s\0]+R(?=[\s\0()<>[\]{}/%]|$)/.exec(buffer.toString('latin1', end, end + 32));
    if (reference !== null) return { value: { object: Number(token) }, end: end + reference[0].length };
  }
  return { value: Number(token), end };
}

function passString(buffer: Buffer, start: number, work: Work): Parsed | undefined {
  let open = 0;
  for (let at = start; at < buffer.length && work.left-- > 0; at++) {
    const byte = buffer[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return { value: 'string', end: at + 1 };
  }
  return undefined;
}

function passUntil(buffer: Buffer, start: number, mark: string, work: Work): Parsed | undefined {
  const end = buffer.indexOf(mark, start);
  work.left -= (end < 0 ? buffer.length : end) - start;
  return end < 0 ? undefined : { value: 'string', end: end + 1 };
}
