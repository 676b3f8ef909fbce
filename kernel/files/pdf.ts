import type { ByteSource } from './byte-source.ts';
import type { InspectionLimits } from './kinds.ts';
import { dictionaryAt, type PdfParts, searchPdf } from './pdf-search.ts';
import { resolve, unpackObjectStreams } from './pdf-streams.ts';
import { isDictionary, type PdfDictionary, type PdfValue, type Work } from './pdf-syntax.ts';
import { type FileFault, refuse } from './refusals.ts';

/** Bytes that may be parsed beyond the file's own length: pages that share their resources are read several times. */
const extraWork = 16 * 1_048_576;

/** Pages, password, content that runs by itself. Reads no page's content, and draws nothing. */
export async function inspectPdf(
  bytes: ByteSource,
  limits: InspectionLimits,
): Promise<{ readonly ok: true; readonly pages: number } | FileFault> {
  if (bytes.size > limits.pdfBytes) return refuse('files.tooLarge', { max: Math.floor(limits.pdfBytes / 1_048_576) });
  const file = await bytes.read(0, bytes.size);
  if (!hasEnd(file)) return refuse('files.damaged');
  const work: Work = { left: bytes.size + extraWork };
  const parts = await searchPdf(file, work);
  if (parts.isEncrypted) return refuse('files.encrypted');
  if (parts.isActive) return refuse('files.activePdf');
  if (parts.isBloated) return refuse('files.damaged');
  const fault = await unpackObjectStreams(file, parts, work);
  if (fault !== undefined) return fault;
  const root = findRoot(file, parts, work);
  const pages = root === undefined ? 0 : countPages(root, parts, work, limits.pdfPages);
  if (pages > limits.pdfPages) return refuse('files.tooManyPages', { max: limits.pdfPages });
  return pages === 0 || work.left < 0 ? refuse('files.damaged') : { ok: true, pages };
}

/** A file cut off on the way lacks its last lines. Some scanners pad behind them. */
function hasEnd(file: Buffer): boolean {
  let end = file.length;
  while (end > 0 && [0, 9, 10, 13, 26, 32].includes(file[end - 1] ?? -1)) end--;
  return file.toString('latin1', Math.max(0, end - 2048), end).includes('%%EOF');
}

/** The catalogue that the last trailer names; in a broken file, the last one there is. */
function findRoot(file: Buffer, parts: PdfParts, work: Work): PdfDictionary | undefined {
  const trailers = parts.trailers.toSorted((a, b) => b - a).slice(0, 100);
  const roots = [
    ...trailers.map((offset) => () => resolve(dictionaryAt(file, offset, work)?.get('Root'), parts, work)),
    ...parts.catalogues
      .slice(-100)
      .toReversed()
      .map((offset) => () => dictionaryAt(file, offset, work)),
  ];
  for (const root of roots) {
    const found = root();
    if (isDictionary(found) && found.has('Pages')) return found;
  }
  return undefined;
}

/** Leaves of the page tree as a reader meets them; stops one past the limit. Zero when there is no tree. */
function countPages(root: PdfDictionary, parts: PdfParts, work: Work, limit: number): number {
  const waiting: PdfValue[] = [root.get('Pages') ?? null];
  let pages = 0;
  // A tree that leads back into itself, or of branches without leaves, is no document.
  for (let steps = limit * 20 + 10_000; waiting.length > 0 && pages <= limit; steps--) {
    if (steps === 0) return 0;
    const node = resolve(waiting.pop(), parts, work);
    if (!isDictionary(node)) continue;
    const kids = resolve(node.get('Kids'), parts, work);
    if (Array.isArray(kids)) for (const kid of (kids as readonly PdfValue[]).slice(0, steps)) waiting.push(kid);
    else pages++;
  }
  return pages;
}
