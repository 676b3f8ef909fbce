import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { loadPersons, nameSearchKeys } from '../../people/index.ts';
import { ageOn, causes, groups } from '../../policy/index.ts';
import { caseLifecycle, deskOf } from '../lifecycle.ts';
import { mayOpenCase } from '../permissions.ts';
import type { PartyRole } from '../rules/conflicts.ts';
import { countsOf } from '../rules/counting.ts';
import type { OpenCase, OpenedCase, PartyName } from '../schema.ts';
import { caseOfApplication, insertCase } from '../store/cases.ts';
import { insertParties } from '../store/parties.ts';
import { takeCaseNumber } from './case-number.ts';
import { startCaseClock } from './clock.ts';

/**
 * 立案: aid was granted, so there is a case, with a number without gaps, and the three days to designate begin
 * (Legal Aid Law art. 43; for a notified defence art. 36).
 * @throws Refusal `case.openTwice` when the application already has its case, `case.number.centreMissing`
 */
export async function openCase(tx: Tx, actor: Actor, input: OpenCase): Promise<OpenedCase> {
  actor.must(mayOpenCase, { tenant: input.tenant });
  const earlier = await caseOfApplication(tx, input.tenant, input.applicationId);
  if (earlier !== undefined) throw new Refusal('case.openTwice', { number: earlier.number });
  if ((await centreOf(tx, input.tenant)) === undefined)
    throw new Refusal('case.number.centreMissing', { tenant: input.tenant });
  const { caseId, number } = await recordOpenCase(tx, { ...input, noticeId: null, earlierCaseId: null });
  return { caseId, number };
}

/** A case as it begins: from an application, or from an organ's notice. */
export type CaseBeginning = Omit<OpenCase, 'applicationId' | 'applicationNumber'> & {
  readonly applicationId: string | null;
  readonly applicationNumber: string | null;
  readonly noticeId: string | null;
  readonly earlierCaseId: string | null;
};

/** The row, its parties, its clocks, its event and its counts. The caller has authorised; the centre exists. */
export async function recordOpenCase(
  tx: Tx,
  input: CaseBeginning,
): Promise<OpenedCase & { readonly dueOn: LocalDate | null }> {
  const { tenant, matterId, recipient, criminal, noticeId } = input;
  const [person] = recipient.sex === undefined ? await loadPersons(tx, tenant, [recipient.personId]) : [];
  const id = tx.newId();
  const number = await takeCaseNumber(tx, tenant, input.class);
  const due = startCaseClock(tx, { tenant, matterId, id, class: input.class, noticeId }, 'designate', input.grantedOn);
  if (noticeId !== null) {
    startCaseClock(tx, { tenant, matterId, id, class: input.class, noticeId }, 'replyOrgan', input.grantedOn);
  }
  const state = caseLifecycle.initial;
  await insertCase(tx, {
    tenant,
    id,
    matterId,
    applicationId: input.applicationId,
    applicationNumber: input.applicationNumber,
    noticeId,
    earlierCaseId: input.earlierCaseId,
    number,
    state,
    desk: deskOf(state),
    version: 1,
    class: input.class,
    cause: input.cause === null ? null : known(causes, input.cause),
    stage: criminal?.stage ?? null,
    criminal: criminal === undefined ? null : JSON.stringify(criminal),
    organCaseNumber: criminal?.organCaseNumber ?? null,
    aidForm: input.aidForm,
    region: input.region,
    groups: recipient.groups.map((group) => known(groups, group)),
    recipientId: recipient.personId,
    recipientName: recipient.name,
    recipientSex: recipient.sex ?? person?.sex ?? null,
    recipientMinor: recipient.minor || isMinor(recipient.birthDate, input.grantedOn),
    language: recipient.language ?? null,
    urgent: input.urgent,
    ruleSet: input.ruleSet,
    grantedOn: input.grantedOn,
    receivedOn: input.receivedOn,
    openedAt: tx.at,
    intakeAgency: input.intakeAgency ?? null,
    ...due,
    demonstration: input.demonstration,
  });
  await insertParties(tx, partyRows(tenant, id, input));
  tx.record({
    tenant,
    matterId,
    kind: 'case.opened',
    subject: 'case',
    subjectId: id,
    payload: { number, class: input.class, cause: input.cause, grantedOn: input.grantedOn, dueOn: due.dueOn },
  });
  const counted = { ...input, id, groups: recipient.groups, stage: criminal?.stage ?? null };
  const more = criminal?.notifiedBy === undefined ? {} : { notifiedBy: criminal.notifiedBy };
  for (const count of countsOf('cases.opened', counted, tx.today, more)) tx.count(count);
  return { caseId: id, number, dueOn: due.dueOn };
}

/** @throws RangeError for a code that the policy's catalogue does not have: a fault of the caller, not of a person */
function known<T extends string>(codes: readonly T[], code: string): T {
  const found = codes.find((c) => c === code);
  if (found === undefined) throw new RangeError(`unknown code ${code}`);
  return found;
}

/** Under eighteen on that day (民法典 art. 17). */
function isMinor(birthDate: LocalDate | undefined, on: LocalDate): boolean {
  return birthDate !== undefined && ageOn(birthDate, on) < 18;
}

function partyRows(tenant: string, caseId: string, { recipient, opponents, criminal }: CaseBeginning) {
  const parties: [PartyRole, PartyName][] = [
    ['recipient', recipient],
    ...opponents.map((party): [PartyRole, PartyName] => ['opponent', party]),
    ...(criminal?.coDefendants ?? []).map((party): [PartyRole, PartyName] => ['coDefendant', party]),
  ];
  return parties.map(([role, { personId, name }], ordinal) => ({
    tenant,
    caseId,
    ordinal,
    role,
    personId: personId ?? null,
    name,
    nameKey: nameSearchKeys(name).folded,
  }));
}
