import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from './bad-input.ts';

/** Write a file beside its place and put it there whole: no half a file is ever found under its name. @throws BadInput where it cannot be */
export function writeWhole(path: string, text: string, pointer = '/out'): void {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(dirname(path), '.fayuan-'));
    const beside = join(folder, basename(path));
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unwritable';
    refuse(pointer, 'unwritable', `无法写入 ${path}（${why}）`, `cannot write ${path} (${why})`);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
