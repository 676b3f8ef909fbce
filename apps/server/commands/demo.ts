import { readConfig } from '../../../kernel/config/index.ts';
import { loadDemonstration } from '../demonstration.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';

export const demo: Command = {
  summary: { zh: '装入演示城市', en: 'load the demonstration city' },
  usage: 'fayuan demo',
  help: '只在空数据库上装入；已有演示数据时只打印账号。\nOnly into an empty database; with the demonstration loaded, prints its accounts.',
  accepts: {},
  async run(_args, io) {
    const house = await openHouse(readConfig(io.env));
    try {
      await loadDemonstration(house, (line) => io.err(line));
      return 0;
    } finally {
      await house.close();
    }
  },
};
