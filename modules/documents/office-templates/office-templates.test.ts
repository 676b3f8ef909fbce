import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { sampleBodies, sampleHead } from '../forms/samples.ts';
import { docxParts, wordsOf } from '../testing/docx-parts.ts';
import { fieldsOf, templateForms, valuesOf } from './fields.ts';
import { fillTemplate } from './fill.ts';
import { inspectTemplate } from './inspect.ts';
import { blocksOfDocx } from './lay-out.ts';
import { plainText } from './phrases.ts';
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

describe.each(templateForms)('%s', (key) => {
  test('the Word file an office starts from is one that it may hand in again', async () => {
    const starter = await starterDocx(key);
    expect(inspectTemplate(key, starter)).toEqual({ faults: [], warnings: [] });
  });

  test('filled, it says what the built-in form says, and no field is left', async () => {
    const sample = { head: sampleHead, body: sampleBodies[key] };
    const values = valuesOf(key, sample);
    const text = textOf(await fillTemplate(await starterDocx(key), values));
    expect(text).not.toMatch(/[{}¤]|900[123]年/);
    for (const [name, { must }] of Object.entries(fieldsOf(key))) {
      if (must && name !== '验证码') for (const line of (values[name] ?? '').split('\n')) expect(text).toContain(line);
      if (must) expect(values[name]).not.toBe('');
    }
  });

  test('the same paper gives the same bytes', async () => {
    const values = valuesOf(key, { head: sampleHead, body: sampleBodies[key] });
    const starter = await starterDocx(key);
    expect(await fillTemplate(starter, values)).toEqual(await fillTemplate(starter, values));
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
    const filled = await fillTemplate(await word(...all, cut), valuesOf(form, snapshot));
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
  const filled = textOf(await fillTemplate(await word(...all), valuesOf(form, { head: sampleHead, body })));
  expect(filled).toContain('｛编号｝');
});

test('the PDF beside it is laid out from the filled file: title, indents, bold words, tables', async () => {
  const filled = await fillTemplate(await starterDocx(form), valuesOf(form, snapshot));
  const blocks = blocksOfDocx(filled);
  expect(blocks[0]).toEqual({ kind: 'title', text: '不予法律援助决定书' });
  expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? plainText(block.content) : []));
  expect(texts.join('\n')).toContain('行政复议');
  expect(blocks).toContainEqual(expect.objectContaining({ kind: 'paragraph', indent: 2, align: 'justify' }));
});
