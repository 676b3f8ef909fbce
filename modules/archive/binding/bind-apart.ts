import { Worker } from 'node:worker_threads';
import { fromRoot } from '../../../kernel/paths.ts';
import type { BindingOrder, BoundFile } from './order.ts';

/** Megabytes of heap that a binder may use; one that needs more fails alone, and the process goes on. */
const heapMb = 1024;
/** No file takes this long; a thread that does is ended. */
const longestMs = 15 * 60_000;

/** Bind a file in a thread of its own, so that the caller's stays free. @throws Error saying what broke */
export async function bindApart(order: BindingOrder, folder: string): Promise<BoundFile> {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './bind-here.ts' : './bind-here.js', import.meta.url).href;
  const worker = new Worker(fromRoot('modules/archive/binding/binding-worker.mjs'), {
    workerData: { entry, order, folder },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const timer = setTimeout(() => void worker.terminate(), longestMs);
  try {
    return await new Promise<BoundFile>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the binding thread stopped')));
      worker.on('message', (message: { ok: true; bound: BoundFile } | { ok: false; message: string }) =>
        message.ok ? resolve(message.bound) : reject(new Error(message.message)),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
