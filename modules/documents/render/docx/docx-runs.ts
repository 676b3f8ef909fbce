import { type IFontAttributesProperties, TextRun, UnderlineType } from 'docx';
import type { Content, Inline } from '../../forms/blocks.ts';
import { faces } from './docx-fonts.ts';

export interface RunStyle {
  readonly font: IFontAttributesProperties;
  /** Half-points. */
  readonly size: number;
  readonly bold?: boolean;
}

export function runs(content: Content, style: RunStyle): readonly TextRun[] {
  return merged(content).map((inline) => run(inline, style));
}

/** Neighbouring pieces of plain text become one run, so that the word processor finds words whole. */
function merged(content: Content): Content {
  const parts: Inline[] = [];
  for (const inline of content) {
    const last = parts.at(-1);
    const text = plainText(inline);
    const before = last && plainText(last);
    if (text !== undefined && before !== undefined) parts[parts.length - 1] = { kind: 'text', text: before + text };
    else parts.push(inline);
  }
  return parts;
}

function plainText(inline: Inline): string | undefined {
  if (inline.kind === 'slot') return inline.text;
  return inline.kind === 'text' && inline.bold !== true ? inline.text : undefined;
}

function run(inline: Inline, { font, size, bold = false }: RunStyle): TextRun {
  switch (inline.kind) {
    case 'text':
      return new TextRun({ text: inline.text, font, size, bold: bold || inline.bold === true });
    case 'slot':
      return inline.text === undefined
        ? new TextRun({ text: '\u3000'.repeat(inline.width), font, size, underline: { type: UnderlineType.SINGLE } })
        : new TextRun({ text: inline.text, font, size, bold });
    case 'box':
      return new TextRun({ text: inline.checked ? '☑' : '☐', font: faces.symbol, size });
    case 'unverified':
      return new TextRun({ text: '〔待核实〕', font, size: Math.round(size * 0.75), color: '8A5A00' });
  }
}
