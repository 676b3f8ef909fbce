import type { Role } from '../../accounts/index.ts';
import type { Level } from '../schema.ts';

/** Whose it is to keep a limit, and whom it climbs to. */
interface Keepers {
  /** Roles of the desk that keeps it. */
  readonly desk: readonly Role[];
  /** True where the handler of the case keeps it. */
  readonly handler?: true;
  readonly supervisor: readonly Role[];
}

const centre = (...desk: readonly Role[]): Keepers => ({ desk, supervisor: ['manager'] });
const bureau: Keepers = { desk: ['bureauReviewer'], supervisor: ['bureauReviewer'] };
const assessed: Keepers = { desk: [], handler: true, supervisor: ['quality'] };
const handler: Keepers = { desk: [], handler: true, supervisor: ['manager'] };

/** 每个环节由谁办、超期报谁. Steps of the law's clocks and the centre's own. */
const keepers: Readonly<Record<string, Keepers>> = {
  decide: centre('reviewer', 'approver'),
  provisionalPapers: centre('reviewer'),
  cooperation: centre('clerk', 'reviewer'),
  handOver: centre('clerk', 'reviewer'),
  carryOutCorrection: centre('approver'),
  checkCommitment: centre('reviewer'),
  designate: centre('designator'),
  replyOrgan: centre('designator', 'clerk'),
  decideReplacement: centre('approver'),
  notifyTermination: centre('clerk', 'reviewer'),
  reviewFile: centre('reviewer', 'approver'),
  acknowledgeMatter: centre('approver', 'manager'),
  followRelief: centre('clerk', 'reviewer'),
  signAgreement: handler,
  fileWithCourt: handler,
  submitFile: handler,
  // 质量评估: the reviewer, or the handler of the assessed case; what is late climbs to whoever runs the plan.
  handInReview: assessed,
  askReassessment: assessed,
  replyRectification: assessed,
  // 督促: the handler answers; whoever was unhappy is called back by the quality officer.
  answerSupervision: assessed,
  callBack: { desk: ['quality'], supervisor: ['manager'] },
  // The bureau's own days: nobody of the centre is told, and they climb within the bureau (art. 49).
  decideObjection: bureau,
  // A complaint may be about the centre itself: its head is not told either (art. 56).
  acceptComplaint: bureau,
  decideComplaint: bureau,
  replyComplaint: bureau,
  returnComplaint: bureau,
};

export interface Told {
  readonly roles: readonly Role[];
  readonly handler: boolean;
}

/** Who is told of a limit at a level: its keeper when it is near, the supervisor too when it has passed, the bureau when it stays passed. */
export function toldOf(step: string, level: Level): Told {
  const { desk, handler: byHandler = false, supervisor } = keepers[step] ?? centre('manager');
  if (level === 'soon') return { roles: desk, handler: byHandler };
  if (level === 'overdue') return { roles: [...new Set([...desk, ...supervisor])], handler: byHandler };
  return { roles: [...new Set<Role>([...supervisor, 'bureauReviewer'])], handler: false };
}
