import { parseArgs } from 'node:util';
import type { SitingFault, SitingModel } from './problem.ts';

/** What `circle site` was asked, once its words are read. */
export interface SiteArguments {
  readonly input:
    | { readonly kind: 'orlib'; readonly file: string }
    | { readonly kind: 'planar'; readonly points: string; readonly weights: string }
    | {
        readonly kind: 'matrix' | 'graph';
        readonly file: string;
        readonly candidates: string;
        readonly demand: string;
      };
  readonly model: SitingModel;
  readonly sites?: number;
  readonly radius?: number;
  readonly budget?: number;
  readonly fixed: readonly string[];
  readonly countyLimits: Readonly<Record<string, number>>;
  readonly worstGroupFirst: boolean;
  readonly alternatives: number;
  readonly seconds: number;
  readonly seed: number;
  readonly json: boolean;
}

const options = {
  model: { type: 'string' },
  p: { type: 'string', short: 'p' },
  radius: { type: 'string' },
  fixed: { type: 'string', multiple: true },
  budget: { type: 'string' },
  'county-limit': { type: 'string', multiple: true },
  'worst-group-first': { type: 'boolean' },
  alternatives: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  orlib: { type: 'string' },
  points: { type: 'string' },
  weights: { type: 'string' },
  matrix: { type: 'string' },
  candidates: { type: 'string' },
  demand: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Read the words after `circle site`; every fault with the argument it is in. */
export function readSiteArguments(
  argv: readonly string[],
):
  | { readonly ok: true; readonly value: SiteArguments }
  | { readonly ok: false; readonly faults: readonly SitingFault[] } {
  const faults: SitingFault[] = [];
  const say = (pointer: string, code: string, zh: string, en: string): void =>
    void faults.push({ pointer, code, text: { zh, en } });
  const parsed = parse(argv);
  if ('fault' in parsed) return { ok: false, faults: [parsed.fault] };
  const { values, positionals } = parsed;
  const number = (name: keyof typeof values, pointer = `/${name}`): number | undefined => {
    const text = values[name] as string | undefined;
    if (text === undefined) return undefined;
    const n = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(n)) say(pointer, 'notANumber', `不是数：${text}`, `not a number: ${text}`);
    return n;
  };

  const models = ['pmedian', 'mclp', 'lscp'] as const;
  const model = models.find((m) => m === values.model);
  if (model === undefined)
    say('/model', 'unknown', `--model 须为 ${models.join('、')}`, `--model must be one of ${models.join(', ')}`);
  const countyLimits: Record<string, number> = {};
  for (const text of values['county-limit'] ?? []) {
    const [, county = '', most = ''] = /^(.+)=([^=]+)$/.exec(text) ?? [];
    if (county === '') say('/county-limit', 'format', `应为 县=个数：${text}`, `must be COUNTY=NUMBER: ${text}`);
    else countyLimits[county] = Number(most);
  }
  const fixed = (values.fixed ?? []).flatMap((text) => text.split(',')).map((id) => id.trim());
  const input = inputOf(values, positionals);
  if (input === undefined)
    say(
      '',
      'input',
      '输入须为其一：--orlib FILE；--points P --weights W；GRAPH 或 --matrix M.csv，加 --candidates C.csv --demand D.csv',
      'give one input: --orlib FILE, or --points P --weights W, or GRAPH (or --matrix M.csv) --candidates C.csv --demand D.csv',
    );
  const [sites, radius, budget] = [number('p'), number('radius'), number('budget')];
  const [alternatives = 1, seconds = 5, seed = 1] = [number('alternatives'), number('seconds'), number('seed')];
  if (faults.length > 0 || model === undefined || input === undefined) return { ok: false, faults };
  return {
    ok: true,
    value: {
      input,
      model,
      ...(sites !== undefined && { sites }),
      ...(radius !== undefined && { radius }),
      ...(budget !== undefined && { budget }),
      fixed: fixed.filter((id) => id !== ''),
      countyLimits,
      worstGroupFirst: values['worst-group-first'] ?? false,
      alternatives,
      seconds,
      seed,
      json: values.json ?? false,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message } = error as Error;
    const name = /'(?:-\w, )?-{1,2}([\w-]+)/.exec(message)?.[1] ?? '';
    return {
      fault: { pointer: `/${name}`, code: 'argument', text: { zh: `参数有误：${name}`, en: firstLine(message) } },
    };
  }
}

function firstLine(text: string): string {
  return text.split('. ')[0] ?? text;
}

function inputOf(
  { orlib, points, weights, matrix, candidates, demand }: Readonly<Record<string, unknown>>,
  positionals: readonly string[],
): SiteArguments['input'] | undefined {
  const [graph, ...more] = positionals;
  const given = [orlib, points ?? weights, graph ?? matrix ?? candidates ?? demand].filter((one) => one !== undefined);
  if (given.length !== 1 || more.length > 0) return undefined;
  if (typeof orlib === 'string') return { kind: 'orlib', file: orlib };
  if (typeof points === 'string' && typeof weights === 'string') return { kind: 'planar', points, weights };
  if (typeof candidates !== 'string' || typeof demand !== 'string') return undefined;
  if (graph !== undefined) return matrix === undefined ? { kind: 'graph', file: graph, candidates, demand } : undefined;
  if (typeof matrix === 'string') return { kind: 'matrix', file: matrix, candidates, demand };
  return undefined;
}
