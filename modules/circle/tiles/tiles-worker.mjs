// Makes tiles in a thread of its own: a city takes a second or two, a province minutes. Plain JavaScript because a worker is started by
// file name, from source and from the build alike.
import { parentPort, workerData } from 'node:worker_threads';

const { entry, graph, out } = workerData;
if (entry.endsWith('.ts')) (await import('tsx/esm/api')).register();
const { makeTiles } = await import(entry);
parentPort.postMessage(makeTiles(graph, out));
