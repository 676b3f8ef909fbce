import type { Readable } from 'node:stream';
import { type FileStore, storeFile } from '../../../kernel/files/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Snapshot } from '../forms/index.ts';
import { renderOwn } from '../office-templates/print.ts';
import { type FontSet, resolveFontSet } from '../render/font-set.ts';
import { renderPdf } from '../render/pdf/render-pdf.ts';
import type { RenderWarning } from '../render/warnings.ts';
import { openBody } from '../sealed.ts';
import { type DocumentRow, keepRendering } from '../store.ts';

export type DocumentFormat = 'pdf' | 'docx';

export const documentFormats = ['pdf', 'docx'] as const satisfies readonly DocumentFormat[];

/** Where papers are printed: the store they are kept in, the faces they are set in, the address they can be checked at. */
export interface Press {
  readonly files: FileStore;
  /** Opened when the first paper is printed. */
  fonts(): FontSet;
  readonly publicUrl?: string | undefined;
}

export interface PressOptions {
  /** A font file for all text, `path` or `path#PostScriptName`; the known sets stand behind it for characters it lacks. */
  readonly fontFile?: string | undefined;
  readonly publicUrl?: string | undefined;
}

export function makePress(files: FileStore, { fontFile, publicUrl }: PressOptions = {}): Press {
  let fonts: FontSet | undefined;
  return {
    files,
    publicUrl,
    fonts: () => {
      fonts ??= fontFile === undefined ? resolveFontSet() : fontSetOf(fontFile);
      return fonts;
    },
  };
}

function fontSetOf(fontFile: string): FontSet {
  const [path = '', face] = fontFile.split('#');
  const file = { path, ...(face === undefined ? {} : { face }) };
  const known = resolveFontSet();
  return resolveFontSet({ name: 'configured', text: file, strong: file, spare: [known.text, ...known.spare] });
}

const largestFile = 50 * 1_048_576;

/** A paper taken out of its seal, ready to print. */
export interface OpenedPaper {
  readonly row: DocumentRow;
  readonly snapshot: Snapshot;
}

export function openPaper(tx: Tx, row: DocumentRow): OpenedPaper {
  return { row, snapshot: { head: row.head, body: openBody(tx, row) } as Snapshot };
}

/** Print a paper and put the file in the store. Takes some 100 ms of work: call it outside of transactions. */
export async function printPaper(
  press: Press,
  { row, snapshot }: OpenedPaper,
  format: DocumentFormat,
): Promise<{ readonly hash: string; readonly warnings: readonly RenderWarning[] }> {
  const options = {
    fonts: press.fonts(),
    at: row.issuedAt,
    qr: true,
    ...(press.publicUrl === undefined ? {} : { publicUrl: press.publicUrl }),
  };
  const render = format === 'pdf' ? renderPdf : (await import('../render/docx/render-docx.ts')).renderDocx;
  const { formKey, templateHash } = row;
  const { bytes, warnings } =
    templateHash !== null
      ? await renderOwn(formKey, await contentOf(press.files, templateHash), snapshot, format, options)
      : await render(formKey, snapshot, options);
  const { hash } = await storeFile(press.files, once(bytes), largestFile);
  return { hash, warnings };
}

/** Note the file under the paper; where two were printed at once, the first stands. */
export function keepPrinted(tx: Tx, row: DocumentRow, format: DocumentFormat, hash: string): Promise<string> {
  return keepRendering(tx, row, format === 'pdf' ? 'pdfHash' : 'docxHash', hash);
}

/** A stored file, whole. @throws Refusal `files.notFound` */
export async function contentOf(files: FileStore, hash: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await files.read(hash)).stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export interface DocumentFile {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly bytes: number;
  readonly stream: Readable;
}
