import { Worker } from 'node:worker_threads';
import { fromRoot } from '../../../kernel/paths.ts';

/** What the work threw, as it can be told from one thread to another. */
export class ApartFailed extends Error {
  readonly more: Readonly<Record<string, unknown>>;

  constructor(name: string | undefined, message: string, more: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = name ?? 'Error';
    this.more = more;
  }
}

/** Which function of which module: the module's address, and the function's name among what it exports. */
export interface Work {
  readonly entry: URL;
  readonly run: string;
}

export interface ApartOptions<Progress = never> {
  /** Ends the work at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

type Message<Answer, Progress> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'failed';
      readonly name?: string;
      readonly message: string;
      readonly more: Readonly<Record<string, unknown>>;
    };

/**
 * Do a piece of work in a worker thread, so that the caller's thread stays free. The question and the answer are copied.
 * @throws the signal's reason when it is aborted; ApartFailed when the work threw
 */
export async function runApart<Answer, Progress = never>(
  { entry, run }: Work,
  question: unknown,
  { signal, onProgress }: ApartOptions<Progress> = {},
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = new Worker(fromRoot('modules/circle/apart/apart-worker.mjs'), {
    workerData: { entry: entry.href, run, question },
  });
  let abort = (): void => undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread stopped')));
      worker.on('message', (message: Message<Answer, Progress>) => {
        if (message.kind === 'progress') onProgress?.(message.progress);
        else if (message.kind === 'answer') resolve(message.answer);
        else reject(new ApartFailed(message.name, message.message, message.more));
      });
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** A module beside the one that asks, from source and from the build alike. @param asking `import.meta.url` @param name without ending */
export function beside(asking: string, name: string): URL {
  return new URL(`${name}${asking.endsWith('.ts') ? '.ts' : '.js'}`, asking);
}
