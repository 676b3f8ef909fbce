import type { ByteSource } from './byte-source.ts';
import type { PixelSize } from './image.ts';

interface Box {
  readonly type: string;
  /** Content, without the box's own header. */
  readonly from: number;
  readonly to: number;
}

const longestMeta = 8 * 1_048_576;

/** ISO/IEC 23008-12: the largest picture named in meta / iprp / ipco / ispe (a photograph in tiles names its whole size there). */
export async function heicSize(bytes: ByteSource): Promise<PixelSize | undefined> {
  const meta = await topLevelMeta(bytes);
  if (meta === undefined) return undefined;
  // A full box: four bytes of version and flags stand before its children.
  const properties = boxesIn(meta, 4, meta.length)
    .filter(({ type }) => type === 'iprp')
    .flatMap(({ from, to }) => boxesIn(meta, from, to))
    .filter(({ type }) => type === 'ipco')
    .flatMap(({ from, to }) => boxesIn(meta, from, to));
  const sizes = properties
    .filter(({ type, from, to }) => type === 'ispe' && to - from >= 12)
    .map(({ from }) => ({ width: meta.readUInt32BE(from + 4), height: meta.readUInt32BE(from + 8) }));
  return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

async function topLevelMeta(bytes: ByteSource): Promise<Buffer | undefined> {
  let at = 0;
  for (let boxes = 0; boxes < 200 && at < bytes.size; boxes++) {
    const header = await bytes.read(at, 16);
    const box = boxAt(header, 0, Number.MAX_SAFE_INTEGER, bytes.size - at);
    if (box === undefined || at + box.to > bytes.size) return undefined;
    if (box.type === 'meta') {
      const length = box.to - box.from;
      return length > longestMeta ? undefined : bytes.read(at + box.from, length);
    }
    at += box.to;
  }
  return undefined;
}

function boxesIn(buffer: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at + 8 <= end && boxes.length < 20_000) {
    const box = boxAt(buffer, at, end, end - at);
    if (box === undefined) break;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}

/** @param left what remains of the parent: the length of a box that says it runs to the end */
function boxAt(buffer: Buffer, at: number, end: number, left: number): Box | undefined {
  if (at + 8 > buffer.length) return undefined;
  const short = buffer.readUInt32BE(at);
  const isLong = short === 1;
  if (isLong && at + 16 > buffer.length) return undefined;
  const length = isLong ? Number(buffer.readBigUInt64BE(at + 8)) : short === 0 ? left : short;
  const header = isLong ? 16 : 8;
  if (length < header || at + length > end) return undefined;
  return { type: buffer.toString('latin1', at + 4, at + 8), from: at + header, to: at + length };
}
