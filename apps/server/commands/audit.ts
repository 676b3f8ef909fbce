import { verifyAudit } from '../../../kernel/audit/index.ts';
import { readConfig } from '../../../kernel/config/index.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';

export const audit: Command = {
  summary: { zh: '核对事件链，指出被改、被删、被调换的记录', en: 'verify the event chains' },
  usage: 'fayuan audit verify [--json]',
  help: '发现问题时退出码 1，并逐条指出。 · Exit 1 and each faulty row named when the memory was touched.',
  accepts: { verb: 'verify', flags: ['--json'] },
  async run(args, io) {
    const house = await openHouse(readConfig(io.env), { migrate: false });
    try {
      const report = await verifyAudit(house.database, house.runner.seal);
      if (args.includes('--json')) io.out(JSON.stringify(report));
      else {
        io.err(
          `${report.matters} 个事项、${report.events} 条事件，问题 ${report.faults.length} · matters, events, faults`,
        );
        for (const f of report.faults) io.err(`${f.tenant} ${f.matterId} #${f.seq}: ${f.kind}`);
      }
      return report.faults.length === 0 ? 0 : 1;
    } finally {
      await house.close();
    }
  },
};
