import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { type Config, readConfig } from '../../../kernel/config/index.ts';
import { openToServe, serveByMany } from '../serving.ts';
import type { Command } from './command.ts';
import { optionOf } from './options.ts';

const mostProcesses = 64;
/** Without being told: a process for each core, and no more than an office needs. */
const usualProcesses = 4;

export const serve: Command = {
  summary: { zh: '启动服务', en: 'serve' },
  usage: 'fayuan serve [--processes N] [--no-worker]',
  help: [
    `--processes N  用几个进程提供网页和接口；不填为处理器核数，最多 ${usualProcesses}。内置数据库只能是 1`,
    `               processes that serve; without it one a core, ${usualProcesses} at most. The embedded database has one`,
    '--no-worker    只提供网页和接口，发送任务由另外的 fayuan worker 完成 · web only; run fayuan worker elsewhere',
  ].join('\n'),
  accepts: { flags: ['--no-worker'], values: ['--processes'] },
  async run(args, io) {
    const config = readConfig(io.env);
    if (cluster.isWorker) return serveAsOneOfMany(config);
    const processes = processesOf(config, optionOf(args, '--processes'));
    if (typeof processes === 'string') {
      io.err(processes);
      return 2;
    }
    const worker = !args.includes('--no-worker');
    if (processes > 1) return serveByMany(config, processes, worker, io);
    return (await openToServe(config)).serve(io, { worker });
  },
};

/** How many processes shall serve, or why not as many as were asked for. */
function processesOf(config: Config, asked: string | undefined): number | string {
  const embedded = config.databaseUrl === undefined;
  if (asked === undefined) return embedded ? 1 : Math.min(availableParallelism(), usualProcesses);
  const count = Number(asked);
  if (!Number.isInteger(count) || count < 1 || count > mostProcesses)
    return `--processes: 1–${mostProcesses} 的整数 · a whole number from 1 to ${mostProcesses}`;
  if (embedded && count > 1)
    return '内置数据库只能由一个进程使用，请设置 DATABASE_URL · the embedded database has one process only: set DATABASE_URL';
  return count;
}

/**
 * The process above has brought the schema up to date, found the keys, and does the worker's jobs and all the talking.
 */
async function serveAsOneOfMany(config: Config): Promise<number> {
  const [{ openHouse }, { buildServer }, { takeConnections }, { untilTold }, { figuresOfAll }] = await Promise.all([
    import('../house.ts'),
    import('../http.ts'),
    import('../connections.ts'),
    import('../listen.ts'),
    import('../shared-figures.ts'),
  ]);
  const house = await openHouse(config, { migrate: false });
  const app = await buildServer(house, { gather: figuresOfAll });
  await app.ready();
  const finish = takeConnections(app.server);
  await untilTold();
  await finish();
  await app.close();
  await house.close();
  // The line to the process above would keep this one alive.
  cluster.worker?.disconnect();
  return 0;
}
