import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fromRoot } from '../../kernel/paths.ts';

/** A running `fayuan` process. */
export interface Server {
  readonly port: number;
  /** Milliseconds from the start of the process until it said that it serves. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

/**
 * Start the program as an operator would, and wait until it serves.
 * @param command `serve` or `start`, with arguments
 * @throws Error with what it said when it ends instead
 */
export async function startServer(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  nodeFlags: readonly string[] = [],
): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, fromRoot('bin', 'fayuan.js'), ...command], {
    env: { ...withoutOurs(process.env), ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const startedInMs = await serving(child, began);
  return {
    port,
    startedInMs,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function serving(child: ChildProcess, began: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    let up = false;
    child.stderr?.on('data', (chunk: Buffer) => {
      // Its log is read on and thrown away, so that it never waits for us.
      if (up) return;
      said += chunk.toString();
      if (!said.includes('serving on http')) return;
      up = true;
      resolve(performance.now() - began);
    });
    child.once('exit', (code) => reject(new Error(`fayuan ended with ${code}: ${said.slice(-2000)}`)));
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The bench's own settings are not the program's. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(FAYUAN_|DATABASE_|PORT$|HOST$)/.test(name)));
}
