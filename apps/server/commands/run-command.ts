import type { Command, CommandIo } from './command.ts';
import { unknownArguments } from './options.ts';

/** The process's own streams. */
export const processIo: CommandIo = {
  env: process.env,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

/** One command with its arguments: its help, its arguments judged, its work. @returns the exit code */
export async function runCommand(command: Command, args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.usage}\n\n${command.summary.zh} · ${command.summary.en}\n\n${command.help}`);
    return 0;
  }
  const faults = command.accepts === undefined ? [] : unknownArguments(args, command.accepts);
  if (faults.length > 0) {
    for (const line of [...faults, command.usage]) io.err(line);
    return 2;
  }
  return command.run(args, io);
}
