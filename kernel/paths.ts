import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the same whether this file runs from source or from `dist/`. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** An asset of the product (a rule pack, a style sheet, a register), by its path from the project root. */
export function fromRoot(...segments: readonly string[]): string {
  return join(projectRoot, ...segments);
}

function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${start}`);
    folder = parent;
  }
  return folder;
}
