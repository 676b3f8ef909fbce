import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from './bad-input.ts';

/** Write a file whole or not at all. @throws BadInput where it cannot be written */
export function writeWhole(path: string, content: string | Uint8Array, pointer = '/out'): void {
  putWhole(path, pointer, (file) => writeFileSync(file, content));
}

/**
 * Write a file beside its place and put it there whole: no half a file is ever found under its name.
 * @param write gets the open file
 * @throws BadInput where it cannot be written
 */
export function putWhole(path: string, pointer: string, write: (file: number) => void): void {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(dirname(path), '.fayuan-'));
    const beside = join(folder, basename(path));
    const file = openSync(beside, 'wx');
    try {
      write(file);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const why = String(error.code);
    refuse(pointer, 'unwritable', `无法写入 ${path}（${why}）`, `cannot write ${path} (${why})`);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Write all of some bytes, however many at a time the system takes. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, Math.min(bytes.length - done, 1 << 26));
}
