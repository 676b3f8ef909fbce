import { Refusal } from '../../../kernel/errors/index.ts';
import { localDateOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { mustStand } from '../../archive/index.ts';
import { centreOf } from '../../network/index.ts';
import type { ApplicationState } from '../lifecycle.ts';
import { normaliseCode } from '../rules/code.ts';
import { parseApplicationNumber, tenantOfNumber } from '../rules/number.ts';
import { type ApplicationRow, findByCode, loadApplication, provisionalOf, supplementOf } from '../store.ts';

/** One step of the way, for the person whose matter it is. The words stand with the page that says them. */
export interface ProgressStep {
  readonly key:
    | 'submitted'
    | 'acknowledged'
    | 'supplement'
    | 'cooperation'
    | 'decision'
    | 'provisional'
    | 'provisionalPapers'
    | 'provisionalEnded'
    | 'granted'
    | 'refused'
    | 'withdrawn'
    | 'deemedWithdrawn'
    | 'transferred';
  readonly state: 'done' | 'now' | 'next';
  readonly on: string | null;
  /** Latest day of a step still to come, with its article. */
  readonly dueOn: string | null;
  readonly citation: string | null;
}

export interface Progress {
  readonly tenant: string;
  readonly applicationId: string;
  readonly matterId: string;
  readonly caseId: string | null;
  readonly number: string;
  readonly version: number;
  readonly state: ApplicationState;
  readonly receivedOn: string;
  /** The day of a refusal, even one that was corrected later: an objection may stand behind it. */
  readonly refusedOn: string | null;
  readonly steps: readonly ProgressStep[];
  readonly supplement: { readonly items: readonly string[]; readonly note: string; readonly dueOn: string } | null;
  /** What is to follow aid that was given provisionally; null where nothing is awaited. */
  readonly provisional: { readonly toComplete: readonly string[]; readonly dueOn: string } | null;
  readonly centre: { readonly name: string; readonly phone: string | null; readonly address: string | null } | null;
  /** Where it went on, when it was handed over: read it there with `progressOfApplication`. */
  readonly transferredTo: { readonly tenant: string; readonly applicationId: string } | null;
  /** Where it came from: the story before, under its earlier number. */
  readonly transferredFrom: { readonly tenant: string; readonly applicationId: string } | null;
  readonly demonstration: boolean;
}

/**
 * 查进度 by number and code. Wrong number and wrong code give the same answer. A matter that was handed over is followed.
 * The transaction's scope must include the tenant that stands in front of the number.
 * @throws Refusal `application.codeUnknown`
 */
export async function lookUpProgress(tx: Tx, input: { number: string; code: string }): Promise<Progress> {
  const number = parseApplicationNumber(input.number);
  if (number === undefined) throw new Refusal('application.codeUnknown');
  const code = normaliseCode(input.code);
  const row = await findByCode(tx, tenantOfNumber(number), number, tx.cipher.blindIndex('applicationCode', code));
  if (row === undefined) throw new Refusal('application.codeUnknown');
  await mustStand(tx, row);
  return progressOf(tx, row);
}

/** The way so far and what comes next. */
export async function progressOf(tx: Tx, row: ApplicationRow): Promise<Progress> {
  const supplement = row.state === 'AWAITING_SUPPLEMENT' ? await supplementOf(tx, row.tenant, row.id) : undefined;
  const provisional = row.state === 'PROVISIONAL' ? await provisionalOf(tx, row.tenant, row.id) : undefined;
  const centre = await centreOf(tx, row.transferredTo?.tenant ?? row.tenant);
  return {
    tenant: row.tenant,
    applicationId: row.id,
    matterId: row.matterId,
    caseId: row.caseId,
    number: row.number,
    version: row.version,
    state: row.state,
    receivedOn: row.receivedOn,
    refusedOn: row.refusedOn,
    steps: stepsOf(row, provisional?.completedAt ?? null),
    supplement:
      supplement === undefined ? null : { items: supplement.items, note: supplement.note, dueOn: supplement.dueOn },
    provisional:
      provisional === undefined || provisional.completedAt !== null
        ? null
        : { toComplete: provisional.toComplete, dueOn: provisional.completeBy },
    centre: centre === undefined ? null : { name: centre.name, phone: centre.phone, address: centre.address },
    transferredTo: row.transferredTo,
    transferredFrom: row.transferredFrom,
    demonstration: row.demonstration,
  };
}

export async function progressOfApplication(
  tx: Tx,
  input: { tenant: string; applicationId: string },
): Promise<Progress> {
  return progressOf(tx, await loadApplication(tx, input.tenant, input.applicationId));
}

type StepList = readonly ProgressStep[];

const step = (
  key: ProgressStep['key'],
  state: ProgressStep['state'],
  on: string | null,
  dueOn: string | null = null,
  citation: string | null = null,
): ProgressStep => ({ key, state, on, dueOn, citation });

function stepsOf(row: ApplicationRow, papersCameAt: string | null): StepList {
  const submitted = step('submitted', 'done', localDateOf(row.submittedAt));
  const acknowledged =
    row.acknowledgedAt === null ? [] : [step('acknowledged', 'done', localDateOf(row.acknowledgedAt))];
  const decision = (state: 'now' | 'next'): ProgressStep => step('decision', state, null, row.dueOn, row.dueCitation);
  const refused = (): StepList => [submitted, ...acknowledged, step('refused', 'done', row.refusedOn)];
  const provided = (): StepList => [submitted, ...acknowledged, step('provisional', 'done', row.provisionalOn)];
  const ends: Readonly<Record<ApplicationState, () => StepList>> = {
    SUBMITTED: () => [submitted, step('acknowledged', 'now', null), decision('next')],
    UNDER_REVIEW: () => [submitted, ...acknowledged, decision('now')],
    PROPOSED: () => [submitted, ...acknowledged, decision('now')],
    AWAITING_SUPPLEMENT: () => [
      submitted,
      ...acknowledged,
      step('supplement', 'now', null, row.dueOn, row.dueCitation),
      step('decision', 'next', null),
    ],
    PROVISIONAL: () => [
      ...provided(),
      ...(papersCameAt === null
        ? [step('provisionalPapers', 'now', null, row.dueOn, row.dueCitation)]
        : [step('provisionalPapers', 'done', localDateOf(papersCameAt)), decision('now')]),
    ],
    TERMINATED: () => [...provided(), step('provisionalEnded', 'done', row.decidedOn)],
    AWAITING_COOPERATION: () => [
      submitted,
      ...acknowledged,
      step('cooperation', 'now', null, row.dueOn, row.dueCitation),
      step('decision', 'next', null),
    ],
    GRANTED: () => [
      ...(row.refusedOn !== null ? refused() : row.provisionalOn !== null ? provided() : [submitted, ...acknowledged]),
      step('granted', 'done', row.grantedOn),
    ],
    REFUSED: refused,
    // What became of the objection is the room of objections' to tell; it stands behind the refusal.
    OBJECTION_UNDER_REVIEW: refused,
    CORRECTION_ORDERED: refused,
    REFUSED_FINAL: refused,
    WITHDRAWN: () => [submitted, ...acknowledged, step('withdrawn', 'done', null)],
    DEEMED_WITHDRAWN: () => [submitted, ...acknowledged, step('deemedWithdrawn', 'done', null)],
    HANDING_OVER: () => [submitted, ...acknowledged, step('transferred', 'done', null)],
    TRANSFERRED: () => [submitted, ...acknowledged, step('transferred', 'done', null)],
  };
  return ends[row.state]();
}
