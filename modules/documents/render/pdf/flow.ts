import type { Block, Content } from '../../forms/blocks.ts';
import { element, type Node, type Page, type Tag } from './display.ts';
import { type Drawing, setShapes } from './drawing.ts';
import type { Line, Measure } from './line-breaking.ts';
import type { PageSetup, TextStyle } from './page-setup.ts';
import { type Grid, layGrid, type TableBlock } from './table-grid.ts';
import { tableNodes } from './table-nodes.ts';
import { paginate } from './table-pages.ts';
import { linesAt, setText } from './text-block.ts';

interface Flow {
  readonly setup: PageSetup;
  readonly measure: Measure;
  readonly pages: Node[][];
  y: number;
}

/** Set a form's blocks on pages. No IO; the same blocks and measure always give the same pages. */
export function flowBlocks(blocks: readonly (Block | Drawing)[], setup: PageSetup, measure: Measure): readonly Page[] {
  const flow: Flow = { setup, measure, pages: [[]], y: setup.top };
  placeAll(flow, blocks);
  return flow.pages.map((nodes) => ({ nodes }));
}

function placeAll(flow: Flow, blocks: readonly (Block | Drawing)[]): void {
  for (const [i, block] of blocks.entries()) place(flow, block, blocks[i - 1], blocks[i + 1]);
}

const columnWidth = ({ setup }: Flow) => setup.right - setup.left;
const roomLeft = (flow: Flow) => flow.setup.bottom - flow.y + 0.01;

function put(flow: Flow, ...nodes: readonly Node[]): void {
  flow.pages.at(-1)?.push(...nodes);
}

function turnPage(flow: Flow): void {
  flow.pages.push([]);
  flow.y = flow.setup.top;
}

function place(
  flow: Flow,
  block: Block | Drawing,
  before: Block | Drawing | undefined,
  after: Block | Drawing | undefined,
): void {
  const { setup } = flow;
  switch (block.kind) {
    case 'title':
      placeLines(flow, 'H1', [{ kind: 'text', text: block.text }], {
        style: setup.title,
        align: 'center',
        strong: true,
      });
      flow.y += after?.kind === 'number' ? 4 : setup.body.leading / 2;
      return;
    case 'number':
      placeNumber(flow, block.text, block.align);
      return;
    case 'heading':
      if (roomLeft(flow) < 3 * setup.body.leading) turnPage(flow);
      placeLines(flow, 'H2', [{ kind: 'text', text: block.text }], {
        style: setup.body,
        align: 'start',
        strong: true,
        indent: 2,
      });
      return;
    case 'paragraph':
      placeParagraph(flow, block, after);
      return;
    case 'table':
      placeTable(flow, block, before?.kind === 'table', after?.kind === 'table');
      return;
    case 'signature':
      placeSignature(flow, block);
      return;
    case 'note':
      flow.y += 4;
      for (const content of block.content)
        placeLines(flow, 'Note', content, { style: setup.note, align: 'justify', strong: false });
      return;
    case 'stub':
      placeStub(flow, block);
      return;
    case 'space':
      flow.y = Math.min(setup.bottom, flow.y + block.lines * setup.body.leading);
      return;
    case 'pageBreak':
      turnPage(flow);
      return;
    case 'drawing':
      placeDrawing(flow, block);
  }
}

/** Never parted; one that is too high for a page is made smaller. */
function placeDrawing(flow: Flow, { alt, aspect, shapes }: Drawing): void {
  const { setup, measure } = flow;
  const width = columnWidth(flow);
  const height = Math.min(width * aspect, setup.bottom - setup.top);
  flow.y += setup.body.leading / 3;
  if (height > roomLeft(flow)) turnPage(flow);
  const drawn = setShapes(shapes({ width, height }), measure);
  put(flow, { kind: 'drawing', alt, x: setup.left, y: flow.y, width, height, shapes: drawn });
  flow.y += height + setup.body.leading / 3;
}

interface LineOptions {
  readonly style: TextStyle;
  readonly align: 'start' | 'center' | 'end' | 'justify';
  readonly strong: boolean;
  readonly indent?: number;
}

function placeLines(flow: Flow, tag: Tag, content: Content, options: LineOptions): void {
  const lines = setText(content, { width: columnWidth(flow), indent: 0, ...options }, flow.measure);
  placeWithin(flow, tag, lines, options.style, 1);
}

/** Lines over as many pages as they need; never fewer than `least` of a paragraph alone on a page. */
function placeWithin(flow: Flow, tag: Tag, lines: readonly Line[], style: TextStyle, least: number): void {
  let rest = lines;
  while (rest.length > 0) {
    const room = Math.floor(roomLeft(flow) / style.leading);
    if (room < Math.min(least, rest.length)) {
      turnPage(flow);
      continue;
    }
    const count = room >= rest.length ? rest.length : Math.max(least, Math.min(room, rest.length - least));
    put(flow, element(tag, linesAt(rest.slice(0, count), flow.setup.left, flow.y, style)));
    flow.y += count * style.leading;
    rest = rest.slice(count);
    if (rest.length > 0) turnPage(flow);
  }
}

function placeNumber(flow: Flow, text: string | undefined, align: 'center' | 'end'): void {
  const style = align === 'end' ? flow.setup.table : flow.setup.body;
  const content: Content = text === undefined ? [] : [{ kind: 'text', text: align === 'end' ? `编号：${text}` : text }];
  if (align === 'center' && text === undefined) return;
  placeLines(flow, 'P', content, { style, align, strong: false });
  flow.y += align === 'end' ? 4 : flow.setup.body.leading;
}

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;

function placeParagraph(flow: Flow, block: ParagraphBlock, after: Block | Drawing | undefined): void {
  const { body } = flow.setup;
  const setting = { style: body, width: columnWidth(flow), align: block.align, indent: block.indent, strong: false };
  const lines = setText(block.content, setting, flow.measure);
  const following =
    after?.kind === 'signature' ? signatureHeight(flow, after) : block.keepWithNext ? openingHeight(flow, after) : 0;
  const height = lines.length * body.leading;
  if (height <= roomLeft(flow) && height + following > roomLeft(flow)) {
    // A signature never stands on a page without the text it signs: two lines at least go over with it.
    const kept = lines.length >= 4 ? lines.length - 2 : 0;
    if (kept > 0) placeWithin(flow, 'P', lines.slice(0, kept), body, 2);
    turnPage(flow);
    placeWithin(flow, 'P', lines.slice(kept), body, 2);
    return;
  }
  placeWithin(flow, 'P', lines, body, 2);
}

/** What must stand below words that are kept with it: a table's first row, two lines of anything else. */
function openingHeight(flow: Flow, after: Block | Drawing | undefined): number {
  const { setup, measure } = flow;
  if (after?.kind !== 'table') return 2 * setup.body.leading;
  return tableGap + openingOf(layGrid(after, setup.left, columnWidth(flow), setup, measure));
}

/** Points between running text and the table below it. */
const tableGap = 2;

/** The height of a table's header rows with the first row below them: they stand on one page. */
function openingOf(grid: Grid): number {
  return grid.heights.slice(0, grid.headerRows + 1).reduce((sum, height) => sum + height, 0);
}

function placeTable(flow: Flow, block: TableBlock, joinsAbove: boolean, joinsBelow: boolean): void {
  const { setup } = flow;
  if (!joinsAbove && flow.y > setup.top) flow.y += tableGap;
  const grid = layGrid(block, setup.left, columnWidth(flow), setup, flow.measure);
  const opening = openingOf(grid);
  let joined = joinsAbove;
  if (opening > roomLeft(flow) && opening < setup.bottom - setup.top && flow.y > setup.top) {
    turnPage(flow);
    joined = false;
  }
  const pages = paginate(grid, flow.y, setup);
  const frame = { left: setup.left, right: setup.right, joinsAbove: joined, joinsBelow };
  for (const [i, fragments] of pages.entries()) {
    if (i > 0) turnPage(flow);
    if (fragments.length === 0) continue;
    put(flow, ...tableNodes(grid, pages, i, frame, setup));
    flow.y = Math.max(...fragments.map((fragment) => fragment.top + fragment.height));
  }
  if (!joinsBelow) flow.y += setup.body.leading / 3;
}

type SignatureBlock = Extract<Block, { kind: 'signature' }>;

function signatureHeight(flow: Flow, block: SignatureBlock): number {
  const { leading } = flow.setup.body;
  return (block.lines.length + (block.date === undefined ? 0 : 1) + (block.seal ? 2 : 0.5)) * leading;
}

/**
 * GB/T 9704-2012 §7.3.5: the date ends four Han from the right edge, the name stands over its middle. A line above these two (who took
 * the papers) may be longer: it moves to the left by itself, and is parted before it leaves the column.
 */
function placeSignature(flow: Flow, block: SignatureBlock): void {
  const { body, right, left } = flow.setup;
  const height = signatureHeight(flow, block);
  if (height > roomLeft(flow)) turnPage(flow);
  flow.y += (block.seal ? 1.5 : 0.5) * body.leading;
  const width = right - left - 2 * body.size;
  const set = (content: Content) =>
    setText(content, { style: body, width, align: 'start', indent: 0, strong: false }, flow.measure);
  const widthOf = (lines: readonly Line[]) =>
    Math.max(0, ...lines.flatMap((line) => line.placed.map((piece) => piece.x + piece.width)));
  const names = block.lines.map(set);
  const date = block.date === undefined ? [] : set([{ kind: 'text', text: block.date }]);
  const signer = widthOf(names.at(-1) ?? []);
  const dateWidth = widthOf(date);
  // The longer of the two keeps its distance from the edge: four Han for the date, two for a longer name.
  const center = Math.min(right - 4 * body.size - dateWidth / 2, right - 2 * body.size - signer / 2);
  const nodes: Node[] = [];
  for (const name of names) {
    const own = Math.min(center, right - 2 * body.size - widthOf(name) / 2);
    nodes.push(...linesAt(name, own - widthOf(name) / 2, flow.y, body));
    flow.y += name.length * body.leading;
  }
  if (block.date !== undefined) {
    nodes.push(...linesAt(date, center - dateWidth / 2, flow.y, body));
    flow.y += body.leading;
  }
  put(flow, element('P', nodes));
  flow.y += 0.5 * body.leading;
}

type StubBlock = Extract<Block, { kind: 'stub' }>;

/** The slip is never parted: it is cut off whole. */
function placeStub(flow: Flow, block: StubBlock): void {
  const { setup, measure } = flow;
  const trial: Flow = { setup: { ...setup, bottom: Infinity }, measure, pages: [[]], y: 0 };
  placeStubContent(trial, block);
  if (trial.y > roomLeft(flow)) turnPage(flow);
  else flow.y = Math.max(flow.y, Math.min(flow.y + setup.body.leading, setup.bottom - trial.y));
  placeStubContent(flow, block);
}

function placeStubContent(flow: Flow, block: StubBlock): void {
  const { setup } = flow;
  const hint: Content = [{ kind: 'text', text: '沿此线裁开，回执存卷' }];
  const y = flow.y + setup.note.leading / 2;
  const middle = (setup.left + setup.right) / 2;
  const half = 5.5 * setup.note.size;
  put(
    flow,
    { kind: 'rule', x1: setup.left, y1: y, x2: middle - half, y2: y, weight: 0.6, dashed: true },
    { kind: 'rule', x1: middle + half, y1: y, x2: setup.right, y2: y, weight: 0.6, dashed: true },
  );
  placeLines(flow, 'Note', hint, { style: setup.note, align: 'center', strong: false });
  flow.y += 4;
  const title: Content = [{ kind: 'text', text: block.title }];
  placeLines(flow, 'H2', title, {
    style: { size: setup.body.size, leading: setup.body.size * 1.7 },
    align: 'center',
    strong: true,
  });
  placeAll(flow, block.blocks);
}
