import type { FastifyInstance } from 'fastify';
import type { CommandIo } from './commands/command.ts';
import type { House } from './house.ts';

/**
 * Listen until told to stop, then finish what is being answered, the job at hand, and close the database. Work begins only
 * once the port is ours: a start that fails must not first do the day's chores.
 * @returns the exit code: 1 when the port is taken
 */
export async function listen(
  app: FastifyInstance,
  house: House,
  io: CommandIo,
  startWork: () => () => Promise<void>,
): Promise<number> {
  const { host, port } = house.config;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    await house.close();
    if (!isTaken(error)) throw error;
    sayTaken(port, io);
    return 1;
  }
  const stopWork = startWork();
  announce(house, io);
  await untilTold();
  io.err('正在停止… · stopping');
  await app.close();
  await stopWork();
  await house.close();
  return 0;
}

/** Say where the house can be reached, and what its database can stand. */
export function announce(house: House, io: CommandIo): void {
  const { host, port } = house.config;
  io.err(`服务已启动 · serving on http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`);
  if (house.database.engine === 'embedded') {
    io.err(
      '内置数据库：进程被杀不丢数据，突然断电可能丢最近的写入；正式办公请用 PostgreSQL（DATABASE_URL）。每晚自动备份。',
    );
    io.err(
      'Embedded database: survives a killed process, not a power cut; use PostgreSQL for office work. Nightly backup.',
    );
  }
}

/** Resolves when the operator or the system asks the program to stop. */
export function untilTold(): Promise<void> {
  return new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Whether another program has the port. */
export const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

export function sayTaken(port: number, io: CommandIo): void {
  io.err(`端口 ${port} 已被占用，请用 PORT=… 换一个 · port ${port} is in use; choose another with PORT=…`);
}
