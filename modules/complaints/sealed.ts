import type { Tx } from '../../kernel/use-case/index.ts';
import type { Complainant } from './schema.ts';

/** What the person said, and what they added when asked. */
export interface ComplaintWords {
  readonly statement: string;
  readonly wish: string;
  readonly recordedBy: string;
  readonly missing: readonly string[];
  readonly supplied: readonly { readonly on: string; readonly text: string }[];
  readonly withdrawal: string;
}

/** What the bureau wrote in the course of it. */
export interface Findings {
  readonly findings: string;
  readonly refusal: string;
  readonly refusalCitation: string;
  readonly passing: string;
  readonly merging: string;
  readonly entrusting: string;
  readonly returned: readonly { readonly on: string; readonly report: string }[];
  readonly sentBack: readonly { readonly on: string; readonly reason: string }[];
  readonly told: readonly { readonly on: string; readonly words: string }[];
  readonly reasons: readonly { readonly text: string; readonly citation: string }[];
  readonly measureNote: string;
  readonly followUp: string;
}

export const noFindings: Findings = {
  findings: '',
  refusal: '',
  refusalCitation: '',
  passing: '',
  merging: '',
  entrusting: '',
  returned: [],
  sentBack: [],
  told: [],
  reasons: [],
  measureNote: '',
  followUp: '',
};

type Row = { readonly tenant: string; readonly id: string };
type Column = 'complainant' | 'words' | 'findings';

const context = (column: Column, { tenant, id }: Row): string => `${tenant}/complaint.${column}_sealed/${id}`;
const seal = (tx: Tx, column: Column, row: Row, value: unknown): string =>
  tx.cipher.encrypt(JSON.stringify(value), context(column, row));

export const sealComplainant = (tx: Tx, row: Row, value: Complainant | null): string =>
  seal(tx, 'complainant', row, value);
export const sealWords = (tx: Tx, row: Row, value: ComplaintWords | null): string => seal(tx, 'words', row, value);
export const sealFindings = (tx: Tx, row: Row, value: Findings | null): string => seal(tx, 'findings', row, value);

export const openComplainant = (tx: Tx, row: Row & { complainantSealed: string }): Complainant | null =>
  JSON.parse(tx.cipher.decrypt(row.complainantSealed, context('complainant', row))) as Complainant | null;

/** Finds what the same telephone said before. */
export const complainantIndexOf = (tx: Tx, phone: string): string => tx.cipher.blindIndex('complaintPhone', phone);

const noWords: ComplaintWords = {
  statement: '',
  wish: '',
  recordedBy: '',
  missing: [],
  supplied: [],
  withdrawal: '',
};

/** Nothing, where the words were destroyed with the file. */
export const openWords = (tx: Tx, row: Row & { wordsSealed: string }): ComplaintWords =>
  (JSON.parse(tx.cipher.decrypt(row.wordsSealed, context('words', row))) as ComplaintWords | null) ?? noWords;
export const openFindings = (tx: Tx, row: Row & { findingsSealed: string }): Findings =>
  (JSON.parse(tx.cipher.decrypt(row.findingsSealed, context('findings', row))) as Findings | null) ?? noFindings;

/** Columns that key rotation re-encrypts. */
export const complaintSealedColumns = [
  { table: 'complaint', column: 'complainant_sealed', idColumn: 'id' },
  { table: 'complaint', column: 'words_sealed', idColumn: 'id' },
  { table: 'complaint', column: 'findings_sealed', idColumn: 'id' },
] as const;
