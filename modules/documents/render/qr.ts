import QRCode from 'qrcode';

/** A QR symbol as rows of dark (true) and light squares, without its quiet zone. Error correction M. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  );
}

/** The same symbol as a PNG, `scale` pixels a square, for files that cannot draw. */
export function qrPng(text: string, scale = 8): Promise<Uint8Array> {
  return QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 0, scale, type: 'png' });
}
