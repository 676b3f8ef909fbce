import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as promises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../crypto/index.ts';
import { png } from './testing/pictures.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<typeof promises>()) }));
// Loaded anew: another test of the same process may have loaded a store that does not see the disk of this one.
vi.resetModules();
const { Refusal } = await import('../errors/index.ts');
const { acceptUpload } = await import('./accept-upload.ts');
const { fileStore, storeFile } = await import('./store.ts');

const mebibyte = 1_048_576;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fayuan-files-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const stream = (...chunks: readonly (string | Buffer)[]): Readable =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)));
const everything = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const all = async (names: AsyncIterable<string>): Promise<string[]> => {
  const listed: string[] = [];
  for await (const name of names) listed.push(name);
  return listed;
};
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as InstanceType<typeof Refusal>).code;
};

test('what goes in comes out, under the hash of its content', async () => {
  const store = fileStore(folder);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1, maxLength: 5 }), async (chunks) => {
      const content = Buffer.concat(chunks);
      const { hash, bytes } = await storeFile(store, Readable.from(chunks.map((c) => Buffer.from(c))), mebibyte);
      expect(hash).toBe(sha256(content));
      expect(bytes).toBe(content.length);
      const read = await store.read(hash);
      expect(read.bytes).toBe(content.length);
      expect((await buffer(read.stream)).equals(content)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('the same content is kept once, for its owner alone', async () => {
  const store = fileStore(folder);
  const first = await storeFile(store, stream('一份', '起诉状'), mebibyte);
  const second = await storeFile(store, stream('一份起诉状'), mebibyte);
  expect(first.isNew).toBe(true);
  expect(second).toEqual({ ...first, isNew: false });
  expect(everything()).toEqual([first.hash]);
  const path = join(folder, first.hash.slice(0, 2), first.hash.slice(2, 4), first.hash);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('many at once of the same content', async () => {
  const store = fileStore(folder);
  const all = await Promise.all(Array.from({ length: 12 }, () => storeFile(store, stream('same'), mebibyte)));
  expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
  expect(everything()).toHaveLength(1);
});

test('a file that was received only is not there, and discarded leaves nothing', async () => {
  const store = fileStore(folder);
  const received = await store.receive(stream('x'), mebibyte);
  expect(await store.exists(received.hash)).toBe(false);
  await received.discard();
  await received.discard();
  expect(everything()).toEqual([]);
});

describe('nothing half-written is left', () => {
  test('of a file that is too large; it is refused as soon as that shows', async () => {
    const store = fileStore(folder);
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        given++;
        yield Buffer.alloc(1000);
      }
    }
    expect(await refusal(store.receive(endless(), 10_000))).toBe('files.tooLarge');
    expect(given).toBe(11);
    expect(everything()).toEqual([]);
    expect((await store.receive(stream(Buffer.alloc(10_000)), 10_000)).bytes).toBe(10_000);
  });

  test('of an empty file', async () => {
    expect(await refusal(fileStore(folder).receive(stream(), mebibyte))).toBe('files.empty');
    expect(everything()).toEqual([]);
  });

  test('when the sender breaks off', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    await expect(fileStore(folder).receive(broken(), mebibyte)).rejects.toThrow('aborted');
    expect(everything()).toEqual([]);
  });

  test.each(['ENOSPC', 'EDQUOT'])('when the disk is full while writing (%s)', async (code) => {
    const open = promises.open;
    vi.spyOn(promises, 'open').mockImplementation(async (...given) => {
      const handle = await open(...given);
      let writes = 0;
      const writeFile = handle.writeFile.bind(handle);
      handle.writeFile = async (...content) => {
        if (++writes > 1) throw Object.assign(new Error('no space left on device'), { code });
        return writeFile(...content);
      };
      return handle;
    });
    expect(await refusal(fileStore(folder).receive(stream('first', 'second'), mebibyte))).toBe('files.diskFull');
    expect(everything()).toEqual([]);
  });

  test('when the disk is full at the last step', async () => {
    const store = fileStore(folder);
    const received = await store.receive(stream('x'), mebibyte);
    vi.spyOn(promises, 'rename').mockRejectedValue(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    expect(await refusal(received.keep())).toBe('files.diskFull');
    expect(everything()).toEqual([]);
  });

  test('when another fault strikes, which is told as it is', async () => {
    vi.spyOn(promises, 'open').mockRejectedValue(Object.assign(new Error('input/output error'), { code: 'EIO' }));
    await expect(fileStore(folder).receive(stream('x'), mebibyte)).rejects.toMatchObject({ code: 'EIO' });
  });
});

test('what is kept is flushed before it has its name, and the name before it is told', async () => {
  const steps: string[] = [];
  const { open, rename } = promises;
  vi.spyOn(promises, 'open').mockImplementation(async (path, ...rest) => {
    const handle = await open(path, ...rest);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      steps.push(statSync(path).isDirectory() ? 'sync folder' : 'sync file');
      return sync();
    };
    return handle;
  });
  vi.spyOn(promises, 'rename').mockImplementation((...names) => {
    steps.push('rename');
    return rename(...names);
  });
  await storeFile(fileStore(folder), stream('x'), mebibyte);
  expect(steps.slice(0, 3)).toEqual(['sync file', 'rename', 'sync folder']);
});

test.each([
  '',
  '../../etc/passwd',
  'a'.repeat(63),
  'A'.repeat(64),
  `${'a'.repeat(64)}\n`,
  `${'a'.repeat(62)}/.`,
  `..${'a'.repeat(62)}`,
])('%j is no name of a file', async (hash) => {
  const store = fileStore(folder);
  mkdirSync(join(folder, 'aa', 'aa'), { recursive: true });
  writeFileSync(join(folder, 'aa', 'aa', 'secret'), 'x');
  for (const work of [
    () => store.read(hash),
    () => store.exists(hash),
    () => store.remove(hash),
    () => store.verify(hash),
  ]) {
    expect(await refusal((async () => work())())).toBe('files.notFound');
  }
});

test('what is not there is not found', async () => {
  const store = fileStore(folder);
  const hash = sha256('nothing');
  expect(await store.exists(hash)).toBe(false);
  expect(await store.remove(hash)).toBe(false);
  expect(await refusal(store.read(hash))).toBe('files.notFound');
  expect(await all(store.list())).toEqual([]);
});

test('a content that changed on the disk is told, and mended by receiving it again', async () => {
  const store = fileStore(folder);
  const { hash } = await storeFile(store, stream('original'), mebibyte);
  expect(await store.verify(hash)).toBe(true);
  writeFileSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), 'cut');
  expect(await store.verify(hash)).toBe(false);
  expect((await storeFile(store, stream('original'), mebibyte)).isNew).toBe(true);
  expect(await store.verify(hash)).toBe(true);
});

test('files are listed, destroyed, and the leavings of a killed process swept', async () => {
  const store = fileStore(folder);
  const kept = await Promise.all(['a', 'b', 'c'].map((text) => storeFile(store, stream(text), mebibyte)));
  const hashes = kept.map(({ hash }) => hash).sort();
  expect(await all(store.list())).toEqual(hashes);
  expect(await store.remove(hashes[0] ?? '')).toBe(true);
  expect(await all(store.list())).toEqual(hashes.slice(1));
  const old = await store.receive(stream('left behind'), mebibyte);
  const fresh = await store.receive(stream('under way'), mebibyte);
  utimesSync(old.path, 1000, 1000);
  expect(await store.sweep(2_000_000)).toBe(1);
  expect(everything().sort()).toEqual([...hashes.slice(1), fresh.path.split('/').at(-1)].sort());
});

describe('an upload', () => {
  test('is looked at before it is kept, and gets a name that says what it is', async () => {
    const store = fileStore(folder);
    const accepted = await acceptUpload(
      store,
      { content: stream(png(40, 30)), name: 'C:\\照片\\身份证.JPG', type: 'image/jpeg' },
      mebibyte,
    );
    expect(accepted).toMatchObject({
      kind: 'png',
      mediaType: 'image/png',
      name: '身份证.png',
      width: 40,
      height: 30,
      isNew: true,
    });
    expect(await store.exists(accepted.hash)).toBe(true);
  });

  test('that is refused leaves nothing', async () => {
    const store = fileStore(folder);
    const program = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(100)]);
    expect(await refusal(acceptUpload(store, { content: stream(program), name: '合同.pdf' }, mebibyte))).toBe(
      'files.executable',
    );
    expect(everything()).toEqual([]);
  });
});
