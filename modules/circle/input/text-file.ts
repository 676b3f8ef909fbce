import { readFileSync } from 'node:fs';
import { type Read, wrong } from './read.ts';

/** A file's text. @param pointer the argument that named the file */
export function readText(path: string, pointer: string): Read<string> {
  try {
    return { ok: true, value: readFileSync(path, 'utf8') };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return wrong(pointer, 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`);
  }
}
