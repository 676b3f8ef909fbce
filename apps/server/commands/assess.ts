import { assessCommand, assessHelp } from '../../../modules/policy/commands.ts';
import type { Command } from './command.ts';
import { readAll } from './read-all.ts';

export const assess: Command = {
  summary: { zh: '按法律评估一份（或一组）申请', en: 'assess one application, or an array of them' },
  usage: 'fayuan assess [--json] [--standards FILE] < facts.json',
  help: assessHelp,
  async run(args, io) {
    const result = await assessCommand({ argv: args, stdin: await readAll(io.stdin) });
    if (result.stdout !== '') io.out(result.stdout);
    if (result.stderr !== '') io.err(result.stderr);
    return result.exitCode;
  },
};
