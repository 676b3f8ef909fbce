import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../../kernel/paths.ts';
import { checkPacks, type PackFile } from './check-packs.ts';
import { compileLaw, type Law } from './law.ts';

const folder = ['modules', 'policy', 'packs'] as const;

/** The rule packs of the product, as files. */
export function packFilesOnFile(): readonly PackFile[] {
  const path = fromRoot(...folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

/**
 * Law from pack files. Refuses to start on packs that contradict themselves or each other, naming every fault.
 * @throws Error listing the faults, one a line
 */
export function lawFromFiles(files: readonly PackFile[], drafts: readonly string[] = []): Law {
  const checked = checkPacks(files);
  if (!checked.ok) {
    const lines = checked.faults.map(({ file, pointer, text }) => `${file || 'packs'}${pointer}: ${text}`);
    throw new Error(`the rule packs are faulty:\n${lines.join('\n')}`);
  }
  return compileLaw(checked.packs, drafts);
}

let onFile: Law | undefined;

/** The law as the product ships it, read and checked at first use. */
export function lawOnFile(): Law {
  onFile ??= lawFromFiles(packFilesOnFile());
  return onFile;
}
