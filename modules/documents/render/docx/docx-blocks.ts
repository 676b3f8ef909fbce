import { BorderStyle, LineRuleType, PageBreak, Paragraph, type Table, TextRun } from 'docx';
import type { Block, Content } from '../../forms/blocks.ts';
import type { PageSetup, TextStyle } from '../pdf/page-setup.ts';
import { paragraphsOf } from '../pdf/text-block.ts';
import { faces } from './docx-fonts.ts';
import { type RunStyle, runs } from './docx-runs.ts';
import { alignments, docxTable, halfPoints, twips } from './docx-table.ts';

type Piece = Paragraph | Table;

/** The same blocks as Word paragraphs and tables; line and page breaking is left to the word processor. */
export function docxBlocks(blocks: readonly Block[], setup: PageSetup): readonly Piece[] {
  return blocks.flatMap((block, i) => docxBlock(block, setup, blocks[i - 1], blocks[i + 1]));
}

function docxBlock(
  block: Block,
  setup: PageSetup,
  before: Block | undefined,
  after: Block | undefined,
): readonly Piece[] {
  const body: RunStyle = { font: faces.body, size: halfPoints(setup.body) };
  switch (block.kind) {
    case 'title': {
      const style = { font: faces.title, size: halfPoints(setup.title) };
      return [text([{ kind: 'text', text: block.text }], style, setup.title, { align: 'center', outline: 0 })];
    }
    case 'number':
      return numberLine(block, setup, body);
    case 'heading':
      return [
        text([{ kind: 'text', text: block.text }], { ...body, font: faces.heading }, setup.body, {
          indent: 2,
          outline: 1,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return paragraphsOf(block.content).map((content) =>
        text(content, body, setup.body, {
          align: block.align,
          indent: block.indent,
          keepNext: block.keepWithNext === true || after?.kind === 'signature',
        }),
      );
    case 'table': {
      const table = docxTable(block, setup, before?.kind === 'table', after?.kind === 'table');
      // Word needs a paragraph between a table and whatever follows it.
      return after?.kind === 'table' ? [table] : [table, gap(6)];
    }
    case 'signature':
      return signature(block, setup, body);
    case 'note':
      return block.content.map((content) =>
        text(content, { font: faces.small, size: halfPoints(setup.note) }, setup.note, {}),
      );
    case 'stub':
      return stub(block, setup);
    case 'space':
      return Array.from({ length: block.lines }, () => text([], body, setup.body, {}));
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

interface ParagraphStyle {
  readonly align?: 'start' | 'center' | 'end' | 'justify';
  /** First line, in Han. */
  readonly indent?: number;
  readonly rightIndent?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly outline?: number;
}

function text(content: Content, style: RunStyle, setting: TextStyle, options: ParagraphStyle): Paragraph {
  const { align = 'justify', indent = 0, rightIndent = 0, before = 0, after = 0, keepNext = false, outline } = options;
  const em = twips(setting.size);
  return new Paragraph({
    alignment: alignments[align],
    spacing: { line: twips(setting.leading), lineRule: LineRuleType.EXACT, before: twips(before), after: twips(after) },
    indent: {
      firstLine: indent * em,
      firstLineChars: indent * 100,
      ...(rightIndent > 0 ? { right: rightIndent * em, endChars: rightIndent * 100 } : {}),
    },
    keepNext,
    ...(outline === undefined ? {} : { outlineLevel: outline }),
    children: [...runs(content, style)],
  });
}

function numberLine(block: Extract<Block, { kind: 'number' }>, setup: PageSetup, body: RunStyle): readonly Paragraph[] {
  if (block.align === 'end') {
    const words = block.text === undefined ? '' : `编号：${block.text}`;
    return [
      text([{ kind: 'text', text: words }], { ...body, size: halfPoints(setup.table) }, setup.table, {
        align: 'end',
        after: 4,
      }),
    ];
  }
  if (block.text === undefined) return [];
  return [text([{ kind: 'text', text: block.text }], body, setup.body, { align: 'center', after: setup.body.leading })];
}

/** The date four Han from the right edge; the name over its middle (GB/T 9704-2012 §7.3.5). */
function signature(
  block: Extract<Block, { kind: 'signature' }>,
  setup: PageSetup,
  body: RunStyle,
): readonly Paragraph[] {
  const dateLength = [...(block.date ?? '')].reduce((sum, char) => sum + (/[0-9]/.test(char) ? 0.5 : 1), 0);
  const lines = block.lines.map((line, i) => {
    const length = line.reduce(
      (sum, part) =>
        sum +
        (part.kind === 'slot' && part.text === undefined
          ? part.width
          : 'text' in part
            ? [...(part.text ?? '')].length
            : 1),
      0,
    );
    const rightIndent = Math.max(2, Math.round(4 + dateLength / 2 - length / 2));
    return text(line, body, setup.body, {
      align: 'end',
      rightIndent,
      keepNext: true,
      before: i === 0 ? setup.body.leading * (block.seal ? 1.5 : 0.5) : 0,
    });
  });
  const date =
    block.date === undefined
      ? []
      : [text([{ kind: 'text', text: block.date }], body, setup.body, { align: 'end', rightIndent: 4 })];
  return [...lines, ...date];
}

function stub(block: Extract<Block, { kind: 'stub' }>, setup: PageSetup): readonly Piece[] {
  const hint = new Paragraph({
    alignment: alignments.center,
    spacing: { before: twips(setup.body.leading) },
    border: { top: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 4 } },
    keepNext: true,
    children: [new TextRun({ text: '沿此线裁开，回执存卷', font: faces.small, size: halfPoints(setup.note) })],
  });
  const title: Content = [{ kind: 'text', text: block.title }];
  const leading = { size: setup.body.size, leading: setup.body.size * 1.7 };
  return [
    hint,
    text(title, { font: faces.heading, size: halfPoints(setup.body) }, leading, { align: 'center', keepNext: true }),
    ...docxBlocks(block.blocks, setup),
  ];
}

function gap(points: number): Paragraph {
  return new Paragraph({ spacing: { line: twips(points), lineRule: LineRuleType.EXACT }, children: [] });
}
