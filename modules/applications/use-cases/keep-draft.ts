import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type DraftRow, findDraft, insertDraft, loadDraft, updateDraft } from '../draft-store.ts';
import { makeCode, normaliseCode } from '../rules/code.ts';
import type { DraftEnd, DraftFile } from '../tables.ts';

/** 草稿: what a person has filled in so far. The answers' shape belongs to the form that asks; here they are kept, sealed. */
export interface Draft {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly DraftFile[];
  readonly language: string;
  readonly submitted: DraftEnd | null;
}

/** Begin a draft. `code` is shown to the person once and kept only as a blind index: with it the form is taken up again. */
export async function startDraft(
  tx: Tx,
  _actor: Actor,
  input: { tenant: string; language: string; answers?: Readonly<Record<string, unknown>> },
): Promise<Draft & { readonly code: string }> {
  const id = tx.newId();
  const code = makeCode(tx.random, 10);
  const answers = input.answers ?? {};
  await insertDraft(tx, {
    tenant: input.tenant,
    id,
    codeIndex: tx.cipher.blindIndex('draftCode', code),
    version: 1,
    answersSealed: sealAnswers(tx, input.tenant, id, answers),
    files: JSON.stringify([]),
    language: input.language,
    createdAt: tx.at,
    updatedAt: tx.at,
    submitted: null,
  });
  return { tenant: input.tenant, id, version: 1, answers, files: [], language: input.language, submitted: null, code };
}

export async function readDraft(tx: Tx, input: { tenant: string; id: string }): Promise<Draft> {
  return open(tx, await loadDraft(tx, input.tenant, input.id));
}

/** @throws Refusal `draft.codeUnknown` */
export async function resumeDraft(tx: Tx, input: { tenant: string; code: string }): Promise<Draft> {
  const row = await findDraft(tx, input.tenant, tx.cipher.blindIndex('draftCode', normaliseCode(input.code)));
  if (row === undefined) throw new Refusal('draft.codeUnknown');
  return open(tx, row);
}

/** Keep the answers of one step. @throws Refusal `record.stale` when another tab saved meanwhile, `draft.submitted` afterwards */
export async function saveDraft(
  tx: Tx,
  _actor: Actor,
  input: {
    tenant: string;
    id: string;
    version: number;
    answers?: Readonly<Record<string, unknown>>;
    files?: readonly DraftFile[];
    language?: string;
  },
): Promise<Draft> {
  const row = await loadDraft(tx, input.tenant, input.id);
  if (row.submitted !== null) throw new Refusal('draft.submitted');
  if (row.version !== input.version) throw new Refusal('record.stale', { current: row.version });
  const updated = await updateDraft(tx, row, {
    ...(input.answers === undefined ? {} : { answersSealed: sealAnswers(tx, input.tenant, input.id, input.answers) }),
    ...(input.files === undefined ? {} : { files: JSON.stringify(input.files) }),
    ...(input.language === undefined ? {} : { language: input.language }),
  });
  return open(tx, updated);
}

/** The draft has become an application or a complaint: its answers are emptied, only the way there stays. */
export async function closeDraft(tx: Tx, input: { tenant: string; id: string; submitted: DraftEnd }): Promise<void> {
  const row = await loadDraft(tx, input.tenant, input.id);
  await updateDraft(tx, row, {
    submitted: JSON.stringify(input.submitted),
    answersSealed: sealAnswers(tx, input.tenant, input.id, {}),
    files: JSON.stringify([]),
  });
}

function sealAnswers(tx: Tx, tenant: string, id: string, answers: Readonly<Record<string, unknown>>): string {
  return tx.cipher.encrypt(JSON.stringify(answers), draftContext(tenant, id));
}

function draftContext(tenant: string, id: string): string {
  return `${tenant}/application_draft.answers_sealed/${id}`;
}

function open(tx: Tx, row: DraftRow): Draft {
  return {
    tenant: row.tenant,
    id: row.id,
    version: row.version,
    answers: JSON.parse(tx.cipher.decrypt(row.answersSealed, draftContext(row.tenant, row.id))) as Record<
      string,
      unknown
    >,
    files: row.files,
    language: row.language,
    submitted: row.submitted,
  };
}
