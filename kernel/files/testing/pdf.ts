import { deflateSync } from 'node:zlib';

/** A PDF of the given objects (`{ 1: '<< /Type /Catalog … >>' }`), with a trailer. No cross-reference table: readers rebuild it. */
export function pdfOf(
  objects: Readonly<Record<number, string | Buffer>>,
  trailer = '/Root 1 0 R',
  header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n',
): Buffer {
  const parts = Object.entries(objects).map(([number, body]) =>
    Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body as string, 'latin1'), Buffer.from('\nendobj\n')]),
  );
  return Buffer.concat([
    Buffer.from(header, 'latin1'),
    ...parts,
    Buffer.from(`trailer\n<< /Size 9 ${trailer} >>\nstartxref\n0\n%%EOF\n`, 'latin1'),
  ]);
}

export const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';

/** So many empty pages under one node, and whatever other objects. */
export function pdfOfPages(
  count: number,
  extra: Readonly<Record<number, string | Buffer>> = {},
  trailer?: string,
): Buffer {
  const first = 100;
  const kids = Array.from({ length: count }, (_, i) => `${first + i} 0 R`).join(' ');
  const pages = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [first + i, '<< /Type /Page /Parent 2 0 R >>']),
  );
  return pdfOf({ 1: catalogue, 2: `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`, ...pages, ...extra }, trailer);
}

/** A compressed object stream (ISO 32000-1 §7.5.7). */
export function objectStream(objects: Readonly<Record<number, string>>, dictionary = ''): Buffer {
  const bodies = Object.values(objects);
  let offset = 0;
  const head = Object.keys(objects)
    .map((number, i) => {
      const pair = `${number} ${offset}`;
      offset += (bodies[i] ?? '').length + 1;
      return pair;
    })
    .join(' ');
  const packed = deflateSync(Buffer.from(`${head}\n${bodies.join('\n')}\n`, 'latin1'));
  return Buffer.concat([
    Buffer.from(
      `<< /Type /ObjStm /N ${bodies.length} /First ${head.length + 1} /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream'),
  ]);
}
