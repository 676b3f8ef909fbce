import { readConfig } from '../../../kernel/config/index.ts';
import { loadDemonstration } from '../demonstration.ts';
import { openHouse } from '../house.ts';
import { buildServer } from '../http.ts';
import { listen } from '../listen.ts';
import { startWorker } from '../worker.ts';
import type { Command } from './command.ts';

export const start: Command = {
  summary: { zh: '准备好一切并启动（演示城市用）', en: 'set everything up and serve' },
  usage: 'fayuan start',
  help: '更新数据库结构；FAYUAN_DEMO=1 时首次装入演示城市；然后启动服务。\nMigrates, loads the demonstration city once when FAYUAN_DEMO=1, then serves.',
  accepts: {},
  async run(_args, io) {
    const house = await openHouse(readConfig(io.env));
    if (house.config.demo) await loadDemonstration(house, (line) => io.err(line));
    const app = await buildServer(house);
    return listen(app, house, io, () => startWorker(house));
  },
};
