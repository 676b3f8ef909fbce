import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type PersonInput, personInputOf } from '../../people/index.ts';
import { mayRegister } from '../permissions.ts';
import { loadConsultation, updateConsultation } from '../store.ts';
import { openWords } from '../words.ts';

/** What a consultation already knows, in the shape an application asks for: nothing is typed twice. */
export interface ApplicationSeed {
  readonly consultationId: string;
  readonly door: 'window' | 'phone' | 'web' | 'letter' | 'liaison' | 'kiosk';
  readonly recipient: PersonInput | null;
  readonly groups: readonly string[];
  readonly matter: {
    readonly class: string;
    readonly cause: string;
    readonly narrative: string;
    readonly occurrenceRegion: string;
  };
}

const doorOf = {
  window: 'window',
  hotline: 'phone',
  web: 'web',
  letter: 'letter',
  liaison: 'liaison',
  kiosk: 'kiosk',
  outreach: 'window',
} as const;

/** 转为申请: the start of an application out of a consultation. Protected fields are opened for this purpose, and that is remembered. */
export async function seedApplication(
  tx: Tx,
  actor: Actor,
  input: { tenant: string; consultationId: string },
): Promise<ApplicationSeed> {
  const row = await loadConsultation(tx, input.tenant, input.consultationId);
  actor.must(mayRegister, { tenant: row.tenant, ...(row.agencyId === null ? {} : { agency: row.agencyId }) });
  if (row.applicationId !== null) throw new Refusal('consultation.alreadyApplied');
  const recipient = row.personId === null ? null : await personInputOf(tx, row.tenant, row.personId);
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: 'consultation.openedForApplication',
    subject: 'consultation',
    subjectId: row.id,
    payload: { revealed: recipient !== null },
  });
  return {
    consultationId: row.id,
    door: doorOf[row.channel],
    recipient,
    groups: row.groups,
    matter: {
      class: row.class,
      cause: row.topic,
      narrative: openWords(tx, row).question,
      occurrenceRegion: row.region ?? row.tenant,
    },
  };
}

/** The application exists: the consultation points to it. Called inside its transaction. */
export async function linkApplication(
  tx: Tx,
  input: { tenant: string; consultationId: string; applicationId: string; applicationNumber: string },
): Promise<void> {
  const row = await loadConsultation(tx, input.tenant, input.consultationId);
  if (row.applicationId !== null) throw new Refusal('consultation.alreadyApplied');
  await updateConsultation(tx, row, { applicationId: input.applicationId, applicationNumber: input.applicationNumber });
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: 'consultation.becameApplication',
    subject: 'consultation',
    subjectId: row.id,
    payload: { applicationId: input.applicationId },
  });
}
