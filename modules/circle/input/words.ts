import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Read, wrong } from './read.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; strict: true; allowPositionals: false }>
>['values'];

/**
 * The words after a command: its options, and files named by their place among the words, in any order. The fault names what is
 * unknown, missing or too much.
 * @param last a file that may follow them
 */
export function readWords<const O extends Options, const F extends string, const L extends string = never>(
  argv: readonly string[],
  options: O,
  names: readonly F[],
  last?: L,
): Read<{ readonly options: Parsed<O>; readonly files: Readonly<Record<F, string> & Partial<Record<L, string>>> }> {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
    const lacking = names[positionals.length];
    if (lacking !== undefined) return wrong(`/${lacking}`, 'missing', `缺少 ${lacking}`, `${lacking} is missing`);
    const known = last === undefined ? names : [...names, last];
    const over = positionals[known.length];
    if (over !== undefined) return wrong('/argument', 'argument', `多余的参数：${over}`, `unexpected: ${over}`);
    const files = Object.fromEntries(positionals.map((file, n) => [known[n], file])) as Record<F, string> &
      Partial<Record<L, string>>;
    return { ok: true, value: { options: values as Parsed<O>, files } };
  } catch (error) {
    const { message } = error as Error;
    const name = /'(?:-\w, )?-{0,2}([\w-]+)/.exec(message)?.[1] ?? '';
    return wrong(`/${name}`, 'argument', `参数有误：${name}`, message.split('. ')[0] ?? message);
  }
}
