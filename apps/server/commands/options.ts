import type { Accepted } from './command.ts';

/** The value after `--name`, or of `--name=value`. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const joined = args.find((a) => a.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}

/** One line for each argument that the command does not know: a mistyped option must not pass in silence. */
export function unknownArguments(args: readonly string[], accepted: Accepted): readonly string[] {
  const { verb, flags = [], values = [], words = 0 } = accepted;
  const faults: string[] = [];
  if (verb !== undefined && args[0] !== verb) faults.push(`缺少 ${verb} · ${verb} must come first`);
  let room = words;
  for (let i = verb === undefined || args[0] !== verb ? 0 : 1; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [name = ''] = arg.split('=', 1);
    if (flags.includes(arg)) continue;
    if (values.includes(name)) {
      if (arg === name && args[++i] === undefined) faults.push(`${name}: 缺少值 · a value is missing`);
    } else if (arg.startsWith('-') || room-- <= 0) {
      faults.push(`${arg}: 没有这个参数 · unknown argument`);
    }
  }
  return faults;
}
