import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { readConsultation } from '../../consultations/index.ts';
import { personInputOf } from '../../people/index.ts';
import { mayRegisterComplaints } from '../permissions.ts';
import type { Complainant, ComplaintDoor } from '../schema.ts';

/** What a consultation already knows, in the shape a complaint asks for: nothing is typed twice. */
export interface ComplaintSeed {
  readonly consultationId: string;
  readonly door: ComplaintDoor;
  readonly complainant: Complainant | null;
  readonly statement: string;
}

const doorOf: Readonly<Record<string, ComplaintDoor>> = { hotline: 'hotline', letter: 'letter' };

/** 转为投诉: the start of a complaint out of a consultation. Name and telephone are opened for this purpose, and that is remembered. */
export async function seedComplaint(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly consultationId: string },
): Promise<ComplaintSeed> {
  actor.must(mayRegisterComplaints, { tenant: input.tenant });
  const heard = await readConsultation(tx, actor, input);
  const person = heard.personId === null ? null : await personInputOf(tx, input.tenant, heard.personId);
  tx.record({
    tenant: input.tenant,
    matterId: heard.id,
    kind: 'consultation.openedForComplaint',
    subject: 'consultation',
    subjectId: heard.id,
    payload: { revealed: person !== null },
  });
  return {
    consultationId: heard.id,
    door: doorOf[heard.channel] ?? 'window',
    complainant: person && { name: person.name, phone: person.phone ?? '', address: person.address ?? '' },
    statement: heard.question,
  };
}
