import type { Tx } from '../../kernel/use-case/index.ts';

export interface ConsultationWords {
  readonly question: string;
  readonly answer: string;
}

const context = (tenant: string, id: string): string => `${tenant}/consultation.words_sealed/${id}`;

export function sealWords(tx: Tx, tenant: string, id: string, words: ConsultationWords): string {
  return tx.cipher.encrypt(JSON.stringify(words), context(tenant, id));
}

export function openWords(tx: Tx, row: { tenant: string; id: string; wordsSealed: string }): ConsultationWords {
  return JSON.parse(tx.cipher.decrypt(row.wordsSealed, context(row.tenant, row.id))) as ConsultationWords;
}

/** Columns that key rotation re-encrypts. */
export const consultationSealedColumns = [{ table: 'consultation', column: 'words_sealed', idColumn: 'id' }] as const;
