import type { Tx } from '../../kernel/use-case/index.ts';

/** What the person says against the decision: sealed, because it tells of health, money and others. */
export interface ObjectionWords {
  readonly reasons: string;
  /** Why it comes late; empty when it does not. */
  readonly lateReason: string;
}

const context = (tenant: string, id: string): string => `${tenant}/objection.words_sealed/${id}`;

export function sealWords(tx: Tx, tenant: string, id: string, words: ObjectionWords): string {
  return tx.cipher.encrypt(JSON.stringify(words), context(tenant, id));
}

export function openWords(tx: Tx, row: { tenant: string; id: string; wordsSealed: string }): ObjectionWords {
  return JSON.parse(tx.cipher.decrypt(row.wordsSealed, context(row.tenant, row.id))) as ObjectionWords;
}

/** Columns that key rotation re-encrypts. */
export const objectionSealedColumns = [{ table: 'objection', column: 'words_sealed', idColumn: 'id' }] as const;
