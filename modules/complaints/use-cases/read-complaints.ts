import type { z } from 'zod';
import { openDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Span } from '../../../kernel/time/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { readStory } from '../../applications/index.ts';
import { attachmentsOfMatter, documentsOfMatter } from '../../documents/index.ts';
import { checkPhone, maskAddress, maskName, maskPhone } from '../../people/index.ts';
import { matterOfNumber } from '../about.ts';
import { type ComplaintState, complaintLifecycle, openComplaintStates } from '../lifecycle.ts';
import { mayHandleComplaints, maySeeUpheld } from '../permissions.ts';
import { federationsFor } from '../rules/federations.ts';
import { mayDecide, mayTouch } from '../rules/independence.ts';
import type { AgainstKind, besideInput, Complainant, Measure, Outcome } from '../schema.ts';
import { complainantIndexOf, openComplainant, openFindings, openWords } from '../sealed.ts';
import {
  type ComplaintRow,
  complaintsBeside,
  loadComplaint,
  noDueDate,
  selectComplaints,
  selectUpheld,
} from '../store.ts';

/** What a list shows of a complaint: no words, and nothing that tells who said them. */
export type ComplaintItem = Pick<
  ComplaintRow,
  | 'tenant'
  | 'id'
  | 'number'
  | 'state'
  | 'door'
  | 'standing'
  | 'anonymous'
  | 'grounds'
  | 'againstKind'
  | 'againstName'
  | 'matterNumber'
  | 'receivedOn'
  | 'dueOn'
  | 'dueStep'
  | 'dueCitation'
  | 'investigatorName'
  | 'outcome'
  | 'decidedOn'
  | 'demonstration'
> & {
  /** What this very person may do with it now. */
  readonly allowedActions: readonly string[];
};

const itemOf = (actor: Actor, row: ComplaintRow): ComplaintItem => ({
  tenant: row.tenant,
  id: row.id,
  number: row.number,
  state: row.state,
  door: row.door,
  standing: row.standing,
  anonymous: row.anonymous,
  grounds: row.grounds,
  againstKind: row.againstKind,
  againstName: row.againstName,
  matterNumber: row.matterNumber,
  receivedOn: row.receivedOn,
  dueOn: row.dueOn,
  dueStep: row.dueStep,
  dueCitation: row.dueCitation,
  investigatorName: row.investigatorName,
  outcome: row.outcome,
  decidedOn: row.decidedOn,
  demonstration: row.demonstration,
  allowedActions: openTo(actor, row),
});

/** Of the moves that the table offers in its state, those that this very person may make. */
function openTo(actor: Actor, row: ComplaintRow): readonly string[] {
  const offered = allowedActions(complaintLifecycle, row.state, actor, { tenant: row.tenant });
  return offered.filter((event) => isOpenTo(actor, row, event));
}

export interface ListComplaints {
  readonly tenant?: string | undefined;
  readonly state?: ComplaintState | undefined;
  readonly all?: boolean | undefined;
  readonly ground?: string | undefined;
  readonly outcome?: string | undefined;
  readonly handlerId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly againstKind?: string | undefined;
  readonly matterId?: string | undefined;
  readonly span?: Span | undefined;
  readonly decided?: Span | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** 投诉清单 by last day, for the bureau: what is open, or whatever the filters name. Not what is about the reader themselves. */
export async function listComplaints(
  tx: Tx,
  actor: Actor,
  input: ListComplaints,
): Promise<{ readonly rows: readonly ComplaintItem[]; readonly next: string | null }> {
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (tenant) =>
      (input.tenant === undefined || tenant === input.tenant) && actor.holds(mayHandleComplaints.roles, { tenant }),
  );
  const { state, all, after, ...filter } = input;
  const states = state !== undefined ? [state] : all === true ? undefined : openComplaintStates;
  const [dueOn = noDueDate, id = ''] = (after ?? '').split('~');
  const rows = await selectComplaints(tx, {
    ...filter,
    tenants,
    states,
    after: after === undefined ? undefined : { dueOn, id },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.filter((row) => mayTouch(actor, row)).map((row) => itemOf(actor, row)),
    next: rows.length > input.limit && last !== undefined ? `${last.dueOn ?? noDueDate}~${last.id}` : null,
  };
}

/** A complaint and everything about it, for the bureau. Who complained stays masked. Reading it is remembered. */
export async function readComplaint(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly complaintId: string },
) {
  const row = await loadForReading(tx, actor, at);
  const complainant = openComplainant(tx, row);
  const {
    complainantSealed: _c,
    complainantIndex,
    wordsSealed: _w,
    findingsSealed: _f,
    queryCodeIndex: _q,
    ...rest
  } = row;
  const [documents, attachments, deadlines, beside, story] = await Promise.all([
    documentsOfMatter(tx, row.tenant, row.id),
    attachmentsOfMatter(tx, row.tenant, row.id),
    openDeadlines(tx, row.tenant, [row.id]),
    complaintsBeside(tx, row),
    readStory(tx, row.tenant, row.id),
  ]);
  remember(tx, row, 'complaint.read');
  return {
    complaint: rest,
    complainant: complainant && masked(complainant),
    words: openWords(tx, row),
    findings: openFindings(tx, row),
    suggestedFederations: federationsFor(row.groups),
    documents,
    attachments: attachments.map(({ id, fileName, mediaType, bytes, receivedAt }) => ({
      id,
      fileName,
      mediaType,
      bytes,
      receivedAt,
    })),
    deadlines,
    beside: beside
      .filter((other) => mayTouch(actor, other))
      .map((other) => ({
        ...itemOf(actor, other),
        samePerson: complainantIndex !== null && other.complainantIndex === complainantIndex,
      })),
    story,
    allowedActions: openTo(actor, row),
  };
}

export type ComplaintPage = Awaited<ReturnType<typeof readComplaint>>;

function isOpenTo(actor: Actor, row: ComplaintRow, event: string): boolean {
  if (event === 'requestInformation') return row.askedOn === null;
  if (event === 'reportFindings') return row.investigatorId === actor.id;
  if (event === 'decide' || event === 'sendBack') return mayDecide(actor, row);
  return true;
}

/** 查看投诉人: whole, for a reason that is kept. @throws Refusal `complaint.reason` */
export async function revealComplainant(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly complaintId: string; readonly reason: string },
): Promise<Complainant | null> {
  const row = await loadForReading(tx, actor, at);
  if (at.reason.trim().length < 4)
    throw new Refusal('input.invalid', {}, [{ pointer: '/reason', code: 'complaint.reason' }]);
  remember(tx, row, 'complaint.revealed', { reason: at.reason.trim() });
  return openComplainant(tx, row);
}

async function loadForReading(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly complaintId: string },
): Promise<ComplaintRow> {
  actor.must(mayHandleComplaints, { tenant: at.tenant });
  const row = await loadComplaint(tx, at.tenant, at.complaintId);
  if (!mayTouch(actor, row)) throw new Refusal('complaint.ownHand');
  return row;
}

function remember(tx: Tx, row: ComplaintRow, kind: string, payload: Readonly<Record<string, unknown>> = {}): void {
  tx.record({ tenant: row.tenant, matterId: row.id, kind, subject: 'complaint', subjectId: row.id, payload });
}

function masked({ name, phone, address }: Complainant) {
  return {
    name: maskName(name),
    phone: phone === '' ? '' : maskPhone(phone),
    address: address === '' ? '' : maskAddress(address),
  };
}

/** What everybody who looks after a case may know of a complaint about it that was found true. */
export interface UpheldComplaint {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
  readonly outcome: Outcome;
  readonly grounds: readonly string[];
  readonly againstKind: AgainstKind;
  readonly againstName: string | null;
  readonly measures: readonly Measure[];
  readonly decidedOn: string;
  readonly caseId: string | null;
  readonly matterId: string | null;
  readonly matterNumber: string | null;
}

const upheldOfRow = (row: ComplaintRow): UpheldComplaint => ({
  tenant: row.tenant,
  id: row.id,
  number: row.number,
  outcome: row.outcome ?? 'upheld',
  grounds: row.grounds,
  againstKind: row.againstKind,
  againstName: row.againstName,
  measures: row.measures,
  decidedOn: row.decidedOn ?? row.receivedOn,
  caseId: row.caseId,
  matterId: row.aboutMatterId,
  matterNumber: row.matterNumber,
});

export type ListUpheld = Pick<
  ListComplaints,
  'tenant' | 'ground' | 'handlerId' | 'agencyId' | 'againstKind' | 'matterId' | 'decided' | 'after' | 'limit'
>;

/** 成立的投诉 of a matter, of a handler, of a firm or of a month, for whoever looks after them: not a word of what was said. */
export async function listUpheld(
  tx: Tx,
  actor: Actor,
  { tenant: asked, after, limit, ...filter }: ListUpheld,
): Promise<{ readonly rows: readonly UpheldComplaint[]; readonly next: string | null }> {
  if (asked !== undefined) actor.must(maySeeUpheld, { tenant: asked });
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (tenant) => (asked === undefined || tenant === asked) && actor.holds(maySeeUpheld.roles, { tenant }),
  );
  const [decidedOn = '', id = ''] = (after ?? '').split('~');
  const rows = await selectUpheld(tx, {
    ...filter,
    tenants,
    after: after === undefined ? undefined : { decidedOn, id },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(upheldOfRow),
    next: rows.length > limit && last !== undefined ? `${last.decidedOn}~${last.id}` : null,
  };
}

/** 重复投诉: what the same telephone said here before, or others of the same matter, while a new one is being written down. The bureau alone. */
export async function findBeside(
  tx: Tx,
  actor: Actor,
  { tenant, phone, matterNumber }: z.infer<typeof besideInput>,
): Promise<readonly (ComplaintItem & { readonly samePerson: boolean })[]> {
  actor.must(mayHandleComplaints, { tenant });
  const known = phone === undefined ? undefined : checkPhone(phone, { allowDemonstration: true });
  const complainantIndex = known?.ok ? complainantIndexOf(tx, known.normalised) : null;
  const aboutMatterId = matterNumber === undefined ? null : await matterOfNumber(tx, tenant, matterNumber);
  const rows = await complaintsBeside(tx, { tenant, complainantIndex, aboutMatterId });
  return rows
    .filter((row) => mayTouch(actor, row))
    .map((row) => ({
      ...itemOf(actor, row),
      samePerson: complainantIndex !== null && row.complainantIndex === complainantIndex,
    }));
}

/** One file that came with a complaint; opening it is remembered. */
export async function openComplaintFile(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly complaintId: string; readonly attachmentId: string },
): Promise<{ readonly fileHash: string; readonly fileName: string; readonly mediaType: string }> {
  const row = await loadForReading(tx, actor, at);
  const files = await attachmentsOfMatter(tx, row.tenant, row.id);
  const file = files.find(({ id }) => id === at.attachmentId);
  if (file === undefined || file.destroyedOn !== null) throw new Refusal('record.notFound');
  remember(tx, row, 'complaint.fileOpened', { attachmentId: file.id });
  return { fileHash: file.hash, fileName: file.fileName, mediaType: file.mediaType };
}
