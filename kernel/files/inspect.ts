import { type ByteSource, withBytes } from './byte-source.ts';
import { inspectImage } from './image.ts';
import { type FileKind, fileKinds, type InspectionLimits, inspectionLimits } from './kinds.ts';
import { inspectOffice } from './office.ts';
import { inspectPdf } from './pdf.ts';
import { type FileFault, refuse } from './refusals.ts';
import { type Sniffed, sniff, sniffBytes } from './sniff.ts';
import { inspectText } from './text.ts';

export interface InspectedFile {
  readonly ok: true;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Of a PDF. */
  readonly pages?: number;
  /** Of a picture, in pixels as stored (before any turning). */
  readonly width?: number;
  readonly height?: number;
}

interface Content {
  readonly source: string | Buffer;
  readonly bytes: ByteSource;
  readonly limits: InspectionLimits;
}

type Looked = ({ readonly ok: true; readonly kind: FileKind } & Partial<InspectedFile>) | FileFault;

const inspectors: Readonly<Record<Sniffed, (content: Content) => Promise<Looked> | Looked>> = {
  jpeg: (content) => picture('jpeg', content),
  png: (content) => picture('png', content),
  webp: (content) => picture('webp', content),
  heic: (content) => picture('heic', content),
  pdf: async ({ bytes, limits }) => named('pdf', await inspectPdf(bytes, limits)),
  zip: ({ source, limits }) => inspectOffice(source, limits),
  compound: async ({ bytes }) => refuse((await isProtectedOffice(bytes)) ? 'files.encrypted' : 'files.legacyOffice'),
  executable: () => refuse('files.executable'),
  archive: () => refuse('files.archive'),
  markup: () => refuse('files.markup'),
  wideText: () => refuse('files.textEncoding'),
  other: () => refuse('files.unsupported'),
  perhapsText: async ({ bytes, limits }) => named('text', await inspectText(bytes, limits)),
};

const programExtensions =
  /^(exe|dll|com|scr|msi|bat|cmd|ps1|sh|js|jse|vbs|vbe|wsf|hta|jar|apk|lnk|reg|cpl|app|py|php)$/;
const pictureExtensions = /^(gif|bmp|tiff?|avif|image|img)$/;

/**
 * What a file is, by its content; refused when it is none of the kinds that are taken, is more than the limits allow, or pretends.
 * A photograph named as another kind of photograph is taken (phones do that); its name is put right when it is stored.
 * @param source a path, or the bytes
 * @param declaredName what the sender calls it
 * @param declaredType the media type that came with it; only a contradiction counts
 */
export async function inspectFile(
  source: string | Uint8Array,
  declaredName: string,
  declaredType: string | undefined,
  limits: InspectionLimits = inspectionLimits,
): Promise<InspectedFile | FileFault> {
  return withBytes(source, async (bytes) => {
    if (bytes.size === 0) return refuse('files.empty');
    const extension = extensionOf(declaredName);
    if (programExtensions.test(extension)) return refuse('files.executable');
    const content =
      typeof source === 'string' ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    const looked = await inspectors[sniff(await bytes.read(0, sniffBytes))]({ source: content, bytes, limits });
    if (!looked.ok) return looked;
    const { mediaType, name } = fileKinds[looked.kind];
    if (!fits(looked.kind, extension) || contradicts(looked.kind, declaredType)) {
      return refuse('files.typeMismatch', { extension: extension === '' ? '?' : extension, found: name });
    }
    return { ...looked, mediaType };
  });
}

/** Letters after the last dot; a number there is part of the name (`合同2024.11.20`). */
function extensionOf(name: string): string {
  return (/\.(?=[0-9]*[A-Za-z])([A-Za-z0-9]{1,5})$/.exec(name.normalize('NFKC').trim())?.[1] ?? '').toLowerCase();
}

function fits(kind: FileKind, extension: string): boolean {
  if (extension === '' || (fileKinds[kind].extensions as readonly string[]).includes(extension)) return true;
  if (!fileKinds[kind].isImage) return false;
  const other = kindOfExtension(extension);
  return other === undefined ? pictureExtensions.test(extension) : fileKinds[other].isImage;
}

const kindOfExtension = (extension: string): FileKind | undefined =>
  (Object.keys(fileKinds) as FileKind[]).find((kind) =>
    (fileKinds[kind].extensions as readonly string[]).includes(extension),
  );

/** Browsers guess the type from the name, or say nothing of use; only another kind that we know is a contradiction. */
function contradicts(kind: FileKind, declaredType: string | undefined): boolean {
  const essence = declaredType?.split(';')[0]?.trim().toLowerCase();
  const other = (Object.keys(fileKinds) as FileKind[]).find((k) => fileKinds[k].mediaType.split(';')[0] === essence);
  return other !== undefined && other !== kind && !(fileKinds[other].isImage && fileKinds[kind].isImage);
}

async function picture(kind: 'jpeg' | 'png' | 'webp' | 'heic', { bytes, limits }: Content): Promise<Looked> {
  return named(kind, await inspectImage(kind, bytes, limits));
}

function named<T extends { readonly ok: true }>(
  kind: FileKind,
  looked: T | FileFault,
): (T & { kind: FileKind }) | FileFault {
  return looked.ok ? { ...looked, kind } : looked;
}

/** Word and Excel put a file with a password into the old container, under this name. */
async function isProtectedOffice(bytes: ByteSource): Promise<boolean> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  for (let at = 0; at < bytes.size; at += 1_048_576) {
    if ((await bytes.read(at, 1_048_576 + mark.length)).includes(mark)) return true;
  }
  return false;
}
