import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../../kernel/paths.ts';
import { checkPacks, type PackFile } from './check-packs.ts';
import { compileLaw, type Law } from './law.ts';
import type { Pack } from './pack-schema.ts';
import { keepPrepared, preparedPacks } from './prepared-packs.ts';

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
  return compileLaw(soundPacks(files), drafts);
}

function soundPacks(files: readonly PackFile[]): readonly Pack[] {
  const checked = checkPacks(files);
  if (checked.ok) return checked.packs;
  const lines = checked.faults.map(({ file, pointer, text }) => `${file || 'packs'}${pointer}: ${text}`);
  throw new Error(`the rule packs are faulty:\n${lines.join('\n')}`);
}

let onFile: Law | undefined;

/** The law as the product ships it, read and checked at first use. */
export function lawOnFile(): Law {
  onFile ??= compileLaw(packsOnFile());
  return onFile;
}

/** The checked packs of the product, drafts among them: what changes are laid over. */
export function packsOnFile(): readonly Pack[] {
  const files = packFilesOnFile();
  const prepared = preparedPacks(files);
  if (prepared !== undefined) return prepared;
  const packs = soundPacks(files);
  keepPrepared(files, packs);
  return packs;
}
