import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { bureauOf } from '../../network/index.ts';
import { meetClock } from '../../policy/index.ts';
import { complaintLifecycle } from '../lifecycle.ts';
import type { mergeInput, passOnInput } from '../schema.ts';
import { openComplainant, openFindings, openWords, sealFindings } from '../sealed.ts';
import { loadComplaint } from '../store.ts';
import { loadForMove, type MovedComplaint, moveComplaint } from './move.ts';
import { openComplaint } from './register-complaint.ts';

/**
 * 转送: another bureau is competent. It is closed here and opened there, linked both ways; the person's code opens both. A bureau outside the
 * system is named. The transaction's scope must include both tenants.
 */
export async function passOnComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof passOnInput>,
): Promise<MovedComplaint & { readonly toNumber?: string }> {
  const row = await loadForMove(tx, actor, input, 'passOn');
  if (input.toTenant === row.tenant)
    throw new Refusal('input.invalid', {}, [{ pointer: '/toTenant', code: 'complaint.sameBureau' }]);
  if (input.toTenant === undefined && input.toName === '')
    throw new Refusal('input.invalid', {}, [{ pointer: '/toName', code: 'complaint.whereTo' }]);
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'acceptComplaint' });
  const there = input.toTenant === undefined ? undefined : await openThere(tx, row.tenant, row.id, input.toTenant);
  const passedTo = there?.passedTo ?? { name: input.toName };
  const findings = { ...openFindings(tx, row), passing: input.reason };
  const moved = await moveComplaint(
    tx,
    row,
    'passOn',
    { passedTo: JSON.stringify(passedTo), findingsSealed: sealFindings(tx, row, findings) },
    there === undefined ? {} : { toTenant: input.toTenant, toComplaintId: there.passedTo.complaintId },
  );
  return { version: moved.version, ...(there === undefined ? {} : { toNumber: there.number }) };
}

async function openThere(tx: Tx, tenant: string, id: string, toTenant: string) {
  const bureau = await bureauOf(tx, toTenant);
  if (bureau === undefined) throw new Refusal('complaint.noBureau');
  const row = await loadComplaint(tx, tenant, id);
  const complainant = openComplainant(tx, row);
  const { statement, wish, recordedBy, supplied } = openWords(tx, row);
  const opened = await openComplaint(tx, {
    ...row,
    tenant: toTenant,
    // What it is about stands in the other tenant's books, not in these.
    caseId: null,
    handlerId: null,
    agencyId: null,
    consultationId: null,
    matterId: null,
    accountId: null,
    complainant,
    phone: complainant?.phone || null,
    words: { statement, wish, recordedBy },
    supplied,
    receivedOn: tx.today,
    passedFrom: { tenant, complaintId: id },
  });
  return {
    number: opened.number,
    passedTo: { name: bureau.name, tenant: toTenant, complaintId: opened.complaintId },
  };
}

/** 并案: the same person about the same matter has complained before. A person decides it; both keep their histories. */
export async function mergeComplaint(tx: Tx, actor: Actor, input: z.infer<typeof mergeInput>): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'merge');
  const into = await loadComplaint(tx, row.tenant, input.intoId);
  const samePerson = row.complainantIndex !== null && row.complainantIndex === into.complainantIndex;
  const sameMatter =
    row.caseId === into.caseId && row.matterNumber === into.matterNumber && row.againstKind === into.againstKind;
  if (into.id === row.id || !samePerson || !sameMatter)
    throw new Refusal('input.invalid', {}, [{ pointer: '/intoId', code: 'complaint.otherPerson' }]);
  if (Object.keys(complaintLifecycle.states[into.state].on).length === 0)
    throw new Refusal('input.invalid', {}, [{ pointer: '/intoId', code: 'complaint.intoEnded' }]);
  const findings = { ...openFindings(tx, row), merging: input.reason };
  const moved = await moveComplaint(
    tx,
    row,
    'merge',
    { mergedInto: into.id, findingsSealed: sealFindings(tx, row, findings) },
    { into: into.id },
  );
  // The one that goes on tells it in its own history too.
  tx.record({
    tenant: into.tenant,
    matterId: into.id,
    kind: 'complaint.mergedHere',
    subject: 'complaint',
    subjectId: into.id,
    payload: { complaintId: row.id },
  });
  return { version: moved.version };
}
