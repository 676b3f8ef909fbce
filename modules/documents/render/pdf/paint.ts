import type PDFDocument from 'pdfkit';
import type { Node, Page } from './display.ts';
import { type Placed, unverifiedScale } from './line-breaking.ts';

type Doc = typeof PDFDocument.prototype;

export const colours = { ink: '#000000', amber: '#8a5a00', zhu: '#b23a2a', faint: '#f8efed' } as const;

/** Draw one page: rules as decoration, text inside the structure tree so that it can be read aloud in order. */
export function paintPage(doc: Doc, page: Page): void {
  artifact(doc, 'Layout', () => {
    for (const node of page.nodes) if (node.kind === 'rule') paintRule(doc, node);
  });
  for (const node of page.nodes) {
    const structure = structureOf(doc, node);
    if (structure) doc.addStructure(structure);
  }
}

/** Something that is part of the page, not of the text. */
export function artifact(doc: Doc, type: 'Layout' | 'Pagination' | 'Background', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

function structureOf(doc: Doc, node: Node): PDFKit.PDFStructureElement | undefined {
  if (node.kind === 'drawing') return doc.struct('Figure', { alt: node.alt }, [() => paintDrawing(doc, node)]);
  if (node.kind !== 'element') return undefined;
  const parts = node.children.flatMap((child) => structureOf(doc, child) ?? []);
  const lines = node.children.flatMap((child) => (child.kind === 'line' ? [child] : []));
  const drawn = lines.length > 0 ? [() => paintLines(doc, lines)] : [];
  if (node.tag === 'P' && parts.length === 0 && drawn.length === 0) return undefined;
  return doc.struct(node.tag, {}, [...parts, ...drawn]);
}

function paintDrawing(doc: Doc, { x, y, width, height, shapes }: Extract<Node, { kind: 'drawing' }>): void {
  doc.save().translate(x, y).rect(0, 0, width, height).clip();
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      doc.fillColor(shape.colour);
      text(doc, shape.text, shape.face, shape.size, ...shape.at);
      continue;
    }
    if (shape.kind === 'disc') doc.circle(...shape.at, shape.radius);
    else
      for (const ring of shape.kind === 'line' ? [shape.points] : shape.rings) trace(doc, ring, shape.kind === 'area');
    const { outline } = shape;
    if (outline !== undefined) doc.lineWidth(outline.weight).lineJoin('round').strokeColor(outline.colour);
    if (shape.kind === 'line') doc.stroke();
    else if (outline === undefined) doc.fill(shape.fill, 'even-odd');
    else doc.fillAndStroke(shape.fill, outline.colour, 'even-odd');
  }
  doc.restore().fillColor(colours.ink).strokeColor(colours.ink);
}

function trace(doc: Doc, points: readonly (readonly [number, number])[], closed: boolean): void {
  for (const [n, [x, y]] of points.entries()) {
    if (n === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  if (closed) doc.closePath();
}

type LineNode = Extract<Node, { kind: 'line' }>;

function paintLines(doc: Doc, lines: readonly LineNode[]): void {
  for (const line of lines) for (const piece of line.placed) paintPiece(doc, piece, line);
}

function paintPiece(doc: Doc, piece: Placed, { x, baseline, size }: LineNode): void {
  const left = x + piece.x;
  if (piece.kind === 'text') {
    text(doc, piece.text, piece.face, size, left, baseline, piece.tracking);
  } else if (piece.kind === 'blank') {
    const y = baseline + 0.16 * size;
    doc
      .lineWidth(0.5)
      .moveTo(left, y)
      .lineTo(left + piece.width, y)
      .stroke();
  } else if (piece.kind === 'box') {
    text(doc, '□', 'text', size, left, baseline);
    if (piece.checked) text(doc, '✓', 'strong', size * 1.1, left, baseline - 0.04 * size);
  } else {
    const inner = size * unverifiedScale;
    const [top, height] = [baseline - 0.82 * size, 0.94 * size];
    doc.save().lineWidth(0.5).strokeColor(colours.amber).fillColor(colours.amber);
    doc.roundedRect(left + 0.08 * size, top, piece.width - 0.16 * size, height, 2).stroke();
    text(doc, piece.text, piece.face, inner, left + 0.25 * size, baseline - 0.08 * size);
    doc.restore();
  }
}

export function text(
  doc: Doc,
  content: string,
  face: string,
  size: number,
  x: number,
  baseline: number,
  tracking = 0,
): void {
  doc
    .font(face)
    .fontSize(size)
    .text(content, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: tracking });
}

function paintRule(doc: Doc, { x1, y1, x2, y2, weight, dashed }: Extract<Node, { kind: 'rule' }>): void {
  doc.lineWidth(weight);
  if (dashed) doc.dash(3, { space: 3 });
  doc.moveTo(x1, y1).lineTo(x2, y2).stroke();
  if (dashed) doc.undash();
}
