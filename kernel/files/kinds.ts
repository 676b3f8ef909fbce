/** The kinds of file that are taken: told by content, never by name. */
export const fileKinds = {
  jpeg: {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    name: 'JPEG',
    isImage: true,
    inline: true,
  },
  png: { mediaType: 'image/png', extensions: ['png'], name: 'PNG', isImage: true, inline: true },
  webp: { mediaType: 'image/webp', extensions: ['webp'], name: 'WebP', isImage: true, inline: true },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif', 'hif'], name: 'HEIC', isImage: true, inline: false },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], name: 'PDF', isImage: false, inline: true },
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'], name: 'OFD', isImage: false, inline: false },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    name: 'Word',
    isImage: false,
    inline: false,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    name: 'Excel',
    isImage: false,
    inline: false,
  },
  text: {
    mediaType: 'text/plain; charset=utf-8',
    extensions: ['txt', 'text'],
    name: 'TXT',
    isImage: false,
    inline: false,
  },
} as const satisfies Record<
  string,
  { mediaType: string; extensions: readonly [string, ...string[]]; name: string; isImage: boolean; inline: boolean }
>;

export type FileKind = keyof typeof fileKinds;

/** Limits of what is looked into. A file beyond them is refused, whoever sends it. */
export interface InspectionLimits {
  readonly pdfPages: number;
  readonly pdfBytes: number;
  readonly megapixels: number;
  /** Of an office file: parts, bytes when unpacked, and how many times a large part may grow. */
  readonly zipEntries: number;
  readonly unpackedBytes: number;
  readonly unpackRatio: number;
  readonly textBytes: number;
}

const mebibyte = 1_048_576;

export const inspectionLimits: InspectionLimits = {
  pdfPages: 500,
  pdfBytes: 128 * mebibyte,
  megapixels: 120,
  zipEntries: 2000,
  unpackedBytes: 200 * mebibyte,
  unpackRatio: 200,
  textBytes: 5 * mebibyte,
};
