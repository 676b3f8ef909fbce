import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays, instantOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { personInputOf, savePerson } from '../../people/index.ts';
import { assess, assessmentHash, lawOf, startClock } from '../../policy/index.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import type { Due } from '../rules/clock.ts';
import { formatApplicationNumber } from '../rules/number.ts';
import type { Transfer } from '../schema.ts';
import { openFacts, openNarrative, sealFacts, sealNarrative } from '../sealed.ts';
import { countApplication } from '../statistics.ts';
import { type ApplicationRow, insertApplication, materialsOf, nextNumberSerial, partiesOf } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';

/**
 * 移送: this centre is not competent (art. 38). The matter is closed here and opened there, linked both ways; the citizen's
 * number and code lead from the one to the other. The transaction's scope must include both tenants.
 */
export async function transferApplication(
  tx: Tx,
  actor: Actor,
  input: Transfer,
): Promise<{ version: number; toApplicationId: string; toNumber: string }> {
  const row = await loadForMove(tx, actor, input, 'transfer');
  if (input.toTenant === row.tenant) throw new Refusal('application.sameCentre');
  const there = await centreOf(tx, input.toTenant);
  if (there === undefined) throw new Refusal('application.noCentre', { region: input.toTenant });
  const materials = await materialsOf(tx, row.tenant, row.id);
  const paper = await paperFor(tx, actor, row, 'transferLetter', { to: there.name, reason: input.reason, materials });
  const opened = await openThere(tx, row, input.toTenant);
  await cancelDeadlines(tx, { tenant: row.tenant, subjectId: row.id });
  const due = startHandOver(tx, row);
  startHandOver(tx, { tenant: input.toTenant, matterId: opened.id, id: opened.id, ruleSet: row.ruleSet });
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'transfer',
    { ...due, transferredTo: JSON.stringify({ tenant: input.toTenant, applicationId: opened.id }) },
    { toTenant: input.toTenant, toApplicationId: opened.id, documentId: paper.documentId, dueOn: due.dueOn },
  );
  notifyApplicant(tx, updated, 'transferred', { toNumber: opened.number });
  return { version: updated.version, toApplicationId: opened.id, toNumber: opened.number };
}

/** 移送签收: days within which the other centre should take up what was handed to it. */
const handOverDays = 3;

/** The centres' own term, not the law's: it runs at both ends, so that nothing lies between two desks. */
function startHandOver(tx: Tx, of: Pick<ApplicationRow, 'tenant' | 'matterId' | 'id' | 'ruleSet'>): Due {
  const dueOn = tx.calendar.nextWorkday(addDays(tx.today, handOverDays));
  const citation = '移送签收期限（中心之间约定，非法定期限）';
  tx.startDeadline({
    tenant: of.tenant,
    matterId: of.matterId,
    subject: 'application',
    subjectId: of.id,
    step: 'handOver',
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation,
    ruleSet: of.ruleSet,
    promise: true,
  });
  return { dueOn, dueStep: 'handOver', dueCitation: citation };
}

/** The same application at the competent centre: new tenant, new chain, the clock from the day it arrives there. */
async function openThere(tx: Tx, from: ApplicationRow, tenant: string): Promise<{ id: string; number: string }> {
  const id = tx.newId();
  const number = formatApplicationNumber(tenant, tx.today, await nextNumberSerial(tx));
  const parties = await partiesOf(tx, from.tenant, from.id);
  const copies = new Map<string, string>();
  for (const { personId } of parties) {
    if (copies.has(personId)) continue;
    const copy = await savePerson(tx, {
      ...(await personInputOf(tx, from.tenant, personId)),
      tenant,
      demonstration: from.demonstration,
    });
    copies.set(personId, copy.personId);
  }
  const copyOf = (personId: string): string => copies.get(personId) ?? personId;
  // The competent centre decides under its own place's standards, from the day the matter reaches it.
  const facts = { ...openFacts(tx, from), region: tenant, receivedOn: tx.today };
  const law = lawOf(tx);
  const assessment = assess(facts, { law });
  const clock = startClock(tx, {
    tenant,
    matterId: id,
    subject: 'application',
    subjectId: id,
    step: 'decide',
    from: tx.today,
  });
  const materials = await materialsOf(tx, from.tenant, from.id);
  insertApplication(
    tx,
    {
      ...from,
      tenant,
      id,
      matterId: id,
      number,
      version: 1,
      state: 'SUBMITTED',
      intakeTenant: from.intakeTenant ?? from.tenant,
      recipientId: copyOf(from.recipientId),
      factsSealed: sealFacts(tx, tenant, id, facts),
      narrativeSealed: sealNarrative(tx, tenant, id, openNarrative(tx, from)),
      assessment,
      assessmentHash: assessmentHash(facts, assessment),
      outcome: assessment.outcome,
      route: assessment.route,
      ruleSet: assessment.ruleSet,
      lawRevision: law.revision,
      receivedOn: tx.today,
      submittedAt: tx.at,
      acknowledgedAt: null,
      dueOn: clock.dueOn,
      dueStep: 'decide',
      dueCitation: clock.citation,
      proposal: null,
      proposedBy: null,
      decidedBy: null,
      decidedOn: null,
      refusedOn: null,
      grantedOn: null,
      provisionalOn: null,
      caseId: null,
      transferredTo: null,
      transferredFrom: { tenant: from.tenant, applicationId: from.id },
    },
    parties.map((p) => ({
      ...p,
      tenant,
      applicationId: id,
      personId: copyOf(p.personId),
      detail: p.detail,
    })),
    materials.map((m) => ({ ...m, tenant, id: tx.newId(), applicationId: id })),
  );
  tx.record({
    tenant,
    matterId: id,
    kind: 'application.received',
    subject: 'application',
    subjectId: id,
    payload: { fromTenant: from.tenant, fromApplicationId: from.id },
  });
  countApplication(tx, 'applications.submitted', {
    tenant,
    id,
    class: from.class,
    cause: from.cause,
    groups: from.groups,
    day: tx.today,
  });
  return { id, number };
}
