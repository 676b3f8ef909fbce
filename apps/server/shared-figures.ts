import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import type { ProcessFigures } from './metrics.ts';

/*
 * Several processes serve one port, and a scrape reaches one of them: it asks the process above it, which asks them all.
 */

type Message =
  | { readonly figures: 'wanted' | 'asked'; readonly id: string }
  | { readonly figures: 'told'; readonly id: string; readonly own: ProcessFigures }
  | { readonly figures: 'all'; readonly id: string; readonly all: readonly ProcessFigures[] };

/** A process that does not answer in this time has died or hangs: the others' figures are shown without it. */
const patience = 1_000;

const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'figures' in message;

/** In the process above: pass the question on to all serving processes, and their answers back. */
export function collectFigures(): void {
  const rounds = new Map<string, (own: ProcessFigures) => void>();
  cluster.on('message', (asker: Worker, message: unknown) => {
    if (!isOurs(message)) return;
    if (message.figures === 'told') rounds.get(message.id)?.(message.own);
    if (message.figures !== 'wanted') return;
    const { id } = message;
    const children = Object.values(cluster.workers ?? {}).filter((child) => child?.isConnected() === true);
    const all: ProcessFigures[] = [];
    const finish = (): void => {
      clearTimeout(timer);
      rounds.delete(id);
      if (asker.isConnected()) asker.send({ figures: 'all', id, all } satisfies Message);
    };
    const timer = setTimeout(finish, patience);
    rounds.set(id, (own) => {
      all.push(own);
      if (all.length === children.length) finish();
    });
    for (const child of children) child?.send({ figures: 'asked', id } satisfies Message);
  });
}

/** In a serving process: the figures of all of them. @param own this one's, whenever another asks */
export function figuresOfAll(own: () => ProcessFigures): () => Promise<readonly ProcessFigures[]> {
  const waiting = new Map<string, (all: readonly ProcessFigures[]) => void>();
  process.on('message', (message: unknown) => {
    if (!isOurs(message)) return;
    if (message.figures === 'asked') process.send?.({ figures: 'told', id: message.id, own: own() } satisfies Message);
    if (message.figures !== 'all') return;
    waiting.get(message.id)?.(message.all);
    waiting.delete(message.id);
  });
  return () =>
    new Promise((resolve) => {
      const id = randomUUID();
      waiting.set(id, resolve);
      process.send?.({ figures: 'wanted', id } satisfies Message);
    });
}
