import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fromRoot } from '../../../kernel/paths.ts';
import type { LoadJob, LoadResult } from './job.ts';

export type { LoadJob, LoadResult } from './job.ts';

/**
 * Run a load in a process of its own.
 * @throws Error when any answer was not the expected one: a bench of refusals shows nothing
 */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const child = spawn(process.execPath, [fromRoot('dist', 'tools', 'bench', 'load', 'worker.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(job));
  const result = JSON.parse(
    (await text(child.stdout)) || '{"failed":1,"firstFailure":"the load process died"}',
  ) as LoadResult;
  if (result.failed > 0) throw new Error(`${job.kind.name}: ${result.failed} failed, first: ${result.firstFailure}`);
  return result;
}
