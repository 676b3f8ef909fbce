import type { Block } from '../../forms/blocks.ts';
import { coverageOfSet, getaMark, printable } from '../missing-glyphs.ts';
import type { RenderOptions } from '../options.ts';
import type { Drawing } from './drawing.ts';
import { renderBlocks } from './render-blocks.ts';

/** A report of the house: no official paper, without number, seal and verification, but set by the same hand. */
export interface Report {
  readonly title: string;
  readonly author: string;
  readonly demonstration: boolean;
  readonly blocks: readonly (Block | Drawing)[];
}

/** A report as tagged PDF/A-2b on A4. The same report, fonts and instant give the same bytes. Characters no face has become 〓. */
export async function renderReport(report: Report, options: Pick<RenderOptions, 'fonts' | 'at'>): Promise<Uint8Array> {
  const has = coverageOfSet(options.fonts);
  const blocks = report.blocks.map((block) =>
    block.kind === 'drawing' ? block : clean(block, (char) => printable(char, has)),
  );
  const head = {
    agency: { name: report.author, bureau: report.author },
    issuedOn: options.at.slice(0, 10),
    demonstration: report.demonstration,
  };
  return renderBlocks(blocks, { title: report.title, layout: 'sheet', head, ...options, qr: false });
}

/** Every text of a block with characters that cannot be printed replaced. */
function clean<T>(value: T, can: (char: string) => boolean): T {
  if (typeof value === 'string') return [...value].map((char) => (can(char) ? char : getaMark)).join('') as T;
  if (Array.isArray(value)) return value.map((part) => clean(part, can)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'kind' || key === 'align' ? part : clean(part, can)]),
  ) as T;
}
