import { expect, test } from 'vitest';
import { type Block, cell, paragraph, row, signature, t, table, withNext } from '../../forms/blocks.ts';
import { signedBy } from '../../forms/wording.ts';
import type { Node } from './display.ts';
import { flowBlocks } from './flow.ts';
import type { Measure } from './line-breaking.ts';
import { pageSetups } from './page-setup.ts';

/** A face in which every sign is one em wide. */
const measure: Measure = (text) => ({ face: 'text', em: [...text].length });
const setup = pageSetups.letter;
const longName = '阿卜杜热合曼·麦麦提图尔荪·阿卜杜克热木·吐尔逊江·艾䶮';

type SetLine = { readonly text: string; readonly left: number; readonly right: number };
function linesOf(nodes: readonly Node[]): readonly SetLine[] {
  return nodes.flatMap((node): readonly SetLine[] => {
    if (node.kind === 'element') return linesOf(node.children);
    if (node.kind !== 'line') return [];
    const right = Math.max(node.x, ...node.placed.map((piece) => node.x + piece.x + piece.width));
    return [{ text: node.placed.map((piece) => piece.text).join(''), left: node.x, right }];
  });
}
const pagesOf = (...blocks: readonly Block[]) => flowBlocks(blocks, setup, measure).map(({ nodes }) => linesOf(nodes));

test('whoever took the papers may have a long name: it stays in the column, and agency and date keep their place', () => {
  const agency = '保山市法律援助中心（印章）';
  const of = (name: string) => pagesOf(signature([t`经办人：${name}`, t`${agency}`], '2026年3月9日', true)).flat();
  for (const line of of(longName)) {
    expect(line.left).toBeGreaterThanOrEqual(setup.left - 0.01);
    expect(line.right).toBeLessThanOrEqual(setup.right + 0.01);
  }
  expect(
    of(longName)
      .map(({ text }) => text)
      .join(''),
  ).toContain(longName);
  expect(of(longName).slice(-2)).toEqual(of('李某').slice(-2));
});

test('an agency with a long name keeps two Han from the edge, and the date stands under its middle', () => {
  const [name, date] = pagesOf(signature([t`${'某'.repeat(20)}`], '2026年3月9日', true)).flat();
  expect(name?.right).toBeCloseTo(setup.right - 2 * setup.body.size);
  expect(((date?.left ?? 0) + (date?.right ?? 0)) / 2).toBeCloseTo(((name?.left ?? 0) + (name?.right ?? 0)) / 2);
});

test.each(Array.from({ length: 24 }, (_, lines) => lines))(
  'below %i lines the boxes to sign in never stand on a page without the words that are signed',
  (lines) => {
    const above = Array.from({ length: lines }, () => paragraph('前文'));
    const boxes = table([1, 1], [row(cell([t`甲方：`, t``, t`日期：`]), cell([t`乙方：`, t``, t`日期：`]))]);
    const pages = pagesOf(...above, withNext(paragraph('本协议一式三份。')), boxes);
    const signed = pages.find((page) => page.some(({ text }) => text.startsWith('甲方')));
    expect(signed?.map(({ text }) => text)).toContain('本协议一式三份。');
  },
);

test.each([
  ['李某', 1],
  ['九个字以内的姓名', 1],
  [longName, 2],
  [undefined, 1],
])('under an opinion %s and the day take %i lines', (by, count) => {
  expect(signedBy({ ...(by === undefined ? {} : { by }), on: '2026-03-09' })).toHaveLength(count);
});
