import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, allowedActions, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { type AffairEvent, type AffairKind, type AffairState, affairLifecycles } from '../affair-lifecycles.ts';
import {
  type FollowAffair,
  type IssueFeeLetter,
  majorMatterKinds,
  type ReferForRelief,
  type ReportMajorMatter,
} from '../affair-schema.ts';
import { issueCasePaper } from '../papers.ts';
import { mayReadCases, mayReadOwnCases } from '../permissions.ts';
import { followFaults, followUpDays, hasCourtFee } from '../rules/affairs.ts';
import {
  affairsOf,
  type CaseAffair,
  insertAffair,
  loadAffair,
  updateAffair,
  waitingAffairs,
} from '../store/affairs.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { checkDay } from './check-day.ts';
import { loadForMove, moveCase, mustBeTheirs } from './move.ts';

export interface AffairOpened {
  readonly version: number;
  readonly affairId: string;
  readonly documentId: string | null;
}

/** 重大事项报告: the handler tells the centre, which takes note in days of its own (procedure art. 36). */
export async function reportMajorMatter(tx: Tx, actor: Actor, input: ReportMajorMatter): Promise<AffairOpened> {
  const aidCase = await loadForMove(tx, actor, input, 'reportMajorMatter');
  checkDay(tx, input.on, '/on', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const affairId = tx.newId();
  const due = startPromise(tx, aidCase, affairId, 'majorMatter', majorMatterKinds[input.kind].days);
  await insertAffair(tx, {
    ...begun(tx, actor, aidCase, affairId, 'majorMatter'),
    addressee: '',
    grounds: [input.kind],
    openedOn: input.on,
    words: input.words,
    ...due,
  });
  const moved = await moveCase(tx, aidCase, 'reportMajorMatter', {}, { affairId, kind: input.kind, dueOn: due.dueOn });
  return { version: moved.version, affairId, documentId: null };
}

/** 诉讼费用缓减免函: the centre tells the court that it gives this person aid, and on which grounds it asks for relief (art. 53). */
export async function issueFeeLetter(tx: Tx, actor: Actor, input: IssueFeeLetter): Promise<AffairOpened> {
  const aidCase = await loadForMove(tx, actor, input, 'issueFeeLetter');
  if (!hasCourtFee(aidCase)) throw new Refusal('case.affair.noCourtFee');
  if ((await affairsOf(tx, aidCase.tenant, aidCase.id)).some((a) => a.kind === 'feeRelief' && a.state === 'ISSUED'))
    throw new Refusal('case.affair.feeLetterOpen');
  const grounds = [...new Set(input.grounds)];
  const affairId = tx.newId();
  const paper = await issueCasePaper(tx, actor, aidCase, 'courtFeeReliefLetter', { court: input.court, grounds });
  await insertAffair(tx, {
    ...begun(tx, actor, aidCase, affairId, 'feeRelief'),
    addressee: input.court,
    grounds,
    openedOn: tx.today,
    words: null,
    documentId: paper.documentId,
  });
  const moved = await moveCase(tx, aidCase, 'issueFeeLetter', {}, { affairId, grounds });
  return { version: moved.version, affairId, documentId: paper.documentId };
}

/** 国家司法救助转介, with the recipient's consent; somebody asks what became of it, again and again, until there is a result. */
export async function referForRelief(tx: Tx, actor: Actor, input: ReferForRelief): Promise<AffairOpened> {
  const aidCase = await loadForMove(tx, actor, input, 'referForRelief');
  checkDay(tx, input.consentOn, '/consentOn', aidCase.grantedOn, 'case.dateBeforeGrant');
  const affairId = tx.newId();
  const due = startPromise(tx, aidCase, affairId, 'judicialRelief', followUpDays);
  const { organ, ground, consentOn, words } = input;
  const paper = await issueCasePaper(tx, actor, aidCase, 'judicialReliefReferral', { organ, ground, consentOn, words });
  await insertAffair(tx, {
    ...begun(tx, actor, aidCase, affairId, 'judicialRelief'),
    addressee: organ,
    grounds: [ground],
    openedOn: tx.today,
    words,
    consentOn,
    documentId: paper.documentId,
    ...due,
  });
  const moved = await moveCase(tx, aidCase, 'referForRelief', {}, { affairId, ground, dueOn: due.dueOn });
  return { version: moved.version, affairId, documentId: paper.documentId };
}

/** What came of it: by its own table, whatever has become of the case meanwhile. */
export async function followAffair(
  tx: Tx,
  actor: Actor,
  input: FollowAffair,
): Promise<{ version: number; state: AffairState }> {
  const affair = await loadAffair(tx, input);
  const lifecycle = affairLifecycles[affair.kind];
  const { by, to } = authoriseTransition(lifecycle, affair.state, input.event, actor, { tenant: affair.tenant });
  const aidCase = await loadCase(tx, { tenant: affair.tenant, caseId: affair.caseId });
  const desk = by.filter((role) => role !== 'handler');
  if (!actor.holds(desk, { tenant: affair.tenant })) await mustBeTheirs(tx, actor, aidCase);
  if (affair.kind === 'majorMatter' && affair.openedBy === actor.id) throw new Refusal('case.affair.sameHand');
  const event = input.event as AffairEvent;
  const { on = tx.today, amount, total, until, words } = input;
  const at = { openedOn: affair.openedOn, today: tx.today, granted: affair.amount };
  const faults = followFaults(event, { on, amount, total, until, words }, at);
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);

  if (affair.kind !== 'feeRelief') {
    await meetDeadline(tx, { tenant: affair.tenant, subjectId: affair.id, step: promises[affair.kind].step });
  }
  const state = to as AffairState;
  const again = affair.kind === 'judicialRelief' && asksAgain.includes(state);
  const due = again ? startPromise(tx, aidCase, affair.id, 'judicialRelief', followUpDays) : noAffairDue;
  const moved = await updateAffair(tx, affair, {
    state,
    answeredOn: on,
    answeredBy: actor.id,
    answer: words,
    ...(amount === undefined ? {} : { amount }),
    ...(total === undefined ? {} : { total }),
    ...(until === undefined ? {} : { untilOn: until }),
    ...due,
  });
  tx.record({
    tenant: affair.tenant,
    matterId: affair.matterId,
    kind: `${affair.kind}.${past[event]}`,
    subject: 'case',
    subjectId: affair.caseId,
    payload: { affairId: affair.id, from: affair.state, to: state, on, ...(amount === undefined ? {} : { amount }) },
  });
  return { version: moved.version, state };
}

const past: Readonly<Record<AffairEvent, string>> = {
  acknowledge: 'acknowledged',
  deferFee: 'deferred',
  reduceFee: 'reduced',
  waiveFee: 'waived',
  refuseFee: 'refused',
  settleFee: 'settled',
  acknowledgeRelief: 'takenUp',
  grantRelief: 'granted',
  declineRelief: 'declined',
  withdrawRelief: 'withdrawn',
  recordReliefPaid: 'paid',
};

/** A referral whose result, or whose money, is still to come is asked after again. */
const asksAgain: readonly AffairState[] = ['ACKNOWLEDGED', 'GRANTED'];

const noAffairDue = { dueOn: null, dueCitation: null } as const;

/** Dates of the centre's own: no law sets them, and the citation says so. */
const promises: Readonly<
  Record<Exclude<AffairKind, 'feeRelief'>, { readonly step: string; readonly citation: string }>
> = {
  majorMatter: { step: 'acknowledgeMatter', citation: '中心自定期限' },
  judicialRelief: { step: 'followRelief', citation: '中心自定期限' },
};

function startPromise(
  tx: Tx,
  { tenant, matterId, ruleSet }: AidCase,
  affairId: string,
  kind: keyof typeof promises,
  days: number,
): { readonly dueOn: LocalDate; readonly dueCitation: string } {
  const promise = promises[kind];
  const dueOn = tx.calendar.nextWorkday(addDays(tx.today, days));
  tx.startDeadline({
    tenant,
    matterId,
    subject: kind,
    subjectId: affairId,
    step: promise.step,
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation: promise.citation,
    ruleSet,
    promise: true,
  });
  return { dueOn, dueCitation: promise.citation };
}

function begun(tx: Tx, actor: Actor, { tenant, id: caseId, matterId }: AidCase, id: string, kind: AffairKind) {
  return {
    tenant,
    id,
    caseId,
    matterId,
    kind,
    state: affairLifecycles[kind].initial as AffairState,
    version: 1,
    openedBy: actor.id,
    openedAt: tx.at,
  };
}

export interface AffairView extends CaseAffair {
  readonly allowedActions: readonly string[];
}

/** What went out from a case, each with what may be done with it now. The caller has authorised reading the case. */
export async function affairViews(tx: Tx, actor: Actor, aidCase: AidCase): Promise<readonly AffairView[]> {
  const place = { tenant: aidCase.tenant };
  return (await affairsOf(tx, aidCase.tenant, aidCase.id)).map((affair) => ({
    ...affair,
    allowedActions:
      affair.kind === 'majorMatter' && affair.openedBy === actor.id
        ? []
        : allowedActions(affairLifecycles[affair.kind], affair.state, actor, place),
  }));
}

/** What waits for the actor, for the day's list: reports for the centre, referrals for whoever follows them up. */
export async function listAffairs(tx: Tx, actor: Actor, tenant: string | undefined) {
  const asked = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (at) => tenant === undefined || at === tenant,
  );
  const places: { tenant: string; handlerId?: string }[] = [];
  for (const at of asked) {
    if (actor.holds(mayReadCases.roles, { tenant: at })) places.push({ tenant: at });
    else if (actor.holds(mayReadOwnCases.roles, { tenant: at })) {
      const handler = await handlerByAccount(tx, at, actor.id);
      if (handler !== undefined) places.push({ tenant: at, handlerId: handler.id });
    }
  }
  const rows = await waitingAffairs(tx, places, 200);
  return {
    rows: rows.filter(
      (row) => allowedActions(affairLifecycles[row.kind], row.state, actor, { tenant: row.tenant }).length > 0,
    ),
  };
}
