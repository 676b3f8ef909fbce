import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { agencyById, handlerByAccount, handlerById } from '../../network/index.ts';
import { nameSearchKeys, savePerson } from '../../people/index.ts';
import type { ListHelps, RecordHelp } from '../duty-schema.ts';
import { mayReadDuty, mayRecordHelp } from '../permissions.ts';
import { dutyCountsOf } from '../rules/counting.ts';
import { helpFaults, isDutyPlace } from '../rules/duty.ts';
import { pleaFaults } from '../rules/plea.ts';
import { type DutyHelp, helpsPage, insertHelp, loadShift } from '../store/duty.ts';
import { type PleaRecord, pleasOf } from '../store/pleas.ts';
import { keepPlea } from './witness-plea.ts';

/** 登记法律帮助: whom, at which stage, what was done, what came of it, and how the person confirmed it. A lawyer records their own. */
export async function recordHelp(
  tx: Tx,
  actor: Actor,
  input: RecordHelp,
): Promise<{ helpId: string; documentId: string | null }> {
  const { tenant } = input;
  actor.must(mayRecordHelp, { tenant });
  if (!actor.holds(['clerk', 'designator'], { tenant })) {
    const own = await handlerByAccount(tx, tenant, actor.id);
    if (own?.id !== input.handlerId) throw new Refusal('duty.notYours');
  }
  const agency = await agencyById(tx, tenant, input.agencyId);
  const handler = await handlerById(tx, tenant, input.handlerId);
  const faults = [
    ...helpFaults(input),
    ...pleaFaults(input),
    ...(input.helpedOn > tx.today ? [{ pointer: '/helpedOn', code: 'case.dateInFuture' }] : []),
    ...(agency === undefined || !isDutyPlace(agency) ? [{ pointer: '/agencyId', code: 'duty.placeUnknown' }] : []),
    ...(handler === undefined ? [{ pointer: '/handlerId', code: 'duty.lawyerUnfit' }] : []),
    ...(await shiftFaults(tx, input)),
  ];
  if (faults.length > 0 || handler === undefined || agency === undefined)
    throw new Refusal('input.invalid', {}, faults);
  const demonstration = input.demonstration === true || agency.demonstration;
  const person = await savePerson(tx, { ...input.person, tenant, demonstration }, { pointer: '/person' });
  const id = tx.newId();
  await insertHelp(
    tx,
    {
      tenant,
      id,
      shiftId: input.shiftId ?? null,
      agencyId: input.agencyId,
      handlerId: handler.id,
      handlerName: handler.name,
      helpedOn: input.helpedOn,
      mode: input.mode,
      personId: person.personId,
      personName: person.name,
      stage: input.stage,
      organCaseNumber: input.organCaseNumber ?? null,
      services: [...new Set(input.services)],
      outcome: input.outcome,
      signature: input.signature,
      note: input.note ?? null,
      recordedBy: actor.id,
      recordedAt: tx.at,
      demonstration,
    },
    nameSearchKeys(person.name).folded,
  );
  const { plea } = input;
  const paper =
    plea === undefined
      ? undefined
      : await keepPlea(tx, actor, { ...input, plea }, { helpId: id, personName: person.name, handler, agency });
  tx.record({
    tenant,
    matterId: id,
    kind: 'dutyHelp.recorded',
    subject: 'dutyHelp',
    subjectId: id,
    payload: { stage: input.stage, services: input.services, outcome: input.outcome, mode: input.mode },
  });
  for (const count of dutyCountsOf({ ...input, id }, input.helpedOn)) tx.count(count);
  return { helpId: id, documentId: paper?.documentId ?? null };
}

/** 法律帮助台账, newest first; a lawyer sees their own. */
export async function listHelps(
  tx: Tx,
  actor: Actor,
  { tenant, month, after, limit }: ListHelps,
): Promise<{ rows: readonly (DutyHelp & { plea: PleaRecord | null })[]; next: string | null }> {
  actor.must(mayReadDuty, { tenant });
  const desk = actor.holds(['clerk', 'designator', 'manager', 'reviewer', 'quality'], { tenant });
  const own = desk ? undefined : await handlerByAccount(tx, tenant, actor.id);
  if (!desk && own === undefined) return { rows: [], next: null };
  const [on = '', id = ''] = (after ?? '').split('~');
  const rows = await helpsPage(tx, {
    tenant,
    handlerId: own?.id,
    month,
    after: after === undefined ? undefined : { on, id },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const pleas = await pleasOf(
    tx,
    tenant,
    page.filter(({ services }) => services.includes('pleaWitness')).map(({ id: helpId }) => helpId),
  );
  return {
    rows: page.map((row) => ({ ...row, plea: pleas.get(row.id) ?? null })),
    next: rows.length > limit && last !== undefined ? `${last.helpedOn}~${last.id}` : null,
  };
}

/** The shift named must be this lawyer's, there and then. */
async function shiftFaults(tx: Tx, input: RecordHelp): Promise<readonly { pointer: string; code: string }[]> {
  if (input.shiftId === undefined) return [];
  const shift = await loadShift(tx, { tenant: input.tenant, shiftId: input.shiftId });
  const fits =
    shift.handlerId === input.handlerId && shift.agencyId === input.agencyId && shift.onDay === input.helpedOn;
  return fits && shift.state !== 'CANCELLED' ? [] : [{ pointer: '/shiftId', code: 'duty.shiftOther' }];
}
