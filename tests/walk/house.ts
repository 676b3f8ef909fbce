import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../../apps/server/house.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { createKeyRing, parseKeyRing } from '../../kernel/crypto/index.ts';
import { fileStore } from '../../kernel/files/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import type { World } from '../../kernel/testing/engines.ts';
import { protectionOf } from '../../kernel/use-case/index.ts';
import { roadsOnFile } from '../../modules/circle/index.ts';

/** A house over a test's own database, with a key ring and a folder of its own; closing it takes both away. */
export interface TestHouse extends House {
  readonly folder: string;
}

/**
 * The house as the server is handed it, on the world's clock and ids. Nothing is founded in it yet.
 * @param settings as in the environment; the data folder is the house's own
 */
export function houseOver(world: World, settings: Readonly<Record<string, string>> = {}): TestHouse {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-house-'));
  const keyRing = parseKeyRing(createKeyRing('aes-256-gcm'));
  return {
    folder,
    config: readConfig({ FAYUAN_DATA: folder, ...settings }),
    database: world.database,
    runner: { ...world.runner, ...protectionOf(keyRing) },
    keyRing,
    files: fileStore(join(folder, 'files')),
    log: silentLog,
    refreshCalendar: async () => undefined,
    roads: roadsOnFile('no-roads.graph'),
    buses: { buses: () => undefined },
    refreshLaw: async () => undefined,
    close: async () => {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
