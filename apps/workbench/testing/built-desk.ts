import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { grave, violationsIn } from '../../../kernel/testing/axe.ts';
import { serveDesk } from './desk-server.ts';

export interface BuiltDesk {
  readonly origin: string;
  /** Where the built files lie. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Build the desk into a folder of its own and serve it under the strict policy. */
export async function buildDesk(): Promise<BuiltDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'fayuan-desk-'));
  await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
  const desk = await serveDesk(folder);
  return {
    origin: desk.origin,
    folder,
    close: async () => {
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds serious or critical on a page. */
export async function serious(page: Page): Promise<readonly string[]> {
  // A colour on its way from one to another is neither; what turns for ever is not waited for.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
  return grave(await violationsIn(page));
}
