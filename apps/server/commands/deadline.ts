import { deadlineCommand, deadlineHelp } from '../../../modules/policy/commands.ts';
import type { Command } from './command.ts';

export const deadline: Command = {
  summary: { zh: '计算一项法定期限', en: 'count one statutory time limit' },
  usage: 'fayuan deadline --step STEP --from DATE[THH:MM] [--on DATE] [--paused FROM..TO]… [--matter KIND] [--json]',
  help: deadlineHelp,
  async run(args, io) {
    const result = await deadlineCommand({ argv: args, stdin: '' });
    if (result.stdout !== '') io.out(result.stdout);
    if (result.stderr !== '') io.err(result.stderr);
    return result.exitCode;
  },
};
