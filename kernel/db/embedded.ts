import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { fromRoot } from '../paths.ts';

/** The embedded database: a PostgreSQL in a worker thread that `pg` talks to through an in-process stream. */
export interface Embedded {
  /** A stream for `pg`'s `stream` option. One session exists, so at most one may be open at a time. */
  stream(): Duplex;
  /** The whole data folder as one tar file: backup, and template for tests. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly kind?: 'ready' | 'failed';
  readonly bytes?: Uint8Array;
  readonly error?: string;
  readonly message?: string;
}

/**
 * Start the embedded database.
 * @param dataDir a folder, or `memory://` for none
 * @param template a dump to start from instead of an empty cluster
 * @throws Error when the folder cannot be opened
 */
export async function startEmbedded(dataDir: string, template?: string): Promise<Embedded> {
  const worker = new Worker(fromRoot('kernel/db/embedded-worker.mjs'), { workerData: { dataDir, template } });
  const waiting = new Map<number, { resolve: (r: Reply) => void; reject: (e: Error) => void }>();
  let nextId = 1;

  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (reply: Reply) =>
      reply.kind === 'ready' ? resolve() : reject(new Error(`embedded database: ${reply.message}`)),
    );
  });
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: Reply) => {
    const pending = waiting.get(reply.id ?? -1);
    waiting.delete(reply.id ?? -1);
    if (reply.error === undefined) pending?.resolve(reply);
    else pending?.reject(new Error(reply.error));
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the embedded database stopped')));

  const ask = (kind: 'protocol' | 'dump' | 'close', bytes?: Uint8Array): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, kind, bytes });
    });

  return {
    stream: () => protocolStream(async (bytes) => (await ask('protocol', bytes)).bytes ?? new Uint8Array()),
    dump: async () => (await ask('dump')).bytes ?? new Uint8Array(),
    close: async () => {
      const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      await ask('close').catch(() => undefined);
      await Promise.race([gone, new Promise((r) => setTimeout(r, 2000))]);
      await worker.terminate();
    },
  };
}

/** AuthenticationOk, ParameterStatus (encoding), BackendKeyData, ReadyForQuery: what a server says to a trusted client. */
const greeting = Buffer.concat([
  frame('R', Buffer.from([0, 0, 0, 0])),
  frame('S', Buffer.from('server_encoding\0UTF8\0')),
  frame('S', Buffer.from('client_encoding\0UTF8\0')),
  frame('K', Buffer.alloc(8)),
  frame('Z', Buffer.from('I')),
]);

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A socket look-alike: gathers protocol messages up to a Sync or a simple Query, runs them as one batch, reads back. */
function protocolStream(run: (batch: Uint8Array) => Promise<Uint8Array>): Duplex {
  let buffered: Buffer = Buffer.alloc(0);
  let greeted = false;

  const stream = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      drain().then(() => done(), done);
    },
    final(done) {
      stream.push(null);
      done();
    },
  });

  async function drain(): Promise<void> {
    if (!greeted) {
      if (buffered.length < 4 || buffered.length < buffered.readInt32BE(0)) return;
      buffered = buffered.subarray(buffered.readInt32BE(0));
      greeted = true;
      stream.push(greeting);
    }
    for (let end = batchEnd(buffered); end > 0; end = batchEnd(buffered)) {
      const batch = buffered.subarray(0, end);
      buffered = buffered.subarray(end);
      if (batch[0] === 0x58) return void stream.push(null); // Terminate
      const answer = await run(new Uint8Array(batch));
      if (answer.length > 0) stream.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length));
    }
  }

  return Object.assign(stream, {
    setNoDelay: () => stream,
    setKeepAlive: () => stream,
    ref: () => stream,
    unref: () => stream,
    connect: () => {
      process.nextTick(() => stream.emit('connect'));
      return stream;
    },
  });
}

/** Bytes up to and including the first message that asks for an answer; 0 while none is complete. */
function batchEnd(bytes: Buffer): number {
  let offset = 0;
  while (offset + 5 <= bytes.length) {
    const next = offset + 1 + bytes.readInt32BE(offset + 1);
    if (next > bytes.length) return 0;
    const type = bytes[offset];
    if (type === 0x53 || type === 0x51 || type === 0x58 || type === 0x48) return next; // Sync, Query, Terminate, Flush
    offset = next;
  }
  return 0;
}
