import { readConfig } from '../../../kernel/config/index.ts';
import { openHouse } from '../house.ts';
import { buildServer } from '../http.ts';
import { listen } from '../listen.ts';
import { startWorker } from '../worker.ts';
import type { Command } from './command.ts';

export const serve: Command = {
  summary: { zh: '启动服务', en: 'serve' },
  usage: 'fayuan serve [--no-worker]',
  help: '--no-worker  只提供网页和接口，发送任务由另外的 fayuan worker 完成 · web only; run fayuan worker elsewhere',
  accepts: { flags: ['--no-worker'] },
  async run(args, io) {
    const house = await openHouse(readConfig(io.env));
    const app = await buildServer(house);
    const startWork = args.includes('--no-worker') ? () => async () => undefined : () => startWorker(house);
    return listen(app, house, io, startWork);
  },
};
