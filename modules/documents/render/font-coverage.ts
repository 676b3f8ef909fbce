/*
 * Which characters a font file can print, read from its cmap table (OpenType 1.9: TTC header, table directory, name id 6,
 * cmap formats 4 and 12). Read here so that a name with a rare character is reported before a box is printed in its place.
 */

/** True where the face has a glyph for the code point. */
export type Coverage = (codePoint: number) => boolean;

/** Errors: an Error for a file that is no OpenType font, or holds no face of that PostScript name. */
export function readCoverage(file: Uint8Array, face?: string): Coverage {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (const offset of faceOffsets(view)) {
    const tables = tableDirectory(view, offset);
    if (face === undefined || postscriptName(view, tables) === face) return cmapCoverage(view, tables);
  }
  throw new Error(`font has no face ${face}`);
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function faceOffsets(view: DataView): readonly number[] {
  if (view.byteLength < 12) throw new Error('not a font file');
  if (tag(view, 0) !== 'ttcf') {
    const version = view.getUint32(0);
    if (version !== 0x00010000 && tag(view, 0) !== 'OTTO' && tag(view, 0) !== 'true')
      throw new Error('not a font file');
    return [0];
  }
  return Array.from({ length: view.getUint32(8) }, (_, i) => view.getUint32(12 + 4 * i));
}

type Tables = ReadonlyMap<string, number>;

function tableDirectory(view: DataView, offset: number): Tables {
  const count = view.getUint16(offset + 4);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const record = offset + 12 + 16 * i;
      return [tag(view, record), view.getUint32(record + 8)] as const;
    }),
  );
}

function postscriptName(view: DataView, tables: Tables): string | undefined {
  const name = tables.get('name');
  if (name === undefined) return undefined;
  const strings = name + view.getUint16(name + 4);
  for (let i = 0; i < view.getUint16(name + 2); i++) {
    const record = name + 6 + 12 * i;
    if (view.getUint16(record + 6) !== 6) continue;
    const wide = view.getUint16(record) !== 1; // platform 1 is Macintosh, one byte a character
    const length = view.getUint16(record + 8);
    const start = strings + view.getUint16(record + 10);
    const step = wide ? 2 : 1;
    return Array.from({ length: length / step }, (_, k) =>
      String.fromCharCode(wide ? view.getUint16(start + 2 * k) : view.getUint8(start + k)),
    ).join('');
  }
  return undefined;
}

function cmapCoverage(view: DataView, tables: Tables): Coverage {
  const cmap = tables.get('cmap');
  if (cmap === undefined) throw new Error('font has no cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    return { at, format: view.getUint16(at) };
  });
  const full = subtables.find((subtable) => subtable.format === 12);
  if (full) return format12(view, full.at);
  const basic = subtables.find((subtable) => subtable.format === 4);
  if (basic) return format4(view, basic.at);
  throw new Error('font has no Unicode cmap');
}

function format12(view: DataView, at: number): Coverage {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + 12 * middle;
      const start = view.getUint32(group);
      if (codePoint < start) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + (codePoint - start) !== 0;
    }
    return false;
  };
}

function format4(view: DataView, at: number): Coverage {
  const twice = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let i = 0; i < twice; i += 2) {
      if (codePoint > view.getUint16(ends + i)) continue;
      const start = view.getUint16(starts + i);
      if (codePoint < start) return false;
      const rangeOffset = view.getUint16(offsets + i);
      if (rangeOffset === 0) return ((codePoint + view.getUint16(deltas + i)) & 0xffff) !== 0;
      return view.getUint16(offsets + i + rangeOffset + 2 * (codePoint - start)) !== 0;
    }
    return false;
  };
}
