import { circuitsCommand, circuitsHelp, siteCommand, siteHelp } from '../../../modules/circle/commands.ts';
import type { Command } from './command.ts';

/** What each word after `circle` does. */
const verbs: Readonly<
  Record<string, { readonly usage: string; readonly help: string; readonly run: typeof siteCommand }>
> = {
  site: {
    usage:
      'fayuan circle site --model pmedian|mclp|lscp [-p N] [--radius X] [--fixed IDS] (--orlib FILE | --points P --weights W | --matrix M.csv --candidates C.csv --demand D.csv) [--json]',
    help: siteHelp,
    run: siteCommand,
  },
  circuits: {
    usage:
      'fayuan circle circuits --matrix M.csv --villages V.csv --base ID --from DATE --to DATE [--hours H] [--teams N] [--json | --csv]',
    help: circuitsHelp,
    run: circuitsCommand,
  },
};

export const circle: Command = {
  summary: { zh: '一小时服务圈：选址和巡回', en: 'the one-hour circle: siting and mobile circuits' },
  usage: Object.values(verbs)
    .map(({ usage }) => usage)
    .join('\n'),
  help: Object.values(verbs)
    .map(({ help }) => help)
    .join('\n\n'),
  async run([name = '', ...args], io) {
    const verb = verbs[name];
    if (verb === undefined) {
      io.err(`/circle: 没有这个子命令：${name} · no such command; one of ${Object.keys(verbs).join(', ')}`);
      return 2;
    }
    const { exitCode, stdout, stderr } = await verb.run(args);
    if (stdout !== '') io.out(stdout);
    if (stderr !== '') io.err(stderr);
    return exitCode;
  },
};
