import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Server as HttpServer, ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import type { Config } from '../../kernel/config/index.ts';

/*
 * Several processes serve one port: the process above accepts every connection and gives them out in turn. What a process has
 * not acknowledged when it dies goes to another. (`node:cluster` closes nothing and gives nothing on in that case: the one at the
 * other end would wait for ever.)
 */

type Message =
  | { readonly connections: 'ready' }
  | { readonly connections: 'given'; readonly id: number }
  | { readonly connections: 'taken'; readonly id: number };

const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'connections' in message;

/** In the process above: the port, and who is ready to serve what comes in there. */
export interface Front {
  /** Accept no more, and give nothing more out. */
  close(): void;
}

/**
 * Listen, and give each connection to the next process that has said it is ready; until one has, they wait.
 * @throws the system's error when the port is taken (`EADDRINUSE`)
 */
export async function openFront({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Front> {
  let turn: readonly Worker[] = [];
  let waiting: readonly Socket[] = [];
  const untaken = new Map<number, { readonly child: Worker; readonly socket: Socket }>();
  let given = 0;

  const give = (socket: Socket): void => {
    const [child, ...others] = turn;
    if (child === undefined) {
      waiting = [...waiting, socket];
      return;
    }
    turn = [...others, child];
    const id = given++;
    untaken.set(id, { child, socket });
    child.send({ connections: 'given', id } satisfies Message, socket, { keepOpen: true }, (error) => {
      if (error !== null) leave(child);
    });
  };
  const leave = (gone: Worker): void => {
    turn = turn.filter((child) => child !== gone);
    const lost = [...untaken].filter(([, { child }]) => child === gone);
    for (const [id] of lost) untaken.delete(id);
    for (const [, { socket }] of lost) give(socket);
  };
  const onMessage = (child: Worker, message: unknown): void => {
    if (!isOurs(message)) return;
    if (message.connections === 'ready') {
      turn = [...turn, child];
      const late = waiting;
      waiting = [];
      for (const socket of late) give(socket);
    }
    if (message.connections === 'taken') {
      // Only this process's hold on it ends: the other has its own.
      untaken.get(message.id)?.socket.destroy();
      untaken.delete(message.id);
    }
  };

  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    give(socket);
  });
  await once(server.listen(port, host), 'listening');
  cluster.on('message', onMessage);
  cluster.on('disconnect', leave);
  cluster.on('exit', leave);
  return {
    close: () => {
      server.close();
      cluster.off('message', onMessage);
      cluster.off('disconnect', leave);
      cluster.off('exit', leave);
      for (const socket of [...waiting, ...[...untaken.values()].map(({ socket }) => socket)]) socket.destroy();
    },
  };
}

/** Resolves once this serving process is ready, or has ended before it was: then it has said why. @returns whether it is ready */
export function isReady(child: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown): void => {
      if (isOurs(message) && message.connections === 'ready') settle(true);
    };
    const onExit = (): void => settle(false);
    const settle = (ready: boolean): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(ready);
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

/**
 * In a serving process: serve the connections that the process above gives.
 * @returns what finishes: it resolves once everything asked so far is answered and every connection closed
 */
export function takeConnections(server: HttpServer): () => Promise<void> {
  const open = new Set<Socket>();
  const answering = new Set<Socket>();
  let finish: (() => void) | undefined;

  server.on('request', ({ socket }, response: ServerResponse) => {
    answering.add(socket);
    response.once('close', () => {
      answering.delete(socket);
      if (finish !== undefined) socket.destroySoon();
    });
  });
  process.on('message', (message: unknown, socket: Socket | undefined) => {
    if (!isOurs(message) || message.connections !== 'given') return;
    process.send?.({ connections: 'taken', id: message.id } satisfies Message);
    if (socket === undefined) return;
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) finish?.();
    });
    // As an HTTP server sets the connections that it accepts itself.
    socket.allowHalfOpen = true;
    socket.setNoDelay(true);
    server.emit('connection', socket);
    socket.resume();
  });
  process.send?.({ connections: 'ready' } satisfies Message);
  return () =>
    new Promise((resolve) => {
      finish = resolve;
      if (open.size === 0) resolve();
      for (const socket of open) if (!answering.has(socket)) socket.destroy();
    });
}
