import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromRoot } from '../../../kernel/paths.ts';
import type { PackFile } from './check-packs.ts';
import type { Pack } from './pack-schema.ts';

/**
 * Packs that have been read and checked once by this very build, kept beside it as JSON: reading YAML is half the time of a command-line call.
 * Used only by built code, and only while the build's stamp and every byte of the pack files are what they were; otherwise the files speak.
 */
export function preparedPacks(files: readonly PackFile[]): readonly Pack[] | undefined {
  const key = keyOf(files);
  if (key === undefined) return undefined;
  try {
    const prepared = JSON.parse(readFileSync(preparedFile, 'utf8')) as {
      readonly key: string;
      readonly packs: readonly Pack[];
    };
    return prepared.key === key ? prepared.packs : undefined;
  } catch {
    return undefined; // not there yet, or half a file: the packs are read anew
  }
}

/** Keep checked packs for the next start. A folder that cannot be written to only costs time. */
export function keepPrepared(files: readonly PackFile[], packs: readonly Pack[]): void {
  const key = keyOf(files);
  if (key === undefined) return;
  try {
    const unfinished = `${preparedFile}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify({ key, packs }));
    renameSync(unfinished, preparedFile);
  } catch {
    // read-only installation
  }
}

const buildFolder = fromRoot('dist');
const preparedFile = fromRoot('dist', '.policy-packs.json');
const buildStamp = fromRoot('dist', '.fayuan-built');

function keyOf(files: readonly PackFile[]): string | undefined {
  if (!fileURLToPath(import.meta.url).startsWith(buildFolder)) return undefined;
  try {
    const hash = createHash('sha256').update(readFileSync(buildStamp));
    for (const { name, text } of files) hash.update(`\n${name}\n${text}`);
    return hash.digest('hex');
  } catch {
    return undefined; // built by hand, without a stamp
  }
}
