import type { Tx } from '../../kernel/use-case/index.ts';

type Row = { readonly tenant: string; readonly id: string };

/** What a reviewer wrote: an opinion, a reason for a line, or why they do not review the case. */
export interface ReviewWords {
  readonly opinion: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly ended: string;
}
const noReviewWords: ReviewWords = { opinion: '', reasons: {}, ended: '' };

/** What followed from a result, in words. */
export interface ResultWords {
  readonly asked: string;
  readonly required: string;
  readonly replies: readonly { readonly on: string; readonly text: string }[];
  readonly returned: readonly { readonly on: string; readonly text: string }[];
}
const noResultWords: ResultWords = { asked: '', required: '', replies: [], returned: [] };

const context = (table: string, { tenant, id }: Row): string => `${tenant}/${table}.words_sealed/${id}`;

export const sealReviewWords = (tx: Tx, row: Row, words: ReviewWords): string =>
  tx.cipher.encrypt(JSON.stringify(words), context('assessment_review', row));
export const sealResultWords = (tx: Tx, row: Row, words: ResultWords): string =>
  tx.cipher.encrypt(JSON.stringify(words), context('assessment_result', row));

/** Nothing, where nothing was written or the words went with the file. */
export const openReviewWords = (tx: Tx, row: Row & { wordsSealed: string | null }): ReviewWords =>
  row.wordsSealed === null
    ? noReviewWords
    : (JSON.parse(tx.cipher.decrypt(row.wordsSealed, context('assessment_review', row))) as ReviewWords);
export const openResultWords = (tx: Tx, row: Row & { wordsSealed: string | null }): ResultWords =>
  row.wordsSealed === null
    ? noResultWords
    : (JSON.parse(tx.cipher.decrypt(row.wordsSealed, context('assessment_result', row))) as ResultWords);

/** What was seen of a case, and what was asked and answered. */
export interface SupervisionWords {
  readonly source: string;
  readonly text: string;
  readonly asked: readonly { readonly on: string; readonly text: string }[];
  readonly replies: readonly { readonly on: string; readonly text: string }[];
}
const noSupervisionWords: SupervisionWords = { source: '', text: '', asked: [], replies: [] };

export const sealSupervisionWords = (tx: Tx, row: Row, words: SupervisionWords): string =>
  tx.cipher.encrypt(JSON.stringify(words), context('supervision', row));
export const openSupervisionWords = (tx: Tx, row: Row & { wordsSealed: string | null }): SupervisionWords =>
  row.wordsSealed === null
    ? noSupervisionWords
    : (JSON.parse(tx.cipher.decrypt(row.wordsSealed, context('supervision', row))) as SupervisionWords);

/** Columns that key rotation re-encrypts. */
export const qualitySealedColumns = [
  { table: 'satisfaction', column: 'words_sealed', idColumn: 'case_id' },
  { table: 'assessment_review', column: 'words_sealed', idColumn: 'id' },
  { table: 'assessment_result', column: 'words_sealed', idColumn: 'id' },
  { table: 'supervision', column: 'words_sealed', idColumn: 'id' },
] as const;
