import { readConfig } from '../../../kernel/config/index.ts';
import { openHouse } from '../house.ts';
import { startWorker } from '../worker.ts';
import type { Command } from './command.ts';

export const worker: Command = {
  summary: { zh: '只运行发送任务', en: 'run only the worker' },
  usage: 'fayuan worker',
  help: '与 fayuan serve --no-worker 配合，需要 PostgreSQL · together with fayuan serve --no-worker, on PostgreSQL',
  accepts: {},
  async run(_args, io) {
    const config = readConfig(io.env);
    if (config.databaseUrl === undefined) {
      io.err(
        '内置数据库只能由一个进程使用，请设置 DATABASE_URL · the embedded database has one process only: set DATABASE_URL',
      );
      return 2;
    }
    const house = await openHouse(config);
    const stop = startWorker(house);
    io.err('任务进程已启动 · worker started');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await stop();
    await house.close();
    return 0;
  },
};
