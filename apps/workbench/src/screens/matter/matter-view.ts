import type { ApplicationPage } from '../../api/applications.ts';
import type { CasePage } from '../../api/cases.ts';
import type { Deadline, MatterDocument, StoryEvent } from '../../api/matter.ts';
import type { Movable } from '../../parts/movable.ts';

/** 一件事: the application and the case that came of it, as one page shows them. Somebody may see only one of the two. */
export interface MatterView {
  readonly tenant: string;
  readonly matterId: string;
  readonly number: string;
  readonly recipientName: string;
  readonly class: string;
  readonly cause: string | null;
  readonly urgent: boolean;
  readonly demonstration: boolean;
  /** The record that is being worked on now: the case, once there is one. */
  readonly current: Movable;
  /** The application, where it still has moves of its own beside the case: aid given provisionally. */
  readonly beside: Movable | null;
  /** What hangs on the case with moves of its own: letters and reports, direct costs. */
  readonly aside: readonly Movable[];
  readonly deadlines: readonly Deadline[];
  readonly documents: readonly MatterDocument[];
  readonly story: readonly StoryEvent[];
  readonly application: ApplicationPage | null;
  readonly aidCase: CasePage | null;
}

export function matterViewOf(application: ApplicationPage | null, aidCase: CasePage | null): MatterView | undefined {
  const record = aidCase?.case ?? application?.application;
  const page = aidCase ?? application;
  const also = aidCase === null || application === null ? [] : application.allowedActions;
  if (record === undefined || page === null) return undefined;
  return {
    tenant: record.tenant,
    matterId: record.matterId,
    number: record.number,
    recipientName: record.recipientName,
    class: record.class,
    cause: record.cause,
    urgent: record.urgent,
    demonstration: record.demonstration,
    current: {
      subject: aidCase === null ? 'application' : 'case',
      tenant: record.tenant,
      id: record.id,
      version: record.version,
      state: record.state,
      events: page.allowedActions,
    },
    beside: application === null || also.length === 0 ? null : { ...movableOf(application.application), events: also },
    aside: [
      ...(aidCase?.affairs ?? []).map((affair) => ({ ...affair, subject: affair.kind })),
      ...(aidCase?.costs ?? []).map((cost) => ({ ...cost, subject: 'directCost' as const })),
    ].map(({ subject, id, version, state, allowedActions }) => ({
      subject,
      tenant: record.tenant,
      id,
      version,
      state,
      events: allowedActions,
    })),
    deadlines: also.length === 0 ? page.deadlines : [...page.deadlines, ...(application?.deadlines ?? [])],
    documents: longer(application?.documents, aidCase?.documents),
    story: longer(application?.story, aidCase?.story),
    application,
    aidCase,
  };
}

function movableOf({ tenant, id, version, state }: ApplicationPage['application']): Omit<Movable, 'events'> {
  return { subject: 'application', tenant, id, version, state };
}

/** Both pages tell the same chain; whoever may see more of it sees the longer one. */
function longer<T>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] {
  return a.length >= b.length ? a : b;
}
