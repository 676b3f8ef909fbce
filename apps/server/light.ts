import { assess } from './commands/assess.ts';
import { deadline } from './commands/deadline.ts';
import { processIo, runCommand } from './commands/run-command.ts';

/**
 * The commands that open nothing, apart from the rest: the build makes one file of them (`scripts/bundle.mjs`), because half of a
 * look-up's time went into opening a hundred small ones. `main.ts` runs the same commands from source.
 */
const commands = { assess, deadline };

const [name, ...args] = process.argv.slice(2);
process.exitCode = await runCommand(commands[name as keyof typeof commands], args, processIo);
