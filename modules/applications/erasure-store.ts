import { sql } from 'kysely';
import type { Tx } from '../../kernel/use-case/index.ts';
import { eraseMessages } from './message-store.ts';
import { sealAnswer, sealCooperation, sealErased } from './sealed.ts';
import type { ApplicationTables } from './tables.ts';

export const forgetCooperationTopic = 'cooperation.forget';

const open = (tx: Tx) => tx.db.withTables<ApplicationTables>();

export interface ErasedMatter {
  readonly tenant: string;
  readonly matterId: string;
}

/**
 * Forget what a matter's applications told (销毁): facts, words, reasons, what other centres found, what a commitment's check
 * found, names of parties, the words of messages, the names of materials. Number, days, outcome and rule set stay: they are the line in
 * the register.
 * @returns the hashes of the materials
 */
export async function eraseApplicationContent(tx: Tx, { tenant, matterId }: ErasedMatter): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('application')
    .select(['id', 'outcome', 'route', 'ruleSet'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  const hashes: string[] = [];
  for (const { id, outcome, route, ruleSet } of rows) {
    const told = {
      outcome,
      route,
      ruleSet,
      layers: [],
      provisionalAid: { available: false },
      reasons: [],
      deadlines: [],
    };
    await open(tx)
      .updateTable('application')
      .set({
        factsSealed: sealErased(tx, tenant, 'application.facts_sealed', id),
        narrativeSealed: sealErased(tx, tenant, 'application.narrative_sealed', id),
        assessment: null,
        assessmentSealed: sealAnswer(tx, 'assessment_sealed', tenant, id, told),
        proposal: null,
        proposalSealed: null,
        recipientName: '',
        lateEntry: sql`late_entry || '{"reason":""}'`,
        forwarded: sql`forwarded || '{"place":""}'`,
      })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
    await open(tx)
      .updateTable('applicationParty')
      .set({ name: '', detail: '{}' })
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .execute();
    await open(tx)
      .updateTable('applicationProvisional')
      .set({ note: '', toComplete: '[]' })
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .execute();
    const asked = await open(tx)
      .selectFrom('cooperationRequest')
      .select(['id', 'peerTenant'])
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .where('side', '=', 'asking')
      .execute();
    for (const request of asked) {
      await eraseCooperation(tx, { tenant, id: request.id });
      // The centre that was asked has what it was asked in its own rows, which this transaction does not reach: the worker does.
      tx.send({
        tenant,
        topic: forgetCooperationTopic,
        key: request.id,
        payload: { asked: request.peerTenant, id: request.id },
      });
    }
    await open(tx)
      .updateTable('applicationCommitment')
      .set({ recipientName: '', checkSealed: null, decisionSealed: null })
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .execute();
    await open(tx)
      .updateTable('applicationSupplement')
      .set({ items: '[]', note: '' })
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .execute();
    await eraseMessages(tx, tenant, id);
    const materials = await open(tx)
      .updateTable('applicationMaterial')
      .set({ fileName: '' })
      .where('tenant', '=', tenant)
      .where('applicationId', '=', id)
      .returning('fileHash')
      .execute();
    hashes.push(...materials.map(({ fileHash }) => fileHash));
  }
  return hashes;
}

/** What was asked of another centre and answered, at one of its two ends. */
export async function eraseCooperation(tx: Tx, end: { readonly tenant: string; readonly id: string }): Promise<void> {
  await open(tx)
    .updateTable('cooperationRequest')
    .set({ applicantName: '', questionSealed: sealCooperation(tx, end, 'question', ''), answerSealed: null })
    .where('tenant', '=', end.tenant)
    .where('id', '=', end.id)
    .execute();
}

/** True while the material of an application that was not destroyed, or a draft, has this content. */
export async function applicationRefersTo(tx: Tx, hash: string): Promise<boolean> {
  const material = await open(tx)
    .selectFrom('applicationMaterial')
    .select('id')
    .where('fileHash', '=', hash)
    .where('fileName', '<>', '')
    .executeTakeFirst();
  if (material !== undefined) return true;
  const draft = await open(tx)
    .selectFrom('applicationDraft')
    .select('id')
    .where(sql<boolean>`files @> ${JSON.stringify([{ fileHash: hash }])}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return draft !== undefined;
}

/** What was handed in with a matter's applications, for the one PDF of its file. */
export async function materialsOfMatter(
  tx: Tx,
  { tenant, matterId, until }: ErasedMatter & { readonly until: string },
): Promise<
  readonly {
    readonly kind: string;
    readonly fileHash: string;
    readonly fileName: string;
    readonly mediaType: string;
    readonly receivedAt: string;
    readonly recipientName: string;
  }[]
> {
  return open(tx)
    .selectFrom('application')
    .innerJoin('applicationMaterial', (on) =>
      on
        .onRef('applicationMaterial.tenant', '=', 'application.tenant')
        .onRef('applicationMaterial.applicationId', '=', 'application.id'),
    )
    .select([
      'kind',
      'fileHash',
      'fileName',
      'mediaType',
      'applicationMaterial.receivedAt as receivedAt',
      'recipientName',
    ])
    .where('application.tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('applicationMaterial.receivedAt', '<=', until)
    .orderBy('applicationMaterial.receivedAt')
    .orderBy('applicationMaterial.id')
    .execute();
}
