import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { inspectFile } from './inspect.ts';
import { inspectionLimits } from './kinds.ts';
import { type FileCode, fileRefusals } from './refusals.ts';
import { catalogue, objectStream, pdfOf, pdfOfPages } from './testing/pdf.ts';
import { heic, jpeg, png, webp } from './testing/pictures.ts';
import { excelFile, wordFile, type ZipPart, zipOf } from './testing/zip.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const inspect = (content: Uint8Array, name: string, type?: string) => inspectFile(content, name, type);
const codeOf = async (content: Uint8Array, name: string, type?: string): Promise<FileCode | undefined> => {
  const inspected = await inspect(content, name, type);
  return inspected.ok ? undefined : inspected.code;
};

async function pdfkit(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options });
  for (let i = 0; i < pages; i++) document.addPage().text(`page ${i + 1}`);
  document.end();
  return buffer(document);
}

describe('pictures', () => {
  test.each([
    ['jpeg', jpeg(4032, 3024), 'IMG_0001.JPG', 4032, 3024],
    ['jpeg', jpeg(640, 480, 0xc2), '图片.jpeg', 640, 480],
    ['png', png(1080, 2400), '截图.png', 1080, 2400],
    ['webp', webp('VP8 ', 800, 600), 'a.webp', 800, 600],
    ['webp', webp('VP8L', 16383, 1), 'a.webp', 16383, 1],
    ['webp', webp('VP8X', 5000, 4000), 'a.webp', 5000, 4000],
    ['heic', heic(4032, 3024), 'IMG_0001.HEIC', 4032, 3024],
    ['heic', heic(100, 200, 'mif1'), 'a.heif', 100, 200],
  ])('a %s is told and measured', async (kind, content, name, width, height) => {
    expect(await inspect(content, name)).toMatchObject({ ok: true, kind, width, height });
  });

  test('a phone names one kind of photograph as another: taken', async () => {
    expect(await inspect(webp('VP8X', 5, 4), 'mmexport1700000000.jpg', 'image/jpeg')).toMatchObject({
      ok: true,
      kind: 'webp',
    });
    expect(await inspect(jpeg(5, 4), 'image', 'application/octet-stream')).toMatchObject({ ok: true, kind: 'jpeg' });
    expect(await inspect(jpeg(5, 4), '合同2024.11.20')).toMatchObject({ ok: true, kind: 'jpeg' });
    expect(await inspect(jpeg(5, 4), '表情.gif')).toMatchObject({ ok: true, kind: 'jpeg' });
  });

  test.each<[string, Buffer, string, FileCode]>([
    ['a PNG of 40,000 × 40,000 pixels in a few bytes', png(40_000, 40_000, 1), 'a.png', 'files.imageTooLarge'],
    ['a JPEG of the same', jpeg(65_000, 65_000), 'a.jpg', 'files.imageTooLarge'],
    ['a PNG of no size', png(0, 10), 'a.png', 'files.damaged'],
    ['a PNG cut off', png(100, 100).subarray(0, -20), 'a.png', 'files.damaged'],
    ['a PNG of a header only', latin('\x89PNG\r\n\x1a\n'), 'a.png', 'files.damaged'],
    ['a JPEG cut off in its first block', jpeg(10, 10).subarray(0, 5000), 'a.jpg', 'files.damaged'],
    ['a JPEG of three bytes', latin('\xff\xd8\xff'), 'a.jpg', 'files.damaged'],
    ['a WebP cut off', webp('VP8X', 10, 10).subarray(0, -1), 'a.webp', 'files.damaged'],
    ['a HEIC without a picture', heic(0, 0).subarray(0, 24), 'a.heic', 'files.damaged'],
    ['a GIF', latin('GIF89a\0\0\0'), 'a.gif', 'files.unsupported'],
    ['a film', latin('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), 'a.jpg', 'files.unsupported'],
    ['an AVIF', latin('\0\0\0\x1cftypavif\0\0\0\0mif1avif'), 'a.jpg', 'files.unsupported'],
  ])('%s is refused', async (_, content, name, code) => {
    expect(await codeOf(content, name)).toBe(code);
  });
});

describe('PDF', () => {
  test.each([1, 2, 37])('of %i pages, as a real program writes it', async (pages) => {
    expect(await inspect(await pdfkit(pages), '起诉状.pdf', 'application/pdf')).toEqual({
      ok: true,
      kind: 'pdf',
      mediaType: 'application/pdf',
      pages,
    });
  });

  test('of 500 pages is taken, of 501 and of 4,000 refused', async () => {
    expect(await inspect(pdfOfPages(500), 'a.pdf')).toMatchObject({ pages: 500 });
    expect(await inspect(pdfOfPages(501), 'a.pdf')).toMatchObject({
      code: 'files.tooManyPages',
      details: { max: 500 },
    });
    expect(await codeOf(pdfOfPages(4000), 'a.pdf')).toBe('files.tooManyPages');
    expect(await codeOf(await pdfkit(4000), 'a.pdf')).toBe('files.tooManyPages');
  });

  test('whose count lies is counted by its pages', async () => {
    const honest = pdfOfPages(600).toString('latin1');
    expect(await codeOf(latin(honest.replace('/Count 600', '/Count 1  ')), 'a.pdf')).toBe('files.tooManyPages');
    const many = Array.from({ length: 4000 }, () => '3 0 R').join(' ');
    const onePageManyTimes = pdfOf({
      1: catalogue,
      2: `<< /Type /Pages /Count 1 /Kids [${many}] >>`,
      3: '<< /Type /Page >>',
    });
    expect(await codeOf(onePageManyTimes, 'a.pdf')).toBe('files.tooManyPages');
  });

  test('with its pages in a compressed stream', async () => {
    const kids = Array.from({ length: 7 }, (_, i) => `${10 + i} 0 R`).join(' ');
    const leaves = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [10 + i, '<</Type/Page/Parent 2 0 R>>']));
    const content = pdfOf({ 5: objectStream({ 1: catalogue, 2: `<</Type/Pages/Kids[${kids}]/Count 7>>`, ...leaves }) });
    expect(await inspect(content, 'a.pdf')).toMatchObject({ ok: true, pages: 7 });
  });

  test('changed afterwards: the later objects count', async () => {
    const changed = Buffer.concat([
      pdfOfPages(3),
      latin('2 0 obj\n<< /Type /Pages /Kids [100 0 R 101 0 R] /Count 2 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'),
    ]);
    expect(await inspect(changed, 'a.pdf')).toMatchObject({ pages: 2 });
  });

  test('with blank lines in front and padding behind', async () => {
    expect(
      await inspect(Buffer.concat([latin('\xef\xbb\xbf\r\n\r\n'), pdfOfPages(1), Buffer.alloc(5000)]), 'a.pdf'),
    ).toMatchObject({ pages: 1 });
  });

  test('larger than one window of the search', async () => {
    const long = pdfOfPages(3, { 50: `<< /Length 3000000 >>\nstream\n${'q '.repeat(1_500_000)}\nendstream` });
    expect(await inspect(long, 'a.pdf')).toMatchObject({ pages: 3 });
  });

  const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
  test.each<[string, Buffer, FileCode]>([
    ['a script that runs on opening', pdfOfPages(1, { 9: script }), 'files.activePdf'],
    ['a script without spaces', pdfOfPages(1, { 9: '<</JS(x)/S/JavaScript>>' }), 'files.activePdf'],
    ['a script in disguise', pdfOfPages(1, { 9: '<< /S /J#61va#53cript /JS (x) >>' }), 'files.activePdf'],
    ['a script under a key in disguise', pdfOfPages(1, { 9: '<</#53/JavaScript/JS(x)>>' }), 'files.activePdf'],
    ['a script behind a comment', pdfOfPages(1, { 9: '<< /S %x\n/JavaScript /JS (x) >>' }), 'files.activePdf'],
    ['a script named elsewhere', pdfOfPages(1, { 8: '/JavaScript', 9: '<< /S 8 0 R /JS (x) >>' }), 'files.activePdf'],
    ['a script in a compressed stream', pdfOfPages(1, { 9: objectStream({ 8: script }) }), 'files.activePdf'],
    [
      'a script in a stream in disguise',
      pdfOfPages(1, { 9: latin(objectStream({ 8: script }).toString('latin1').replace('/ObjStm', '/O#62jStm')) }),
      'files.activePdf',
    ],
    [
      'a script across two windows',
      pdfOfPages(1, { 50: `(${'x'.repeat(1_048_576 - 480)})`, 51: script }),
      'files.activePdf',
    ],
    ['a program to start', pdfOfPages(1, { 9: '<< /S /Launch /F (cmd.exe) >>' }), 'files.activePdf'],
    ['a film with script', pdfOfPages(1, { 9: '<< /S /Rendition /JS (x) >>' }), 'files.activePdf'],
    ['Flash', pdfOfPages(1, { 9: '<< /Type /Annot /Subtype /RichMedia >>' }), 'files.activePdf'],
    ['a form of XFA', pdfOfPages(1, { 9: '<< /XFA 10 0 R >>' }), 'files.activePdf'],
    ['a password', pdfOfPages(1, {}, '/Root 1 0 R /Encrypt 9 0 R'), 'files.encrypted'],
    ['a password behind a number', pdfOfPages(1, {}, '/Root 1 0 R/Size 9/Encrypt 9 0 R'), 'files.encrypted'],
    ['a password in disguise', pdfOfPages(1, {}, '/Root 1 0 R /Encr#79pt 9 0 R'), 'files.encrypted'],
    ['a password, written inline', pdfOfPages(1, {}, '/Root 1 0 R /Encrypt<< /Filter /Standard >>'), 'files.encrypted'],
    ['no end', pdfOfPages(3).subarray(0, -60), 'files.damaged'],
    ['a header only', latin('%PDF-1.7\n%%EOF'), 'files.damaged'],
    ['no catalogue', pdfOf({ 2: '<< /Type /Pages /Kids [] >>' }), 'files.damaged'],
    ['no page', pdfOf({ 1: catalogue, 2: '<< /Type /Pages /Kids [] /Count 0 >>' }), 'files.damaged'],
    [
      'a tree that leads back into itself',
      pdfOf({ 1: catalogue, 2: '<< /Type /Pages /Kids [2 0 R] >>' }),
      'files.damaged',
    ],
    ['a reference to itself', pdfOf({ 1: catalogue, 2: '2 0 R' }), 'files.damaged'],
    ['brackets without end', pdfOf({ 1: catalogue, 2: '['.repeat(100_000) }), 'files.damaged'],
    [
      'a damaged compressed stream',
      pdfOfPages(1, { 9: latin(objectStream({ 8: script }).toString('latin1').replace('stream\nx', 'stream\n!')) }),
      'files.damaged',
    ],
    [
      'a stream of another compression',
      pdfOfPages(1, { 9: objectStream({ 8: '1' }, '/Filter /LZWDecode') }),
      'files.damaged',
    ],
    [
      'streams that unpack to gigabytes',
      pdfOfPages(
        1,
        Object.fromEntries(Array.from({ length: 5 }, (_, i) => [9 + i, objectStream({ 8: ' '.repeat(60_000_000) })])),
      ),
      'files.unpacksTooLarge',
    ],
  ])('with %s is refused', async (_, content, code) => {
    expect(await codeOf(content, 'a.pdf')).toBe(code);
  });

  test('encrypted by a real program is refused', async () => {
    expect(await codeOf(await pdfkit(1, { userPassword: 'x', ownerPassword: 'y', pdfVersion: '1.7' }), 'a.pdf')).toBe(
      'files.encrypted',
    );
  });

  test('that only speaks of scripts is taken', async () => {
    const link = '<< /S /URI /URI (https://developer.example.org/docs/Web/JavaScript) >>';
    expect(
      await inspect(pdfOfPages(1, { 9: link, 10: '<< /Title (Encrypt your Launch of JavaScript) >>' }), 'a.pdf'),
    ).toMatchObject({ pages: 1 });
  });

  // Each of these once took minutes, or would with one careless loop.
  test.each([
    ['object streams', '9 0 obj<</Type/ObjStm>>\n'],
    ['strings that do not close', '9 0 obj<</Type/Catalog('],
    ['comments without end', `9 0 obj%/Type /Catalog ${'x'.repeat(400)}`],
    ['names without end', `9 0 obj/Type /Catalog${'x'.repeat(400)}`],
    ['trailers', 'trailer<</Root 5 0 R>>'],
    ['roots that name themselves', '5 0 obj[5 0 R 5 0 R]trailer<</Root 5 0 R>>'],
    ['trees that name themselves', '2 0 obj<</Kids[2 0 R 2 0 R]/Type/Catalog/Pages 2 0 R>>'],
    ['brackets', '<<'],
    ['objects', '1234567 0 obj '],
  ])('made of nothing but %s is refused soon', async (_, piece) => {
    const content = latin(`%PDF-1.7\n${piece.repeat(Math.ceil(8_000_000 / piece.length))}\n%%EOF`);
    const started = performance.now();
    expect(await codeOf(content, 'a.pdf')).toBe('files.damaged');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('with more objects than any document is refused', async () => {
    const numbers = Array.from({ length: 510_000 }, (_, i) => `${i} 0 obj\n`).join('');
    expect(await codeOf(latin(`%PDF-1.7\n${numbers}%%EOF`), 'a.pdf')).toBe('files.damaged');
  });

  test('is refused by size before it is read', async () => {
    const small = { ...inspectionLimits, pdfBytes: 100 };
    expect(await inspectFile(pdfOfPages(1), 'a.pdf', undefined, small)).toMatchObject({ code: 'files.tooLarge' });
  });
});

describe('office files', () => {
  test('a Word file as a real program writes it', async () => {
    const content = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('劳动仲裁申请书')] }] }),
    );
    expect(await inspect(content, '申请书.docx')).toEqual({
      ok: true,
      kind: 'docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
  });

  test('Excel, OFD, and a workbook behind a chart', async () => {
    expect(await inspect(excelFile(), '工资表.xlsx')).toMatchObject({ ok: true, kind: 'xlsx' });
    expect(
      await inspect(
        zipOf([
          { name: 'OFD.xml', content: '<ofd:OFD/>' },
          { name: 'Doc_0/Document.xml', content: '<x/>' },
        ]),
        '判决书.ofd',
      ),
    ).toMatchObject({ kind: 'ofd' });
    expect(
      await inspect(wordFile([{ name: 'word/embeddings/Sheet1.xlsx', content: excelFile(), stored: true }]), 'a.docx'),
    ).toMatchObject({ kind: 'docx' });
  });

  const relations = (type: string, target: string, mode = 'External'): ZipPart => ({
    name: 'word/_rels/settings.xml.rels',
    content: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  });

  test.each([
    ['a template on the disk of the author', relations('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm')],
    ['a link to a page', relations('hyperlink', 'https://example.org')],
    ['a part of its own', relations('oleObject', 'embeddings/x', 'Internal')],
  ])('%s is harmless', async (_, part) => {
    expect(await inspect(wordFile([part]), 'a.docx')).toMatchObject({ ok: true });
  });

  const deep = wordFile([
    { name: 'word/embeddings/a.docx', content: wordFile([{ name: 'word/embeddings/b.docx', content: wordFile() }]) },
  ]);
  test.each<[string, Buffer, FileCode]>([
    ['macros', wordFile([{ name: 'word/vbaProject.bin', content: 'x' }]), 'files.macros'],
    ['macros in another case', wordFile([{ name: 'word/VBAPROJECT.BIN', content: 'x' }]), 'files.macros'],
    ['the type of a macro file', wordFile([], 'ms-word.document.macroEnabled.main+xml'), 'files.macros'],
    ['macro sheets of Excel 4', excelFile([{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]), 'files.macros'],
    ['a control', wordFile([{ name: 'word/activeX/activeX1.xml', content: '<x/>' }]), 'files.embeddedObject'],
    ['a program by name', wordFile([{ name: 'word/media/a.exe', content: 'x' }]), 'files.embeddedObject'],
    [
      'a program by content',
      wordFile([{ name: 'word/media/image1.png', content: latin('MZ\x90\0\x03') }]),
      'files.embeddedObject',
    ],
    [
      'an old object',
      wordFile([{ name: 'word/embeddings/oleObject1.bin', content: latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') }]),
      'files.embeddedObject',
    ],
    [
      'an archive',
      wordFile([{ name: 'word/media/a.png', content: zipOf([{ name: 'a', content: 'x' }]) }]),
      'files.embeddedObject',
    ],
    ['a file in a file in a file', deep, 'files.embeddedObject'],
    [
      'a nested file with macros',
      wordFile([
        { name: 'word/embeddings/a.docx', content: wordFile([{ name: 'word/vbaProject.bin', content: 'x' }]) },
      ]),
      'files.macros',
    ],
    [
      'a template from the network',
      wordFile([relations('attachedTemplate', 'https://evil.example/x.dotm')]),
      'files.remoteContent',
    ],
    [
      'a template from another computer',
      wordFile([relations('attachedTemplate', '\\\\evil\\share\\x.dotm')]),
      'files.remoteContent',
    ],
    [
      'an object from the network',
      wordFile([relations('oleObject', 'mhtml:http://evil.example!x')]),
      'files.remoteContent',
    ],
    [
      'a template in character references',
      wordFile([relations('attached&#84;emplate', '&#x68;ttps://evil.example/x.dotm')]),
      'files.remoteContent',
    ],
    [
      'a template under another prefix',
      wordFile([
        {
          name: 'word/_rels/a.rels',
          content: String(relations('attachedTemplate', 'https://evil.example/>').content).replaceAll(
            '<Relationship ',
            '<p:Relationship ',
          ),
        },
      ]),
      'files.remoteContent',
    ],
    [
      'relations in UTF-16',
      wordFile([{ name: 'word/_rels/a.rels', content: Buffer.from('<Relationships/>', 'utf16le') }]),
      'files.damaged',
    ],
    [
      'relations with entities of their own',
      wordFile([{ name: 'word/_rels/a.rels', content: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }]),
      'files.damaged',
    ],
    [
      'endless beginnings of relations',
      wordFile([
        { name: 'word/_rels/a.rels', content: '<Relationship x="'.repeat(200_000), stored: true },
        { name: 'word/vbaProject.bin', content: 'x' },
      ]),
      'files.macros',
    ],
    [
      'a part that grows a thousandfold',
      wordFile([{ name: 'word/media/a.bmp', content: Buffer.alloc(50_000_000) }]),
      'files.unpacksTooLarge',
    ],
    [
      'too many parts',
      wordFile(Array.from({ length: 2001 }, (_, i) => ({ name: `word/media/${i}`, content: 'x', stored: true }))),
      'files.unpacksTooLarge',
    ],
    [
      'a part larger than it claims',
      wordFile([{ name: 'word/media/a', content: Buffer.alloc(1_000_000, 'ab'), claimedSize: 10 }]),
      'files.damaged',
    ],
    [
      'a part smaller than it claims',
      wordFile([{ name: 'word/media/a', content: 'ab', claimedSize: 1000 }]),
      'files.damaged',
    ],
    [
      'a claim of four gigabytes',
      wordFile([{ name: 'word/media/a', content: 'ab', claimedSize: 0xfffffffe }]),
      'files.unpacksTooLarge',
    ],
    ['a path that climbs out', wordFile([{ name: '../../etc/cron.d/x', content: 'x' }]), 'files.damaged'],
    ['two parts of one name', wordFile([{ name: 'word/document.xml', content: '<other/>' }]), 'files.damaged'],
    ['a password on a part', wordFile([{ name: 'word/a.xml', content: 'x', encrypted: true }]), 'files.encrypted'],
    ['its end missing', wordFile().subarray(0, -10), 'files.damaged'],
    [
      'the wrong type of content',
      wordFile([], 'openxmlformats-officedocument.presentationml.presentation.main+xml'),
      'files.unsupported',
    ],
  ])('with %s is refused', async (_, content, code) => {
    expect(await codeOf(content, 'a.docx')).toBe(code);
  });

  test('many parts that each stay within the limit are counted together', async () => {
    const noise = Buffer.from(Array.from({ length: 4_000_000 }, (_, i) => (i * 7919) % 251));
    const parts = Array.from({ length: 60 }, (_, i) => ({ name: `word/media/${i}`, content: noise }));
    expect(await codeOf(wordFile(parts), 'a.docx')).toBe('files.unpacksTooLarge');
  });

  test('the same from a path as from memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fayuan-inspect-'));
    try {
      for (const [name, content] of [
        ['a.docx', wordFile()],
        ['b.pdf', pdfOfPages(3)],
        ['c.png', png(3, 4)],
        ['d.heic', heic(5, 6)],
        ['e.txt', Buffer.from('文')],
      ] as const) {
        writeFileSync(join(folder, name), content);
        expect(await inspectFile(join(folder, name), name, undefined)).toEqual(await inspect(content, name));
      }
      await expect(inspectFile(join(folder, 'missing'), 'missing.pdf', undefined)).rejects.toMatchObject({
        code: 'ENOENT',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('text', () => {
  test.each(['欠薪经过：\r\n\t2024年3月……', '\ufeff带标记', 'MZ 是两个字母', '价格 <100 元', '<合同>', 'BM'])(
    '%j is text',
    async (text) => {
      expect(await inspect(Buffer.from(text), '说明.txt', 'text/plain')).toMatchObject({
        ok: true,
        kind: 'text',
        mediaType: 'text/plain; charset=utf-8',
      });
    },
  );

  test.each<[string, Buffer, FileCode]>([
    ['GBK of an older Windows', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), 'files.textEncoding'],
    ['UTF-16', Buffer.from('\ufeff你好', 'utf16le'), 'files.textEncoding'],
    ['bytes of no encoding', Buffer.from([0x41, 0xff, 0xff, 0x41]), 'files.unsupported'],
    ['control characters', Buffer.from('a\u0007b'), 'files.unsupported'],
    ['an escape sequence', Buffer.from('a\u001b[31mb'), 'files.unsupported'],
    ['a page', Buffer.from('<!DOCTYPE html><p>'), 'files.markup'],
    ['a page behind blanks', Buffer.from('\ufeff \n\n<html>'), 'files.markup'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'files.markup'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'files.markup'],
    ['a script further on', Buffer.from('hello <script>x()</script>'), 'files.markup'],
    ['a script of the shell', Buffer.from('#!/bin/sh\nrm -rf ~'), 'files.executable'],
  ])('%s is refused', async (_, content, code) => {
    expect(await codeOf(content, 'a.txt')).toBe(code);
  });

  test('more than five megabytes is refused', async () => {
    expect(await codeOf(Buffer.alloc(6 * 1_048_576, 'a'), 'a.txt')).toBe('files.tooLarge');
  });
});

describe('what pretends', () => {
  const program = Buffer.concat([latin('MZ\x90\0\x03\0\0\0\x04'), Buffer.alloc(500)]);
  test.each<[string, Buffer, string, string | undefined, FileCode]>([
    ['a program named as PDF', program, '判决书.pdf', 'application/pdf', 'files.executable'],
    ['a program named as a photograph', program, 'a.jpg', 'image/jpeg', 'files.executable'],
    ['a program of Linux', latin('\x7fELF\x02\x01\x01\0'), 'a.pdf', undefined, 'files.executable'],
    [
      'a program of Android',
      zipOf([
        { name: 'classes.dex', content: 'dex' },
        { name: 'AndroidManifest.xml', content: 'x' },
      ]),
      'a.docx',
      undefined,
      'files.archive',
    ],
    ['a photograph named as a program', jpeg(3, 4), 'photo.exe', undefined, 'files.executable'],
    ['a photograph named as a program in capitals', jpeg(3, 4), 'photo.JPG.EXE', undefined, 'files.executable'],
    ['a photograph named as PDF', jpeg(3, 4), 'a.pdf', undefined, 'files.typeMismatch'],
    ['a PDF named as a photograph', pdfOfPages(1), 'a.jpg', undefined, 'files.typeMismatch'],
    ['a PDF named as text', pdfOfPages(1), 'a.txt', undefined, 'files.typeMismatch'],
    ['a Word file named as Excel', wordFile(), 'a.xlsx', undefined, 'files.typeMismatch'],
    ['a Word file named as one with macros', wordFile(), 'a.docm', undefined, 'files.typeMismatch'],
    ['text named as Word', Buffer.from('hello'), 'a.docx', undefined, 'files.typeMismatch'],
    ['text named as a page', Buffer.from('hello'), 'a.html', undefined, 'files.typeMismatch'],
    ['a PDF sent as a photograph', pdfOfPages(1), 'a', 'image/png', 'files.typeMismatch'],
    ['an archive named as Word', zipOf([{ name: 'a.txt', content: 'x' }]), 'a.docx', undefined, 'files.archive'],
    ['an archive', zipOf([{ name: 'a.txt', content: 'x' }]), 'a.zip', undefined, 'files.archive'],
    ['a bomb', zipOf([{ name: '0.txt', content: Buffer.alloc(100_000_000) }]), 'bomb.zip', undefined, 'files.archive'],
    ['RAR', latin('Rar!\x1a\x07\x01\0'), 'a.rar', undefined, 'files.archive'],
    ['7z', latin("7z\xbc\xaf'\x1c\0"), 'a.pdf', undefined, 'files.archive'],
    [
      'an old Word file',
      Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600)]),
      'a.doc',
      undefined,
      'files.legacyOffice',
    ],
    [
      'a Word file with a password',
      Buffer.concat([
        latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
        Buffer.alloc(1_048_560),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'a.docx',
      undefined,
      'files.encrypted',
    ],
    ['nothing', Buffer.alloc(0), 'a.pdf', undefined, 'files.empty'],
    ['zeros', Buffer.alloc(5000), 'a.pdf', undefined, 'files.unsupported'],
  ])('%s is refused', async (_, content, name, type, code) => {
    expect(await codeOf(content, name, type)).toBe(code);
  });

  test('the reason says what it really is', async () => {
    expect(await inspect(jpeg(3, 4), '证据.PDF')).toMatchObject({ details: { extension: 'pdf', found: 'JPEG' } });
  });
});

test('any bytes, and any damage to good ones, give an answer', async () => {
  const good = [
    jpeg(30, 40),
    png(30, 40),
    webp('VP8X', 3, 4),
    heic(30, 40),
    pdfOfPages(2, { 9: objectStream({ 8: '<< /A 1 >>' }) }),
    wordFile(),
    excelFile(),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat())
    .map(([content, changes, cut]) => {
      const copy = Buffer.from(content);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy.subarray(0, cut % 3 === 0 ? (cut % copy.length) + 1 : copy.length);
    });
  const bytes = fc.oneof(damaged, fc.uint8Array({ minLength: 1, maxLength: 2000 }));
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (content, name) => {
      const inspected = await inspectFile(content, name, undefined);
      if (!inspected.ok) expect(fileRefusals).toHaveProperty([inspected.code]);
    }),
    { numRuns: 1000 },
  );
});

test('every refusal has its words in both languages, with the same slots', () => {
  for (const [code, { zh, en }] of Object.entries(fileRefusals)) {
    const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect(zh, code).toMatch(/\p{Script=Han}/u);
    expect(slots(zh), code).toEqual(slots(en));
  }
});
