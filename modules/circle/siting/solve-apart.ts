import { Worker } from 'node:worker_threads';
import { fromRoot } from '../../../kernel/paths.ts';
import type { InputFault } from '../input/read.ts';
import { problemFaults } from './check-problem.ts';
import type { SitingPlan, SitingProblem, SitingProgress } from './problem.ts';
import { CoverImpossible } from './solve-siting.ts';

/** What came of a siting question. */
export type SitingOutcome =
  | { readonly ok: true; readonly plan: SitingPlan }
  | { readonly ok: false; readonly code: 'invalid'; readonly faults: readonly InputFault[] }
  /** Set covering: these places no candidate reaches; none named when the limits stand in the way. */
  | { readonly ok: false; readonly code: 'coverImpossible'; readonly places: readonly string[] };

export interface ApartOptions {
  /** Ends the search at once. The best set told by `onProgress` until then is the caller's to keep. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SitingProgress) => void;
}

type Message =
  | { readonly kind: 'progress'; readonly progress: SitingProgress }
  | { readonly kind: 'plan'; readonly plan: SitingPlan }
  | { readonly kind: 'failed'; readonly name?: string; readonly message: string; readonly places?: readonly string[] };

/**
 * Answer a siting question in a worker thread, so that the caller's thread stays free.
 * @throws the signal's reason when it is aborted; Error when the search itself broke
 */
export async function solveSiting(
  question: SitingProblem,
  { signal, onProgress }: ApartOptions = {},
): Promise<SitingOutcome> {
  const faults = problemFaults(question);
  if (faults.length > 0) return { ok: false, code: 'invalid', faults };
  signal?.throwIfAborted();
  const entry = new URL(import.meta.url.endsWith('.ts') ? './solve-siting.ts' : './solve-siting.js', import.meta.url)
    .href;
  const worker = new Worker(fromRoot('modules/circle/siting/siting-worker.mjs'), { workerData: { entry, question } });
  let abort = (): void => undefined;
  try {
    return await new Promise<SitingOutcome>((resolve, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the siting thread stopped')));
      worker.on('message', (message: Message) => {
        if (message.kind === 'progress') onProgress?.(message.progress);
        else if (message.kind === 'plan') resolve({ ok: true, plan: message.plan });
        else if (message.name === CoverImpossible.name)
          resolve({ ok: false, code: 'coverImpossible', places: message.places ?? [] });
        else reject(new Error(message.message));
      });
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
