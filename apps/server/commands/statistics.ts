import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { verifyStatistics } from '../../../modules/statistics/index.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';

export const statistics: Command = {
  summary: { zh: '用原始记录核对统计数', en: 'verify the counters against the records' },
  usage: 'fayuan statistics verify [--json]',
  help: '有差异时退出码 1。 · Exit 1 when any cell differs.',
  accepts: { verb: 'verify', flags: ['--json'] },
  async run(args, io) {
    const house = await openHouse(readConfig(io.env), { migrate: false });
    try {
      const report = await runUseCase(house.runner, systemActor, (tx) => verifyStatistics(tx), { scope: wholeCountry });
      if (args.includes('--json')) io.out(JSON.stringify(report));
      else {
        io.err(`${report.cells} 个统计数，差异 ${report.differences.length} · cells, differences`);
        for (const d of report.differences)
          io.err(`${d.tenant} ${d.name} ${d.month} ${d.dimension}=${d.value}: ${d.counted} ≠ ${d.recounted}`);
      }
      return report.differences.length === 0 ? 0 : 1;
    } finally {
      await house.close();
    }
  },
};
