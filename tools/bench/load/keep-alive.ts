import { connect, type Socket } from 'node:net';

/** What came back: enough to tell a success from a failure. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Connection {
  /** Send one whole request and read its answer. One at a time. */
  send(request: string): Promise<Answer>;
  close(): void;
}

/**
 * One kept-alive HTTP/1.1 connection, with as little work around it as can be: a load generator that shares the machine
 * with the server must not take the processor from it. Understands answers with a Content-Length only.
 */
export async function keepAlive(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return fail(new Error(`no Content-Length in ${head.slice(0, 200)}`));
    if (received.length < end + 4 + Number(length)) return;
    const body = received.toString('utf8', end + 4, end + 4 + Number(length));
    received = received.subarray(end + 4 + Number(length));
    const current = waiting;
    waiting = undefined;
    current?.resolve({ status: Number(head.slice(9, 12)), body });
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** A request as it goes over the wire. */
export function requestText(
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body ?? ''}`;
}
