import type { LocalDate } from '../../kernel/time/index.ts';
import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import {
  loadContestedRefusal,
  markCorrectionOrdered,
  markMaintained,
  markObjected,
  readContestedRefusal,
  restoreProvisional,
} from '../applications/index.ts';
import {
  loadContestedTermination,
  markTerminationContested,
  markTerminationOverturned,
  markTerminationUpheld,
  readContestedTermination,
} from '../cases/index.ts';

/** The decisions of a centre that art. 49 lets a person object to: a refusal, and a termination. */
export type Subject = 'application' | 'case';

/** Which decision: of an application the refusal, of a case its latest termination. */
export type Against =
  | { readonly tenant: string; readonly applicationId: string }
  | { readonly tenant: string; readonly caseId: string };
export type AgainstAt = Against & { readonly version: number };

/** A decision as the bureau needs it, whichever room it was made in. */
export interface ContestedDecision {
  readonly subject: Subject;
  readonly subjectId: string;
  /** Which of the decisions of its kind on that record: a case may be terminated more than once. */
  readonly round: number;
  readonly tenant: string;
  readonly matterId: string;
  readonly matterNumber: string;
  readonly matterClass: string;
  readonly personName: string;
  readonly cause: string;
  readonly decidedOn: LocalDate;
  readonly decision: { readonly title: string; readonly number: string | null };
  readonly hands: readonly string[];
  readonly demonstration: boolean;
}

type Payload = Readonly<Record<string, unknown>>;
type Marked = Promise<{ readonly version: number }>;

/** The same with what each step of the objection does to the record it is about. */
export interface Contested extends ContestedDecision {
  objected(due: { readonly dueOn: LocalDate; readonly citation: string }, payload: Payload): Marked;
  maintained(payload: Payload): Marked;
  correctionOrdered(citation: string, payload: Payload): Marked;
}

export type ContestEvent = 'raiseObjection' | 'maintain' | 'orderCorrection';

/** Load the decision at the caller's version, when its table lets the actor make this move. */
export async function loadContested(tx: Tx, actor: Actor, at: AgainstAt, event: ContestEvent): Promise<Contested> {
  if ('caseId' in at) {
    const found = await loadContestedTermination(tx, actor, at, event);
    return {
      ...found,
      objected: (due, payload) => markTerminationContested(tx, found, due, payload),
      maintained: (payload) => markTerminationUpheld(tx, found, payload),
      correctionOrdered: async (citation, payload) => {
        const marked = await markTerminationOverturned(tx, actor, found, citation, payload);
        const { applicationId } = found.row;
        // Aid given provisionally ended in two records by one decision: it is undone in both.
        if (found.termination.madeFor === 'provisional' && applicationId !== null)
          await restoreProvisional(tx, { tenant: found.tenant, applicationId, revokedFor: 'objection' });
        return marked;
      },
    };
  }
  const found = await loadContestedRefusal(tx, actor, at, event);
  return {
    ...found,
    round: 1,
    objected: (due, payload) => markObjected(tx, actor, found, due, payload),
    maintained: (payload) => markMaintained(tx, actor, found, payload),
    correctionOrdered: (citation, payload) => markCorrectionOrdered(tx, actor, found, citation, payload),
  };
}

/** The same for looking only, in whatever state the record is. */
export async function readContested(tx: Tx, of: Against): Promise<ContestedDecision> {
  return 'caseId' in of ? readContestedTermination(tx, of) : { ...(await readContestedRefusal(tx, of)), round: 1 };
}
