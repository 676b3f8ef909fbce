import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { InspectionLimits } from './kinds.ts';
import { type FileFault, refuse } from './refusals.ts';
import { sniff } from './sniff.ts';

export type OfficeKind = 'docx' | 'xlsx' | 'ofd';

/** What is left of the limits, shared with whatever lies inside. */
interface Budget {
  entries: number;
  bytes: number;
}

/** The main part by which a kind is known, and the type that [Content_Types].xml must give it. */
const mainParts: readonly { readonly kind: OfficeKind; readonly part: string; readonly type?: RegExp }[] = [
  { kind: 'docx', part: 'word/document.xml', type: /wordprocessingml\.document\.main\+xml/ },
  { kind: 'xlsx', part: 'xl/workbook.xml', type: /spreadsheetml\.sheet\.main\+xml/ },
  { kind: 'ofd', part: 'ofd.xml' },
];

const contentTypes = '[content_types].xml';
const longestXml = 4 * 1_048_576;
const largePart = 4 * 1_048_576;

/**
 * An office file: a ZIP whose parts are counted and unpacked within limits, without macros, programs, or templates from the network.
 * A workbook embedded behind a chart is looked into in the same way; anything deeper is refused.
 */
export async function inspectOffice(
  source: string | Buffer,
  limits: InspectionLimits,
): Promise<{ readonly ok: true; readonly kind: OfficeKind } | FileFault> {
  return inspectZip(source, limits, { entries: limits.zipEntries, bytes: limits.unpackedBytes }, 0);
}

async function inspectZip(
  source: string | Buffer,
  limits: InspectionLimits,
  budget: Budget,
  depth: number,
): ReturnType<typeof inspectOffice> {
  let zip: ZipFile | undefined;
  try {
    zip =
      typeof source === 'string' ? await openPromise(source, { autoClose: false }) : await fromBufferPromise(source);
    const listed = await listEntries(zip, budget);
    if (!listed.ok) return listed;
    const kind = kindOf(listed.entries);
    if (typeof kind !== 'string') return kind;
    for (const entry of listed.entries) {
      const fault = await inspectEntry(zip, entry, kind, limits, budget, depth);
      if (fault !== undefined) return fault;
    }
    return { ok: true, kind };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return refuse('files.damaged');
  } finally {
    zip?.close();
  }
}

async function listEntries(
  zip: ZipFile,
  budget: Budget,
): Promise<{ readonly ok: true; readonly entries: readonly Entry[] } | FileFault> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    if (budget.entries-- <= 0) return refuse('files.unpacksTooLarge');
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: readers do not agree which of them counts.
    if (names.has(name)) return refuse('files.damaged');
    names.add(name);
    entries.push(entry);
  }
  return { ok: true, entries };
}

function kindOf(entries: readonly Entry[]): OfficeKind | FileFault {
  const names = new Set(entries.map((entry) => entry.fileName.toLowerCase()));
  if (entries.some((entry) => entry.isEncrypted())) return refuse('files.encrypted');
  const main = mainParts.find(({ part, type }) => names.has(part) && (type === undefined || names.has(contentTypes)));
  if (main !== undefined) return main.kind;
  return refuse(names.has(contentTypes) ? 'files.unsupported' : 'files.archive');
}

async function inspectEntry(
  zip: ZipFile,
  entry: Entry,
  kind: OfficeKind,
  limits: InspectionLimits,
  budget: Budget,
  depth: number,
): Promise<FileFault | undefined> {
  const name = entry.fileName.toLowerCase();
  if (/(^|\/)vba(project|data)[^/]*$/.test(name) || /\/macrosheets\//.test(name)) return refuse('files.macros');
  if (
    /\/(activex|ctrlprops)\//.test(name) ||
    /\.(exe|dll|com|scr|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|jar|lnk|html?|svgz)$/.test(name)
  ) {
    return refuse('files.embeddedObject');
  }
  if (![0, 8].includes(entry.compressionMethod)) return refuse('files.damaged');
  const grows = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > budget.bytes || (entry.uncompressedSize > largePart && grows > limits.unpackRatio)) {
    return refuse('files.unpacksTooLarge');
  }
  budget.bytes -= entry.uncompressedSize;
  const isXml = name === contentTypes || name.endsWith('.rels');
  const content = await unpack(await zip.openReadStreamPromise(entry), isXml ? longestXml : 0);
  if (content === undefined) return refuse('files.damaged');
  if (isXml) {
    const xml = readXml(content);
    if (xml === undefined) return refuse('files.damaged');
    return name === contentTypes ? inspectContentTypes(xml, kind) : inspectRelations(xml);
  }
  if (sniff(content) === 'zip') {
    if (depth > 0 || entry.uncompressedSize > 20 * 1_048_576) return refuse('files.embeddedObject');
    const inner = await unpack(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
    if (inner === undefined) return refuse('files.damaged');
    const nested = await inspectZip(inner, limits, budget, depth + 1);
    if (nested.ok) return undefined;
    return nested.code === 'files.archive' || nested.code === 'files.unsupported'
      ? refuse('files.embeddedObject')
      : nested;
  }
  return ['executable', 'compound', 'archive'].includes(sniff(content)) ? refuse('files.embeddedObject') : undefined;
}

/** Unpack to the end, so that a false size shows; keep the first bytes, or all of it up to `keep`. Undefined when longer than that. */
async function unpack(stream: Readable, keep: number): Promise<Buffer | undefined> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (keep > 0 || bytes < 8) kept.push(keep > 0 ? chunk : chunk.subarray(0, 8));
    bytes += chunk.length;
    if (keep > 0 && bytes > keep) return undefined;
  }
  return Buffer.concat(kept);
}

function inspectContentTypes(xml: string, kind: OfficeKind): FileFault | undefined {
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(xml)) return refuse('files.macros');
  const main = mainParts.find((part) => part.kind === kind);
  return main?.type === undefined || main.type.test(xml) ? undefined : refuse('files.unsupported');
}

/** A template, an object or a frame that is fetched when the file is opened. Plain hyperlinks and a template on the author's own disk are harmless. */
function inspectRelations(xml: string): FileFault | undefined {
  for (const tag of xml.split('<').filter((piece) => /^([\w.-]+:)?Relationship\s/i.test(piece))) {
    const isFetched =
      /Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|aFChunk)["']/i.test(tag);
    const isExternal = /TargetMode\s*=\s*["']External["']/i.test(tag);
    const isRemote =
      /Target\s*=\s*["']\s*(?:(?:https?|ftp|mhtml|ms-[\w-]+|javascript|data):|file:\/{4,}|file:\/\/[^/]|\\\\|\/\/)/i.test(
        tag,
      );
    if (isFetched && isExternal && isRemote) return refuse('files.remoteContent');
  }
  return undefined;
}

/** The text of a part with its character references read. Undefined for other encodings and for entities of its own: no office program writes them, and they hide things. */
function readXml(content: Buffer): string | undefined {
  const xml = content.toString('utf8');
  if (content.includes(0) || /<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  return xml.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
