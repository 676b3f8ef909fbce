import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Says that another living process holds the data folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`数据目录正被另一个进程使用（进程号 ${pid}）：${folder} · the data folder is in use by process ${pid}`);
    this.name = 'FolderInUse';
  }
}

/**
 * Take the data folder for this process: the embedded database has no lock of its own, and two processes would ruin it.
 * A lock left behind by a killed process is taken over. Returns the release.
 * @throws FolderInUse while another process lives
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fayuan.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }));
      closeSync(handle);
      const release = (): void => rmSync(file, { force: true });
      process.once('exit', release);
      return () => {
        process.removeListener('exit', release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) throw new FolderInUse(folder, holder.pid);
      rmSync(file, { force: true });
    }
  }
  throw new Error(`could not lock ${folder}`);
}

interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = startedAt(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

/** The kernel's start time of a process, so that a reused process number is not mistaken for the old holder. */
function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
