import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal } from '../sealed.ts';
import { dbOf } from './db.ts';

/**
 * Forget what was told and written of a matter's cases (销毁): names, notes, the closing report, reasons given by handlers and
 * accused, what was asked of the centre, the lists of what the files held. The line in the register and its days stay.
 */
export async function eraseCaseContent(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  const cases = await dbOf(tx)
    .selectFrom('aidCase')
    .select('id')
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  for (const { id } of cases) await eraseCase(tx, tenant, id);
  return [];
}

async function eraseCase(tx: Tx, tenant: string, caseId: string): Promise<void> {
  const db = dbOf(tx);
  await db
    .updateTable('aidCase')
    .set({
      recipientName: '',
      withoutAgreement: null,
      criminal: sql`criminal - 'coDefendants' - 'charge' - 'handlingOrgan' - 'organCaseNumber' - 'hearingOn'`,
    })
    .where('tenant', '=', tenant)
    .where('id', '=', caseId)
    .execute();
  await db
    .updateTable('caseParty')
    .set({ name: '', nameKey: '' })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  await db
    .updateTable('designation')
    .set({ reason: null })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  const notes = await db
    .selectFrom('caseProgress')
    .select('id')
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  for (const { id } of notes) {
    await db
      .updateTable('caseProgress')
      .set({ textSealed: seal(tx, tenant, 'case_progress.text_sealed', id, '') })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  await db
    .updateTable('caseClosing')
    .set({
      summarySealed: seal(tx, tenant, 'case_closing.summary_sealed', caseId, ''),
      resultSealed: seal(tx, tenant, 'case_closing.result_sealed', caseId, ''),
    })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  await db
    .updateTable('caseFile')
    .set({ pieces: '[]', without: '[]', returnReasons: null })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  for (const table of ['designation', 'firmDesignation'] as const) {
    await db
      .updateTable(table)
      .set({ answerSealed: null })
      .where('tenant', '=', tenant)
      .where('caseId', '=', caseId)
      .execute();
  }
  await db
    .updateTable('organNotice')
    .set({ officer: '', officerContact: '', custodyPlace: null, noteSealed: null })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  const refusals = await db
    .selectFrom('defenceRefusal')
    .select('id')
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  for (const { id } of refusals) {
    await db
      .updateTable('defenceRefusal')
      .set({ wordsSealed: seal(tx, tenant, 'defence_refusal.words_sealed', id, '') })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  await db
    .updateTable('caseAffair')
    .set({ addressee: '', wordsSealed: null, answerSealed: null })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  const terminations = await db
    .selectFrom('caseTermination')
    .select('id')
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  for (const { id } of terminations) {
    await db
      .updateTable('caseTermination')
      .set({ reasonSealed: null })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  const replacements = await db
    .selectFrom('replacement')
    .select('id')
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
  for (const { id } of replacements) {
    await db
      .updateTable('replacement')
      .set({ factsSealed: seal(tx, tenant, 'replacement.facts_sealed', id, ''), opinionSealed: null, handover: null })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  await db
    .updateTable('caseHearing')
    .set({ place: null, note: null })
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .execute();
}
