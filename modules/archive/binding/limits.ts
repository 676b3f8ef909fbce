const mebibyte = 1_048_576;

/** What one bound file may hold. A piece beyond is named in the catalogue and kept as it is; it does not stop the rest. */
export interface BindingLimits {
  /** One piece. */
  readonly pieceBytes: number;
  /** All pieces that are put into the PDF, together. */
  readonly totalBytes: number;
  readonly pages: number;
  /** A picture that has to be unpacked to be set (PNG). */
  readonly megapixels: number;
}

export const bindingLimits: BindingLimits = {
  pieceBytes: 64 * mebibyte,
  totalBytes: 200 * mebibyte,
  pages: 3000,
  megapixels: 60,
};
