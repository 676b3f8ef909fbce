import type { Command, CommandIo } from './commands/command.ts';

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
  audit: async () => (await import('./commands/audit.ts')).audit,
  statistics: async () => (await import('./commands/statistics.ts')).statistics,
  keys: async () => (await import('./commands/keys.ts')).keys,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
};

const io: CommandIo = {
  env: process.env,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '' || name === '--help' || name === '-h' || name === 'help') return overview();
  const load = commands[name];
  if (load === undefined) {
    io.err(`没有这个命令：${name} · no such command; fayuan --help`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.usage}\n\n${command.summary.zh} · ${command.summary.en}\n\n${command.help}`);
    return 0;
  }
  return command.run(args, io);
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

process.exitCode = await main().catch((error: unknown) => {
  const { message, name } = error as Error;
  const expected = ['FolderInUse', 'SchemaMismatch', 'ConfigFault', 'KeyRingInvalid', 'Refusal'].includes(name);
  io.err(expected ? message : String((error as Error).stack ?? error));
  return name === 'ConfigFault' ? 2 : 1;
});
