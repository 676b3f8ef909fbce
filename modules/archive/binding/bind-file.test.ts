import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, fileStore, storeFile } from '../../../kernel/files/index.ts';
import { heic, png, webp } from '../../../kernel/files/testing/pictures.ts';
import { makePress } from '../../documents/index.ts';
import type { PieceToBind } from '../schema.ts';
import { bindApart } from './bind-apart.ts';
import { bindFile } from './bind-file.ts';
import { bindingLimits } from './limits.ts';
import type { BindingOrder } from './order.ts';

let folder: string;
let files: FileStore;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fayuan-bind-'));
  files = fileStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* once(bytes: Uint8Array) {
  yield bytes;
}
const keep = async (bytes: Uint8Array) => (await storeFile(files, once(bytes), 1e9)).hash;

const pdf = async (pages: number, turn = 0) => {
  const doc = await PDFDocument.create();
  for (let i = 0; i < pages; i++) doc.addPage([595, 842]).setRotation(degrees(turn));
  return doc.save();
};

const order = (pieces: readonly PieceToBind[], change: Partial<BindingOrder> = {}): BindingOrder => ({
  head: {
    agency: { name: '施甸县法律援助中心', bureau: '施甸县司法局' },
    issuedOn: '2026-11-24',
    demonstration: false,
  },
  at: '2026-11-24T02:00:00.000Z',
  file: {
    number: '（2026）保施法援档字第000001号',
    caseNumber: '（2026）保施法援民字第000001号',
    recipientName: '欧阳𠮷',
    causeText: '追索劳动报酬',
    handlerName: '承办人甲',
    handlerUnit: '云南示例律师事务所',
    closedOn: '2026-10-20',
    archivedOn: '2026-11-24',
    archivedByName: '审查员',
    term: '定期10年',
    termVerified: false,
  },
  pieces,
  limits: bindingLimits,
  ...change,
});

const piece = (name: string, sha256: string | undefined, mediaType?: string): PieceToBind => ({
  part: 'handling',
  name,
  fileName: name,
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(mediaType === undefined ? {} : { mediaType }),
});

const bind = async (pieces: readonly PieceToBind[], change?: Partial<BindingOrder>) => {
  const bound = await bindFile(order(pieces, change), files, makePress(files));
  const bytes = await buffer((await files.read(bound.hash)).stream);
  return { bound, bytes, doc: await PDFDocument.load(bytes) };
};

/** Titles of the bookmarks with the page each leads to, those below indented. */
function outlineOf(doc: PDFDocument): readonly string[] {
  const refs = doc.getPages().map((page) => page.ref.toString());
  const lines: string[] = [];
  const walk = (node: PDFDict | undefined, depth: number): void => {
    for (let item = node; item !== undefined; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText();
      const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFObject;
      lines.push(`${'  '.repeat(depth)}${title} → ${refs.indexOf(target.toString()) + 1}`);
      walk(item.lookupMaybe(PDFName.of('First'), PDFDict), depth + 1);
    }
  };
  const root = doc.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  walk(root.lookup(PDFName.of('First'), PDFDict), 0);
  return lines;
}

describe('a file bound as one PDF', () => {
  test('holds every piece in order, pages numbered through, a bookmark and a hash for each', async () => {
    const agreement = await keep(await pdf(2));
    const scan = await keep(png(1200, 800));
    const { bound, bytes, doc } = await bind([
      piece('委托协议', agreement, 'application/pdf'),
      piece('现场照片', scan, 'image/png'),
      piece('判决书', undefined),
    ]);
    expect(bound.pieces).toMatchObject([
      { name: '委托协议', sha256: agreement, firstPage: 1, lastPage: 2 },
      { name: '现场照片', sha256: scan, firstPage: 3, lastPage: 3 },
      { name: '判决书', fault: 'paperOnly' },
    ]);
    expect(bound.pieces[2]?.firstPage).toBeUndefined();
    expect(bound.pages).toBe(3);
    // Cover, catalogue, three numbered pages, the end note.
    expect(doc.getPageCount()).toBe(6);
    expect(bound.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bound.sm3).toBe(createHash('sm3').update(bytes).digest('hex'));
    expect(outlineOf(doc)).toEqual([
      '封面 → 1',
      '卷内目录 → 2',
      '承办材料 → 3',
      '  委托协议 → 3',
      '  现场照片 → 5',
      '卷内备考表 → 6',
    ]);
  });

  test('the same file bound twice gives the same bytes', async () => {
    const pieces = [piece('委托协议', await keep(await pdf(1)), 'application/pdf')];
    expect((await bind(pieces)).bound.hash).toBe((await bind(pieces)).bound.hash);
  });

  test('a lying picture lies on its page, a standing one stands', async () => {
    const { doc } = await bind([
      piece('横', await keep(png(1600, 900)), 'image/png'),
      piece('竖', await keep(png(900, 1600)), 'image/png'),
    ]);
    const [, , lying, standing] = doc.getPages().map((page) => page.getWidth() > page.getHeight());
    expect([lying, standing]).toEqual([true, false]);
  });

  test('unreadable pieces are named with their reason, their originals embedded, and the rest is there', async () => {
    const damaged = Buffer.from('%PDF-1.7\nnothing that could be read');
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y', permissions: {} });
    const { bound, doc } = await bind([
      piece('损坏.pdf', await keep(damaged), 'application/pdf'),
      piece('带锁.pdf', await keep(await locked.save({ useObjectStreams: false })), 'application/pdf'),
      piece('照片.heic', await keep(heic(400, 300)), 'image/heic'),
      piece('坏图.png', await keep(png(10, 10).subarray(0, 40)), 'image/png'),
      piece('不在.pdf', 'f'.repeat(64), 'application/pdf'),
      piece('完好.pdf', await keep(await pdf(1)), 'application/pdf'),
    ]);
    expect(bound.pieces.map(({ name, fault, embedded }) => [name, fault, embedded ?? false])).toEqual([
      ['损坏.pdf', 'damaged', true],
      ['带锁.pdf', 'encrypted', true],
      ['照片.heic', 'format', true],
      ['坏图.png', 'damaged', true],
      ['不在.pdf', 'missing', false],
      ['完好.pdf', undefined, false],
    ]);
    expect(bound.pieces.at(-1)).toMatchObject({ firstPage: 6, lastPage: 6 });
    expect(doc.getAttachments().map(({ name }) => name)).toEqual([
      '001 损坏.pdf',
      '002 带锁.pdf',
      '003 照片.heic',
      '004 坏图.png',
    ]);
    const [first] = doc.getAttachments();
    expect(Buffer.from(first?.data ?? []).equals(damaged)).toBe(true);
  });

  test('a WebP picture has no page of its own: its leaf says so, and it is embedded under its name', async () => {
    const picture = webp('VP8 ', 800, 600);
    const { bound, doc } = await bind([piece('欠条.webp', await keep(picture), 'image/webp')]);
    expect(bound.pieces).toMatchObject([{ fault: 'format', embedded: true, firstPage: 1, lastPage: 1 }]);
    const [attached] = doc.getAttachments();
    expect(attached?.name).toBe('001 欠条.webp');
    expect(Buffer.from(attached?.data ?? []).equals(picture)).toBe(true);
  });

  test('what is beyond the limits is named and left as it is; the pieces after it are bound', async () => {
    const large = await keep(await pdf(40));
    const small = await keep(await pdf(1));
    const bytes = (await files.read(large)).bytes;
    const { bound } = await bind([piece('大卷', large, 'application/pdf'), piece('小件', small, 'application/pdf')], {
      limits: { ...bindingLimits, pieceBytes: bytes - 1 },
    });
    expect(bound.pieces).toMatchObject([
      { name: '大卷', fault: 'tooLarge', embedded: false, firstPage: 1, lastPage: 1 },
      { name: '小件', firstPage: 2 },
    ]);
    const second = await bind([piece('甲', small, 'application/pdf'), piece('乙', small, 'application/pdf')], {
      limits: { ...bindingLimits, pages: 1 },
    });
    expect(second.bound.pieces[1]).toMatchObject({ fault: 'tooLarge' });
  });

  test('a text file is set as text, and one that is not UTF-8 is embedded', async () => {
    const { bound } = await bind([
      piece('笔录.txt', await keep(Buffer.from('第一行\n\n第三行\t有制表符')), 'text/plain; charset=utf-8'),
      piece('乱码.txt', await keep(Buffer.from([0xb7, 0xa8, 0xd4, 0xae])), 'text/plain; charset=utf-8'),
    ]);
    expect(bound.pieces.map(({ fault }) => fault)).toEqual([undefined, 'damaged']);
  });

  test('in a thread of its own it gives the same file, and one that breaks fails alone', async () => {
    const pieces = [piece('委托协议', await keep(await pdf(1)), 'application/pdf')];
    const apart = await bindApart(order(pieces), folder);
    expect(apart).toEqual((await bind(pieces)).bound);
    await expect(bindApart(order(pieces, { at: 'no instant' }), folder)).rejects.toThrow();
  }, 60_000);

  test('an empty file has its cover, its catalogue and its note', async () => {
    const { bound, doc } = await bind([]);
    expect(bound.pages).toBe(0);
    expect(doc.getPageCount()).toBe(3);
  });
});
