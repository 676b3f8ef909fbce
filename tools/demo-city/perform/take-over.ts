import type { Instant } from '../../../kernel/time/index.ts';
import { type Runner, runUseCase } from '../../../kernel/use-case/index.ts';
import {
  acknowledgeMaterials,
  grantApplication,
  proposeDecision,
  readApplication,
  refuseApplication,
} from '../../../modules/applications/index.ts';
import type { Tenant } from '../tenants.ts';
import type { Staff } from './staff.ts';

/** Something that follows from a step without being part of its story. */
export interface FollowUp {
  readonly at: Instant;
  /** Does it, and says what follows next. */
  play(): Promise<FollowUp | undefined>;
}

const hour = 3_600_000;
const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * hour).toISOString();

/** 接收移送: the competent centre acknowledges the next day, reviews, and another decides within the seven days. */
export function takeOver(
  runner: Runner,
  staff: Staff,
  moved: { readonly tenant: string; readonly applicationId: string },
  at: Instant,
): FollowUp {
  const tenant = moved.tenant as Tenant;
  const key = { tenant, applicationId: moved.applicationId };
  const clerk = staff.at(tenant, 'clerk');
  const reviewer = staff.at(tenant, 'reviewer');
  const approver = staff.at(tenant, 'approver');

  const decide = (version: number, outcome: 'grant' | 'refuse', when: Instant): FollowUp => ({
    at: when,
    play: async () => {
      const use = outcome === 'grant' ? grantApplication : refuseApplication;
      await runUseCase(runner, approver, (tx) => use(tx, approver, { ...key, version, note: '' }));
      return undefined;
    },
  });
  const review = (version: number, when: Instant): FollowUp => ({
    at: when,
    play: async () => {
      const page = await runUseCase(runner, reviewer, (tx) => readApplication(tx, reviewer, key));
      const { outcome } = page.application;
      if (outcome === 'needsInformation') return undefined;
      const refused = outcome === 'ineligible' || outcome === 'outOfScope';
      const proposed = await runUseCase(runner, reviewer, (tx) =>
        proposeDecision(tx, reviewer, {
          ...key,
          version,
          outcome: refused ? 'refuse' : 'grant',
          grounds: refused ? [...page.suggestedGrounds] : [],
          note: '',
        }),
      );
      return decide(proposed.version, refused ? 'refuse' : 'grant', later(when, 21));
    },
  });
  return {
    at: later(at, 23),
    play: async () => {
      const { version } = await runUseCase(runner, clerk, (tx) =>
        acknowledgeMaterials(tx, clerk, { ...key, version: 1 }),
      );
      return review(version, later(at, 50));
    },
  };
}
