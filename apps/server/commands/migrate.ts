import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../kernel/config/index.ts';
import { type MigrationReport, migrate, openDatabase, pendingMigrations } from '../../../kernel/db/index.ts';
import { migrations } from '../migrations.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  summary: { zh: '更新数据库结构', en: 'bring the database schema up to date' },
  usage: 'fayuan migrate [--check] [--json]',
  help: '--check  只看还有哪些没做，不改动；有没做的时退出码 1 · only list what is pending; exit 1 when something is',
  accepts: { flags: ['--check', '--json'] },
  async run(args, io) {
    const config = readConfig(io.env);
    const check = args.includes('--check');
    const tell = (report: MigrationReport): number => {
      if (args.includes('--json')) io.out(JSON.stringify(report));
      else if (report.applied.length + report.pending.length === 0) io.err('已是最新 · up to date');
      else for (const id of [...report.applied, ...report.pending]) io.err(id);
      return report.pending.length === 0 ? 0 : 1;
    };
    // Looking must not found a database where there is none.
    if (check && config.databaseUrl === undefined && !existsSync(join(config.dataFolder, 'pg', 'PG_VERSION')))
      return tell({ applied: [], pending: migrations.map((m) => m.id) });
    const database = await openDatabase(
      config.databaseUrl === undefined
        ? { engine: 'embedded', folder: config.dataFolder }
        : { engine: 'postgres', url: config.databaseUrl },
    );
    try {
      return tell(
        check
          ? { applied: [], pending: (await pendingMigrations(database.owner, migrations)).map((m) => m.id) }
          : await migrate(database.owner, migrations),
      );
    } finally {
      await database.close();
    }
  },
};
