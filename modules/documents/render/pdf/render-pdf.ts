import PDFDocument from 'pdfkit';
import { type FormKey, formOf, type Snapshot } from '../../forms/index.ts';
import { composeForm } from '../compose.ts';
import type { RenderOptions } from '../options.ts';
import type { Rendered } from '../warnings.ts';
import { flowBlocks } from './flow.ts';
import { paintBackground, paintMargins } from './page-furniture.ts';
import { pageHeight, pageSetups, pageWidth } from './page-setup.ts';
import { paintPage } from './paint.ts';
import { measureWith, registerFaces } from './pdf-fonts.ts';

/**
 * An issued paper as PDF/A-2b (ISO 19005-2) with a structure tree, fonts embedded as subsets. The same snapshot, fonts and
 * instant give the same bytes. Errors: a ZodError when the snapshot is not one of this form.
 */
export async function renderPdf<K extends FormKey>(
  key: K,
  snapshot: Snapshot<K>,
  options: RenderOptions,
): Promise<Rendered> {
  const form = formOf(key);
  const { blocks, snapshot: printed, warnings } = composeForm(key, snapshot as Snapshot, options, true);
  const doc = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    font: '',
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: [form.title.zh, printed.head.number].filter(Boolean).join(' '),
      Author: printed.head.agency.name,
      Creator: '法援圈',
      Producer: '法援圈',
      CreationDate: new Date(options.at),
      ModDate: new Date(options.at),
    },
  });
  const bytes = collect(doc);
  registerFaces(doc, options.fonts);
  const measure = measureWith(doc, options.fonts);
  const setup = pageSetups[form.layout];
  const pages = flowBlocks(blocks, setup, measure);
  const furniture = { head: printed.head, setup, measure, qr: options.qr ?? false };
  for (const [i, page] of pages.entries()) {
    doc.addPage();
    paintBackground(doc, furniture);
    paintPage(doc, page);
    paintMargins(doc, furniture, i + 1, pages.length);
  }
  doc.end();
  return { bytes: await bytes, warnings };
}

function collect(doc: typeof PDFDocument.prototype): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
