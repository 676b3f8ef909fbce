import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormKey, formKeys, formOf, type Snapshot } from '../forms/index.ts';
import { sampleBodies, sampleHead } from '../forms/samples.ts';
import { arbitraryBody } from '../testing/arbitrary-body.ts';
import { docxParts, wordsOf } from '../testing/docx-parts.ts';
import { pdfPages } from '../testing/pdf-text.ts';
import { renderDocx } from './docx/render-docx.ts';
import { resolveFontSet } from './font-set.ts';
import { renderPdf } from './pdf/render-pdf.ts';

// The set that every machine has: what it prints does not depend on what else is installed.
const fonts = resolveFontSet('noto-serif-sc');
const options = { fonts, at: '2026-03-09T03:00:00.000Z', qr: true } as const;
const sample = <K extends FormKey>(key: K) => ({ head: sampleHead, body: sampleBodies[key] }) as Snapshot<K>;
/** Without spaces, and with one kind of brackets: a rule cited in brackets has its own turned into 〔〕. */
const close = (text: string) =>
  text.replace(/\s/g, '').replace(/[〔〕]/g, (bracket) => (bracket === '〔' ? '（' : '）'));

async function pdfText(key: FormKey, snapshot: Snapshot): Promise<string> {
  return close(pdfPages((await renderPdf(key, snapshot, options)).bytes).join(''));
}

async function docxText(key: FormKey, snapshot: Snapshot): Promise<string> {
  const parts = docxParts((await renderDocx(key, snapshot, options)).bytes);
  return close(wordsOf(parts.get('word/document.xml') ?? ''));
}

/** Everything a snapshot says in words: no codes, no days, no addresses of the handler that a form leaves out. */
function wordsFrozen(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') {
    const isCode = /^[a-zA-Z]+$/.test(value) || /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isCode || value === '' || notPrinted.test(path) ? [] : value.split('\n');
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => wordsFrozen(part, `${path}/${key}`));
}

// Shared shapes carry more of a person than each form prints.
const notPrinted =
  /\/(former|new)?[hH]andlers?(\/\d+)?\/(licenceNumber|phone|unit)$|\/recipient\/(?!name|phone)|\/principal\/(?!name|phone|address|identityNumber)|\/materials\/\d+\/note$/;

describe.each(formKeys)('%s', (key) => {
  test('says in PDF and in Word everything it froze', async () => {
    const [pdf, docx] = await Promise.all([pdfText(key, sample(key)), docxText(key, sample(key))]);
    for (const words of wordsFrozen(sampleBodies[key]).map(close)) {
      const printed = words.replaceAll('𠮷', '〓');
      expect(pdf).toContain(printed.replace(/。$/, ''));
      expect(docx).toContain(words.replace(/。$/, ''));
    }
    if (formOf(key).numbering !== null) expect(pdf).toContain(sampleHead.number);
    expect(pdf).toContain(close(formOf(key).title.zh));
  });

  test('repeats its bytes in both formats', async () => {
    const [a, b] = [await renderPdf(key, sample(key), options), await renderPdf(key, sample(key), options)];
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0);
    const [c, d] = [await renderDocx(key, sample(key), options), await renderDocx(key, sample(key), options)];
    expect(Buffer.compare(c.bytes, d.bytes)).toBe(0);
  });

  test('prints whatever its schema lets through', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBody(formOf(key).body), fc.boolean(), async (body, demonstration) => {
        const snapshot = { head: { ...sampleHead, demonstration }, body } as Snapshot;
        const pdf = await renderPdf(key, snapshot, options);
        expect(pdfPages(pdf.bytes).join('')).not.toContain('\ufffd');
        const parts = docxParts((await renderDocx(key, snapshot, options)).bytes);
        expect(wellFormed(parts.get('word/document.xml') ?? '')).toBe(true);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});

test('a character that no face has is reported with its field, printed as 〓 and named in a note', async () => {
  const snapshot = sample('consultationRegister');
  const { bytes, warnings } = await renderPdf('consultationRegister', snapshot, options);
  expect(warnings).toEqual([{ code: 'glyphMissing', char: '𠮷', codePoint: 'U+20BB7', pointer: '/body/person/name' }]);
  const text = pdfPages(bytes).join('');
  expect(text).toContain('杨〓');
  expect(text).toContain('U+20BB7');
  const docx = await renderDocx('consultationRegister', snapshot, options);
  expect(docx.warnings).toEqual(warnings);
  expect(wordsOf(docxParts(docx.bytes).get('word/document.xml') ?? '')).toContain('杨𠮷');
});

/** One character of each block of Han beside the ordinary one (Unicode 15.1): names are written with all of them. */
const rare = {
  'Extension A': '㐂',
  'Extension B': '𠮷',
  'Extension C': '𪜀',
  'Extension D': '𫝀',
  'Extension E': '𫠠',
  'Extension F': '𬺰',
  'Extension G': '𰀀',
  'Extension H': '𱍐',
  'Extension I': '𮯰',
  'compatibility ideographs': '﨑',
} as const;

describe.each(['noto-serif-sc', 'auto'] as const)('a rare character in a name, set in %s', (choice) => {
  const set = resolveFontSet(choice);

  test.each(Object.entries(rare))(
    '%s: printed as it is, or marked and named; in Word it stands, and is named where it may not show',
    async (_block, char) => {
      const body = { ...sampleBodies.grantDecision, applicantName: `张${char}` };
      const snapshot = { head: sampleHead, body };
      const pdf = await renderPdf('grantDecision', snapshot, { ...options, fonts: set });
      const text = close(pdfPages(pdf.bytes).join(''));
      const point = `U+${char.codePointAt(0)?.toString(16).toUpperCase()}`;
      const missing = pdf.warnings.some((warning) => warning.char === char);
      // A compatibility ideograph may come back from a file as its unified twin.
      expect(text.normalize('NFKC')).toContain(missing ? '张〓' : `张${char}`.normalize('NFKC'));
      expect(text.includes(point)).toBe(missing);
      const docx = await renderDocx('grantDecision', snapshot, { ...options, fonts: set });
      const words = close(wordsOf(docxParts(docx.bytes).get('word/document.xml') ?? ''));
      expect(words).toContain(`张${char}`);
      expect(words.includes(point)).toBe(missing);
      expect(docx.warnings).toEqual(pdf.warnings);
    },
  );
});

test('䶮 and · are ordinary', async () => {
  const { warnings } = await renderPdf('designationNotice', sample('designationNotice'), options);
  expect(warnings).toEqual([]);
  const text = await pdfText('designationNotice', sample('designationNotice'));
  expect(text).toContain('李䶮');
  expect(text).toContain('阿卜杜热合曼·麦麦提图尔荪');
});

test('characters that nobody sees do not reach the paper', async () => {
  const body = { ...sampleBodies.grantDecision, applicantName: '李\u202e四\u200b\ufeff' };
  expect(await pdfText('grantDecision', { head: sampleHead, body })).toContain('李四：');
  expect(await docxText('grantDecision', { head: sampleHead, body })).toContain('李四：');
});

test('a figure nobody confirmed wears its mark; a confirmed one does not', async () => {
  const { standard, ...rest } = sampleBodies.hardshipStatement;
  const with_ = (verified: boolean) => ({
    head: sampleHead,
    body: { ...rest, ...(standard && { standard: { ...standard, threshold: { ...standard.threshold, verified } } }) },
  });
  for (const read of [pdfText, docxText]) {
    expect(await read('hardshipStatement', with_(false))).toContain('待核实');
    expect(await read('hardshipStatement', with_(true))).not.toContain('待核实');
  }
});

test('demonstration data says so on every page, and only then', async () => {
  const shown = docxParts((await renderDocx('grantDecision', sample('grantDecision'), options)).bytes);
  for (const n of [1, 2, 3]) expect(shown.get(`word/header${n}.xml`)).toContain('演示数据');
  const real = { ...sample('grantDecision'), head: { ...sampleHead, demonstration: false } };
  const parts = docxParts((await renderDocx('grantDecision', real, options)).bytes);
  expect([...parts.values()].join('')).not.toContain('演示数据');
});

test('a refusal names the remedy of article 49 and the bureau that hears it', async () => {
  for (const read of [pdfText, docxText]) {
    const text = await read('refusalDecision', sample('refusalDecision'));
    expect(text).toContain('保山市司法局应当自收到异议之日起五日内进行审查');
    expect(text).toContain('可以依法申请行政复议或者提起行政诉讼（《法律援助法》第四十九条）');
  }
});

test('empty fields leave their cells and lines to be filled by hand', async () => {
  const body = {
    applicant: { name: '王五' },
    groups: [],
    matterClass: 'civil' as const,
    aidForms: ['litigationRepresentation' as const],
    cause: '赡养纠纷',
    facts: '',
    means: 'meansTested' as const,
    materials: [],
  };
  const parts = docxParts((await renderDocx('applicationForm', { head: sampleHead, body }, options)).bytes);
  const xml = parts.get('word/document.xml') ?? '';
  expect(wordsOf(xml)).toContain('户籍所在地');
  expect(xml).toContain(`<w:u w:val="single"/>`);
  const text = await pdfText('applicationForm', { head: sampleHead, body });
  for (const label of ['民族', '职业', '代为申请人', '联系电话']) expect(text).toContain(label);
});

test('a story of eight thousand characters runs over as many pages as it needs, whole', async () => {
  const facts = Array.from({ length: 100 }, (_, i) => `第${i}段${'申请人陈述案情经过。'.repeat(7)}`)
    .join('\n')
    .slice(0, 8000);
  const body = { ...sampleBodies.applicationForm, facts };
  const pages = pdfPages((await renderPdf('applicationForm', { head: sampleHead, body }, options)).bytes);
  expect(pages.length).toBeGreaterThan(4);
  const text = close(pages.join(''));
  for (const part of facts.split('\n').map(close)) expect(text).toContain(part.slice(0, 6));
});

test('a body that is not this form’s is refused', async () => {
  const wrong = { head: sampleHead, body: sampleBodies.serviceReceipt } as unknown as Snapshot<'grantDecision'>;
  await expect(renderPdf('grantDecision', wrong, options)).rejects.toThrow();
  await expect(renderDocx('grantDecision', wrong, options)).rejects.toThrow();
});

function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*)?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.length === 0 && !/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u.test(xml);
}
