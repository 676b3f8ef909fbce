import type { InputFault } from '../input/read.ts';
import { readWords } from '../input/words.ts';
import type { SitingModel } from './problem.ts';

/** What `circle site` was asked, once its words are read. */
export interface SiteArguments {
  readonly input:
    | { readonly kind: 'orlib'; readonly file: string }
    | { readonly kind: 'planar'; readonly points: string; readonly weights: string }
    | {
        readonly kind: 'matrix';
        readonly file: string;
        readonly candidates: string;
        readonly demand: string;
      }
    | { readonly kind: 'graph'; readonly file: string; readonly candidates: string; readonly demand: string };
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
  | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const faults: InputFault[] = [];
  const say = (pointer: string, code: string, zh: string, en: string): void =>
    void faults.push({ pointer, code, text: { zh, en } });
  const parsed = readWords(argv, options, [], 'GRAPH');
  if (!parsed.ok) return { ok: false, faults: [parsed.fault] };
  const { options: values, files } = parsed.value;
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
  const input = inputOf({ ...values, graph: files.GRAPH });
  if (input === undefined)
    say(
      '',
      'input',
      '输入须为其一：--orlib FILE；--points P --weights W；GRAPH 或 --matrix M.csv，加 --candidates C.csv --demand D.csv',
      'give one input: --orlib FILE, or --points P --weights W, or GRAPH or --matrix M.csv with --candidates C.csv --demand D.csv',
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

function inputOf({
  orlib,
  points,
  weights,
  matrix,
  graph,
  candidates,
  demand,
}: Readonly<Record<string, unknown>>): SiteArguments['input'] | undefined {
  const given = [orlib, points ?? weights, graph ?? matrix ?? candidates ?? demand].filter((one) => one !== undefined);
  if (given.length !== 1 || (graph !== undefined && matrix !== undefined)) return undefined;
  if (typeof orlib === 'string') return { kind: 'orlib', file: orlib };
  if (typeof points === 'string' && typeof weights === 'string') return { kind: 'planar', points, weights };
  if (typeof matrix === 'string' && typeof candidates === 'string' && typeof demand === 'string')
    return { kind: 'matrix', file: matrix, candidates, demand };
  if (typeof graph === 'string' && typeof candidates === 'string' && typeof demand === 'string')
    return { kind: 'graph', file: graph, candidates, demand };
  return undefined;
}
