// Runs one function of one module in a thread of its own, because a search blocks the thread it runs in. Plain JavaScript because a
// worker is started by file name, from source and from the build alike.
import { parentPort, workerData } from 'node:worker_threads';

const { entry, run, question } = workerData;
try {
  if (entry.endsWith('.ts')) (await import('tsx/esm/api')).register();
  const { [run]: work } = await import(entry);
  const answer = await work(question, {
    onProgress: (progress) => parentPort.postMessage({ kind: 'progress', progress }),
  });
  parentPort.postMessage({ kind: 'answer', answer });
} catch (error) {
  parentPort.postMessage({
    kind: 'failed',
    name: error?.name,
    message: String(error?.message ?? error),
    more: { ...error },
  });
}
