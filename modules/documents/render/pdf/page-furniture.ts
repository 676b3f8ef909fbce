import type PDFDocument from 'pdfkit';
import type { DocumentHead } from '../../schema.ts';
import { qrModules } from '../qr.ts';
import { demonstrationText, demonstrationWatermark, verificationText } from '../verification-text.ts';
import type { Measure } from './line-breaking.ts';
import { mm, type PageSetup, pageHeight, pageWidth } from './page-setup.ts';
import { artifact, colours, text } from './paint.ts';

type Doc = typeof PDFDocument.prototype;

export interface Furniture {
  readonly head: DocumentHead;
  readonly setup: PageSetup;
  readonly measure: Measure;
  readonly qr: boolean;
  readonly pageNumbers: boolean;
}

/** Behind the text: the watermark of demonstration data. */
export function paintBackground(doc: Doc, { head, measure }: Furniture): void {
  if (!head.demonstration) return;
  artifact(doc, 'Background', () => {
    const size = 96;
    const width = measure(demonstrationWatermark, true).em * size;
    doc
      .save()
      .rotate(-38, { origin: [pageWidth / 2, pageHeight / 2] })
      .fillColor(colours.faint);
    text(doc, demonstrationWatermark, 'strong', size, (pageWidth - width) / 2, pageHeight / 2 + size * 0.36);
    doc.restore().fillColor(colours.ink);
  });
}

/** Round the text: ribbon, page number, and on the first page how to check the paper. */
export function paintMargins(doc: Doc, furniture: Furniture, page: number, pages: number): void {
  artifact(doc, 'Pagination', () => {
    if (furniture.head.demonstration) paintRibbon(doc, furniture);
    if (furniture.pageNumbers) paintPageNumber(doc, furniture, page, pages);
    if (page === 1) paintVerification(doc, furniture);
  });
}

function paintRibbon(doc: Doc, { setup, measure }: Furniture): void {
  const size = 9;
  const width = measure(demonstrationText, true).em * size;
  const [left, top] = [setup.right - width - 10, setup.top - mm(12)];
  doc.save().lineWidth(0.7).strokeColor(colours.zhu).fillColor(colours.zhu);
  doc.roundedRect(left, top, width + 10, 16, 2).stroke();
  text(doc, demonstrationText, 'strong', size, left + 5, top + 11.2);
  doc.restore();
}

/** GB/T 9704-2012 §7.5: — 1 — in 四号, 7 mm under the type area, at the outer edge one Han in. */
function paintPageNumber(doc: Doc, { setup, measure }: Furniture, page: number, pages: number): void {
  const official = setup.pageNumber === 'official';
  const size = official ? 14 : 9;
  const words = official ? `— ${page} —` : `第 ${page} 页　共 ${pages} 页`;
  const width = measure(words, false).em * size;
  const outer = page % 2 === 1 ? setup.right - size - width : setup.left + size;
  const x = official ? outer : (setup.left + setup.right - width) / 2;
  text(doc, words, 'text', size, x, setup.bottom + mm(7) + size * 0.88);
}

function paintVerification(doc: Doc, { head, setup, measure, qr }: Furniture): void {
  const lines = verificationText(head);
  if (lines.length === 0) return;
  const side = mm(15);
  const top = setup.bottom + mm(5.5);
  const url = head.verification?.url;
  const drawn = qr && url !== undefined;
  if (drawn) paintQr(doc, url, setup.left, top, side);
  const x = setup.left + (drawn ? side + 6 : 0);
  for (const [i, line] of lines.entries()) {
    const size = 8;
    const cut = fitText(line, size, setup.right - x - (setup.pageNumber === 'official' ? 70 : 0), measure);
    text(
      doc,
      cut,
      'text',
      size,
      x,
      top + (drawn ? side - 16 : 8) + i * 12 + (setup.pageNumber === 'ofTotal' && !drawn ? 12 : 0),
    );
  }
}

function fitText(line: string, size: number, width: number, measure: Measure): string {
  let cut = [...line];
  while (cut.length > 1 && measure(cut.join(''), false).em * size > width) cut = cut.slice(0, -1);
  return cut.join('');
}

function paintQr(doc: Doc, content: string, left: number, top: number, side: number): void {
  const modules = qrModules(content);
  const unit = side / modules.length;
  for (const [y, row] of modules.entries())
    for (const [x, dark] of row.entries()) if (dark) doc.rect(left + x * unit, top + y * unit, unit, unit);
  doc.fill(colours.ink);
}
