import { spawnSync } from 'node:child_process';
import { fromRoot } from '../../kernel/paths.ts';
import { median } from './median.ts';

const facts = {
  receivedOn: '2026-11-24',
  region: '530502',
  matter: { class: 'civil', cause: 'labourPay' },
  applicant: { birthDate: '1980-05-01', residence: 'rural', groups: ['migrantWorker'] },
  household: { members: 3, annualIncome: 1_800_000, applicantAnnualIncome: 900_000 },
};

/** `fayuan assess`, one person's facts, from the start of the process to its end: the median of `times`, in milliseconds. */
export function timeAssessCommand(times: number): number {
  const run = (): number => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [fromRoot('bin', 'fayuan.js'), 'assess', '--json'], {
      input: JSON.stringify(facts),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`fayuan assess: ${stderr}`);
    return performance.now() - began;
  };
  run();
  return median(Array.from({ length: times }, run));
}
