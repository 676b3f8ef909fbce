import { Footer, Header, ImageRun, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { DocumentHead } from '../../schema.ts';
import type { PageSetup } from '../pdf/page-setup.ts';
import { qrPng } from '../qr.ts';
import { demonstrationText, demonstrationWatermark, verificationText } from '../verification-text.ts';
import { faces } from './docx-fonts.ts';
import { alignments, twips } from './docx-table.ts';

/** 页眉: empty, unless the paper is demonstration data; then {@link demonstrationHeader} takes its place. */
export function pageHeader(): Header {
  return new Header({ children: [new Paragraph({ children: [] })] });
}

/**
 * The header part of demonstration papers: a ribbon over the text and a watermark behind it, as Word's own watermark command
 * writes it. Given as XML because the library's watermark carries a random id, and the same paper must give the same bytes.
 */
export function demonstrationHeader(): string {
  const names = [
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:o="urn:schemas-microsoft-com:office:office"',
  ].join(' ');
  const ribbon = `<w:r><w:rPr><w:rFonts w:eastAsia="宋体" w:hint="eastAsia"/><w:b/><w:color w:val="B23A2A"/><w:sz w:val="18"/><w:bdr w:val="single" w:color="B23A2A" w:sz="6" w:space="0"/></w:rPr><w:t xml:space="preserve"> ${demonstrationText} </w:t></w:r>`;
  const place =
    'position:absolute;margin-left:0;margin-top:0;width:400pt;height:100pt;rotation:322;z-index:-251657216;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin';
  const shapeType =
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';
  const shape = `<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="${place}" o:allowincell="f" fillcolor="#F3E4E1" stroked="f"><v:fill opacity="0.5"/><v:textpath style="font-family:&quot;方正小标宋简体&quot;;font-size:96pt" string="${demonstrationWatermark}"/></v:shape>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr ${names}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${ribbon}<w:r><w:pict>${shapeType}${shape}</w:pict></w:r></w:p></w:hdr>`;
}

export type PageSide = 'first' | 'odd' | 'even';

/** 页码, and on the first page how to check the paper. */
export async function pageFooter(head: DocumentHead, setup: PageSetup, side: PageSide, qr: boolean): Promise<Footer> {
  const checking = side === 'first' ? await verification(head, setup, qr) : [];
  return new Footer({ children: [pageNumber(setup, side), ...checking] });
}

/** GB/T 9704-2012 §7.5: — 1 — in 四号, at the outer edge one Han in; table forms count their pages in the middle. */
function pageNumber(setup: PageSetup, side: PageSide): Paragraph {
  const official = setup.pageNumber === 'official';
  const size = official ? 28 : 18;
  const children = official
    ? ['— ', PageNumber.CURRENT, ' —']
    : ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const indent = size * 10;
  return new Paragraph({
    alignment: official ? alignments[side === 'even' ? 'start' : 'end'] : alignments.center,
    ...(official ? { indent: side === 'even' ? { left: indent } : { right: indent } } : {}),
    children: [new TextRun({ children, font: faces.small, size })],
  });
}

async function verification(head: DocumentHead, setup: PageSetup, qr: boolean): Promise<readonly Paragraph[]> {
  const lines = verificationText(head);
  if (lines.length === 0) return [];
  const url = head.verification?.url;
  const run = (text: string) => new TextRun({ text, font: faces.small, size: 16 });
  const words = lines.flatMap((line, i) =>
    i === 0 ? [run(line)] : [new TextRun({ children: [new Tab()] }), run(line)],
  );
  const image = qr && url !== undefined ? [await qrImage(url)] : [];
  return [
    new Paragraph({
      tabStops: [{ type: TabStopType.LEFT, position: twips((setup.right - setup.left) * 0.42) }],
      children: [...image, ...(image.length > 0 ? [run('　')] : []), ...words],
    }),
  ];
}

async function qrImage(url: string): Promise<ImageRun> {
  const side = Math.round((15 / 25.4) * 96);
  return new ImageRun({
    type: 'png',
    data: await qrPng(url),
    transformation: { width: side, height: side },
    altText: { id: '1', name: '核验二维码', title: '核验二维码', description: '扫描二维码核验本文书' },
  });
}
