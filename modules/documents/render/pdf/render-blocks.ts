import type PDFDocument from 'pdfkit';
import type { Instant } from '../../../../kernel/time/index.ts';
import type { Block } from '../../forms/blocks.ts';
import type { Layout } from '../../forms/form.ts';
import type { DocumentHead } from '../../schema.ts';
import type { FontSet } from '../font-set.ts';
import type { Drawing } from './drawing.ts';
import { flowBlocks } from './flow.ts';
import { paintBackground, paintMargins } from './page-furniture.ts';
import { pageHeight, pageSetups, pageWidth } from './page-setup.ts';
import { paintPage } from './paint.ts';
import { measureWith, registerFaces } from './pdf-fonts.ts';

export interface Setting {
  readonly title: string;
  readonly layout: Layout;
  readonly head: DocumentHead;
  readonly fonts: FontSet;
  /** Written into the file as its date, so that the bytes repeat. */
  readonly at: Instant;
  readonly qr: boolean;
  /** False for leaves of a bound file, which is numbered through. */
  readonly pageNumbers?: boolean;
}

/**
 * Blocks as PDF/A-2b (ISO 19005-2) with a structure tree, fonts embedded as subsets. The same blocks and setting give the
 * same bytes.
 */
export async function renderBlocks(blocks: readonly (Block | Drawing)[], setting: Setting): Promise<Uint8Array> {
  const { head, fonts } = setting;
  // Read when the first paper is printed: it takes a tenth of a second of a start.
  const { default: Pdf } = await import('pdfkit');
  const doc = new Pdf({
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
      Title: setting.title,
      Author: head.agency.name,
      Creator: '法援圈',
      Producer: '法援圈',
      CreationDate: new Date(setting.at),
      ModDate: new Date(setting.at),
    },
  });
  const bytes = collect(doc);
  registerFaces(doc, fonts);
  const measure = measureWith(doc, fonts);
  const setup = pageSetups[setting.layout];
  const pages = flowBlocks(blocks, setup, measure);
  const furniture = { head, setup, measure, qr: setting.qr, pageNumbers: setting.pageNumbers ?? true };
  for (const [i, page] of pages.entries()) {
    doc.addPage();
    paintBackground(doc, furniture);
    paintPage(doc, page);
    paintMargins(doc, furniture, i + 1, pages.length);
  }
  doc.end();
  return bytes;
}

function collect(doc: typeof PDFDocument.prototype): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
