import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from './embedded.ts';
import { lockFolder } from './folder-lock.ts';

/** An embedded database on its way: its folder is ours, and its thread has started. */
export interface Opening {
  readonly embedded: Promise<Embedded>;
  readonly unlock: () => void;
}

/**
 * Take the folder and start the embedded database in it, without waiting until it answers: that takes a second, in a thread of its
 * own. Light to load, so that `fayuan serve` can call it before it reads the rest of the program.
 * @param folder the data folder, or `memory` for none
 * @param template a dump to start from instead of an empty cluster
 * @throws FolderInUse when another process holds the folder
 */
export function beginOpening(folder: string | 'memory', template?: string): Opening {
  const unlock = folder === 'memory' ? () => undefined : lockFolder(folder);
  const dataDir = folder === 'memory' ? 'memory://' : join(folder, 'pg');
  if (folder !== 'memory') mkdirSync(dataDir, { recursive: true });
  const embedded = startEmbedded(dataDir, template);
  // Whoever awaits it hears of a failure; until then it is nobody's.
  embedded.catch(() => undefined);
  return { embedded, unlock };
}
