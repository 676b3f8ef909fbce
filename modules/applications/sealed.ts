import type { Tx } from '../../kernel/use-case/index.ts';
import type { Language } from '../network/index.ts';
import type { Facts } from '../policy/index.ts';

/** What the person told in words: sealed, because it names others, health and money. */
export interface Narrative {
  readonly narrative: string;
  readonly wanted?: string | undefined;
  readonly organName?: string | undefined;
  /** 需要用哪种语言交流, where the person said. */
  readonly language?: Language | undefined;
}

const factsContext = (tenant: string, id: string): string => `${tenant}/application.facts_sealed/${id}`;
const narrativeContext = (tenant: string, id: string): string => `${tenant}/application.narrative_sealed/${id}`;

export function sealFacts(tx: Pick<Tx, 'cipher'>, tenant: string, id: string, facts: Facts): string {
  return tx.cipher.encrypt(JSON.stringify(facts), factsContext(tenant, id));
}

export function openFacts(tx: Pick<Tx, 'cipher'>, row: { tenant: string; id: string; factsSealed: string }): Facts {
  return JSON.parse(tx.cipher.decrypt(row.factsSealed, factsContext(row.tenant, row.id))) as Facts;
}

export function sealNarrative(tx: Tx, tenant: string, id: string, narrative: Narrative): string {
  return tx.cipher.encrypt(JSON.stringify(narrative), narrativeContext(tenant, id));
}

export function openNarrative(tx: Tx, row: { tenant: string; id: string; narrativeSealed: string }): Narrative {
  return JSON.parse(tx.cipher.decrypt(row.narrativeSealed, narrativeContext(row.tenant, row.id))) as Narrative;
}

const cooperationContext = (tenant: string, id: string, column: 'question' | 'answer'): string =>
  `${tenant}/cooperation_request.${column}_sealed/${id}`;

/** What is to be checked, and what was found: each end keeps it sealed under its own tenant. */
export function sealCooperation(
  tx: Tx,
  of: { readonly tenant: string; readonly id: string },
  column: 'question' | 'answer',
  text: string,
): string {
  return tx.cipher.encrypt(text, cooperationContext(of.tenant, of.id, column));
}

export function openCooperation(
  tx: Tx,
  row: { tenant: string; id: string; questionSealed: string; answerSealed: string | null },
): { readonly question: string; readonly answer: string | null } {
  const { answerSealed } = row;
  return {
    question: tx.cipher.decrypt(row.questionSealed, cooperationContext(row.tenant, row.id, 'question')),
    answer:
      answerSealed === null ? null : tx.cipher.decrypt(answerSealed, cooperationContext(row.tenant, row.id, 'answer')),
  };
}

const commitmentContext = (tenant: string, id: string, column: 'check' | 'decision'): string =>
  `${tenant}/application_commitment.${column}_sealed/${id}`;

/** What was found when a commitment was checked, and why it was decided so. */
export function sealCommitment(
  tx: Tx,
  of: { readonly tenant: string; readonly id: string },
  column: 'check' | 'decision',
  text: string,
): string {
  return tx.cipher.encrypt(text, commitmentContext(of.tenant, of.id, column));
}

export function openCommitmentWords(
  tx: Tx,
  row: { tenant: string; applicationId: string; checkSealed: string | null; decisionSealed: string | null },
): { readonly check: string | null; readonly decision: string | null } {
  const open = (column: 'check' | 'decision', sealed: string | null): string | null =>
    sealed === null ? null : tx.cipher.decrypt(sealed, commitmentContext(row.tenant, row.applicationId, column));
  return { check: open('check', row.checkSealed), decision: open('decision', row.decisionSealed) };
}

type AnswerColumn = 'assessment_sealed' | 'proposal_sealed';

/** What was found and what is proposed: both tell income in words. */
export function sealAnswer(
  tx: Pick<Tx, 'cipher'>,
  column: AnswerColumn,
  tenant: string,
  id: string,
  answer: object,
): string {
  return tx.cipher.encrypt(JSON.stringify(answer), `${tenant}/application.${column}/${id}`);
}

export function openAnswer<T>(
  tx: Pick<Tx, 'cipher'>,
  column: AnswerColumn,
  { tenant, id }: { readonly tenant: string; readonly id: string },
  sealed: string,
): T {
  return JSON.parse(tx.cipher.decrypt(sealed, `${tenant}/application.${column}/${id}`)) as T;
}

type Erasable = 'application.facts_sealed' | 'application.narrative_sealed';

/** What stands in place of content that was destroyed: `null`, sealed, so that keys rotate over it as over anything else. */
export function sealErased(tx: Pick<Tx, 'cipher'>, tenant: string, place: Erasable, id: string): string {
  return tx.cipher.encrypt('null', `${tenant}/${place}/${id}`);
}

/** Columns that key rotation re-encrypts. */
export const applicationSealedColumns = [
  { table: 'application', column: 'facts_sealed', idColumn: 'id' },
  { table: 'application', column: 'narrative_sealed', idColumn: 'id' },
  { table: 'application', column: 'assessment_sealed', idColumn: 'id' },
  { table: 'application', column: 'proposal_sealed', idColumn: 'id' },
  { table: 'cooperation_request', column: 'question_sealed', idColumn: 'id' },
  { table: 'cooperation_request', column: 'answer_sealed', idColumn: 'id' },
  { table: 'application_commitment', column: 'check_sealed', idColumn: 'application_id' },
  { table: 'application_commitment', column: 'decision_sealed', idColumn: 'application_id' },
  { table: 'application_draft', column: 'answers_sealed', idColumn: 'id' },
] as const;
