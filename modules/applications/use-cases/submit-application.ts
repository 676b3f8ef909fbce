import { Refusal } from '../../../kernel/errors/index.ts';
import { type LocalDate, localMinuteOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { linkApplication } from '../../consultations/index.ts';
import { centreOf } from '../../network/index.ts';
import { savePerson } from '../../people/index.ts';
import {
  assess,
  assessmentHash,
  countClock,
  deadline,
  type Facts,
  fieldFaults,
  lawOf,
  parseFacts,
  startClock,
} from '../../policy/index.ts';
import { isBarred } from '../commitment-store.ts';
import { mayTakeIn } from '../permissions.ts';
import { applicantBirthDate } from '../rules/birth.ts';
import { makeCode } from '../rules/code.ts';
import { factsOf } from '../rules/facts.ts';
import { formatApplicationNumber } from '../rules/number.ts';
import { type Forwarding, type Receipt, settleReceipt } from '../rules/receipt.ts';
import { standingOf } from '../rules/standing.ts';
import type { ApplicationInput, SignedCommitment } from '../schema.ts';
import { sealFacts, sealNarrative } from '../sealed.ts';
import { countApplication } from '../statistics.ts';
import { insertApplication, nextNumberSerial, type PartyRow } from '../store.ts';
import type { Forwarded } from '../tables.ts';
import { signerIndex } from './open-commitment.ts';

export interface SubmittedApplication {
  readonly tenant: string;
  readonly applicationId: string;
  readonly number: string;
  /** Shown once; only its blind index is kept. */
  readonly queryCode: string;
  readonly version: number;
  readonly centre: { readonly name: string; readonly phone: string | null; readonly address: string | null };
  readonly decideBy: { readonly on: LocalDate; readonly citation: string };
  readonly outcomeLikely: string;
}

/** Where an application came from beside what it says. */
export interface SubmissionRoute {
  /** Tenant of the competent centre, settled by `competentCentre` before the transaction opened. */
  readonly tenant: string;
  /** Where it was taken in, when at a counter. */
  readonly intakeTenant?: string;
}

/**
 * 提交申请: the matter begins, at the competent centre, whichever door it came through (art. 38).
 * The seven days run from the day of receipt (art. 43).
 * @throws Refusal `input.invalid` with a pointer to each field, `application.noCentre`, `auth.forbidden`
 */
export async function submitApplication(
  tx: Tx,
  actor: Actor,
  input: ApplicationInput,
  route: SubmissionRoute,
): Promise<SubmittedApplication> {
  if (actor.kind === 'staff') {
    actor.must(mayTakeIn, {
      tenant: route.intakeTenant ?? route.tenant,
      ...(input.intakeAgency === undefined ? {} : { agency: input.intakeAgency }),
    });
  }
  const [centre, serial] = await Promise.all([centreOf(tx, route.tenant), nextNumberSerial(tx)]);
  if (centre === undefined) throw new Refusal('application.noCentre', { region: route.tenant });

  const { receivedOn, lateEntry, forwarding } = receiptOf(tx, actor, input);
  const birthDate = applicantBirthDate(input.recipient, receivedOn);
  const standing = standingOf(input, birthDate, receivedOn);
  if (!standing.ok) throw new Refusal('input.invalid', {}, [standing.fault]);
  const forwarded = forwarding === null ? null : forwardedInTime(tx, forwarding);
  const facts = soundFacts(factsOf(input, receivedOn, route.tenant, birthDate));
  const law = lawOf(tx);
  const assessment = assess(facts, { law });

  const commitment = await signedCommitment(tx, actor, input);
  const id = tx.newId();
  const matterId = id;
  const number = formatApplicationNumber(route.tenant, tx.today, serial);
  const queryCode = makeCode(tx.random, 8);
  const demonstration = input.demonstration === true || centre.demonstration;
  const recipient = await savePerson(
    tx,
    { ...input.recipient, ...shielding(input), tenant: route.tenant, demonstration },
    { pointer: '/recipient' },
  );
  const parties: PartyRow[] = [
    {
      tenant: route.tenant,
      applicationId: id,
      ordinal: 0,
      role: 'recipient',
      personId: recipient.personId,
      name: recipient.name,
      detail: {},
    },
  ];
  if (input.agent !== undefined) {
    const { relation, ...person } = input.agent;
    const agent = await savePerson(tx, { ...person, tenant: route.tenant, demonstration }, { pointer: '/agent' });
    parties.push({
      tenant: route.tenant,
      applicationId: id,
      ordinal: parties.length,
      role: 'agent',
      personId: agent.personId,
      name: agent.name,
      detail: { relation },
    });
  }
  for (const [i, { unit, ...opponent }] of input.opponents.entries()) {
    const person = await savePerson(
      tx,
      { ...opponent, tenant: route.tenant, demonstration },
      { pointer: `/opponents/${i}` },
    );
    parties.push({
      tenant: route.tenant,
      applicationId: id,
      ordinal: parties.length,
      role: 'opponent',
      personId: person.personId,
      name: person.name,
      detail: {
        ...(unit === undefined ? {} : { unit }),
        inHousehold: input.household?.opponentInHousehold === true,
      },
    });
  }

  const clock = startClock(tx, {
    tenant: route.tenant,
    matterId,
    subject: 'application',
    subjectId: id,
    step: 'decide',
    from: receivedOn,
  });
  insertApplication(
    tx,
    {
      tenant: route.tenant,
      id,
      matterId,
      number,
      queryCodeIndex: tx.cipher.blindIndex('applicationCode', queryCode),
      state: 'SUBMITTED',
      version: 1,
      door: input.door,
      intakeTenant: route.intakeTenant ?? null,
      intakeAgency: input.intakeAgency ?? null,
      consultationId: input.consultationId ?? null,
      applyingAs: input.applyingAs,
      class: input.matter.class,
      cause: input.matter.cause ?? null,
      region: input.matter.occurrenceRegion,
      groups: input.groups,
      recipientId: recipient.personId,
      recipientName: recipient.name,
      urgent: assessment.provisionalAid.available,
      proof: input.proof,
      factsSealed: sealFacts(tx, route.tenant, id, facts),
      narrativeSealed: sealNarrative(tx, route.tenant, id, {
        narrative: input.matter.narrative,
        wanted: input.matter.wanted,
        organName: input.matter.organName,
        ...(input.language === undefined ? {} : { language: input.language }),
      }),
      outcome: assessment.outcome,
      route: assessment.route,
      ruleSet: assessment.ruleSet,
      lawRevision: law.revision,
      assessment,
      assessmentHash: assessmentHash(facts, assessment),
      receivedOn,
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
      transferredFrom: null,
      lateEntry,
      forwarded,
      standing: standing.value,
      commitment,
      demonstration,
    },
    parties,
    input.materials.map((m) => ({ ...m, tenant: route.tenant, id: tx.newId(), applicationId: id, receivedAt: tx.at })),
  );

  tx.record({
    tenant: route.tenant,
    matterId,
    kind: 'application.submitted',
    subject: 'application',
    subjectId: id,
    payload: {
      door: input.door,
      class: input.matter.class,
      cause: input.matter.cause ?? null,
      outcome: assessment.outcome,
      receivedOn,
      // The reason stands in the record, which may be emptied one day; the chain never is.
      ...(lateEntry === null ? {} : { enteredLate: true, enteredOn: lateEntry.enteredOn }),
      ...(forwarded === null ? {} : { forwardedLate: forwarded.late, appliedAt: forwarded.appliedAt }),
      ...(input.intakeAgency === undefined ? {} : { intakeAgency: input.intakeAgency }),
    },
  });
  countApplication(tx, 'applications.submitted', {
    tenant: route.tenant,
    id,
    class: input.matter.class,
    cause: input.matter.cause ?? null,
    groups: input.groups,
    day: receivedOn,
  });

  if (input.consultationId !== undefined) {
    const from = route.intakeTenant ?? route.tenant;
    await linkApplication(tx, {
      tenant: from,
      consultationId: input.consultationId,
      applicationId: id,
      applicationNumber: number,
    });
  }

  return {
    tenant: route.tenant,
    applicationId: id,
    number,
    queryCode,
    version: 1,
    centre: { name: centre.name, phone: centre.phone, address: centre.address },
    decideBy: { on: clock.dueOn, citation: clock.citation },
    outcomeLikely: assessment.outcome,
  };
}

/** A victim's address never reaches the other side, a public page or a list. */
function shielding({ matter }: ApplicationInput): { shielded?: true } {
  return matter.cause === 'domesticViolence' || matter.cause === 'abuseOrAbandonment' ? { shielded: true } : {};
}

/** @throws Refusal `input.invalid` with every fault of the days and times told */
function receiptOf(tx: Tx, actor: Actor, input: ApplicationInput): Receipt {
  const receipt = settleReceipt(input, tx.at, actor.kind !== 'citizen');
  if (!receipt.ok) throw new Refusal('input.invalid', {}, receipt.fault);
  return receipt.value;
}

/**
 * 告知承诺: how the commitment was told and signed (art. 41). Whoever once promised what was not so shows proof instead.
 * @throws Refusal `input.invalid` with a pointer to the field
 */
async function signedCommitment(tx: Tx, actor: Actor, input: ApplicationInput): Promise<SignedCommitment | null> {
  if (input.proof !== 'commitment') {
    if (input.commitment !== undefined) throw at('/commitment', 'application.commitmentNotChosen');
    return null;
  }
  const index = signerIndex(tx, input.agent ?? input.recipient);
  if (index !== undefined && (await isBarred(tx, index))) throw at('/proof', 'application.commitmentBarred');
  return actor.kind === 'citizen'
    ? { signed: 'screen', readAloud: false, toldBy: null, on: tx.today }
    : { ...(input.commitment ?? { signed: 'signature', readAloud: false }), toldBy: actor.name, on: tx.today };
}

const at = (pointer: string, code: string): Refusal => new Refusal('input.invalid', {}, [{ pointer, code }]);

/** Twenty-four clock hours from the minute the person applied where they are held, or to the duty lawyer (art. 39). */
function forwardedInTime(tx: Tx, forwarding: Forwarding): Forwarded {
  const clock = countClock(tx, { step: 'forwardApplication', from: localMinuteOf(forwarding.appliedAt) });
  return { ...forwarding, dueAt: clock.dueAt, late: forwarding.receivedAt > clock.dueAt, citation: clock.citation };
}

/**
 * What was filled in, judged as facts of law before anything is decided on it: a paper form entered late may bear a day before the recipient
 * was born, or one for which the law set no limit to decide. @throws Refusal `input.invalid` with a pointer to each field
 */
function soundFacts(facts: Facts): Facts {
  const checked = parseFacts(facts);
  const limit = deadline({ step: 'decide', from: facts.receivedOn });
  const faults = [
    ...(checked.ok ? [] : checked.faults),
    ...(!checked.ok || limit.ok ? [] : limit.faults.map((fault) => ({ ...fault, pointer: '/receivedOn' }))),
  ].map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/applicant\/birthDate$/, '/recipient/birthDate') }));
  if (faults.length > 0) throw new Refusal('input.invalid', {}, fieldFaults(faults));
  return facts;
}
