import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type DocumentSummary, documentsOfMatter } from '../../documents/index.ts';
import { statesHardship } from '../form-papers.ts';
import { paperFor } from '../papers.ts';
import { mayIssueForms } from '../permissions.ts';
import { type ApplicationRow, lockApplication } from '../store.ts';

/** The forms that the person signs, in the order in which they are handed over. */
const signedForms = ['applicationForm', 'hardshipStatement'] as const;

/**
 * 出具申请表和经济困难状况说明表, filled from the application, to be read through and signed at the counter (procedure of 2023, art. 11).
 * Each is issued once: a second asking gives the same papers. The statement belongs only to those whose means are looked at.
 * @throws Refusal `auth.forbidden`, `record.notFound`
 */
export async function issueForms(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly applicationId: string },
): Promise<{ readonly documents: readonly DocumentSummary[] }> {
  actor.must(mayIssueForms, { tenant: input.tenant });
  // Two who ask in the same instant come one after the other; the second finds what the first issued.
  const row = await lockApplication(tx, input.tenant, input.applicationId);
  await issueMissingForms(tx, actor, row);
  const papers = await documentsOfMatter(tx, row.tenant, row.matterId);
  return { documents: papers.filter(({ formKey }) => (signedForms as readonly string[]).includes(formKey)) };
}

/** What of the two has not been issued yet. The caller has authorised the step and holds the application's row. */
export async function issueMissingForms(tx: Tx, actor: Actor, row: ApplicationRow): Promise<void> {
  const issued = new Set((await documentsOfMatter(tx, row.tenant, row.matterId)).map(({ formKey }) => formKey));
  if (!issued.has('applicationForm')) await paperFor(tx, actor, row, 'applicationForm', {});
  if (!issued.has('hardshipStatement') && statesHardship(tx, row)) {
    await paperFor(tx, actor, row, 'hardshipStatement', {});
  }
}
