import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type CipherAlgorithm,
  createKeyRing,
  type KeyRing,
  type KeyRingFile,
  KeyRingInvalid,
  keyRingFile,
  parseKeyRing,
} from './key-ring.ts';

/** Name of the key file in its folder. Whoever has the data and this file can read everything: keep their copies apart. */
export const keyFileName = 'keys.json';

/** The ring of a folder; made with one fresh key on the first start. @throws KeyRingInvalid */
export function loadOrCreateKeyRing(folder: string, alg: CipherAlgorithm = 'aes-256-gcm'): KeyRing {
  if (!keyFileExists(folder)) writeNew(folder, createKeyRing(alg));
  return loadKeyRing(folder);
}

/** For an office whose data exists already: a missing file is a fault, and never a reason to make new keys. @throws KeyRingInvalid */
export function loadKeyRing(folder: string): KeyRing {
  return parseKeyRing(readKeyFile(folder));
}

export function keyFileExists(folder: string): boolean {
  return statSync(join(folder, keyFileName), { throwIfNoEntry: false }) !== undefined;
}

/** The file's content, for changing it (a new key, an old one dropped). @throws KeyRingInvalid */
export function readKeyFile(folder: string): KeyRingFile {
  const file = join(folder, keyFileName);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new KeyRingInvalid(`找不到密钥文件 · no key file: ${file}`);
  // Others may have no access at all, the group may read at most (a secret mounted for a service's group).
  if (process.platform !== 'win32' && (stat.mode & 0o027) !== 0) {
    const mode = (stat.mode & 0o777).toString(8).padStart(4, '0');
    throw new KeyRingInvalid(
      `${file} 的权限是 ${mode}，其他用户可以读写；请执行 chmod 600 · mode ${mode} lets other users in; run: chmod 600 ${file}`,
    );
  }
  const text = readFileSync(file, 'utf8');
  parseKeyRing(text);
  return keyRingFile.parse(JSON.parse(text));
}

/** Put a changed ring in the place of the old one: at any moment, a crash included, the file is wholly the old or wholly the new. */
export function replaceKeyFile(folder: string, ring: KeyRingFile): void {
  const temporary = writeTemporary(folder, ring);
  renameSync(temporary, join(folder, keyFileName));
  syncFolder(folder);
}

/** Two first starts at once: one file wins and both use it. */
function writeNew(folder: string, ring: KeyRingFile): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = writeTemporary(folder, ring);
  try {
    linkSync(temporary, join(folder, keyFileName));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Some file systems (exFAT on a kiosk's card) have no links: there the rename is the best there is.
    if (['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code) && !keyFileExists(folder))
      renameSync(temporary, join(folder, keyFileName));
    else if (code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(folder);
}

function writeTemporary(folder: string, ring: KeyRingFile): string {
  const temporary = join(folder, `.${keyFileName}.${randomBytes(6).toString('hex')}`);
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(ring, null, 2)}\n`);
    fsyncSync(handle);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return temporary;
}

/** A rename is on disk only when its folder is. Windows cannot open a folder for this, and does not need to. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
