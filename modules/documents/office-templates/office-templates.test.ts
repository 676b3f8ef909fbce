import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formKeys, formOf } from '../forms/index.ts';
import { sampleBodies, sampleHead } from '../forms/samples.ts';
import { packDocx } from '../render/docx/render-docx.ts';
import { pageSetups } from '../render/pdf/page-setup.ts';
import { layGrid } from '../render/pdf/table-grid.ts';
import { docxParts, wordsOf } from '../testing/docx-parts.ts';
import { fieldsOf, valuesOf } from './fields.ts';
import { fillTemplate } from './fill.ts';
import { inspectTemplate } from './inspect.ts';
import { blocksOfDocx } from './lay-out.ts';
import { plainText } from './phrases.ts';
import { fullSample } from './samples.ts';
import { starterDocx } from './starter.ts';
import { parseXml } from './word-xml.ts';

const form = 'refusalDecision';
const snapshot = { head: sampleHead, body: sampleBodies[form] };
const word = async (...paragraphs: readonly (string | Paragraph)[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: paragraphs.map((text) => (typeof text === 'string' ? new Paragraph({ text }) : text)) }],
    }),
  );
const all = Object.entries(fieldsOf(form))
  .filter(([, { must }]) => must)
  .map(([name]) => `{${name}}`);
const faultsOf = async (...paragraphs: readonly (string | Paragraph)[]) =>
  inspectTemplate(form, await word(...paragraphs)).faults.map(({ code, field, where }) =>
    `${code} ${field} ${where}`.trim(),
  );
const textOf = (docx: Uint8Array): string => wordsOf(docxParts(docx).get('word/document.xml') ?? '');

const said = (docx: Uint8Array): string => textOf(docx).replace(/[\s\u3000]/gu, '');

describe.each(formKeys)('%s', (key) => {
  const papers = { 'a sample': { head: sampleHead, body: sampleBodies[key] }, 'a full one': fullSample(key) };

  test('the Word file an office starts from is one that it may hand in again', async () => {
    const starter = await starterDocx(key);
    expect(inspectTemplate(key, starter)).toEqual({ faults: [], warnings: [] });
  });

  test('it holds nothing that anybody filled in', async () => {
    const text = said(await starterDocx(key));
    expect(text).not.toMatch(/¤|\d{4}年\d|赵某某|阿卜杜|李䶮|示范律师/u);
  });

  test.each(Object.entries(papers))('filled with %s, it says what the built-in form says', async (_name, paper) => {
    const filled = said(await fillTemplate(key, await starterDocx(key), valuesOf(key, paper)));
    expect(filled).not.toMatch(/[{}¤]/);
    const { title, layout } = formOf(key);
    const blocks = formOf(key).compose(paper.body, paper.head);
    const setting = { title: title.zh, layout, head: paper.head, at: '2026-01-01T00:00:00.000Z', qr: false } as const;
    expect(filled).toBe(said(await packDocx(blocks, setting)));
  });

  test('every field that must be there says something in a full paper', () => {
    const { texts } = valuesOf(key, fullSample(key));
    const silent = Object.entries(fieldsOf(key)).filter(([name, { must }]) => must && !texts[name]);
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('the same paper gives the same bytes', async () => {
    const values = valuesOf(key, { head: sampleHead, body: sampleBodies[key] });
    const starter = await starterDocx(key);
    expect(await fillTemplate(key, starter, values)).toEqual(await fillTemplate(key, starter, values));
  });
});

describe('what is handed in', () => {
  test('with every field that must be there is accepted', async () => {
    expect(await faultsOf(...all)).toEqual([]);
  });

  test.each(all)('without %s it is refused, by name', async (field) => {
    expect(await faultsOf(...all.filter((one) => one !== field))).toEqual([`template.missingField ${field}`]);
  });

  test('with a field nobody knows it is refused, saying which and where', async () => {
    expect(await faultsOf(...all, '兹有{申请人姓氏}同志')).toEqual([
      `template.unknownField {申请人姓氏} 第${all.length + 1}段“兹有{申请人姓氏}同志”`,
    ]);
  });

  test('a field that Word has cut into runs is still one field', async () => {
    const cut = new Paragraph({ children: ['{申', '请人', '姓名}'].map((text) => new TextRun({ text, bold: true })) });
    expect(await faultsOf(...all.filter((one) => one !== '{申请人姓名}'), cut)).toEqual([]);
    const filled = await fillTemplate(form, await word(...all, cut), valuesOf(form, snapshot));
    expect(textOf(filled)).not.toMatch(/[{}]/);
  });

  test('a brace that closes nothing is refused', async () => {
    expect((await faultsOf(...all, '金额{'))[0]).toContain('template.strayBrace');
  });

  test('what is no Word file, or no sound XML, is refused', () => {
    expect(inspectTemplate(form, new Uint8Array(40)).faults).toMatchObject([{ code: 'template.unreadable' }]);
    expect(() => parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toThrow();
    for (const bad of ['<a><b></a></b>', '<a>', 'text', '<a/><!', '<a b=c/>']) expect(() => parseXml(bad)).toThrow();
  });
});

test('braces in what somebody wrote are no fields', async () => {
  const body = { ...sampleBodies[form], applicantName: '{编号}' };
  const filled = textOf(await fillTemplate(form, await word(...all), valuesOf(form, { head: sampleHead, body })));
  expect(filled).toContain('｛编号｝');
});

test('the PDF beside it is laid out from the filled file: title, indents, bold words, tables', async () => {
  const filled = await fillTemplate(form, await starterDocx(form), valuesOf(form, snapshot));
  const blocks = blocksOfDocx(filled);
  expect(blocks[0]).toEqual({ kind: 'title', text: '不予法律援助决定书' });
  expect(blocks.at(-1)).toMatchObject({ kind: 'stub', title: '回　　执' });
  expect(blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? plainText(block.content) : []));
  expect(texts.join('\n')).toContain('行政复议');
  expect(blocks).toContainEqual(expect.objectContaining({ kind: 'paragraph', indent: 2, align: 'justify' }));
});

describe('a table that an office drew', () => {
  const cell = ({ span, merge }: { readonly span: number; readonly merge: string | undefined }): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge === undefined ? '' : `<w:vMerge${merge === '' ? '' : ` w:val="${merge}"`}/>`}</w:tcPr><w:p><w:r><w:t>字</w:t></w:r></w:p></w:tc>`;
  const anyCell = fc.record({
    span: fc.integer({ min: 1, max: 3 }),
    merge: fc.constantFrom(undefined, '', 'continue', 'restart'),
  });
  const anyRow = fc.record({
    before: fc.integer({ min: 0, max: 2 }),
    header: fc.constantFrom('', '<w:tblHeader/>', '<w:tblHeader w:val="false"/>'),
    cells: fc.array(anyCell, { minLength: 1, maxLength: 5 }),
  });
  const docx = (rows: readonly string[]): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body><w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>${rows.join('')}</w:tbl></w:body></w:document>`,
      ),
    });

  test('is laid on a grid whatever it merges, and no cell that stands alone is lost', () => {
    const setup = pageSetups.letter;
    const measure = (text: string) => ({ face: 'text' as const, em: [...text].length });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const [block] = blocksOfDocx(
          docx(
            rows.map(
              ({ before, header, cells }) =>
                `<w:tr><w:trPr><w:gridBefore w:val="${before}"/>${header}</w:trPr>${cells.map(cell).join('')}</w:tr>`,
            ),
          ),
        );
        if (block?.kind !== 'table') throw new Error('no table');
        const laid = layGrid(block, setup.left, setup.right - setup.left, setup, measure);
        const alone = rows
          .flatMap(({ cells }) => cells)
          .filter(({ merge }) => merge === undefined || merge === 'restart');
        expect(laid.cells.filter(({ lines }) => lines.length > 0).length).toBeGreaterThanOrEqual(alone.length);
        expect(block.rows.map(({ header }) => header === true)).toEqual(
          rows.map(({ header }) => header === '<w:tblHeader/>'),
        );
      }),
      { numRuns: 200 },
    );
  });
});
