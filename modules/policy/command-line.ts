import type { Checked, PolicyFault } from './schema.ts';

/** What a command understands. */
export interface CommandShape {
  readonly flags: readonly string[];
  readonly options: readonly string[];
  readonly repeatable?: readonly string[];
}

export interface CommandArguments {
  readonly flags: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly PolicyFault[];
}

/** Arguments by name, `--name value` or `--name=value`. Unknown, valueless and doubled arguments are faults, all at once. */
export function readArguments(argv: readonly string[], shape: CommandShape): CommandArguments {
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const repeated = new Map<string, string[]>();
  const faults: PolicyFault[] = [];
  const say = (name: string, code: string, zh: string, en: string): void =>
    void faults.push({
      pointer: `/${name.replace(/^-+/, '').replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code,
      text: { zh, en },
    });

  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    if (shape.flags.includes(name) && equals < 0) {
      flags.add(name);
      continue;
    }
    const single = shape.options.includes(name);
    if (!single && !shape.repeatable?.includes(name)) {
      say(name, 'unknownArgument', `没有这个参数：${name}`, `unknown argument ${name}`);
      continue;
    }
    const next = argv[i + 1];
    const value = equals >= 0 ? word.slice(equals + 1) : next?.startsWith('--') ? undefined : next;
    if (equals < 0 && value !== undefined) i += 1;
    if (value === undefined || value === '') {
      say(name, 'valueMissing', `${name} 后面缺少内容`, `${name} needs a value`);
    } else if (!single) {
      repeated.set(name, [...(repeated.get(name) ?? []), value]);
    } else if (options.has(name)) {
      say(name, 'givenTwice', `${name} 只能写一次`, `${name} may be given once`);
    } else {
      options.set(name, value);
    }
  }
  return { flags, options, repeated, faults };
}

/** JSON text as a value, a byte order mark forgiven; the fault's pointer is that of the whole document. */
export function fromJson(text: string): Checked<unknown> {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') {
    return { ok: false, faults: [{ pointer: '', code: 'empty', text: { zh: '没有输入', en: 'no input' } }] };
  }
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch {
    return { ok: false, faults: [{ pointer: '', code: 'notJson', text: { zh: '不是 JSON', en: 'not JSON' } }] };
  }
}
