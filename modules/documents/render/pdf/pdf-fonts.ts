import type PDFDocument from 'pdfkit';
import { coverageOf, type FontFile, type FontSet, fontBytes } from '../font-set.ts';
import type { Face, Measure } from './line-breaking.ts';

/** Make the faces of a set known to a document; only those used are embedded, as subsets. */
export function registerFaces(doc: typeof PDFDocument.prototype, set: FontSet): void {
  for (const [face, file] of facesOf(set)) doc.registerFont(face, fontBytes(file) as Buffer, file.face);
}

function facesOf(set: FontSet): readonly (readonly [Face, FontFile])[] {
  return [
    ['text', set.text],
    ['strong', set.strong],
    ...set.spare.map((file, i) => [`spare${i}` as const, file] as const),
  ];
}

/** Widths as the document will set them; a piece is set in the first face that has all its characters. */
export function measureWith(doc: typeof PDFDocument.prototype, set: FontSet): Measure {
  const faces = facesOf(set).map(([face, file]) => ({ face, has: coverageOf(file) }));
  const known = new Map<string, { readonly face: Face; readonly em: number }>();
  return (text, strong) => {
    const key = `${strong ? '!' : ''}${text}`;
    const found = known.get(key);
    if (found) return found;
    const points = [...text].map((char) => char.codePointAt(0) ?? 0);
    const order = strong ? faces : faces.filter(({ face }) => face !== 'strong');
    const preferred = strong ? [...order].sort((a, b) => rank(a.face) - rank(b.face)) : order;
    const face = preferred.find(({ has }) => points.every((point) => has(point)))?.face ?? 'text';
    const em = doc.font(face).fontSize(1000).widthOfString(text) / 1000;
    const measured = { face, em };
    known.set(key, measured);
    return measured;
  };
}

function rank(face: Face): number {
  return face === 'strong' ? 0 : 1;
}
