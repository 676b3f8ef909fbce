import { readConfig } from '../../../kernel/config/index.ts';
import { writeBackup } from '../backup.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';

export const backup: Command = {
  summary: { zh: '备份内置数据库', en: 'back up the embedded database' },
  usage: 'fayuan backup [FILE]',
  help: '写完并落盘后才改名；附件和密钥在数据目录里，请一并复制。PostgreSQL 请用 pg_dump。\nFlushed to disk before it gets its name. Copy files/ and keys/ of the data folder too.',
  accepts: { words: 1 },
  async run(args, io) {
    const house = await openHouse(readConfig(io.env), { migrate: false });
    try {
      const report = await writeBackup(house, args[0]);
      io.out(JSON.stringify(report));
      return 0;
    } finally {
      await house.close();
    }
  },
};
