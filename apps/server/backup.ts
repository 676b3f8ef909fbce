import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { localDateOf } from '../../kernel/time/index.ts';
import type { House } from './house.ts';

/** Nightly dumps kept. */
export const backupsKept = 14;

/** Whether today's nightly dump is there already. */
export function backupStands(house: House): boolean {
  return existsSync(nightly(house));
}

function nightly(house: House): string {
  return join(house.config.dataFolder, 'backups', `fayuan-${localDateOf(house.runner.clock.now())}.tar.gz`);
}

/**
 * Write the embedded database as one file, flushed to disk before it gets its name: what power loss cannot take.
 * Attachments and keys are files of their own in the data folder and are copied with it.
 */
export async function writeBackup(
  house: House,
  target?: string,
): Promise<{ file: string; bytes: number; sha256: string }> {
  const dump = await house.database.dump?.();
  if (dump === undefined) throw new Error('PostgreSQL 请用 pg_dump 备份 · back up a PostgreSQL server with pg_dump');
  const folder = join(house.config.dataFolder, 'backups');
  await mkdir(folder, { recursive: true });
  const file = target ?? nightly(house);
  const bytes = await promisify(gzip)(dump, { level: 6 });
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  if (target === undefined) {
    const old = (await readdir(folder))
      .filter((n) => n.startsWith('fayuan-') && n.endsWith('.tar.gz'))
      .sort()
      .slice(0, -backupsKept);
    await Promise.all(old.map((name) => rm(join(folder, name))));
  }
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
