import { type LocalDate, localDateOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { type CaseState, caseLifecycle } from '../lifecycle.ts';
import { type CitizenReplacement, type CitizenStep, citizenSteps } from '../rules/citizen-steps.ts';
import type { CaseOutcome, ProgressKind } from '../schema.ts';
import { type AidCase, casesOfMatter } from '../store/cases.ts';
import { designationsOf } from '../store/designations.ts';
import { progressOf } from '../store/handling.ts';
import { replacementsOf } from '../store/replacements.ts';

/** What a recipient sees of their case. No name but the handler's, no telephone but the centre's. */
export interface CitizenProgress {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseState;
  readonly version: number;
  /** True while the recipient may ask for another handler (art. 55). */
  readonly mayAskReplacement: boolean;
  readonly steps: readonly CitizenStep[];
  /** True once a termination was decided that may be, or was, objected to. */
  readonly terminated: boolean;
  /** What the handler wrote for the recipient, newest first. */
  readonly news: readonly { readonly on: LocalDate; readonly kind: ProgressKind; readonly text: string }[];
  readonly handler: { readonly name: string; readonly unit: string } | null;
  readonly outcome: CaseOutcome | null;
  readonly centre: { readonly name: string; readonly phone: string | null; readonly address: string | null } | null;
  readonly demonstration: boolean;
}

/**
 * 办理进度 in plain words, for whoever has shown the matter's number and code: the caller has checked them. One entry for each
 * case of the matter, oldest first; empty before aid is granted.
 */
export async function caseProgressForCitizen(
  tx: Tx,
  input: { readonly tenant: string; readonly matterId: string },
): Promise<readonly CitizenProgress[]> {
  const cases = await casesOfMatter(tx, input.tenant, input.matterId);
  if (cases.length === 0) return [];
  const centre = await centreOf(tx, input.tenant);
  const notes = await progressOf(
    tx,
    input.tenant,
    cases.map((c) => c.id),
  );
  const answers: CitizenProgress[] = [];
  for (const aidCase of cases) {
    answers.push({
      caseId: aidCase.id,
      number: aidCase.number,
      state: aidCase.state,
      version: aidCase.version,
      mayAskReplacement: 'requestReplacement' in caseLifecycle.states[aidCase.state].on,
      steps: citizenSteps({
        ...forCitizen(aidCase),
        acceptedOn: await acceptedOn(tx, aidCase),
        replacement: await replacementFor(tx, aidCase),
      }),
      terminated: aidCase.terminations > 0,
      news: notes
        .filter((n) => n.caseId === aidCase.id && n.visibleToCitizen)
        .map(({ happenedOn, kind, text }) => ({ on: happenedOn, kind, text }))
        .reverse(),
      handler: aidCase.handlerName === null ? null : { name: aidCase.handlerName, unit: aidCase.handlerUnit ?? '' },
      outcome: aidCase.outcome,
      centre: centre === undefined ? null : { name: centre.name, phone: centre.phone, address: centre.address },
      demonstration: aidCase.demonstration,
    });
  }
  return answers;
}

function forCitizen(c: AidCase) {
  // The dates for the file bind handler and centre: nothing there is for the recipient to wait for.
  const internal = c.state === 'CLOSED_PENDING_FILE' || c.state === 'FILE_UNDER_REVIEW';
  return {
    state: c.state,
    designatedOn: c.designatedOn,
    handlerName: c.handlerName,
    handlerUnit: c.handlerUnit,
    agreementOn: c.agreementOn,
    withoutAgreement: c.withoutAgreement !== null,
    closedOn: c.closedOn,
    archivedOn: c.archivedOn,
    terminatedOn: c.terminatedOn,
    dueOn: internal ? null : c.dueOn,
    dueCitation: internal ? null : c.dueCitation,
  };
}

async function acceptedOn(tx: Tx, c: AidCase): Promise<LocalDate | null> {
  if (c.designationId === null) return null;
  const current = (await designationsOf(tx, c.tenant, c.id)).find((d) => d.id === c.designationId);
  return current?.answeredAt == null ? null : localDateOf(current.answeredAt);
}

/** The latest request: the recipient's own with its answer; the handler's only while it changes something for the recipient. */
async function replacementFor(tx: Tx, c: AidCase): Promise<CitizenReplacement | null> {
  const last = (await replacementsOf(tx, c.tenant, c.id)).at(-1);
  if (last === undefined) return null;
  const on = last.decidedOn ?? last.receivedOn;
  if (last.state === 'requested') return { state: 'requested', on, reason: null };
  if (last.state !== 'kept') return { state: 'approved', on, reason: null };
  return last.askedBy === 'recipient' ? { state: 'kept', on, reason: last.opinion } : null;
}
