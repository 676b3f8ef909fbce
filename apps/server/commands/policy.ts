import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { replayAssessments } from '../../../modules/applications/index.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';
import { optionOf } from './options.ts';

export const policy: Command = {
  summary: { zh: '重新推导已存的评估，核对有无差异', en: 'derive every stored assessment again' },
  usage: 'fayuan policy replay [--since DATE] [--json]',
  help: '有差异时退出码 1。 · Exit 1 when any differs.',
  accepts: { verb: 'replay', flags: ['--json'], values: ['--since'] },
  async run(args, io) {
    const since = optionOf(args, '--since');
    if (since !== undefined && !isLocalDate(since)) return complain(io, '/since: 没有这个日期 · no such date');
    const house = await openHouse(readConfig(io.env), { migrate: false });
    try {
      const report = await runUseCase(house.runner, systemActor, (tx) => replayAssessments(tx, since), {
        scope: wholeCountry,
      });
      if (args.includes('--json')) io.out(JSON.stringify(report));
      else {
        io.err(`${report.replayed} 份评估重新推导，差异 ${report.differences.length} · replayed, differences`);
        for (const d of report.differences) io.err(`${d.tenant} ${d.number}: ${d.stored} → ${d.derived}`);
      }
      return report.differences.length === 0 ? 0 : 1;
    } finally {
      await house.close();
    }
  },
};

function complain(io: { err(text: string): void }, text: string): number {
  io.err(text);
  return 2;
}
