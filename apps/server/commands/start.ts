import { readConfig } from '../../../kernel/config/index.ts';
import { openToServe } from '../serving.ts';
import type { Command } from './command.ts';

export const start: Command = {
  summary: { zh: '准备好一切并启动（演示城市用）', en: 'set everything up and serve' },
  usage: 'fayuan start',
  help: '更新数据库结构；FAYUAN_DEMO=1 时首次装入演示城市；然后启动服务。\nMigrates, loads the demonstration city once when FAYUAN_DEMO=1, then serves.',
  accepts: {},
  async run(_args, io) {
    const { house, serve } = await openToServe(readConfig(io.env));
    if (house.config.demo) {
      const { loadDemonstration } = await import('../demonstration.ts');
      await loadDemonstration(house, (line) => io.err(line));
    }
    return serve(io, { worker: true });
  },
};
