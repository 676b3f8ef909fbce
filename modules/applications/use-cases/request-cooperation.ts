import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf, type LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { pauseClock, resumeClock } from '../../policy/index.ts';
import { cooperationLifecycle } from '../cooperation-lifecycle.ts';
import { insertRequest, loadRequest, requestsFor, updateRequest } from '../cooperation-store.ts';
import { paperFor } from '../papers.ts';
import type { EndCooperation, RequestCooperation } from '../schema.ts';
import { sealCooperation } from '../sealed.ts';
import { loadForMove, moveApplication } from './move.ts';

const citation = '《办理法律援助案件程序规定》第十七条（条文待核实）';

/**
 * 请外地中心协助核查: what decides the application lies with another centre (income, household, work); the days to decide
 * stand still until it has answered. The transaction's scope must include both tenants.
 */
export async function requestCooperation(
  tx: Tx,
  actor: Actor,
  input: RequestCooperation,
): Promise<{ version: number; requestId: string; dueOn: LocalDate }> {
  const row = await loadForMove(tx, actor, input, 'requestCooperation');
  const { tenant, id: applicationId } = row;
  if (input.toTenant === tenant) throw new Refusal('application.sameCentre');
  const there = await centreOf(tx, input.toTenant);
  if (there === undefined) throw new Refusal('application.noCentre', { region: input.toTenant });
  const id = tx.newId();
  const dueOn = addDays(tx.today, input.days);
  const end = (at: string, peerTenant: string, side: 'asking' | 'asked') => ({
    tenant: at,
    id,
    side,
    peerTenant,
    applicationId,
    applicationNumber: row.number,
    applicantName: row.recipientName,
    state: 'ASKED' as const,
    version: 1,
    questionSealed: sealCooperation(tx, { tenant: at, id }, 'question', input.question),
    answerSealed: null,
    finding: null,
    askedByName: actor.name,
    askedAt: tx.at,
    dueOn,
    closedAt: null,
    answeredByName: null,
    demonstration: row.demonstration,
  });
  await insertRequest(tx, [end(tenant, input.toTenant, 'asking'), end(input.toTenant, tenant, 'asked')]);
  const paper = await paperFor(tx, actor, row, 'cooperationLetter', {
    to: there.name,
    question: input.question,
    dueOn,
  });
  await pauseClock(tx, { tenant, subjectId: applicationId, step: 'decide' }, tx.today);
  const step = {
    step: 'cooperation',
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation,
    ruleSet: row.ruleSet,
  };
  tx.startDeadline({ ...step, tenant, matterId: row.matterId, subject: 'application', subjectId: applicationId });
  tx.startDeadline({ ...step, tenant: input.toTenant, matterId: id, subject: 'cooperation', subjectId: id });
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'requestCooperation',
    { dueOn, dueStep: 'cooperation', dueCitation: citation },
    { toTenant: input.toTenant, requestId: id, dueOn, documentId: paper.documentId },
  );
  tx.record({
    tenant: input.toTenant,
    matterId: id,
    kind: 'cooperation.asked',
    subject: 'cooperation',
    subjectId: id,
    payload: { byTenant: tenant, dueOn },
  });
  return { version: moved.version, requestId: id, dueOn };
}

/** 不再等待: the answer does not come or is not needed any more; the days run again, and the other centre is told. */
export async function endCooperation(
  tx: Tx,
  actor: Actor,
  input: EndCooperation,
): Promise<{ version: number; dueOn: LocalDate | null }> {
  const row = await loadForMove(tx, actor, input, 'endCooperation');
  const { tenant } = row;
  const request = (await requestsFor(tx, tenant, row.id)).find(({ state }) => state === 'ASKED');
  if (request === undefined || request.peerTenant !== input.toTenant) throw new Refusal('record.notFound');
  authoriseTransition(cooperationLifecycle, request.state, 'recall', actor, { tenant });
  const there = await loadRequest(tx, request.peerTenant, request.id);
  for (const end of [request, there]) await updateRequest(tx, end, { state: 'RECALLED', closedAt: tx.at });
  await meetDeadline(tx, { tenant, subjectId: row.id, step: 'cooperation' });
  await meetDeadline(tx, { tenant: there.tenant, subjectId: there.id, step: 'cooperation' });
  tx.record({
    tenant: there.tenant,
    matterId: there.id,
    kind: 'cooperation.recalled',
    subject: 'cooperation',
    subjectId: there.id,
  });
  const clock = await resumeClock(tx, { tenant, subjectId: row.id, step: 'decide' }, tx.today);
  const moved = await moveApplication(
    tx,
    actor,
    row,
    'endCooperation',
    { dueOn: clock?.dueOn ?? null, dueStep: 'decide', dueCitation: clock?.citation ?? null },
    { requestId: request.id, reason: input.reason },
  );
  return { version: moved.version, dueOn: moved.dueOn };
}
