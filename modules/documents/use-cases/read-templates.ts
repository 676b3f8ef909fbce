import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { type FormKey, formKeys, forms } from '../forms/index.ts';
import { fieldsOf } from '../office-templates/fields.ts';
import { mayProposeTemplate, mayReadTemplates } from '../permissions.ts';
import { templateLifecycle } from '../template-lifecycle.ts';
import { selectTemplates, type TemplateRow } from '../template-store.ts';

export interface TemplateEdition
  extends Omit<TemplateRow, 'tenant' | 'formKey' | 'formVersion' | 'fileHash' | 'uploadedBy' | 'settledBy'> {
  readonly inForce: boolean;
  /** The built-in form was changed since: the office looks whether its own still says all that it should. */
  readonly outOfStep: boolean;
  readonly allowedActions: readonly string[];
}

export interface FormOfOffice {
  readonly formKey: FormKey;
  readonly title: { readonly zh: string; readonly en: string };
  readonly citation: string;
  readonly fields: readonly {
    readonly name: string;
    readonly must: boolean;
    readonly says: { readonly zh: string; readonly en: string };
  }[];
  /** Newest first. */
  readonly editions: readonly TemplateEdition[];
}

/** 文书样式: every form that an office may have in its own wording, its fields, and the editions it has handed in. */
export async function readTemplates(
  tx: Tx,
  actor: Actor,
  tenant: string,
): Promise<{ readonly forms: readonly FormOfOffice[]; readonly mayPropose: boolean }> {
  actor.must(mayReadTemplates, { tenant });
  const rows = await selectTemplates(tx, tenant);
  return {
    mayPropose: actor.holds(mayProposeTemplate.roles, { tenant }),
    forms: formKeys.map((formKey) => ({
      formKey,
      title: forms[formKey].title,
      citation: forms[formKey].source.citation,
      fields: Object.entries(fieldsOf(formKey)).map(([name, { must, says }]) => ({ name, must, says })),
      editions: rows.filter((row) => row.formKey === formKey).map((row) => editionOf(tx, actor, row)),
    })),
  };
}

function editionOf(tx: Tx, actor: Actor, row: TemplateRow): TemplateEdition {
  const { tenant, formKey, formVersion, fileHash: _hash, uploadedBy, settledBy: _by, ...shown } = row;
  const mine = uploadedBy === actor.id;
  const allowed = allowedActions(templateLifecycle, row.state, actor, { tenant });
  return {
    ...shown,
    inForce:
      row.state === 'APPROVED' &&
      (row.inForceFrom ?? '9999') <= tx.today &&
      (row.inForceUntil === null || row.inForceUntil > tx.today),
    outOfStep: formVersion !== forms[formKey].version,
    allowedActions: allowed.filter((action) => {
      // Whoever handed it in never approves it, and only they take it back; one that was replaced has ended already.
      if (action === 'approve') return !mine;
      if (action === 'withdraw') return mine;
      return action !== 'end' || row.inForceUntil === null || row.inForceUntil > tx.today;
    }),
  };
}
