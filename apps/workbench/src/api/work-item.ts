import type { ApplicationRow } from './applications.ts';

/** One line of work, whichever room it lies in. */
export interface WorkItem {
  readonly subject: 'application' | 'case';
  readonly tenant: string;
  readonly matterId: string;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly class: string;
  readonly cause: string | null;
  readonly groups: readonly string[];
  readonly region: string;
  readonly state: string;
  readonly urgent: boolean;
  readonly dueOn: string | null;
  readonly dueCitation: string | null;
  readonly handlerName: string | null;
  /** Account that proposed the decision: it may not also approve. */
  readonly proposedBy: string | null;
  readonly demonstration: boolean;
}

export function fromApplication(row: ApplicationRow): WorkItem {
  return {
    subject: 'application',
    tenant: row.tenant,
    matterId: row.matterId,
    id: row.id,
    number: row.number,
    name: row.recipientName,
    class: row.class,
    cause: row.cause,
    groups: row.groups,
    region: row.region,
    state: row.state,
    urgent: row.urgent,
    dueOn: row.dueOn,
    dueCitation: row.dueCitation,
    handlerName: null,
    proposedBy: row.proposedBy,
    demonstration: row.demonstration,
  };
}
