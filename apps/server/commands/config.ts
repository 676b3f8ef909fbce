import { readConfig, settings } from '../../../kernel/config/index.ts';
import type { Command } from './command.ts';

export const config: Command = {
  summary: { zh: '列出全部设置和当前值', en: 'list every setting and its value' },
  usage: 'fayuan config [--json]',
  help: '设置都来自环境变量；密码不显示。\nSettings are environment variables; passwords are not shown.',
  accepts: { flags: ['--json'] },
  async run(args, io) {
    readConfig(io.env);
    const rows = Object.entries(settings).map(([name, { default: standard, zh, en }]) => ({
      name,
      value: withoutPassword(io.env[name] ?? standard ?? null),
      default: standard ?? null,
      zh,
      en,
    }));
    if (args.includes('--json')) io.out(JSON.stringify(rows, null, 2));
    else
      for (const row of rows) io.out(`${row.name.padEnd(20)} ${(row.value ?? '—').padEnd(24)} ${row.zh} · ${row.en}`);
    return 0;
  },
};

function withoutPassword(value: string | null): string | null {
  return value?.replace(/(postgres(?:ql)?:\/\/[^:@/]+):[^@]+@/, '$1:•••@') ?? null;
}
