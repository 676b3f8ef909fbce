import { Refusal } from '../../../kernel/errors/index.ts';
import type { AcceptedFile } from '../../../kernel/files/index.ts';
import { fileKinds } from '../../../kernel/files/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mustStand } from '../../archive/index.ts';
import { type AttachmentRow, attachFile, attachmentsOfMatter } from '../../documents/index.ts';
import { mayKeepPieces, mayReadCases, mayReadOwnCases } from '../permissions.ts';
import { catalogueFor } from '../rules/file-catalogue.ts';
import type { CaseKey } from '../schema.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { mustBeTheirs } from './move.ts';

/** A stored piece of a case's file. */
export interface KeptPiece {
  readonly attachmentId: string;
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly fileHash: string;
  readonly receivedAt: string;
}

/**
 * Whether the actor may add a piece under this key now: asked before the bytes are taken in, so that a stranger's upload is
 * not even stored. @throws Refusal `auth.forbidden`, `case.notYours`, `case.pieceUnknown`, `record.actionNotAllowed`
 */
export async function mayKeepPiece(tx: Tx, actor: Actor, input: CaseKey & { readonly key: string }): Promise<AidCase> {
  const place = { tenant: input.tenant };
  actor.must(mayKeepPieces, place);
  const aidCase = await loadCase(tx, input);
  if (
    !actor.holds(
      mayKeepPieces.roles.filter((role) => role !== 'handler'),
      place,
    )
  )
    await mustBeTheirs(tx, actor, aidCase);
  if (aidCase.desk !== 'handling') {
    throw new Refusal('record.actionNotAllowed', { state: aidCase.state, event: 'keepPiece', lifecycle: 'case' });
  }
  if (!catalogueFor(aidCase).pieces.some((p) => p.key === input.key)) {
    throw new Refusal('input.invalid', {}, [
      { pointer: '/key', code: 'case.pieceUnknown', details: { piece: input.key } },
    ]);
  }
  return aidCase;
}

/** 存入卷宗材料: a piece that was uploaded; it becomes part of the file when the file is handed in. */
export async function keepPiece(
  tx: Tx,
  actor: Actor,
  input: CaseKey & { readonly key: string; readonly file: AcceptedFile },
): Promise<{ attachmentId: string; fileHash: string; fileName: string; bytes: number }> {
  const aidCase = await mayKeepPiece(tx, actor, input);
  const { hash, bytes, name, kind } = input.file;
  const { attachmentId } = await attachFile(tx, actor, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    subject: 'case',
    subjectId: aidCase.id,
    kind: input.key,
    fileName: name,
    mediaType: fileKinds[kind].mediaType,
    bytes,
    hash,
  });
  return { attachmentId, fileHash: hash, fileName: name, bytes };
}

/** The pieces stored for a case, oldest first. The caller has authorised reading the case. */
export async function piecesOf(tx: Tx, aidCase: AidCase): Promise<readonly KeptPiece[]> {
  const rows = await attachmentsOfMatter(tx, aidCase.tenant, aidCase.matterId);
  return rows.filter((row) => row.subject === 'case' && row.subjectId === aidCase.id).map(pieceView);
}

/** One stored piece to be downloaded; opening it is remembered. */
export async function openPiece(
  tx: Tx,
  actor: Actor,
  input: CaseKey & { readonly attachmentId: string },
): Promise<KeptPiece> {
  const place = { tenant: input.tenant };
  const whole = actor.holds(mayReadCases.roles, place);
  if (!whole) actor.must(mayReadOwnCases, place);
  const aidCase = await loadCase(tx, input);
  if (!whole) await mustBeTheirs(tx, actor, aidCase);
  const piece = (await piecesOf(tx, aidCase)).find((p) => p.attachmentId === input.attachmentId);
  if (piece === undefined) throw new Refusal('record.notFound');
  await mustStand(tx, aidCase);
  tx.record({
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    kind: 'case.pieceOpened',
    subject: 'case',
    subjectId: aidCase.id,
    payload: { attachmentId: piece.attachmentId, key: piece.key },
  });
  return piece;
}

function pieceView({ id, kind, fileName, mediaType, bytes, hash, receivedAt }: AttachmentRow): KeptPiece {
  return { attachmentId: id, key: kind, fileName, mediaType, bytes, fileHash: hash, receivedAt };
}
