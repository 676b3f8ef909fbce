// Binds one file in a thread of its own, because merging PDFs blocks the thread it runs in and takes much memory. Plain
// JavaScript because a worker is started by file name, from source and from the build alike.
import { parentPort, workerData } from 'node:worker_threads';

const { entry, order, folder } = workerData;
try {
  if (entry.endsWith('.ts')) (await import('tsx/esm/api')).register();
  const { bindHere } = await import(entry);
  parentPort.postMessage({ ok: true, bound: await bindHere(order, folder) });
} catch (error) {
  parentPort.postMessage({ ok: false, message: String(error?.message ?? error) });
}
