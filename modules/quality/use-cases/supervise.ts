import { cancelDeadlines, meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import {
  type Actor,
  allowedActions,
  authoriseTransition,
  type Tx,
  transitionFrom,
} from '../../../kernel/use-case/index.ts';
import { type CaseForSupervision, caseForSupervision } from '../../cases/index.ts';
import { mayReviewCases, maySupervise } from '../permissions.ts';
import { openSupervisionWords, type SupervisionWords, sealSupervisionWords } from '../sealed.ts';
import { type SupervisionEvent, type SupervisionState, supervisionLifecycle } from '../supervision-lifecycle.ts';
import type { RecordSupervision, SupervisionAt, SupervisionWithWords } from '../supervision-schema.ts';
import {
  insertSupervision,
  listSupervisionRows,
  loadSupervision,
  type SupervisionFilter,
  type SupervisionRow,
  supervisionsOfCase,
  updateSupervision,
} from '../supervision-store.ts';
import { ownHandlerId, startTerm, termFrom } from './move-item.ts';

/** 答复期限 in days: the centre's own. */
export const answerDays = 5;

export interface SupervisionMoved {
  readonly supervisionId: string;
  readonly version: number;
  readonly state: SupervisionState;
}

/**
 * 记录督促 of a case: a hearing attended, a file looked through, an organ or the recipient asked (法律援助法 art. 59). With a question the
 * handler has a term to answer. A follow-up of the recipient ends the wait that an unhappy face began.
 * @throws Refusal `quality.ownCase`, `quality.supervisionAsked` while another question to this handler is open, `input.invalid` for a day
 *   before the designation or after today
 */
export async function recordSupervision(tx: Tx, actor: Actor, input: RecordSupervision): Promise<SupervisionMoved> {
  const { tenant, caseId } = input;
  actor.must(maySupervise, { tenant });
  const about = await caseForSupervision(tx, tenant, caseId);
  await mustNotBeOwn(tx, actor, tenant, about.handlerId);
  mustBeInCase(tx, input.happenedOn, about);
  const id = tx.newId();
  const { source, text } = input;
  const row = await insertSupervision(tx, {
    tenant,
    id,
    caseId,
    matterId: about.matterId,
    caseNumber: about.number,
    handlerId: about.handlerId,
    handlerName: about.handlerName,
    kind: input.kind,
    happenedOn: input.happenedOn,
    finding: input.finding,
    state: supervisionLifecycle.initial,
    version: 1,
    dueOn: null,
    wordsSealed: sealSupervisionWords(tx, { tenant, id }, { source, text, asked: [], replies: [] }),
    recordedBy: actor.id,
    recordedByName: actor.name,
    recordedAt: tx.at,
    demonstration: about.demonstration,
  });
  remember(tx, row, 'recorded', { kind: input.kind, finding: input.finding, happenedOn: input.happenedOn });
  for (const [dimension, value] of [
    ['all', ''],
    ['kind', input.kind],
    ['finding', input.finding],
  ] as const)
    tx.count({
      tenant,
      name: 'supervision.recorded',
      month: monthOf(input.happenedOn),
      dimension,
      value,
      by: 1,
      recordId: id,
    });
  if (input.kind === 'followUp') await meetDeadline(tx, { tenant, subjectId: caseId, step: 'callBack' });
  return input.asked === undefined ? moved(row) : askAbout(tx, actor, row, input.asked);
}

/** 要求承办人说明或者改正, afterwards. @throws Refusal `quality.ownCase`, `quality.supervisionAsked` */
export async function askHandler(tx: Tx, actor: Actor, input: SupervisionWithWords): Promise<SupervisionMoved> {
  actor.must(maySupervise, { tenant: input.tenant });
  const row = await loadSupervision(tx, input);
  await mustNotBeOwn(tx, actor, row.tenant, row.handlerId);
  return askAbout(tx, actor, row, input.text);
}

async function askAbout(tx: Tx, actor: Actor, row: SupervisionRow, text: string): Promise<SupervisionMoved> {
  authoriseTransition(supervisionLifecycle, row.state, 'ask', actor, { tenant: row.tenant });
  if (row.handlerId === null) throw new Refusal('quality.nobodyToAsk');
  const open = (await supervisionsOfCase(tx, row.tenant, row.caseId)).some(({ state }) => state === 'ASKED');
  if (open) throw new Refusal('quality.supervisionAsked');
  return ask(tx, row, 'ask', text);
}

/** 答复 of the handler of the case. @throws Refusal `quality.notYourCase` */
export async function replySupervision(tx: Tx, actor: Actor, input: SupervisionWithWords): Promise<SupervisionMoved> {
  actor.must(mayReviewCases, { tenant: input.tenant });
  const row = await loadSupervision(tx, input);
  const own = await ownHandlerId(tx, actor, row.tenant);
  if (own === undefined || own !== row.handlerId) throw new Refusal('quality.notYourCase');
  authoriseTransition(supervisionLifecycle, row.state, 'reply', actor, { tenant: row.tenant });
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'answerSupervision' });
  const words = openSupervisionWords(tx, row);
  const saved = await move(tx, row, 'reply', {
    dueOn: null,
    words: { ...words, replies: [...words.replies, { on: tx.today, text: input.text }] },
  });
  remember(tx, saved, 'replied', {});
  return moved(saved);
}

/** 认可答复. */
export async function acceptReply(tx: Tx, actor: Actor, input: SupervisionAt): Promise<SupervisionMoved> {
  const row = await loadForOfficer(tx, actor, input, 'accept');
  const saved = await move(tx, row, 'accept', {});
  remember(tx, saved, 'accepted', {});
  return moved(saved);
}

/** 退回: the answer is not enough; a new term begins. */
export async function sendBackReply(tx: Tx, actor: Actor, input: SupervisionWithWords): Promise<SupervisionMoved> {
  const row = await loadForOfficer(tx, actor, input, 'sendBack');
  return ask(tx, row, 'sendBack', input.text);
}

/** 不再要求答复: the question is taken back, its clock stops. */
export async function dropQuestion(tx: Tx, actor: Actor, input: SupervisionAt): Promise<SupervisionMoved> {
  const row = await loadForOfficer(tx, actor, input, 'drop');
  await cancelDeadlines(tx, { tenant: row.tenant, subjectId: row.id });
  const saved = await move(tx, row, 'drop', { dueOn: null });
  remember(tx, saved, 'dropped', {});
  return moved(saved);
}

export interface SupervisionView
  extends Pick<
      SupervisionRow,
      | 'tenant'
      | 'caseId'
      | 'matterId'
      | 'caseNumber'
      | 'handlerName'
      | 'kind'
      | 'happenedOn'
      | 'finding'
      | 'state'
      | 'version'
      | 'dueOn'
      | 'recordedByName'
      | 'demonstration'
    >,
    SupervisionWords {
  readonly supervisionId: string;
  readonly allowedActions: readonly string[];
}

/** What was seen of one case, for whoever supervises it. */
export async function readSupervisions(
  tx: Tx,
  actor: Actor,
  { tenant, caseId }: { readonly tenant: string; readonly caseId: string },
): Promise<readonly SupervisionView[]> {
  actor.must(maySupervise, { tenant });
  return (await supervisionsOfCase(tx, tenant, caseId)).map((row) => viewOf(tx, actor, row));
}

/** A page of a place's, the newest first: what counts lead to, and what waits for an answer. */
export async function listSupervisions(
  tx: Tx,
  actor: Actor,
  input: Omit<SupervisionFilter, 'tenants' | 'handlerId' | 'after'> & {
    readonly tenant?: string | undefined;
    /** Day and id of the last row seen. */
    readonly after?: string | undefined;
  },
): Promise<{ readonly rows: readonly SupervisionView[]; readonly next: string | null }> {
  const { tenant: asked, after, ...filter } = input;
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (tenant) => (asked === undefined || asked === tenant) && actor.holds(maySupervise.roles, { tenant }),
  );
  const [day = '', id = ''] = (after ?? '').split('_');
  const found = await listSupervisionRows(tx, {
    ...filter,
    tenants,
    after: after === undefined ? undefined : { day, id },
    limit: input.limit + 1,
  });
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => viewOf(tx, actor, row)),
    next: found.length > input.limit && last !== undefined ? `${last.happenedOn}_${last.id}` : null,
  };
}

/** 承办人: what was asked about their own cases, and what they answered. What was only noted is not told. */
export async function listMySupervisions(tx: Tx, actor: Actor): Promise<readonly SupervisionView[]> {
  const found: SupervisionView[] = [];
  for (const tenant of actor.scope.tenants === '*' ? [] : actor.scope.tenants) {
    if (!actor.holds(mayReviewCases.roles, { tenant })) continue;
    const handlerId = await ownHandlerId(tx, actor, tenant);
    if (handlerId === undefined) continue;
    const rows = await listSupervisionRows(tx, { tenants: [tenant], handlerId, limit: 200 });
    found.push(...rows.filter(({ state }) => state !== 'NOTED').map((row) => viewOf(tx, actor, row)));
  }
  return found;
}

function viewOf(tx: Tx, actor: Actor, row: SupervisionRow): SupervisionView {
  const { id, recordedBy: _by, recordedAt: _at, wordsSealed: _words, handlerId: _handler, ...shown } = row;
  return {
    ...shown,
    ...openSupervisionWords(tx, row),
    supervisionId: id,
    allowedActions: allowedActions(supervisionLifecycle, row.state, actor, { tenant: row.tenant }),
  };
}

async function loadForOfficer(
  tx: Tx,
  actor: Actor,
  input: SupervisionAt,
  event: SupervisionEvent,
): Promise<SupervisionRow> {
  actor.must(maySupervise, { tenant: input.tenant });
  const row = await loadSupervision(tx, input);
  await mustNotBeOwn(tx, actor, row.tenant, row.handlerId);
  authoriseTransition(supervisionLifecycle, row.state, event, actor, { tenant: row.tenant });
  return row;
}

async function mustNotBeOwn(tx: Tx, actor: Actor, tenant: string, handlerId: string | null): Promise<void> {
  if (handlerId !== null && (await ownHandlerId(tx, actor, tenant)) === handlerId) throw new Refusal('quality.ownCase');
}

function mustBeInCase(tx: Tx, day: LocalDate, { designatedOn }: CaseForSupervision): void {
  if (day > tx.today) throw new Refusal('input.invalid', {}, [{ pointer: '/happenedOn', code: 'quality.dayInFuture' }]);
  if (designatedOn === null || day < designatedOn)
    throw new Refusal('input.invalid', {}, [
      { pointer: '/happenedOn', code: 'quality.dayBeforeDesignation', details: { earliest: designatedOn ?? '' } },
    ]);
}

/** The question stands, and the handler's days begin. */
async function ask(tx: Tx, row: SupervisionRow, event: 'ask' | 'sendBack', text: string): Promise<SupervisionMoved> {
  const dueOn = termFrom(tx, answerDays);
  const words = openSupervisionWords(tx, row);
  const saved = await move(tx, row, event, {
    dueOn,
    words: { ...words, asked: [...words.asked, { on: tx.today, text }] },
  });
  startTerm(tx, row, 'supervision', 'answerSupervision', dueOn);
  remember(tx, saved, event === 'ask' ? 'asked' : 'sentBack', { dueOn });
  return moved(saved);
}

async function move(
  tx: Tx,
  row: SupervisionRow,
  event: SupervisionEvent,
  { words, dueOn }: { readonly words?: SupervisionWords; readonly dueOn?: LocalDate | null },
): Promise<SupervisionRow> {
  const to = transitionFrom(supervisionLifecycle, row.state, event).to as SupervisionState;
  return updateSupervision(tx, row, {
    state: to,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(words === undefined ? {} : { wordsSealed: sealSupervisionWords(tx, row, words) }),
  });
}

/** In the matter's memory: ids, kinds and days, never what was said. */
function remember(tx: Tx, row: SupervisionRow, what: string, payload: Readonly<Record<string, unknown>>): void {
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: `supervision.${what}`,
    subject: 'case',
    subjectId: row.caseId,
    payload: { supervisionId: row.id, ...payload },
  });
}

const moved = ({ id, version, state }: SupervisionRow): SupervisionMoved => ({ supervisionId: id, version, state });
const monthOf = (day: LocalDate): string => day.slice(0, 7);
