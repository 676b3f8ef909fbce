// The embedded PostgreSQL (PGlite, WebAssembly) in its own thread, so that a long query never stops the event loop.
// Speaks the PostgreSQL wire protocol in whole batches: bytes in, bytes out. Plain JavaScript because a worker is
// started by file name, from source and from the build alike.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const { dataDir, template } = workerData;

// 32 MB of pages of its own instead of 128: filling them takes a third of a second of each start, and what falls out of them is
// still in the operating system's memory.
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];
const loadDataDir = template ? new Blob([await readFile(template)]) : undefined;

try {
  const db = await PGlite.create({ dataDir, startParams, ...(loadDataDir && { loadDataDir }) });
  parentPort.postMessage({ kind: 'ready' });
  let chain = Promise.resolve();
  parentPort.on('message', (message) => {
    chain = chain.then(() => answer(db, message));
  });
} catch (error) {
  parentPort.postMessage({ kind: 'failed', message: String(error?.message ?? error) });
}

async function answer(db, { id, kind, bytes }) {
  try {
    if (kind === 'protocol') {
      const out = await db.execProtocolRaw(bytes, { syncToFs: true });
      parentPort.postMessage({ id, bytes: out });
    } else if (kind === 'dump') {
      const blob = await db.dumpDataDir('none');
      parentPort.postMessage({ id, bytes: new Uint8Array(await blob.arrayBuffer()) });
    } else if (kind === 'close') {
      await db.close();
      parentPort.postMessage({ id });
      parentPort.close();
    }
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) });
  }
}
