/*
 * A .docx is a zip, and a zip writes down when each part was added. With those times set to one fixed day the same paper
 * always gives the same bytes (APPNOTE 6.3.10 §4.3.7, §4.3.12, §4.3.16).
 */

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
// 1 January 1980, 00:00: the first day a zip can name.
const dosTime = 0;
const dosDate = 0x0021;

/** The same archive with every time fixed. Errors: an Error for bytes that are no plain zip archive. */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = findEnd(view);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('zip: central directory is damaged');
    view.setUint16(at + 12, dosTime, true);
    view.setUint16(at + 14, dosDate, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('zip: a local header is missing');
    view.setUint16(local + 10, dosTime, true);
    view.setUint16(local + 12, dosDate, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === endOfCentral) return at;
  throw new Error('not a zip archive');
}
