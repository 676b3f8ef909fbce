import { inflateSync } from 'node:zlib';

/*
 * The text of a PDF as a reader finds it, for tests: content streams, with each glyph turned back into characters by the
 * ToUnicode map of its font. Knows just what the printed papers hold (ISO 32000-1 §9.10.3).
 */

/** The text of each page in the order of drawing, without what stands in artifacts; white space as drawn. */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  return pages.map(({ dictionary }) => pageText(dictionary, objects));
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string | undefined;
}

function readObjects(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match;
    const split = body.indexOf('\nstream\n');
    const dictionary = split < 0 ? body : body.slice(0, split);
    const raw = split < 0 ? undefined : body.slice(split + 8, body.lastIndexOf('\nendstream'));
    const packed = raw !== undefined && dictionary.includes('/FlateDecode');
    const stream = packed ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

function pageText(page: string, objects: ReadonlyMap<string, PdfObject>): string {
  const at = (pattern: RegExp, text: string) => objects.get(pattern.exec(text)?.[1] ?? '');
  const content = at(/\/Contents (\d+) 0 R/, page)?.stream ?? '';
  const resources = at(/\/Resources (\d+) 0 R/, page)?.dictionary ?? page;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const font = objects.get(id)?.dictionary ?? '';
      return [name, toUnicode(at(/\/ToUnicode (\d+) 0 R/, font)?.stream ?? '')] as const;
    }),
  );
  let font = new Map<string, string>() as ReadonlyMap<string, string>;
  let artifact = 0;
  let depth = 0;
  let text = '';
  for (const [token, name, hex] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\b(?:BDC|BMC|EMC)\b|\/Artifact/g,
  )) {
    if (name) font = fonts.get(name) ?? font;
    else if (token === '/Artifact') artifact = depth + 1;
    else if (token === 'BDC' || token === 'BMC') depth++;
    else if (token === 'EMC') {
      if (artifact === depth) artifact = 0;
      depth--;
    } else if (hex && artifact === 0)
      text += (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '\ufffd').join('');
  }
  return text;
}

function toUnicode(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    for (const [i, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + i).toString(16).padStart(4, '0');
      map.set(glyph, Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return map;
}
