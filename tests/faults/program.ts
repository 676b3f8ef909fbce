import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../kernel/paths.ts';

/*
 * The built program as its own process (`npm test` builds it first): started, killed and talked to like the one that serves an office.
 */

export type Settings = Readonly<Record<string, string>>;

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** What it has said on standard error so far. */
  said(): string;
  /** Wait until its standard error matches. @throws when it ends before that, or after a minute */
  until(pattern: RegExp): Promise<void>;
  /** Send a signal and wait for the end. */
  end(signal: NodeJS.Signals): Promise<Finished>;
  readonly finished: Promise<Finished>;
}

const running = new Set<ChildProcess>();

/** Start `fayuan …` with exactly these settings. */
export function program(args: readonly string[], settings: Settings, input = ''): Program {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(FAYUAN_|DATABASE_|PORT$|HOST$|VITEST|NODE_OPTIONS)/.test(name),
  );
  const child = spawn(process.execPath, [fromRoot('bin', 'fayuan.js'), ...args], {
    cwd: fromRoot(),
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const finished = once(child, 'close').then(([code]): Finished => {
    running.delete(child);
    return { code: code as number | null, out, err };
  });
  return {
    child,
    said: () => err,
    finished,
    async until(pattern) {
      for (let waited = 0; !pattern.test(err); waited += 50) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before ${pattern}:\n${err}`);
        if (waited > 60_000) throw new Error(`no ${pattern} within a minute:\n${err}`);
        await pause(50);
      }
    },
    async end(signal) {
      child.kill(signal);
      return finished;
    },
  };
}

/** Run a command to its end. */
export function command(args: readonly string[], settings: Settings, input = ''): Promise<Finished> {
  return program(args, settings, input).finished;
}

/** Start serving and wait until it does. */
export async function serving(
  settings: Settings,
  args: readonly string[] = [],
): Promise<Program & { readonly url: string }> {
  const port = settings.PORT ?? String(await freePort());
  const started = program(['serve', ...args], { ...settings, PORT: port });
  await started.until(/serving on/);
  return { ...started, url: `http://127.0.0.1:${port}` };
}

/** End whatever a failed test has left running. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder of its own, and its removal. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-faults-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
