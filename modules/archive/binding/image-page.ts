import PDFDocument from 'pdfkit';

const a4 = { width: 595.28, height: 841.89 };
const margin = 28;

/** pdfkit's reader of pictures, which its types leave out: size before turning, and the EXIF orientation. */
interface Opener {
  openImage(picture: Buffer): { readonly width: number; readonly height: number; readonly orientation?: number };
}

/**
 * A photograph or scan on a page of its own: upright by its EXIF orientation, on A4 lying or standing as the picture does,
 * never enlarged beyond one point a pixel. Errors: an Error for a picture that cannot be read.
 */
export async function imagePage(picture: Uint8Array): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, font: '' });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const buffer = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const image = (doc as unknown as Opener).openImage(buffer);
  const turned = (image.orientation ?? 1) > 4;
  const [width, height] = turned ? [image.height, image.width] : [image.width, image.height];
  const lying = width > height;
  const page = lying ? { width: a4.height, height: a4.width } : a4;
  doc.addPage({ size: [page.width, page.height], margin: 0 });
  const room = { width: page.width - 2 * margin, height: page.height - 2 * margin };
  const scale = Math.min(1, room.width / width, room.height / height);
  const shown = { width: width * scale, height: height * scale };
  doc.image(image as unknown as string, (page.width - shown.width) / 2, (page.height - shown.height) / 2, {
    fit: [shown.width, shown.height],
    align: 'center',
    valign: 'center',
  });
  doc.end();
  return done;
}

/** Pixels of a PNG in millions, from its header; 0 for anything else. */
export function pngMegapixels(bytes: Uint8Array): number {
  if (bytes.length < 24 || bytes[0] !== 0x89) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (view.getUint32(16) * view.getUint32(20)) / 1_000_000;
}
