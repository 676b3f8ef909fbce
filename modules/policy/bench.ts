import { lawOnFile } from './law/on-file.ts';
import { assess } from './rules/assess.ts';
import { causes, type Facts, type Group, groups } from './schema.ts';

/**
 * How fast the rules are: assessments a second of one core's time, from parsed facts with the packs compiled, and the time to read the packs.
 * Processor time, and the best of several spans: what shares the core with us can only make it slower.
 */
export interface PolicyBench {
  readonly assessmentsPerSecond: number;
  readonly assessed: number;
  /** Reading, checking and compiling the packs, once at start. */
  readonly readPacksMs: number;
}

/**
 * Assess a fixed mix of matters (all causes, both regimes, criminal and civil, with and without households) for `spans` seconds.
 * The mix is made from a counter, so that two runs assess the same facts.
 */
export function benchPolicy(spans = 5): PolicyBench {
  const startedReading = performance.now();
  lawOnFile();
  const readPacksMs = performance.now() - startedReading;
  const mix = Array.from({ length: 4096 }, (_, n) => mixedFacts(n));
  for (let warm = 0; warm < 20; warm += 1) for (const facts of mix) assess(facts);

  let assessed = 0;
  let best = 0;
  for (let span = 0; span < spans; span += 1) {
    const before = assessed;
    const started = process.cpuUsage();
    let spent = 0;
    while (spent < 1) {
      for (const facts of mix) assess(facts);
      assessed += mix.length;
      const { user, system } = process.cpuUsage(started);
      spent = (user + system) / 1e6;
    }
    best = Math.max(best, (assessed - before) / spent);
  }
  return {
    assessmentsPerSecond: Math.round(best),
    assessed,
    readPacksMs: Math.round(readPacksMs),
  };
}

const days = [
  '2005-03-01',
  '2011-06-30',
  '2014-10-08',
  '2017-12-18',
  '2020-02-03',
  '2022-01-01',
  '2024-05-20',
  '2026-11-24',
];
const regions = ['530502', '530521', '530523', '530524', '530581'];
const stages = ['investigation', 'prosecutionReview', 'firstInstance', 'secondInstance', 'retrial'] as const;

function mixedFacts(n: number): Facts {
  const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(n / step) % list.length] as T;
  const criminal = n % 5 === 0;
  const group: Group[] = n % 3 === 0 ? [pick(groups, 3)] : n % 3 === 1 ? [pick(groups, 1), pick(groups, 7)] : [];
  return {
    receivedOn: pick(days, 1),
    region: pick(regions, 2),
    matter: {
      class: criminal ? 'criminal' : 'civil',
      ...(criminal
        ? {
            criminal: {
              stage: pick(stages, 5),
              role: n % 2 === 0 ? 'suspectOrDefendant' : 'victim',
              hasDefender: n % 11 === 0,
              ...(n % 4 === 0 ? { notifiedBy: 'court' as const } : {}),
            },
          }
        : { cause: pick(causes, 1) }),
      ...(n % 7 === 0 ? { limitationExpiresOn: '2026-11-28' } : {}),
    },
    applicant: {
      birthDate: `${1935 + (n % 80)}-0${1 + (n % 9)}-1${n % 9}`,
      residence: n % 2 === 0 ? 'rural' : 'urban',
      groups: group,
    },
    ...(n % 6 === 0
      ? {}
      : {
          household: {
            members: 1 + (n % 6),
            annualIncome: (n % 97) * 100_000,
            applicantAnnualIncome: (n % 31) * 50_000,
          },
        }),
  };
}
