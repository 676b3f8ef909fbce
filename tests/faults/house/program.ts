import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fromRoot } from '../../../kernel/paths.ts';

/*
 * The program as an office runs it: a process of its own, started from `bin/fayuan.js`, that is told nothing but settings.
 */

/** Without the build there is no program to start. */
export const built = existsSync(fromRoot('dist', 'program', 'main.js'));

export type Settings = Readonly<Record<string, string>>;

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Everything said on the standard error so far. */
  said(): string;
  /** Ends it and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<Finished>;
}

const alive = new Set<ChildProcess>();

/** For `afterAll`: nothing that a test has started lives longer than the test. */
export async function endAll(): Promise<void> {
  const gone = [...alive].map((child) => once(child, 'exit'));
  for (const child of alive) child.kill('SIGKILL');
  await Promise.all(gone);
}

function start(args: readonly string[], settings: Settings) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [fromRoot('bin', 'fayuan.js'), ...args], { env: { PATH, HOME, ...settings } });
  alive.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
  });
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => {
      alive.delete(child);
      resolve({ code, out, err });
    });
  });
  return { child, finished, said: () => err };
}

/** Run one command to its end. */
export async function fayuan(args: readonly string[], settings: Settings = {}, input = ''): Promise<Finished> {
  const { child, finished } = start(args, settings);
  child.stdin.end(input);
  return finished;
}

export interface Started {
  readonly pid: number;
  said(): string;
  end(signal: NodeJS.Signals): Promise<Finished>;
}

/** Start what does not listen, and wait until it says `word`. @throws what it said when it ended instead */
export async function startedSaying(args: readonly string[], settings: Settings, word: string): Promise<Started> {
  const { child, finished, said } = start(args, settings);
  let ended: Finished | undefined;
  void finished.then((f) => {
    ended = f;
  });
  while (!said().includes(word)) {
    if (ended !== undefined) throw new Error(`ended with ${ended.code}: ${ended.err}`);
    await wait(50);
  }
  return {
    pid: child.pid ?? 0,
    said,
    end: async (signal) => {
      child.kill(signal);
      return finished;
    },
  };
}

/** Start the server (or what else listens) and wait until it is alive. @throws what it said when it ended instead */
export async function serve(settings: Settings, args: readonly string[] = ['serve']): Promise<Running> {
  const port = await freePort();
  const { child, finished, said } = start(args, { PORT: String(port), ...settings });
  const url = `http://127.0.0.1:${port}`;
  let ended: Finished | undefined;
  void finished.then((f) => {
    ended = f;
  });
  for (;;) {
    if (ended !== undefined) throw new Error(`ended with ${ended.code}: ${ended.err}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok === true) break;
    await wait(50);
  }
  return {
    url,
    port,
    pid: child.pid ?? 0,
    said,
    end: async (signal) => {
      child.kill(signal);
      return finished;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
