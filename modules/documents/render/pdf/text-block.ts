import type { Align, Content } from '../../forms/blocks.ts';
import type { Node } from './display.ts';
import { breakLines, type Line, type Measure, type Setting } from './line-breaking.ts';
import type { TextStyle } from './page-setup.ts';

export interface BlockSetting {
  readonly style: TextStyle;
  readonly width: number;
  readonly align: Align;
  readonly indent: number;
  readonly strong: boolean;
}

/** Running text as lines; a `\n` in a value begins a new paragraph. */
export function setText(content: Content, setting: BlockSetting, measure: Measure): readonly Line[] {
  const { style, ...rest } = setting;
  const line: Setting = { ...rest, size: style.size };
  return paragraphsOf(content).flatMap((part) => breakLines(part, line, measure));
}

/** Where values carry line breaks, the paragraphs they part. */
export function paragraphsOf(content: Content): readonly Content[] {
  const parts: Content[] = [[]];
  for (const inline of content) {
    const text = inline.kind === 'text' || inline.kind === 'slot' ? inline.text : undefined;
    if (text === undefined || !text.includes('\n')) {
      parts[parts.length - 1] = [...(parts.at(-1) ?? []), inline];
      continue;
    }
    for (const [i, piece] of text.split('\n').entries()) {
      if (i > 0) parts.push([]);
      if (piece !== '')
        parts[parts.length - 1] = [...(parts.at(-1) ?? []), { ...inline, text: piece } as typeof inline];
    }
  }
  return parts;
}

/** Lines drawn one under the other from `top`; Han glyphs sit with their middle on the middle of the line. */
export function linesAt(lines: readonly Line[], x: number, top: number, style: TextStyle): readonly Node[] {
  // The ideographic square reaches 0.12 em below the baseline and 0.88 em above it.
  const drop = (style.leading - style.size) / 2 + 0.88 * style.size;
  return lines.flatMap((line, i): readonly Node[] =>
    line.placed.length === 0
      ? []
      : [{ kind: 'line', placed: line.placed, x, baseline: top + i * style.leading + drop, size: style.size }],
  );
}
