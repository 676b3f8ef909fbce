import { arch, cpus, getPriority, loadavg, release, totalmem, type } from 'node:os';

/** Where the figures were taken. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core in the last five minutes: far above what the bench itself starts means a busy machine. */
  readonly load: number;
  /** The bench's own priority, which everything it starts inherits: 0 is ordinary, negative goes first. */
  readonly nice: number;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    load: loadavg()[1] ?? 0,
    nice: getPriority(),
  };
}
