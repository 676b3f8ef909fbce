import { spawnSync } from 'node:child_process';

/** What TPC-B-like load on the same server is called with. */
export const tpcb = { scale: 10, threads: 2 } as const;

/** Fill the tables of pgbench's built-in script. */
export function preparePgbench(bin: string, url: string): void {
  call(bin, ['-i', '-q', '-s', String(tpcb.scale), url]);
}

/** Transactions a second of the built-in TPC-B-like script. */
export function runPgbench(bin: string, url: string, clients: number, seconds: number): number {
  const said = call(bin, ['-c', String(clients), '-j', String(tpcb.threads), '-T', String(seconds), url]);
  const tps = /^tps = ([\d.]+)/m.exec(said)?.[1];
  if (tps === undefined) throw new Error(`pgbench said: ${said}`);
  return Number(tps);
}

function call(bin: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(`${bin}/pgbench`, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pgbench: ${stderr}`);
  return stdout;
}
