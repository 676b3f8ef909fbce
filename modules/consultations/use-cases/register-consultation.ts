import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { savePerson } from '../../people/index.ts';
import { mayRegister } from '../permissions.ts';
import type { ConsultationInput } from '../schema.ts';
import { insertConsultation } from '../store.ts';
import { sealWords } from '../words.ts';

/** 咨询登记: who asked (or nobody), what about, and what was answered. */
export async function registerConsultation(
  tx: Tx,
  actor: Actor,
  input: ConsultationInput,
): Promise<{ consultationId: string; version: number }> {
  if (actor.kind === 'staff') {
    actor.must(mayRegister, {
      tenant: input.tenant,
      ...(input.agencyId === undefined ? {} : { agency: input.agencyId }),
    });
  }
  const id = tx.newId();
  // Whatever is heard at an invented centre is invented, as with applications.
  const demonstration = input.demonstration === true || (await centreOf(tx, input.tenant))?.demonstration === true;
  const person =
    input.person === undefined
      ? null
      : await savePerson(tx, { ...input.person, tenant: input.tenant, demonstration }, { pointer: '/person' });
  await insertConsultation(tx, {
    tenant: input.tenant,
    id,
    version: 1,
    agencyId: input.agencyId ?? null,
    channel: input.channel,
    personId: person?.personId ?? null,
    personName: person?.name ?? null,
    groups: input.groups,
    topic: input.topic,
    class: input.class,
    region: input.region ?? null,
    wordsSealed: sealWords(tx, input.tenant, id, { question: input.question, answer: input.answer }),
    answered: input.answer !== '',
    callBack: input.callBack,
    registeredBy: actor.id,
    registeredAt: tx.at,
    registeredOn: tx.today,
    applicationId: null,
    applicationNumber: null,
    demonstration,
  });
  tx.record({
    tenant: input.tenant,
    matterId: id,
    kind: 'consultation.registered',
    subject: 'consultation',
    subjectId: id,
    payload: { channel: input.channel, topic: input.topic, anonymous: person === null, answered: input.answer !== '' },
  });
  const month = tx.today.slice(0, 7);
  const count = (dimension: string, value: string): void =>
    tx.count({ tenant: input.tenant, name: 'consultations', month, dimension, value, by: 1, recordId: id });
  count('all', '');
  count('channel', input.channel);
  count('topic', input.topic);
  for (const group of new Set(input.groups)) count('group', group);
  return { consultationId: id, version: 1 };
}
