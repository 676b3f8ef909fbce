import { refuse } from '../../input/bad-input.ts';
import { cursorOver, eachField, readMessage, readVarint, textOf } from './wire.ts';

/** What an extract says of itself. */
export interface ExtractHeader {
  readonly writer: string;
  /** Until when it has the changes of the map. */
  readonly dataAt?: string;
}

const understood = new Set(['OsmSchema-V0.6', 'DenseNodes']);
/** Read an OSMHeader block. @throws Malformed; BadInput where the file needs what we lack (history, changed schema) */
export function readExtractHeader(bytes: Uint8Array): ExtractHeader {
  let writer = '';
  let stamp = 0;
  const required: string[] = [];
  const cursor = cursorOver(bytes);
  eachField(cursor, (field, wire) => {
    if (field === 4 && wire === 2) required.push(textOf(readMessage(cursor)));
    else if (field === 16 && wire === 2) writer = textOf(readMessage(cursor));
    else if (field === 32 && wire === 0) stamp = readVarint(cursor);
    else return false;
    return true;
  });
  const strange = required.filter((feature) => !understood.has(feature));
  if (strange.length > 0)
    refuse(
      '/FILE',
      'feature',
      `文件需要 ${strange.join(', ')}，这里不会读`,
      `the file needs ${strange.join(', ')}, which is not read here`,
    );
  return { writer, ...(stamp > 0 && { dataAt: new Date(stamp * 1000).toISOString() }) };
}
