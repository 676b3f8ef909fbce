// Runs one siting question in a thread of its own, because the search and HiGHS block the thread they run in. Plain
// JavaScript because a worker is started by file name, from source and from the build alike.
import { parentPort, workerData } from 'node:worker_threads';

const { entry, question } = workerData;
try {
  if (entry.endsWith('.ts')) (await import('tsx/esm/api')).register();
  const { solveHere } = await import(entry);
  const plan = await solveHere(question, {
    onProgress: (progress) => parentPort.postMessage({ kind: 'progress', progress }),
  });
  parentPort.postMessage({ kind: 'plan', plan });
} catch (error) {
  parentPort.postMessage({
    kind: 'failed',
    name: error?.name,
    message: String(error?.message ?? error),
    places: error?.places,
  });
}
