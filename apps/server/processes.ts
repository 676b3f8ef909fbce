import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { CommandIo } from './commands/command.ts';
import { type Front, isReady, openFront } from './connections.ts';
import type { House } from './house.ts';
import { announce, isTaken, sayTaken, untilTold } from './listen.ts';
import { collectFigures } from './shared-figures.ts';

/** Milliseconds before a serving process that has died is started again. */
const restartAfter = 1_000;

/**
 * Serve in several processes on one port, as many as the machine has cores to spare: this one has opened the house, does the
 * worker's jobs, hands the connections out, and starts a serving process again that has died. PostgreSQL only.
 * @returns the exit code once all have stopped: 1 when the port is taken or a process cannot start
 */
export async function overseeProcesses(
  count: number,
  house: House,
  io: CommandIo,
  startWork: () => () => Promise<void>,
): Promise<number> {
  let front: Front;
  try {
    front = await openFront(house.config);
  } catch (error) {
    await house.close();
    if (!isTaken(error)) throw error;
    sayTaken(house.config.port, io);
    return 1;
  }
  let stopping = false;
  const stopped = new Set<Promise<unknown>>();
  const startOne = (): Worker => {
    const child = cluster.fork();
    // A message to one that is dying cannot be sent: its exit says enough.
    child.on('error', (error) => house.log.warn('serving process not reached', { message: error.message }));
    const gone = once(child, 'exit');
    stopped.add(gone);
    void gone.then(() => stopped.delete(gone));
    return child;
  };
  const keepOne = async (child: Worker): Promise<void> => {
    await once(child, 'exit');
    if (stopping) return;
    house.log.warn('serving process ended', { process: child.process.pid, code: child.process.exitCode });
    await wait(restartAfter);
    if (!stopping) await keepOne(startOne());
  };
  const stopAll = async (): Promise<void> => {
    stopping = true;
    front.close();
    for (const child of Object.values(cluster.workers ?? {})) child?.process.kill('SIGTERM');
    await Promise.all(stopped);
  };

  collectFigures();
  const told = untilTold();
  const children = Array.from({ length: count }, startOne);
  const serving = await Promise.all(children.map(isReady));
  if (serving.includes(false)) {
    await stopAll();
    await house.close();
    return 1;
  }
  for (const child of children) void keepOne(child);
  const stopWork = startWork();
  announce(house, io);
  await told;
  io.err('正在停止… · stopping');
  await stopAll();
  await stopWork();
  await house.close();
  return 0;
}
