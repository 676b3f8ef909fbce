import type { Tx } from '../../../kernel/use-case/index.ts';
import { type FormKey, forms } from '../forms/index.ts';
import { type SummaryRow, selectDocuments } from '../store.ts';

/** One line of a matter's papers; nothing personal in it. */
export interface DocumentSummary extends SummaryRow {
  readonly title: { readonly zh: string; readonly en: string };
}

/** The papers of a matter, oldest first. The caller has authorised reading the matter. */
export async function documentsOfMatter(tx: Tx, tenant: string, matterId: string): Promise<readonly DocumentSummary[]> {
  const rows = await selectDocuments(tx, tenant, matterId);
  return rows.map((row) => ({ ...row, title: titleOf(row.formKey) }));
}

export function titleOf(key: FormKey): { readonly zh: string; readonly en: string } {
  return forms[key].title;
}
