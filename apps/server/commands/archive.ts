import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { instantOf, isLocalDate } from '../../../kernel/time/index.ts';
import { removedSince } from '../../../modules/archive/index.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';
import { optionOf } from './options.ts';

export const archive: Command = {
  summary: { zh: '列出已销毁的文件', en: 'list destroyed files' },
  usage: 'fayuan archive destroyed --since DATE',
  help: '每行一个散列，即 files/ 里的文件名；用来清除别处的副本。\nOne hash a line, the name of the file in files/, for clearing copies kept elsewhere.',
  accepts: { verb: 'destroyed', values: ['--since'] },
  async run(args, io) {
    const since = optionOf(args, '--since');
    if (since === undefined || !isLocalDate(since)) {
      io.err('/since: fayuan archive destroyed --since YYYY-MM-DD');
      return 2;
    }
    const house = await openHouse(readConfig(io.env), { migrate: false });
    try {
      const rows = await house.database.transaction(wholeCountry, (db) => removedSince({ db }, instantOf(since)));
      for (const hash of new Set(rows.map((row) => row.hash))) io.out(hash);
      return 0;
    } finally {
      await house.close();
    }
  },
};
