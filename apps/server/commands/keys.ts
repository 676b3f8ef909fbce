import { join } from 'node:path';
import { readConfig } from '../../../kernel/config/index.ts';
import { parseKeyRing, readKeyFile, replaceKeyFile, withNewKey } from '../../../kernel/crypto/index.ts';
import { rotateKeys } from '../../../kernel/key-rotation/index.ts';
import { protectionOf } from '../../../kernel/use-case/index.ts';
import { encryptedColumns } from '../encrypted-columns.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';

export const keys: Command = {
  summary: { zh: '更换字段加密密钥并重新加密', en: 'rotate the field encryption key' },
  usage: 'fayuan keys rotate [--resume] [--json]',
  help: '先加一把新密钥，再分批重新加密旧数据；可中断，用 --resume 接着做。服务运行中（PostgreSQL）也可以做，但要重启服务以使用新密钥。\nAdds a key, then re-encrypts in batches; --resume goes on after an interruption.',
  accepts: { verb: 'rotate', flags: ['--resume', '--json'] },
  async run(args, io) {
    const config = readConfig(io.env);
    const folder = join(config.dataFolder, 'keys');
    const house = await openHouse(config, { migrate: false });
    try {
      const file = args.includes('--resume') ? readKeyFile(folder) : withNewKey(readKeyFile(folder), config.cipher);
      if (!args.includes('--resume')) replaceKeyFile(folder, file);
      const runner = { ...house.runner, ...protectionOf(parseKeyRing(file)) };
      const report = await rotateKeys(runner, encryptedColumns, (line) => io.err(line));
      if (args.includes('--json')) io.out(JSON.stringify({ active: file.active, ...report }));
      else io.err(`新密钥 ${file.active}，重新加密 ${report.rows} 个字段 · fields re-encrypted`);
      return 0;
    } finally {
      await house.close();
    }
  },
};
