import type { Tx } from '../../../kernel/use-case/index.ts';
import { type FormKey, forms } from '../forms/index.ts';
import { type ServiceRow, servicesOfMatter } from '../service-store.ts';
import { type SummaryRow, selectDocuments } from '../store.ts';

/** One line of a matter's papers; nothing personal in it. */
export interface DocumentSummary extends Omit<SummaryRow, 'id'> {
  readonly documentId: string;
  /** The title as printed; papers are in Chinese. */
  readonly title: string;
  readonly titleEn: string;
  /** How it was served, the earliest first. */
  readonly services: readonly ServiceSummary[];
}

export interface ServiceSummary extends Pick<ServiceRow, 'receiptId' | 'method' | 'servedOn' | 'signing'> {
  readonly serviceId: string;
  /** There is a picture of what was signed on the screen. */
  readonly signed: boolean;
}

/** The papers of a matter, oldest first. The caller has authorised reading the matter. */
export async function documentsOfMatter(tx: Tx, tenant: string, matterId: string): Promise<readonly DocumentSummary[]> {
  const rows = await selectDocuments(tx, tenant, matterId);
  const services = rows.length === 0 ? [] : await servicesOfMatter(tx, tenant, matterId);
  return rows.map(({ id, ...row }) => {
    const { zh, en } = titleOf(row.formKey);
    return {
      ...row,
      documentId: id,
      title: zh,
      titleEn: en,
      services: services
        .filter(({ documentId }) => documentId === id)
        .map(({ id: serviceId, receiptId, method, servedOn, signing, signatureHash }) => ({
          serviceId,
          receiptId,
          method,
          servedOn,
          signing,
          signed: signatureHash !== null,
        })),
    };
  });
}

export function titleOf(key: FormKey): { readonly zh: string; readonly en: string } {
  return forms[key].title;
}
