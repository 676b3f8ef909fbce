import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type FormKey, formOf } from '../forms/index.ts';
import { inspectTemplate } from '../office-templates/inspect.ts';
import { mayProposeTemplate } from '../permissions.ts';
import { templateLifecycle } from '../template-lifecycle.ts';
import { insertTemplate, selectTemplates } from '../template-store.ts';

export interface ProposeTemplate {
  readonly tenant: string;
  readonly formKey: FormKey;
  readonly fileName: string;
  readonly fileHash: string;
  readonly content: Uint8Array;
}

/**
 * 提交本机构样式: an edited Word form, looked through before it is kept. Another person approves it.
 * @throws Refusal `template.refused` naming each field at fault and where it stands, `template.alreadyProposed`
 */
export async function proposeTemplate(
  tx: Tx,
  actor: Actor,
  { tenant, formKey, fileName, fileHash, content }: ProposeTemplate,
): Promise<{ readonly templateId: string; readonly edition: number; readonly warnings: readonly string[] }> {
  actor.must(mayProposeTemplate, { tenant });
  const { faults, warnings } = inspectTemplate(formKey, content);
  if (faults.length > 0) {
    throw new Refusal(
      'template.refused',
      {},
      faults.map(({ code, field, where }) => ({ pointer: '/file', code, details: { field, where } })),
    );
  }
  const before = (await selectTemplates(tx, tenant)).filter((row) => row.formKey === formKey);
  if (before.some(({ state }) => state === 'PROPOSED')) throw new Refusal('template.alreadyProposed');
  const id = tx.newId();
  const edition = Math.max(0, ...before.map((row) => row.edition)) + 1;
  await insertTemplate(tx, {
    tenant,
    id,
    formKey,
    edition,
    state: templateLifecycle.initial,
    version: 1,
    fileHash,
    fileName,
    warnings: [...warnings],
    formVersion: formOf(formKey).version,
    uploadedBy: actor.id,
    uploadedByName: actor.name,
    uploadedAt: tx.at,
    settledBy: null,
    settledByName: null,
    settledAt: null,
    note: null,
    inForceFrom: null,
    inForceUntil: null,
  });
  tx.record({
    tenant,
    matterId: id,
    kind: 'template.proposed',
    subject: 'documentTemplate',
    subjectId: id,
    payload: { formKey, edition, sha256: fileHash },
  });
  return { templateId: id, edition, warnings };
}
