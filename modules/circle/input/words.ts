import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Read, wrong } from './read.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; strict: true; allowPositionals: false }>
>['values'];

/** The words after a command as its options. The fault names the option that is unknown or lacks its value. */
export function readWords<const O extends Options>(argv: readonly string[], options: O): Read<Parsed<O>> {
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false });
    return { ok: true, value: values as Parsed<O> };
  } catch (error) {
    const { message } = error as Error;
    const name = /'(?:-\w, )?-{0,2}([\w-]+)/.exec(message)?.[1] ?? '';
    return wrong(`/${name}`, 'argument', `参数有误：${name}`, message.split('. ')[0] ?? message);
  }
}
