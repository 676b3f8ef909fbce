// What a fresh machine needs before anything of ours can run: dependencies and the build. Plain JavaScript without
// dependencies, because nothing is installed yet. Each step is skipped when its result is already there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function say(line) {
  process.stderr.write(`[法援圈] ${line}\n`);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`需要 Node 20.19 或更高，现在是 ${process.versions.node} · Node 20.19 or later is needed`);
  process.exit(2);
}

/** Dependencies exactly as locked; installed again only when the lock file has changed. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.fayuan-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('正在安装依赖… · installing dependencies');
  run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], '安装依赖失败 · npm ci failed');
  writeFileSync(stamp, lock);
}

const sources = ['kernel', 'modules', 'apps', 'tools', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** Server by the TypeScript compiler and then in few files, workbench by Vite; built again only when a source is newer than the last build. */
export function ensureBuilt() {
  const stamp = join(root, 'dist', '.fayuan-built');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  build();
}

export function build() {
  const started = Date.now();
  say('正在编译… · building');
  run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    '编译失败 · the build failed',
  );
  run(process.execPath, [join(root, 'scripts/bundle.mjs')], '编译失败 · the build failed');
  run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/workbench', '--logLevel', 'warn'],
    '工作台编译失败 · the workbench build failed',
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', '.fayuan-built'), fingerprint());
  say(`编译完成（${((Date.now() - started) / 1000).toFixed(1)} 秒）· built`);
}

/** Names, sizes and times of all sources: a few milliseconds, enough to tell whether anything was touched. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path}|${stat.size}|${Math.floor(stat.mtimeMs)}\n`);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex');
}

export function run(command, args, failure, env = process.env) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env });
  if (result.status === 0) return;
  say(`${failure}（${command} ${args.join(' ')}）`);
  process.exit(result.status ?? 1);
}
