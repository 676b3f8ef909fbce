// `npm test`: everything the tests need on a fresh machine, then all of them. Arguments go to vitest.
// Ends with one line: `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root, say } from './setup.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
ensureBrowser();
if (!process.env.FAYUAN_TEST_POSTGRES)
  say('没有设置 FAYUAN_TEST_POSTGRES，只在内置数据库上测试 · testing on the embedded engine only');
if (!process.env.FAYUAN_TEST_DATA)
  say('没有设置 FAYUAN_TEST_DATA，用到外部数据的测试会跳过 · tests on outside data are skipped');

const folder = mkdtempSync(join(tmpdir(), 'fayuan-report-'));
const report = join(folder, 'report.json');
const result = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
let failed = 1;
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  failed = numFailedTests + broken;
  console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(result.status === 0 && failed === 0 ? 0 : 1);

/** The browser tests drive Debian's chromium: installed where that is possible, else they are skipped and say so. */
function ensureBrowser() {
  const found = [
    process.env.FAYUAN_TEST_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((p) => p && existsSync(p));
  if (found) {
    process.env.FAYUAN_TEST_CHROMIUM = found;
    return;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('正在安装 chromium 和中文字体… · installing chromium and Chinese fonts');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 2, 2],
      env,
    });
    if (existsSync('/usr/bin/chromium')) {
      process.env.FAYUAN_TEST_CHROMIUM = '/usr/bin/chromium';
      return;
    }
  }
  say('没有 chromium，浏览器测试跳过（可用 FAYUAN_TEST_CHROMIUM 指定） · no chromium: browser tests are skipped');
}
