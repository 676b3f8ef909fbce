import type { Tx } from '../../../kernel/use-case/index.ts';
import { type FormKey, forms } from '../forms/index.ts';
import { type SummaryRow, selectDocuments } from '../store.ts';

/** One line of a matter's papers; nothing personal in it. */
export interface DocumentSummary extends Omit<SummaryRow, 'id'> {
  readonly documentId: string;
  /** The title as printed; papers are in Chinese. */
  readonly title: string;
  readonly titleEn: string;
}

/** The papers of a matter, oldest first. The caller has authorised reading the matter. */
export async function documentsOfMatter(tx: Tx, tenant: string, matterId: string): Promise<readonly DocumentSummary[]> {
  const rows = await selectDocuments(tx, tenant, matterId);
  return rows.map(({ id, ...row }) => {
    const { zh, en } = titleOf(row.formKey);
    return { ...row, documentId: id, title: zh, titleEn: en };
  });
}

export function titleOf(key: FormKey): { readonly zh: string; readonly en: string } {
  return forms[key].title;
}
