import { Document, Packer } from 'docx';
import type { Instant } from '../../../../kernel/time/index.ts';
import type { Block } from '../../forms/blocks.ts';
import type { Layout } from '../../forms/form.ts';
import { type FormKey, formOf, type Snapshot } from '../../forms/index.ts';
import type { DocumentHead } from '../../schema.ts';
import { composeForm } from '../compose.ts';
import type { RenderOptions } from '../options.ts';
import { pageHeight, pageSetups, pageWidth } from '../pdf/page-setup.ts';
import type { Rendered } from '../warnings.ts';
import { docxBlocks } from './docx-blocks.ts';
import { faces, fontTable } from './docx-fonts.ts';
import { demonstrationHeader, pageFooter, pageHeader } from './docx-frame.ts';
import { halfPoints, twips } from './docx-table.ts';
import { withFixedTimes } from './steady-zip.ts';

/**
 * An issued paper for Word and WPS, to be completed by hand where it has blanks. The same snapshot and instant give the same
 * bytes. Warnings name characters that the font set lacks: the reader's own fonts may or may not have them.
 * Errors: a ZodError when the snapshot is not one of this form.
 */
export async function renderDocx<K extends FormKey>(
  key: K,
  snapshot: Snapshot<K>,
  options: RenderOptions,
): Promise<Rendered> {
  const form = formOf(key);
  const { blocks, snapshot: printed, warnings } = composeForm(key, snapshot as Snapshot, options, false);
  const { head } = printed;
  const title = [form.title.zh, head.number].filter(Boolean).join(' ');
  const bytes = await packDocx(blocks, { title, layout: form.layout, head, at: options.at, qr: options.qr ?? false });
  return { bytes, warnings };
}

interface DocxSetting {
  readonly title: string;
  readonly layout: Layout;
  readonly head: DocumentHead;
  readonly at: Instant;
  readonly qr: boolean;
}

/** Blocks as a Word file. The same blocks and setting give the same bytes. */
export async function packDocx(
  blocks: readonly Block[],
  { title, layout, head, at, qr }: DocxSetting,
): Promise<Uint8Array> {
  const setup = pageSetups[layout];
  const footer = (side: 'first' | 'odd' | 'even') => pageFooter(head, setup, side, qr);
  const document = new Document({
    title,
    creator: head.agency.name,
    lastModifiedBy: head.agency.name,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: faces.body, size: halfPoints(setup.body), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(pageWidth), height: twips(pageHeight) },
            margin: {
              top: twips(setup.top),
              bottom: twips(pageHeight - setup.bottom),
              left: twips(setup.left),
              right: twips(pageWidth - setup.right),
              header: twips(34),
              footer: twips(Math.min(70, pageHeight - setup.bottom - 20)),
            },
          },
        },
        headers: { default: pageHeader(), first: pageHeader(), even: pageHeader() },
        footers: { default: await footer('odd'), first: await footer('first'), even: await footer('even') },
        children: [...docxBlocks(blocks, setup)],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'docProps/core.xml', data: coreProperties(title, head, at) },
    ...(head.demonstration ? [1, 2, 3].map((n) => ({ path: `word/header${n}.xml`, data: demonstrationHeader() })) : []),
  ]);
  return withFixedTimes(packed);
}

/** docProps/core.xml dated by the instant of issue instead of the moment of rendering. */
function coreProperties(title: string, head: DocumentHead, at: Instant): string {
  const instant = `${at.slice(0, 19)}Z`;
  const agency = escaped(head.agency.name);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${agency}</dc:creator><cp:lastModifiedBy>${agency}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
