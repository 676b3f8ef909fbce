import { settledDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { mustStand } from '../../archive/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { handlerById } from '../../network/index.ts';
import { maskName } from '../../people/index.ts';
import type { Cause, MatterClass } from '../../policy/index.ts';
import type { PartyMatch } from '../rules/conflicts.ts';
import { catalogueFor } from '../rules/file-catalogue.ts';
import type { CaseAidForm, CaseOutcome, ProgressKind, Words } from '../schema.ts';
import { actedIn } from '../store/acted.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { designationsOf } from '../store/designations.ts';
import { closingOf, filesOf, progressOf } from '../store/handling.ts';
import { hearingsOf } from '../store/hearings.ts';
import { partiesOf, partyMatches, soughtOf } from '../store/parties.ts';
import { type KeptPiece, piecesOf } from './keep-piece.ts';

/** What is asked of a case before somebody outside it may judge it. */
export interface CaseTies {
  readonly handlerId: string | null;
  /** The unit that the handler acted for. */
  readonly agencyId: string | null;
  /** That unit, and the one the handler is in now. */
  readonly units: readonly string[];
  readonly acted: readonly string[];
  /** Ties of handlers to its parties, as the designation looks for them. */
  readonly matches: readonly PartyMatch[];
}

/** Who is tied to a case, for choosing those who assess it. */
export async function tiesOfCase(tx: Tx, tenant: string, caseId: string): Promise<CaseTies> {
  const aidCase = await loadCase(tx, { tenant, caseId });
  const designation = (await designationsOf(tx, tenant, caseId)).find(({ id }) => id === aidCase.designationId);
  const now = aidCase.handlerId === null ? undefined : await handlerById(tx, tenant, aidCase.handlerId);
  const agencyId = designation?.agencyId ?? now?.agencyId ?? null;
  return {
    handlerId: aidCase.handlerId,
    agencyId,
    units: [...new Set([agencyId, now?.agencyId ?? null])].flatMap((id) => id ?? []),
    acted: await actedIn(tx, aidCase),
    matches: await partyMatches(tx, await soughtOf(tx, aidCase)),
  };
}

/** Limits that are the handler's to keep. */
const handlersSteps = ['signAgreement', 'fileWithCourt', 'submitFile'];

/** What the records say of how a case was handled; of its people nothing. */
export interface HandlingRecord {
  readonly limits: readonly { readonly step: string; readonly dueOn: LocalDate; readonly kept: boolean }[];
  readonly told: number;
  readonly file: { readonly required: number; readonly present: number; readonly sentBack: number };
}

export async function handlingRecordOf(tx: Tx, tenant: string, caseId: string): Promise<HandlingRecord> {
  const aidCase = await loadCase(tx, { tenant, caseId });
  const limits = await settledDeadlines(tx, tenant, caseId);
  const progress = await progressOf(tx, tenant, [caseId]);
  const files = await filesOf(tx, tenant, caseId);
  const pieces = files.find(({ state }) => state === 'accepted')?.pieces ?? [];
  const issued = (await documentsOfMatter(tx, tenant, aidCase.matterId)).map(({ formKey }) => formKey);
  const required = catalogueFor(aidCase).pieces.filter((piece) => piece.required);
  const there = new Set(pieces.map(({ key }) => key));
  return {
    limits: limits
      .filter(({ step, promise }) => !promise && handlersSteps.includes(step))
      .map(({ step, dueOn, dueAt, closedAt, state }) => ({
        step,
        dueOn,
        kept: state === 'met' && closedAt !== null && closedAt < dueAt,
      })),
    told: progress.filter(({ visibleToCitizen }) => visibleToCitizen).length,
    file: {
      required: required.length,
      present: required.filter(({ key, form }) => there.has(key) || (form !== undefined && issued.includes(form)))
        .length,
      sentBack: files.filter(({ state }) => state === 'returned').length,
    },
  };
}

/** Pieces about the recipient's person and means: they say nothing of the handler's work. */
const withheld = ['applicationForm', 'hardshipStatement', 'grantDecision', 'designationNotice'];

export interface ReviewPiece {
  readonly key: string;
  readonly title: Words;
  readonly name: string;
  readonly pages: number;
  readonly on: LocalDate | null;
  /** Null for a piece that is on paper only. */
  readonly attachmentId: string | null;
}

/** 卷宗, as somebody who assesses it sees it: names of the parties masked, the handler not named. */
export interface CaseForReview {
  readonly caseId: string;
  readonly matterId: string;
  readonly class: MatterClass;
  readonly cause: Cause | null;
  readonly aidForm: CaseAidForm;
  readonly recipient: string;
  readonly designatedOn: LocalDate | null;
  readonly agreementOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly archivedOn: LocalDate | null;
  readonly outcome: CaseOutcome | null;
  readonly progress: readonly { readonly kind: ProgressKind; readonly on: LocalDate; readonly text: string }[];
  readonly hearings: readonly { readonly on: LocalDate; readonly state: string }[];
  readonly closing: { readonly summary: string; readonly result: string } | null;
  readonly pieces: readonly ReviewPiece[];
  readonly without: readonly { readonly title: Words; readonly reason: string }[];
}

/**
 * What a reviewer reads of a case. The caller has authorised it.
 * @throws Refusal `archive.destroyed` when the file is no longer there
 */
export async function caseForReview(tx: Tx, tenant: string, caseId: string): Promise<CaseForReview> {
  const aidCase = await loadCase(tx, { tenant, caseId });
  await mustStand(tx, aidCase);
  const names = [
    aidCase.recipientName,
    ...(await partiesOf(tx, tenant, caseId)).map(({ name }) => name),
    ...(aidCase.handlerName === null ? [] : [aidCase.handlerName]),
  ];
  const masked = (text: string): string => withoutNames(text, names);
  const titles = new Map(catalogueFor(aidCase).pieces.map(({ key, name }) => [key, name]));
  const titleOf = (key: string): Words => titles.get(key) ?? { zh: '其他材料', en: 'Other' };
  const accepted = (await filesOf(tx, tenant, caseId)).find(({ state }) => state === 'accepted');
  const stored = await storedPieces(tx, aidCase);
  const closing = await closingOf(tx, tenant, caseId);
  return {
    caseId,
    matterId: aidCase.matterId,
    class: aidCase.class,
    cause: aidCase.cause,
    aidForm: aidCase.aidForm,
    recipient: maskName(aidCase.recipientName),
    designatedOn: aidCase.designatedOn,
    agreementOn: aidCase.agreementOn,
    closedOn: aidCase.closedOn,
    archivedOn: aidCase.archivedOn,
    outcome: aidCase.outcome,
    progress: (await progressOf(tx, tenant, [caseId])).map(({ kind, happenedOn, text }) => ({
      kind,
      on: happenedOn,
      text: masked(text),
    })),
    hearings: (await hearingsOf(tx, tenant, caseId)).map(({ heldOn, state }) => ({ on: heldOn, state })),
    closing: closing === undefined ? null : { summary: masked(closing.summary), result: masked(closing.result) },
    pieces: (accepted?.pieces ?? [])
      .filter(({ key }) => !withheld.includes(key))
      .map(({ key, name, pages, on, fileHash }) => ({
        key,
        title: titleOf(key),
        name: masked(name),
        pages,
        on: on ?? null,
        attachmentId: stored.find((piece) => piece.fileHash === fileHash)?.attachmentId ?? null,
      })),
    without: (accepted?.without ?? []).map(({ key, reason }) => ({ title: titleOf(key), reason: masked(reason) })),
  };
}

/** One stored piece for a reviewer. The caller has authorised it and remembers it. @throws Refusal `record.notFound` */
export async function pieceForReview(
  tx: Tx,
  about: { readonly tenant: string; readonly caseId: string; readonly attachmentId: string },
): Promise<KeptPiece> {
  const aidCase = await loadCase(tx, about);
  await mustStand(tx, aidCase);
  const piece = (await storedPieces(tx, aidCase)).find(({ attachmentId }) => attachmentId === about.attachmentId);
  if (piece === undefined) throw new Refusal('record.notFound');
  return piece;
}

async function storedPieces(tx: Tx, aidCase: AidCase): Promise<readonly KeptPiece[]> {
  return (await piecesOf(tx, aidCase)).filter(({ key }) => !withheld.includes(key));
}

/** The longest name first, so that a name within another does not leave half of it. */
function withoutNames(text: string, names: readonly string[]): string {
  return [...new Set(names)]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((all, name) => all.replaceAll(name, maskName(name)), text);
}
