import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** A size that is not the true one. */
  readonly claimedSize?: number;
  readonly encrypted?: boolean;
}

/** A ZIP archive, well made unless a part asks otherwise. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false, claimedSize, encrypted = false } of parts) {
    const raw = Buffer.from(content as string);
    const packed = stored ? raw : deflateRawSync(raw, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(stored && claimedSize !== undefined ? claimedSize : packed.length, 14);
    fields.writeUInt32LE(claimedSize ?? raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const typesOf = (part: string, type: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.${type}"/></Types>`,
});

/** A Word file of the least parts, and whatever else. */
export function wordFile(
  extra: readonly ZipPart[] = [],
  type = 'openxmlformats-officedocument.wordprocessingml.document.main+xml',
): Buffer {
  return zipOf([typesOf('word/document.xml', type), { name: 'word/document.xml', content: '<w:document/>' }, ...extra]);
}

/** An Excel file of the least parts, and whatever else. */
export function excelFile(
  extra: readonly ZipPart[] = [],
  type = 'openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
): Buffer {
  return zipOf([typesOf('xl/workbook.xml', type), { name: 'xl/workbook.xml', content: '<workbook/>' }, ...extra]);
}
