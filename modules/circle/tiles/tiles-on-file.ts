import { existsSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fromRoot } from '../../../kernel/paths.ts';
import { areTilesOf } from './make-tiles.ts';

/** An archive of tiles, ready to be sent in pieces. */
export interface TilesFile {
  readonly path: string;
  readonly bytes: number;
  /** Changes with the graph. */
  readonly etag: string;
}

/**
 * The tiles of the graph at `graphPath`, beside it: `roads.graph`, `roads.pmtiles`. Made in a thread of their own when they are first
 * asked for and when the graph has changed; a graph put in place needs nothing but its file.
 */
export function tilesBeside(graphPath: string): (checksum: string) => Promise<TilesFile> {
  const path = `${graphPath.replace(/\.graph$/, '')}.pmtiles`;
  let known: { readonly checksum: string; readonly ready: Promise<void> } | undefined;
  const make = async (checksum: string): Promise<void> => {
    if (areTilesOf(path, checksum)) return;
    await makeApart(graphPath, path);
    // The graph may have been exchanged meanwhile: whoever asks next asks for that one.
    if (!areTilesOf(path, checksum)) throw new Error('the road graph changed while its tiles were made');
  };
  /** All who ask at once wait for the same work. */
  const ready = async (checksum: string): Promise<void> => {
    if (known?.checksum !== checksum) known = { checksum, ready: make(checksum) };
    try {
      await known.ready;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return async (checksum) => {
    await ready(checksum);
    if (!existsSync(path)) {
      known = undefined;
      await ready(checksum);
    }
    const { size } = statSync(path);
    return { path, bytes: size, etag: `"${checksum}-${size.toString(36)}"` };
  };
}

async function makeApart(graph: string, out: string): Promise<void> {
  const entry = new URL(import.meta.url.endsWith('.ts') ? './make-tiles.ts' : './make-tiles.js', import.meta.url).href;
  const worker = new Worker(fromRoot('modules/circle/tiles/tiles-worker.mjs'), { workerData: { entry, graph, out } });
  try {
    await new Promise((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread that makes tiles stopped')));
    });
  } finally {
    await worker.terminate();
  }
}
