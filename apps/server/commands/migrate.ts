import { readConfig } from '../../../kernel/config/index.ts';
import { migrate, openDatabase, pendingMigrations } from '../../../kernel/db/index.ts';
import { migrations } from '../migrations.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  summary: { zh: '更新数据库结构', en: 'bring the database schema up to date' },
  usage: 'fayuan migrate [--check] [--json]',
  help: '--check  只看还有哪些没做，不改动 · only list what is pending',
  async run(args, io) {
    const config = readConfig(io.env);
    const database = await openDatabase(
      config.databaseUrl === undefined
        ? { engine: 'embedded', folder: config.dataFolder }
        : { engine: 'postgres', url: config.databaseUrl },
    );
    try {
      const report = args.includes('--check')
        ? { applied: [], pending: (await pendingMigrations(database.owner, migrations)).map((m) => m.id) }
        : await migrate(database.owner, migrations);
      if (args.includes('--json')) io.out(JSON.stringify(report));
      else for (const id of args.includes('--check') ? report.pending : report.applied) io.err(id);
      if (!args.includes('--json') && report.applied.length + report.pending.length === 0)
        io.err('已是最新 · up to date');
      return 0;
    } finally {
      await database.close();
    }
  },
};
