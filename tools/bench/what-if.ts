import { openHouse } from '../../apps/server/house.ts';
import { readConfig } from '../../kernel/config/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { staffActor } from '../../kernel/use-case/index.ts';
import { prepareWhatIf, runWhatIf } from '../../modules/what-if/index.ts';
import { assessedCounties, assessedPeriod } from './fill-assessed.ts';
import { median } from './median.ts';

/** One question over all stored applications of a city. */
export interface WhatIfTimes {
  readonly changed: number;
  /** From the question to the whole answer, milliseconds: the first, with everything cold, and the median of the later ones. */
  readonly firstMs: number;
  readonly ms: number;
  /** Time of one core that the process used for one answer, milliseconds: the median of the later ones. */
  readonly cpuMs: number;
}

export interface WhatIfFigures {
  readonly applications: number;
  /** The line of the towns from twice to two and a half times: those are looked into whom means decided. */
  readonly line: WhatIfTimes;
  /** A draft whose rules are tried: everybody is looked into. */
  readonly draft: WhatIfTimes;
}

/**
 * Ask over the sealed applications that `fillAssessed` left in the database, `times` after a first one. In a process that did not fill it:
 * an office's server has not just written a hundred thousand rows, and what doing so leaves in memory is no part of the answer.
 */
export async function benchWhatIf(
  env: Readonly<Record<string, string>>,
  applications: number,
  times: number,
): Promise<WhatIfFigures> {
  const line = [{ figure: 'multiplier', key: 'means-baoshan.urban', value: { fraction: [5, 2] } }];
  return {
    applications,
    line: await timeQuestion(env, applications, times, { changes: line, drafts: [] }),
    draft: await timeQuestion(env, applications, times, { changes: line, drafts: ['bs-practice-2017'] }),
  };
}

async function timeQuestion(
  env: Readonly<Record<string, string>>,
  applications: number,
  times: number,
  question: { readonly changes: unknown[]; readonly drafts: string[] },
): Promise<WhatIfTimes> {
  const tenants = [...assessedCounties];
  const head = staffActor('bench', 'bench', [{ role: 'manager', tenant: '530500', subtree: true }], tenants);
  const house = await openHouse(readConfig(env), { log: silentLog });
  try {
    const ask = async () => {
      const cpu = process.cpuUsage();
      const began = performance.now();
      const prepared = await prepareWhatIf(house.runner, head, { ...question, period: assessedPeriod });
      const { report, changed } = await runWhatIf(house.runner, prepared);
      if (report.examined !== applications) throw new Error(`${report.examined} of ${applications} were looked at`);
      const { user, system } = process.cpuUsage(cpu);
      return { ms: performance.now() - began, cpuMs: (user + system) / 1000, changed: changed.length };
    };
    const first = await ask();
    const later: Awaited<ReturnType<typeof ask>>[] = [];
    for (let n = 0; n < times; n += 1) later.push(await ask());
    return {
      changed: first.changed,
      firstMs: first.ms,
      ms: median(later.map(({ ms }) => ms)),
      cpuMs: median(later.map(({ cpuMs }) => cpuMs)),
    };
  } finally {
    await house.close();
  }
}
