import type { AffairKind, AffairRow } from './affairs.ts';
import type { ApplicationRow } from './applications.ts';
import type { CaseRow } from './cases.ts';
import type { ListedCommitment } from './commitments.ts';
import type { ComplaintItem } from './complaints.ts';
import type { SubsidyRow } from './subsidies.ts';
import { type Supervision, type SupervisionKind, supervisionAddress } from './supervision.ts';

/** One line of work, whichever room it lies in. */
export interface WorkItem {
  readonly subject: 'application' | 'case' | 'subsidy' | 'commitment' | 'complaint' | 'supervision' | AffairKind;
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
  /** The case behind a line that is about something else. */
  readonly caseId?: string;
  /** What a complaint is about, in place of a class and a cause. */
  readonly grounds?: readonly string[];
  /** By which way the case was seen of which something is asked, in place of a class and a cause. */
  readonly seenBy?: SupervisionKind;
  /** The moves that are this very person's, where the table alone does not tell. */
  readonly moves?: readonly string[];
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

export function fromCase(row: CaseRow): WorkItem {
  return {
    subject: 'case',
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
    handlerName: row.handlerName,
    proposedBy: null,
    demonstration: row.demonstration,
  };
}

/** A subsidy has no limit of the law; it waits after everything that has one. */
export function fromSubsidy(row: SubsidyRow): WorkItem {
  return {
    subject: 'subsidy',
    tenant: row.tenant,
    matterId: row.matterId,
    id: row.id,
    number: row.caseNumber,
    name: row.recipientName,
    class: row.class,
    cause: null,
    groups: [],
    region: row.tenant,
    state: row.state,
    urgent: false,
    dueOn: null,
    dueCitation: null,
    handlerName: row.handlerName,
    proposedBy: row.proposedBy,
    demonstration: row.demonstration,
  };
}

/** A report to acknowledge or a referral to follow up; done on the page of its case. */
export function fromAffair(row: AffairRow): WorkItem {
  return {
    subject: row.kind,
    tenant: row.tenant,
    matterId: row.matterId,
    id: row.id,
    caseId: row.caseId,
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
    handlerName: row.handlerName,
    proposedBy: null,
    demonstration: row.demonstration,
  };
}

/** A commitment to be checked, decided on or recovered. */
export function fromCommitment(row: ListedCommitment): WorkItem {
  return {
    subject: 'commitment',
    tenant: row.tenant,
    matterId: row.matterId,
    id: row.applicationId,
    number: row.applicationNumber,
    name: row.recipientName,
    class: row.class,
    cause: row.cause,
    groups: row.groups,
    region: row.region,
    state: row.state,
    urgent: false,
    dueOn: row.dueOn,
    dueCitation: null,
    handlerName: null,
    proposedBy: null,
    demonstration: row.demonstration,
  };
}

/** A complaint, under whom it is about: who complained stands on no list. */
export function fromComplaint(row: ComplaintItem): WorkItem {
  return {
    subject: 'complaint',
    tenant: row.tenant,
    matterId: row.id,
    id: row.id,
    number: row.number,
    name: row.againstName ?? '',
    class: '',
    cause: null,
    groups: [],
    region: row.tenant,
    state: row.state,
    urgent: false,
    dueOn: row.dueOn,
    dueCitation: row.dueCitation,
    handlerName: row.investigatorName,
    proposedBy: null,
    demonstration: row.demonstration,
    grounds: row.grounds,
    moves: row.allowedActions,
  };
}

/** 督促: a question about a case that waits for its handler, or an answer that waits for whoever asked. */
export function fromSupervision(row: Supervision): WorkItem {
  return {
    subject: 'supervision',
    tenant: row.tenant,
    matterId: row.matterId,
    id: row.supervisionId,
    caseId: row.caseId,
    number: row.caseNumber,
    name: '',
    class: '',
    cause: null,
    groups: [],
    region: row.tenant,
    state: row.state,
    urgent: false,
    dueOn: row.dueOn,
    dueCitation: null,
    handlerName: row.handlerName,
    proposedBy: null,
    demonstration: row.demonstration,
    seenBy: row.kind,
    moves: row.allowedActions,
  };
}

/** Where a piece of work is done: the matter's page, or for money the list with the subsidy opened. */
export function addressOf(
  item: Pick<WorkItem, 'subject' | 'tenant' | 'matterId' | 'id' | 'caseId'> & { readonly state?: string },
): string {
  if (item.subject === 'subsidy') return `/desk/subsidies?open=${item.tenant}.${item.id}`;
  if (item.subject === 'complaint') return `/desk/complaints/${item.tenant}/${item.id}`;
  if (item.subject === 'commitment') return `/desk/commitments?state=${item.state ?? ''}&open=${item.id}`;
  if (item.subject === 'supervision' && item.caseId !== undefined)
    return supervisionAddress({ ...item, caseId: item.caseId });
  const page = `/desk/matters/${item.tenant}/${item.matterId}`;
  const caseId = item.subject === 'case' ? item.id : item.caseId;
  return caseId === undefined ? page : `${page}?case=${caseId}`;
}
