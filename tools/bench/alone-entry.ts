// The process that `alone.ts` starts: does one measure, prints it as JSON.
import { benchPolicy } from '../../modules/policy/index.ts';
import { fillAssessed } from './fill-assessed.ts';
import { benchMatching } from './matching.ts';
import { benchTravel } from './travel.ts';
import { benchWhatIf } from './what-if.ts';

const measures = {
  fillAssessed,
  matching: benchMatching,
  policy: benchPolicy,
  travel: benchTravel,
  whatIf: benchWhatIf,
} as const;
export type Measures = typeof measures;

const [name = '', given = '[]'] = process.argv.slice(2);
if (!Object.hasOwn(measures, name)) throw new Error(`no measure is called ${name}`);
const measure = measures[name as keyof Measures] as (...args: readonly unknown[]) => unknown;
const measured = await measure(...(JSON.parse(given) as unknown[]));
process.stdout.write(JSON.stringify(measured ?? null));
