import { isDiskFull, isUnavailable } from '../../kernel/db/faults.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import { toProblem } from '../../kernel/http/problem.ts';
import type { Command } from './commands/command.ts';
import { processIo as io, runCommand } from './commands/run-command.ts';

/** Every command, loaded only when called: a look-up must not pay for the web server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  serve: async () => (await import('./commands/serve.ts')).serve,
  worker: async () => (await import('./commands/worker.ts')).worker,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  demo: async () => (await import('./commands/demo.ts')).demo,
  config: async () => (await import('./commands/config.ts')).config,
  account: async () => (await import('./commands/account.ts')).account,
  assess: async () => (await import('./commands/assess.ts')).assess,
  deadline: async () => (await import('./commands/deadline.ts')).deadline,
  policy: async () => (await import('./commands/policy.ts')).policy,
  circle: async () => (await import('./commands/circle.ts')).circle,
  audit: async () => (await import('./commands/audit.ts')).audit,
  archive: async () => (await import('./commands/archive.ts')).archive,
  statistics: async () => (await import('./commands/statistics.ts')).statistics,
  keys: async () => (await import('./commands/keys.ts')).keys,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
};

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '' || name === '--help' || name === '-h' || name === 'help') return overview();
  const load = commands[name];
  if (load === undefined) {
    io.err(`没有这个命令：${name} · no such command; fayuan --help`);
    return 2;
  }
  return runCommand(await load(), args, io);
}

async function overview(): Promise<number> {
  io.out('fayuan <command> [options]     法援圈 · Fayuan Circle\n');
  for (const [name, load] of Object.entries(commands)) {
    const { summary } = await load();
    io.out(`  ${name.padEnd(12)} ${summary.zh} · ${summary.en}`);
  }
  io.out('\nfayuan <command> --help');
  return 0;
}

/** Tell what went wrong: an expected "no" in one line, a bug with its stack. @returns the exit code */
async function tell(error: unknown): Promise<number> {
  const { message, name, code, stack } = error as Error & { readonly code?: string };
  if (error instanceof Refusal) {
    const { refusals } = await import('./refusals.ts');
    const [zh, en] = [toProblem(error, refusals, 'zh'), toProblem(error, refusals, 'en')];
    io.err(`${zh.detail} · ${en.detail}`);
    for (const [i, fault] of (zh.errors ?? []).entries())
      io.err(`${fault.pointer}: ${fault.detail} · ${en.errors?.[i]?.detail}`);
    return zh.status < 500 ? 2 : 1;
  }
  const expected = ['FolderInUse', 'SchemaMismatch', 'ConfigFault', 'KeyRingInvalid'].includes(name);
  if (expected) io.err(message);
  else if (isDiskFull(error)) io.err('存储已满，没有保存 · no space left; nothing was saved');
  else if (isUnavailable(error))
    io.err(`连不上数据库，请检查 DATABASE_URL · the database cannot be reached: ${message === '' ? code : message}`);
  else io.err(stack ?? String(error));
  return name === 'ConfigFault' ? 2 : 1;
}

process.exitCode = await main().catch(tell);
