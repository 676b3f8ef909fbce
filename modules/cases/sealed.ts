import type { Tx } from '../../kernel/use-case/index.ts';

/** Columns that hold what people told or wrote about a case: sealed, because it names others, health and money. */
export const caseSealedColumns = [
  { table: 'case_progress', column: 'text_sealed', idColumn: 'id' },
  { table: 'case_closing', column: 'summary_sealed', idColumn: 'case_id' },
  { table: 'case_closing', column: 'result_sealed', idColumn: 'case_id' },
  { table: 'designation', column: 'answer_sealed', idColumn: 'id' },
  { table: 'firm_designation', column: 'answer_sealed', idColumn: 'id' },
  { table: 'handler_relative', column: 'name_sealed', idColumn: 'id' },
  { table: 'duty_help', column: 'note_sealed', idColumn: 'id' },
  { table: 'plea_witness', column: 'advice_sealed', idColumn: 'help_id' },
  { table: 'plea_witness', column: 'dissent_sealed', idColumn: 'help_id' },
  { table: 'organ_notice', column: 'note_sealed', idColumn: 'id' },
  { table: 'defence_refusal', column: 'words_sealed', idColumn: 'id' },
  { table: 'replacement', column: 'facts_sealed', idColumn: 'id' },
  { table: 'replacement', column: 'opinion_sealed', idColumn: 'id' },
  { table: 'case_affair', column: 'words_sealed', idColumn: 'id' },
  { table: 'case_affair', column: 'answer_sealed', idColumn: 'id' },
  { table: 'case_termination', column: 'reason_sealed', idColumn: 'id' },
] as const;

type SealedColumn = (typeof caseSealedColumns)[number];
type PlaceOf<C extends SealedColumn> = C extends SealedColumn ? `${C['table']}.${C['column']}` : never;
type Place = PlaceOf<SealedColumn>;

/** @param id the row's id in the column's own idColumn */
export function seal(tx: Tx, tenant: string, place: Place, id: string, text: string): string {
  return tx.cipher.encrypt(text, `${tenant}/${place}/${id}`);
}

export function unseal(tx: Tx, tenant: string, place: Place, id: string, sealed: string): string {
  return tx.cipher.decrypt(sealed, `${tenant}/${place}/${id}`);
}
