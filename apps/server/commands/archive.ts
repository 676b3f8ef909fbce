import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { instantOf, isLocalDate } from '../../../kernel/time/index.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { removedSince } from '../../../modules/archive/index.ts';
import { type EnteredPage, enterRegister } from '../../../modules/cases/index.ts';
import { type House, openHouse } from '../house.ts';
import type { Command, CommandIo } from './command.ts';
import { optionOf, unknownArguments } from './options.ts';

const usage = 'fayuan archive destroyed --since DATE · fayuan archive enter';

export const archive: Command = {
  summary: { zh: '列出已销毁的文件；补登早先归档的卷', en: 'list destroyed files; enter files archived earlier' },
  usage,
  help: 'destroyed：每行一个散列，即 files/ 里的文件名；用来清除别处的副本。enter：有档案登记簿以前归档的案件，按当时的日期和归档人补登并定期限；可以重复运行。\ndestroyed: one hash a line, the name of the file in files/, for clearing copies kept elsewhere. enter: cases archived before there was a register enter it, with the day and the hand of that time; may run again.',
  async run(args, io) {
    const verb = args[0] === 'enter' ? 'enter' : 'destroyed';
    const faults = unknownArguments(args, { verb, values: verb === 'destroyed' ? ['--since'] : [] });
    if (faults.length > 0) {
      for (const fault of [...faults, usage]) io.err(fault);
      return 2;
    }
    return verb === 'enter' ? enter(io) : listDestroyed(optionOf(args, '--since'), io);
  },
};

async function listDestroyed(since: string | undefined, io: CommandIo): Promise<number> {
  if (since === undefined || !isLocalDate(since)) {
    io.err('/since: fayuan archive destroyed --since YYYY-MM-DD');
    return 2;
  }
  return inHouse(io, async ({ database }) => {
    const rows = await database.transaction(wholeCountry, (db) => removedSince({ db }, instantOf(since)));
    for (const hash of new Set(rows.map((row) => row.hash))) io.out(hash);
  });
}

/** Archived cases that one transaction looks at. */
const pageSize = 500;

function enter(io: CommandIo): Promise<number> {
  return inHouse(io, async ({ runner }) => {
    let last: EnteredPage['last'];
    let entered = 0;
    do {
      const page = await runUseCase(runner, systemActor, (tx) => enterRegister(tx, systemActor, last, pageSize), {
        scope: wholeCountry,
      });
      entered += page.entered;
      last = page.last;
    } while (last !== undefined);
    io.err(`补登 ${entered} 卷 · files entered`);
  });
}

async function inHouse(io: CommandIo, work: (house: House) => Promise<void>): Promise<number> {
  const house = await openHouse(readConfig(io.env), { migrate: false });
  try {
    await work(house);
    return 0;
  } finally {
    await house.close();
  }
}
