import type { Lifecycle } from '../../api/lifecycles.ts';
import type { WorkItem } from '../../api/work-item.ts';

/** What somebody with these roles does next with a piece of work, or why they wait. */
export type NextStep =
  | { readonly kind: 'action'; readonly event: string }
  /** The proposal lies open: grant, refuse or return. */
  | { readonly kind: 'approve' }
  /** Proposed by this very person: a second one must decide. */
  | { readonly kind: 'otherHand' }
  /** Somebody else's turn. */
  | { readonly kind: 'none' };

/** Ways out that nobody is led to. */
const exits = [
  'withdraw',
  'transfer',
  'terminate',
  'decline',
  'recall',
  'openOffer',
  'closeOffer',
  'designateFirm',
  'giveBack',
  'recallFirm',
  'returnFile',
  'lapse',
  'requestSupplement',
  'requestCooperation',
  'provideProvisionally',
  'endProvisional',
  'requestReplacement',
  // Only where an organ waits: its clock says so.
  'replyOrgan',
  'reportRefusal',
  'fixHearing',
  'moveHearing',
  'recordHandover',
  'claimCost',
  'reportMajorMatter',
  'issueFeeLetter',
  'referForRelief',
  'withdrawRelief',
  'revokeTermination',
  // A commitment that stands waits for nobody; a finding is taken back only by whoever sees that it was wrong.
  'pick',
  'correct',
  'resumeByDesignation',
  'passOn',
  'merge',
  'requestInformation',
  'declineToAccept',
  'entrust',
  'tellFederation',
  'sendBack',
];

/** Moves that decide on what somebody proposed. */
const decisions = ['grant', 'refuse', 'approve', 'closeWithoutPayment', 'approveReplacement'];

/** The first way onward that the table gives these roles; the table's order is the order of the work. */
export function nextStep(
  item: Pick<WorkItem, 'subject' | 'state' | 'proposedBy' | 'moves'>,
  roles: readonly string[],
  accountId: string,
  lifecycles: readonly Lifecycle[],
): NextStep {
  const moves = lifecycles.find((lifecycle) => lifecycle.name === item.subject)?.states[item.state]?.on ?? {};
  const open = Object.entries(moves).filter(
    ([event, move]) =>
      !exits.includes(event) && (item.moves?.includes(event) ?? move.by.some((role) => roles.includes(role))),
  );
  if (open.some(([event]) => decisions.includes(event)))
    return { kind: item.proposedBy === accountId ? 'otherHand' : 'approve' };
  const first = open[0];
  return first === undefined ? { kind: 'none' } : { kind: 'action', event: first[0] };
}

/** The states in which the table leaves something to these roles, ways out left aside. */
export function statesOf(
  subject: WorkItem['subject'],
  roles: readonly string[],
  lifecycles: readonly Lifecycle[],
): readonly string[] {
  const states = lifecycles.find((lifecycle) => lifecycle.name === subject)?.states ?? {};
  return Object.keys(states).filter(
    (state) => nextStep({ subject, state, proposedBy: null }, roles, '', lifecycles).kind !== 'none',
  );
}
