import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/** A bookmark: its words, the page it leads to (from 0), and those below it. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly children?: readonly Bookmark[];
}

/** Give a document its bookmarks (ISO 32000-1 §12.3.3), open to the second level, shown when the file is opened. */
export function addOutline(doc: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context } = doc;
  const pages = doc.getPages();
  const root = context.nextRef();

  const write = (list: readonly Bookmark[], parent: PDFRef): { first: PDFRef; last: PDFRef; count: number } => {
    const refs = list.map(() => context.nextRef());
    let count = 0;
    for (const [i, { title, page, children = [] }] of list.entries()) {
      const ref = refs[i] as PDFRef;
      const target = pages[page] ?? pages.at(-1);
      const below = children.length > 0 ? write(children, ref) : undefined;
      count += 1 + (below?.count ?? 0);
      const entries: Record<string, unknown> = {
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: [target?.ref, PDFName.of('XYZ'), null, null, null],
      };
      if (i > 0) entries.Prev = refs[i - 1];
      if (i < refs.length - 1) entries.Next = refs[i + 1];
      if (below !== undefined) {
        entries.First = below.first;
        entries.Last = below.last;
        entries.Count = PDFNumber.of(below.count);
      }
      context.assign(ref, context.obj(entries as never));
    }
    return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef, count };
  };

  const { first, last, count } = write(bookmarks, root);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  doc.catalog.set(PDFName.of('Outlines'), root);
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
