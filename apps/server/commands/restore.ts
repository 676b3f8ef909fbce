import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readConfig } from '../../../kernel/config/index.ts';
import { startEmbedded } from '../../../kernel/db/embedded.ts';
import { isDiskFull, lockFolder } from '../../../kernel/db/index.ts';
import type { Command } from './command.ts';

export const restore: Command = {
  summary: { zh: '从备份恢复内置数据库', en: 'restore the embedded database from a backup' },
  usage: 'fayuan restore FILE',
  help: '现有数据库改名保留为 pg.before-restore-…，不删除。\nThe present database is kept under another name.',
  accepts: { words: 1 },
  async run(args, io) {
    const file = args[0];
    if (file === undefined || !existsSync(file)) {
      io.err('/file: 没有这个备份文件 · no such file');
      return 2;
    }
    const config = readConfig(io.env);
    const unlock = lockFolder(config.dataFolder);
    const work = await mkdtemp(join(config.dataFolder, 'restore-'));
    try {
      const template = join(work, 'dump.tar');
      const fresh = join(work, 'pg');
      // Opened once before anything is replaced: what does not open is no backup.
      const opened = await openBackup(file, template, fresh);
      if (!opened) {
        io.err('这不是完好的备份文件，没有改动任何数据 · not a sound backup; nothing was changed');
        return 1;
      }
      const present = join(config.dataFolder, 'pg');
      const kept = `${present}.before-restore-${Date.now()}`;
      if (existsSync(present)) await rename(present, kept);
      await rename(fresh, present);
      io.out(JSON.stringify({ restored: file, kept: existsSync(kept) ? kept : null }));
      return 0;
    } finally {
      await rm(work, { recursive: true, force: true });
      unlock();
    }
  },
};

/** Unpack a backup into a fresh folder and open it there. False when it is damaged, or none. @throws when the disk is full */
async function openBackup(file: string, template: string, fresh: string): Promise<boolean> {
  try {
    await writeFile(template, await promisify(gunzip)(await readFile(file)));
    await (await startEmbedded(fresh, template)).close();
    return true;
  } catch (error) {
    if (isDiskFull(error)) throw error;
    return false;
  }
}
