import { spawnSync } from 'node:child_process';
import { fromRoot } from '../../kernel/paths.ts';
import type { Measures } from './alone-entry.ts';

/**
 * A measure in a process of its own: what was measured before leaves it neither warm code, nor code that was made general for other shapes of
 * objects, nor a full heap. The assessments of a second differ threefold by that alone.
 * @throws Error when the process fails; what it said is on this one's standard error
 */
export function alone<N extends keyof Measures>(
  name: N,
  ...args: Parameters<Measures[N]>
): Awaited<ReturnType<Measures[N]>> {
  const entry = fromRoot('dist', 'tools', 'bench', 'alone-entry.js');
  const { status, stdout } = spawnSync(process.execPath, [entry, name, JSON.stringify(args)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`measuring ${name} ended with ${status}`);
  return JSON.parse(stdout) as Awaited<ReturnType<Measures[N]>>;
}
