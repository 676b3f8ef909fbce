import { Refusal } from '../../../kernel/errors/index.ts';
import { type AcceptedFile, fileKinds } from '../../../kernel/files/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { attachFile, attachmentsOfMatter } from '../../documents/index.ts';
import { handlerById } from '../../network/index.ts';
import { openCost } from '../../subsidies/index.ts';
import type { ClaimCost } from '../cost-schema.ts';
import { caseLifecycle } from '../lifecycle.ts';
import { mayKeepPieces, mayReadCases, mayReadOwnCases } from '../permissions.ts';
import type { CaseKey } from '../schema.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { checkDay } from './check-day.ts';
import { loadForMove, moveCase, mustBeTheirs } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/** The subject under which receipts are attached: they are no pieces of the file. */
const receiptSubject = 'costReceipt';

/** Whether the actor may add a receipt now: asked before the bytes are taken in. */
export async function mayKeepReceipt(tx: Tx, actor: Actor, input: CaseKey): Promise<AidCase> {
  const place = { tenant: input.tenant };
  actor.must(mayKeepPieces, place);
  const aidCase = await loadCase(tx, input);
  const desk = mayKeepPieces.roles.filter((role) => role !== 'handler');
  if (!actor.holds(desk, place)) await mustBeTheirs(tx, actor, aidCase);
  if (!('claimCost' in caseLifecycle.states[aidCase.state].on))
    throw new Refusal('record.actionNotAllowed', { state: aidCase.state, event: 'claimCost', lifecycle: 'case' });
  return aidCase;
}

/** 存入票据: a scan that will stand behind a claim. */
export async function keepReceipt(
  tx: Tx,
  actor: Actor,
  input: CaseKey & { readonly file: AcceptedFile },
): Promise<{ attachmentId: string; fileHash: string; fileName: string; bytes: number }> {
  const aidCase = await mayKeepReceipt(tx, actor, input);
  const { hash, bytes, name, kind } = input.file;
  const { attachmentId } = await attachFile(tx, actor, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    subject: receiptSubject,
    subjectId: aidCase.id,
    kind: 'receipt',
    fileName: name,
    mediaType: fileKinds[kind].mediaType,
    bytes,
    hash,
  });
  return { attachmentId, fileHash: hash, fileName: name, bytes };
}

/** One receipt to be downloaded, by the centre or the handler; opening it is remembered. */
export async function openReceipt(tx: Tx, actor: Actor, input: CaseKey & { readonly attachmentId: string }) {
  const place = { tenant: input.tenant };
  const whole = actor.holds(mayReadCases.roles, place);
  if (!whole) actor.must(mayReadOwnCases, place);
  const aidCase = await loadCase(tx, input);
  if (!whole) await mustBeTheirs(tx, actor, aidCase);
  const receipt = (await receiptsKept(tx, aidCase)).find(({ id }) => id === input.attachmentId);
  if (receipt === undefined) throw new Refusal('record.notFound');
  tx.record({
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    kind: 'case.pieceOpened',
    subject: 'case',
    subjectId: aidCase.id,
    payload: { attachmentId: receipt.id, key: receiptSubject },
  });
  const { fileName, mediaType, hash: fileHash } = receipt;
  return { fileName, mediaType, fileHash };
}

async function receiptsKept(tx: Tx, { tenant, id, matterId }: AidCase) {
  return (await attachmentsOfMatter(tx, tenant, matterId)).filter(
    (row) => row.subject === receiptSubject && row.subjectId === id,
  );
}

/** 申报直接费用: spent in this case by whoever handles it, proved by receipts that were stored before (Legal Aid Law art. 52). */
export async function claimCost(tx: Tx, actor: Actor, input: ClaimCost): Promise<{ version: number; costId: string }> {
  const aidCase = await loadForMove(tx, actor, input, 'claimCost');
  checkDay(tx, input.spentOn, '/spentOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const kept = new Map((await receiptsKept(tx, aidCase)).map((row) => [row.id, row]));
  const faults = input.receipts.flatMap((id, i) =>
    kept.has(id) ? [] : [{ pointer: `/receipts/${i}`, code: 'case.receiptUnknown' }],
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  const designation = await currentDesignation(tx, aidCase);
  const handler = await handlerById(tx, aidCase.tenant, designation.handlerId);
  const { costId } = await openCost(tx, actor, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    caseId: aidCase.id,
    caseNumber: aidCase.number,
    class: aidCase.class,
    aidForm: aidCase.aidForm,
    stage: aidCase.stage,
    region: aidCase.region,
    handlerId: designation.handlerId,
    handlerName: designation.handlerName,
    handlerUnit: designation.agencyName,
    handlerKind: designation.handlerKind,
    paidByTreasury: handler?.paidByTreasury ?? false,
    designatedOn: designation.designatedOn,
    kind: input.kind,
    spentOn: input.spentOn,
    units: input.units ?? null,
    claimed: input.amount,
    purpose: input.purpose,
    receipts: input.receipts.flatMap((id) => {
      const row = kept.get(id);
      return row === undefined ? [] : [{ attachmentId: id, fileName: row.fileName, fileHash: row.hash }];
    }),
    demonstration: aidCase.demonstration,
  });
  const moved = await moveCase(tx, aidCase, 'claimCost', {}, { costId, kind: input.kind, amount: input.amount });
  return { version: moved.version, costId };
}
