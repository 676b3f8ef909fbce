import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { sm3 } from '../../../kernel/crypto/index.ts';
import { type FileKind, type FileStore, fileKinds, storeFile } from '../../../kernel/files/index.ts';
import { type Block, type Press, printableBlocks, renderBlocks, renderPdf } from '../../documents/index.ts';
import type { BoundPiece, PieceFault, PiecePart, PieceToBind } from '../schema.ts';
import { imagePage, pngMegapixels } from './image-page.ts';
import { catalogueLine, coverBlocks, endBlocks, substituteBlocks, textBlocks } from './leaves.ts';
import type { BindingOrder, BoundFile } from './order.ts';
import { addOutline, type Bookmark } from './outline.ts';
import { stampPage } from './stamp.ts';

const partText: Readonly<Record<PiecePart, string>> = {
  intake: '申请和审批材料',
  handling: '承办材料',
  other: '其他材料',
};

/**
 * 合订: cover, catalogue, every piece with the file's own page numbers, and the end note with the hash of each piece, as one
 * PDF with bookmarks. A piece that cannot be read is named and does not stop the rest; what has no pages of its own (Word,
 * OFD, HEIC …) is embedded as it is behind a leaf that says so. The result is stored. Memory: the pieces together
 * (`limits.totalBytes`) about three times over; call it in a thread of its own.
 */
export async function bindFile(order: BindingOrder, files: FileStore, press: Pick<Press, 'fonts'>): Promise<BoundFile> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.HelveticaBold);
  const pieces: BoundPiece[] = [];
  const bookmarks: { readonly part: PiecePart; readonly title: string; readonly page: number }[] = [];
  let taken = 0;
  let pages = 0;

  const print = (blocks: readonly Block[], leaf: string) =>
    renderBlocks(printableBlocks(blocks, press.fonts()), {
      title: leaf,
      layout: 'sheet',
      head: order.head,
      fonts: press.fonts(),
      at: order.at,
      qr: false,
      pageNumbers: false,
    });
  const append = async (bytes: Uint8Array): Promise<number> => {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    if (source.getPageCount() === 0) throw new Error('a document without pages');
    for (const page of await doc.copyPages(source, source.getPageIndices())) {
      pages += 1;
      doc.addPage(page);
      stampPage(page, pages, font);
    }
    return source.getPageCount();
  };

  for (const piece of order.pieces) {
    const line: BoundPiece = {
      part: piece.part,
      name: piece.name,
      responsible: piece.responsible,
      on: piece.on,
      sha256: piece.sha256,
    };
    if (piece.sha256 === undefined) {
      pieces.push({ ...line, fault: 'paperOnly' });
      continue;
    }
    const firstPage = pages + 1;
    bookmarks.push({ part: piece.part, title: piece.name, page: pages });
    const put = async (fault: PieceFault, bytes?: Uint8Array): Promise<void> => {
      const embedded = bytes !== undefined;
      if (embedded) {
        await doc.attach(bytes, attachmentName(piece, pieces.length + 1), {
          ...(piece.mediaType === undefined ? {} : { mimeType: piece.mediaType }),
          description: piece.name,
          creationDate: new Date(order.at),
          modificationDate: new Date(order.at),
        });
      }
      const said: BoundPiece = { ...line, bytes: bytes?.length, fault, embedded, firstPage, lastPage: firstPage };
      await append(await print(substituteBlocks(said), piece.name));
      pieces.push(said);
    };
    const content = await contentOf(files, piece.sha256, order.limits.pieceBytes);
    if (content === 'missing' || content === 'tooLarge') {
      await put(content);
      continue;
    }
    if (taken + content.length > order.limits.totalBytes || pages >= order.limits.pages) {
      await put('tooLarge');
      continue;
    }
    taken += content.length;
    const before = doc.getPageCount();
    try {
      const printed = await pagesOf(piece, content, order, print);
      if (printed === undefined) {
        await put('format', content);
        continue;
      }
      await append(printed);
      pieces.push({ ...line, bytes: content.length, firstPage, lastPage: pages });
    } catch (error) {
      // What went in before the fault showed is taken out again: a piece is there whole or not at all.
      while (doc.getPageCount() > before) doc.removePage(doc.getPageCount() - 1);
      pages = firstPage - 1;
      await put(/encrypt|password/i.test(String(error)) ? 'encrypted' : 'damaged', content);
    }
  }

  const leaves = await frontLeaves(order, pieces, pages, print, press);
  let front = 0;
  for (const leaf of leaves) {
    const source = await PDFDocument.load(leaf.bytes, { updateMetadata: false });
    for (const page of await doc.copyPages(source, source.getPageIndices())) doc.insertPage(front++, page);
  }
  const end = await PDFDocument.load(await print(endBlocks(order, pieces, pages), '卷内备考表'));
  const endPage = doc.getPageCount();
  for (const page of await doc.copyPages(end, end.getPageIndices())) doc.addPage(page);

  addOutline(doc, [
    { title: '封面', page: 0 },
    { title: '卷内目录', page: 1 },
    ...byPart(bookmarks, front),
    { title: '卷内备考表', page: endPage },
  ]);
  doc.setTitle(`法律援助案件卷宗 ${order.file.number}`, { showInWindowTitleBar: true });
  doc.setAuthor(order.head.agency.name);
  doc.setCreator('法援圈');
  doc.setProducer('法援圈');
  doc.setLanguage('zh-CN');
  doc.setCreationDate(new Date(order.at));
  doc.setModificationDate(new Date(order.at));
  const bytes = await doc.save();
  const { hash } = await storeFile(files, once(bytes), Number.MAX_SAFE_INTEGER);
  return { hash, sm3: sm3(bytes), bytes: bytes.length, pages, pieces };
}

type Print = (blocks: readonly Block[], leaf: string) => Promise<Uint8Array>;

/** A piece as a PDF; `undefined` for a kind that has no pages. Errors: what the readers throw for damaged content. */
async function pagesOf(
  piece: PieceToBind,
  content: Uint8Array,
  { limits }: BindingOrder,
  print: Print,
): Promise<Uint8Array | undefined> {
  switch (kindOf(piece.mediaType)) {
    case 'pdf':
      return content;
    case 'jpeg':
      return imagePage(content);
    case 'png':
      return pngMegapixels(content) > limits.megapixels ? undefined : imagePage(content);
    case 'text':
      return print(textBlocks(piece.name, new TextDecoder('utf-8', { fatal: true }).decode(content)), piece.name);
    default:
      return undefined;
  }
}

function kindOf(mediaType: string | undefined): FileKind | undefined {
  return (Object.keys(fileKinds) as FileKind[]).find((kind) => fileKinds[kind].mediaType === mediaType);
}

async function contentOf(files: FileStore, hash: string, max: number): Promise<Uint8Array | 'missing' | 'tooLarge'> {
  if (!(await files.exists(hash))) return 'missing';
  const { bytes, stream } = await files.read(hash);
  if (bytes > max) {
    stream.destroy();
    return 'tooLarge';
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function frontLeaves(
  order: BindingOrder,
  pieces: readonly BoundPiece[],
  pages: number,
  print: Print,
  press: Pick<Press, 'fonts'>,
): Promise<readonly { readonly bytes: Uint8Array }[]> {
  const { file, head } = order;
  const cover = await print(coverBlocks(order, pages), '卷宗封面');
  const catalogue = await renderPdf(
    'archiveCatalogue',
    {
      head,
      body: {
        recipientName: file.recipientName,
        cause: file.causeText,
        handler: { name: file.handlerName, unit: file.handlerUnit },
        archiveNumber: file.number,
        ...(file.closedOn === null ? {} : { closedOn: file.closedOn }),
        archivedOn: file.archivedOn,
        retention: { text: file.term, verified: file.termVerified },
        pieces: pieces.map(catalogueLine),
        filedBy: file.handlerName,
        checkedBy: file.archivedByName,
      },
    },
    { fonts: press.fonts(), at: order.at },
  );
  return [{ bytes: cover }, { bytes: catalogue.bytes }];
}

/** Bookmarks under the part of the file that they stand in; a part without pieces has none. */
function byPart(
  marks: readonly { readonly part: PiecePart; readonly title: string; readonly page: number }[],
  front: number,
): readonly Bookmark[] {
  return (Object.keys(partText) as PiecePart[]).flatMap((part) => {
    const own = marks.filter((mark) => mark.part === part);
    const [first] = own;
    if (first === undefined) return [];
    const children = own.map(({ title, page }) => ({ title, page: page + front }));
    return [{ title: partText[part], page: first.page + front, children }];
  });
}

/** Readers list attachments by name: the place in the catalogue comes first, so that two of one name stay apart. */
function attachmentName({ fileName, name }: PieceToBind, place: number): string {
  return `${String(place).padStart(3, '0')} ${fileName ?? name}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
