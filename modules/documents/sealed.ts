import type { Tx } from '../../kernel/use-case/index.ts';

/* A paper's body names people, incomes, illnesses: it is stored encrypted, bound to its row. */

const context = (row: { readonly tenant: string; readonly id: string }): string =>
  `${row.tenant}/document.body_sealed/${row.id}`;

export function sealBody(tx: Tx, row: { readonly tenant: string; readonly id: string }, body: unknown): string {
  return tx.cipher.encrypt(JSON.stringify(body), context(row));
}

/** The body as frozen. The form that wrote it reads it: its schema is checked again when it is rendered. */
export function openBody(
  tx: Tx,
  row: { readonly tenant: string; readonly id: string; readonly bodySealed: string },
): unknown {
  return JSON.parse(tx.cipher.decrypt(row.bodySealed, context(row)));
}

/** What a service says in words: to whom, who received it, the letter's number. */
export interface ServiceWords {
  readonly recipient?: string | undefined;
  readonly receivedBy?: string | undefined;
  readonly relation?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly remark?: string | undefined;
}

const serviceContext = (row: { readonly tenant: string; readonly id: string }): string =>
  `${row.tenant}/document_service.words_sealed/${row.id}`;

export function sealServiceWords(
  tx: Tx,
  row: { readonly tenant: string; readonly id: string },
  words: ServiceWords,
): string {
  return tx.cipher.encrypt(JSON.stringify(words), serviceContext(row));
}

export function openServiceWords(
  tx: Tx,
  row: { readonly tenant: string; readonly id: string; readonly wordsSealed: string },
): ServiceWords {
  return JSON.parse(tx.cipher.decrypt(row.wordsSealed, serviceContext(row))) as ServiceWords;
}

/** Columns that key rotation re-encrypts. */
export const documentSealedColumns = [
  { table: 'document', column: 'body_sealed', idColumn: 'id' },
  { table: 'document_service', column: 'words_sealed', idColumn: 'id' },
] as const;
