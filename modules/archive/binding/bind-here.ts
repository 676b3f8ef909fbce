import { fileStore } from '../../../kernel/files/index.ts';
import { makePress } from '../../documents/index.ts';
import { bindFile } from './bind-file.ts';
import type { BindingOrder, BoundFile } from './order.ts';

/** Bind in this thread, with a store over the same folder. */
export function bindHere(order: BindingOrder, folder: string): Promise<BoundFile> {
  const files = fileStore(folder);
  return bindFile(order, files, makePress(files, { fontFile: order.fontFile }));
}
