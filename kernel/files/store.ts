import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../errors/index.ts';

export interface StoredFile {
  /** SHA-256 of the content, 64 hexadecimal digits: the name under which it is kept. */
  readonly hash: string;
  readonly bytes: number;
  /** False when the same content was there already. */
  readonly isNew: boolean;
}

/** A file that has arrived and is not kept yet: look at it under `path`, then keep or discard it. */
export interface ReceivedFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  keep(): Promise<StoredFile>;
  discard(): Promise<void>;
}

/** Files kept by their content in a folder. What `keep` has answered survives a power cut. */
export interface FileStore {
  /**
   * Write a stream to a temporary file, hashing it on the way. Nothing is left when it fails.
   * @throws Refusal `files.empty`, `files.tooLarge`, `files.diskFull`; the source's own error
   */
  receive(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReceivedFile>;
  exists(hash: string): Promise<boolean>;
  /** @throws Refusal `files.notFound` */
  read(hash: string): Promise<{ readonly bytes: number; readonly stream: Readable }>;
  /** True when the content still has its hash. @throws Refusal `files.notFound` */
  verify(hash: string): Promise<boolean>;
  /** Destroy the content; the caller knows that nothing refers to it any more. True when it was there. */
  remove(hash: string): Promise<boolean>;
  /** The hashes of all files kept, in order. */
  list(): AsyncIterable<string>;
  /** Clear away what a killed process left half-received before `instantMs`. Answers how many. */
  sweep(instantMs: number): Promise<number>;
}

export function fileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Refusal('files.notFound');
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  const sizeOf = async (hash: string): Promise<number> => {
    const found = await unlessMissing(stat(pathOf(hash)));
    if (found === undefined) throw new Refusal('files.notFound');
    return found.size;
  };

  return {
    async receive(source, maxBytes) {
      await orDiskFull(mkdir(incoming, { recursive: true, mode: 0o700 }));
      const path = join(incoming, randomBytes(16).toString('hex'));
      const discard = (): Promise<void> => rm(path, { force: true });
      try {
        const { hash, bytes } = await orDiskFull(write(path, source, maxBytes));
        return { path, hash, bytes, discard, keep: () => keep(path, pathOf(hash), hash, bytes) };
      } catch (error) {
        await discard();
        throw error;
      }
    },
    exists: async (hash) => (await unlessMissing(stat(pathOf(hash)))) !== undefined,
    async read(hash) {
      const bytes = await sizeOf(hash);
      return { bytes, stream: createReadStream(pathOf(hash)) };
    },
    async verify(hash) {
      await sizeOf(hash);
      const digest = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(hash))) digest.update(chunk as Buffer);
      return digest.digest('hex') === hash;
    },
    async remove(hash) {
      const path = pathOf(hash);
      const removed = await unlessMissing(rm(path).then(() => true));
      if (removed === true) await syncFolder(dirname(path));
      return removed ?? false;
    },
    async *list() {
      for (const outer of await namesIn(folder, /^[0-9a-f]{2}$/)) {
        for (const inner of await namesIn(join(folder, outer), /^[0-9a-f]{2}$/)) {
          yield* await namesIn(join(folder, outer, inner), /^[0-9a-f]{64}$/);
        }
      }
    },
    async sweep(instantMs) {
      let swept = 0;
      for (const name of await namesIn(incoming, /^[0-9a-f]{32}$/)) {
        const path = join(incoming, name);
        const found = await unlessMissing(stat(path));
        if (found === undefined || found.mtimeMs >= instantMs) continue;
        await rm(path, { force: true });
        swept++;
      }
      return swept;
    },
  };
}

/** Receive and keep in one, for content that needs no inspection (the system's own papers). */
export async function storeFile(
  store: FileStore,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile> {
  const received = await store.receive(source, maxBytes);
  return received.keep();
}

async function write(
  path: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ hash: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refusal('files.tooLarge', { max: Math.floor(maxBytes / 1_048_576) });
      digest.update(chunk);
      await handle.writeFile(chunk);
    }
    if (bytes === 0) throw new Refusal('files.empty');
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: digest.digest('hex'), bytes };
}

async function keep(temporary: string, path: string, hash: string, bytes: number): Promise<StoredFile> {
  try {
    const there = await unlessMissing(stat(path));
    if (there?.size === bytes) {
      await rm(temporary, { force: true });
      return { hash, bytes, isNew: false };
    }
    const created = await orDiskFull(mkdir(dirname(path), { recursive: true, mode: 0o700 }));
    await orDiskFull(rename(temporary, path));
    await syncFolder(dirname(path));
    if (created !== undefined) await Promise.all([syncFolder(dirname(dirname(path))), syncFolder(dirname(created))]);
    return { hash, bytes, isNew: true };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A new name is on disk only when its folder is. Windows cannot open a folder for this, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A full disk, or a full quota, is an expected "no". */
async function orDiskFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? new Refusal('files.diskFull') : error;
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.filter((name) => shape.test(name)).sort();
}
