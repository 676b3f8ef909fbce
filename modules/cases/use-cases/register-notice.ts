import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { centreOf } from '../../network/index.ts';
import { birthDateOf, findPersonsByIdentity, savePerson, sexOf } from '../../people/index.ts';
import { lawOf } from '../../policy/index.ts';
import type { FindEarlierCases, NoticeGround, RegisterNotice } from '../notice-schema.ts';
import { mayRegisterNotices } from '../permissions.ts';
import { noticeFaults, noticeWarnings } from '../rules/notice.ts';
import type { CriminalMatter, Words } from '../schema.ts';
import { loadCase } from '../store/cases.ts';
import { insertHearing } from '../store/hearings.ts';
import { type EarlierCase, earlierCriminalCases, insertNotice } from '../store/notices.ts';
import { checkNotBefore } from './check-day.ts';
import { recordOpenCase } from './open-case.ts';

export interface RegisteredNotice {
  readonly tenant: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly number: string;
  /** The last day to designate and to answer (art. 36). */
  readonly designateBy: LocalDate | null;
  readonly warnings: readonly Words[];
}

/** The groups that follow from the ground itself. */
const groupOf: Partial<Readonly<Record<NoticeGround, 'minor' | 'personWithDisability'>>> = {
  minor: 'minor',
  impaired: 'personWithDisability',
};

/**
 * 登记通知辩护: a case begins without an application, goes straight to designation, and the three days to designate and to answer
 * begin with the day of receipt (Legal Aid Law art. 36). Nothing is examined: the organ has (arts 25, 28).
 */
export async function registerNotice(tx: Tx, actor: Actor, input: RegisterNotice): Promise<RegisteredNotice> {
  const { tenant } = input;
  actor.must(mayRegisterNotices, { tenant });
  const centre = await centreOf(tx, tenant);
  if (centre === undefined) throw new Refusal('case.number.centreMissing', { tenant });
  const birthDate = birthDateOf(input.person);
  const faults = noticeFaults({ ...input, birthDate }, tx.today);
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  const law = lawOf(tx).bookFor(input.receivedOn, tenant);
  if (law === undefined) throw new RangeError(`no law on file for ${input.receivedOn}`);
  await checkEarlier(tx, input);

  const demonstration = input.demonstration === true || centre.demonstration;
  const person = await savePerson(tx, { ...input.person, tenant, demonstration }, { pointer: '/person' });
  const matterId = tx.newId();
  const noticeId = tx.newId();
  const group = groupOf[input.ground];
  const opened = await recordOpenCase(tx, {
    tenant,
    matterId,
    applicationId: null,
    applicationNumber: null,
    noticeId,
    earlierCaseId: input.earlierCaseId ?? null,
    class: 'criminal',
    cause: null,
    criminal: criminalOf(input),
    region: tenant,
    recipient: {
      personId: person.personId,
      name: person.name,
      birthDate,
      sex: sexOf(input.person),
      minor: false,
      ...(input.language === undefined ? {} : { language: input.language }),
      groups: [...new Set([...input.groups, ...(group === undefined ? [] : [group])])],
    },
    opponents: [],
    grantedOn: input.receivedOn,
    receivedOn: input.receivedOn,
    ruleSet: law.ruleSet,
    urgent: false,
    aidForm: input.stage === 'compulsoryMedical' ? 'criminalRepresentation' : 'criminalDefence',
    demonstration,
  });
  await insertNotice(tx, {
    tenant,
    id: noticeId,
    caseId: opened.caseId,
    organ: input.organ,
    organName: input.organName,
    noticeNumber: input.noticeNumber ?? null,
    officer: input.officer,
    officerContact: input.officerContact,
    ground: input.ground,
    stage: input.stage,
    receivedOn: input.receivedOn,
    custodyPlace: input.custodyPlace ?? null,
    note: input.note ?? null,
    registeredBy: actor.id,
    registeredAt: tx.at,
  });
  if (input.hearingOn !== undefined) {
    await insertHearing(tx, {
      tenant,
      id: tx.newId(),
      caseId: opened.caseId,
      state: 'fixed',
      heldOn: input.hearingOn,
      startsAt: input.hearingAt ?? null,
      place: input.hearingPlace ?? null,
      fixedBy: actor.id,
      fixedAt: tx.at,
    });
  }
  tx.record({
    tenant,
    matterId,
    kind: 'case.noticeRegistered',
    subject: 'case',
    subjectId: opened.caseId,
    payload: { organ: input.organ, ground: input.ground, stage: input.stage, receivedOn: input.receivedOn },
  });
  return {
    tenant,
    matterId,
    caseId: opened.caseId,
    number: opened.number,
    designateBy: opened.dueOn,
    warnings: noticeWarnings({ ...input, birthDate }),
  };
}

/** 同一人较早阶段的案件: found by identity number, or by the organ's case number, before the notice is registered. */
export async function findEarlierCases(tx: Tx, actor: Actor, input: FindEarlierCases): Promise<readonly EarlierCase[]> {
  const { tenant, documentNumber, organCaseNumber } = input;
  actor.must(mayRegisterNotices, { tenant });
  const persons =
    documentNumber === undefined ? [] : await findPersonsByIdentity(tx, { number: documentNumber, tenants: [tenant] });
  return earlierCriminalCases(tx, tenant, { personIds: persons.map((p) => p.personId), organCaseNumber });
}

async function checkEarlier(tx: Tx, { tenant, earlierCaseId, receivedOn }: RegisterNotice): Promise<void> {
  if (earlierCaseId === undefined) return;
  const earlier = await loadCase(tx, { tenant, caseId: earlierCaseId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'record.notFound') return undefined;
    throw error;
  });
  if (earlier?.class !== 'criminal') {
    throw new Refusal('input.invalid', {}, [{ pointer: '/earlierCaseId', code: 'case.notice.earlierUnknown' }]);
  }
  checkNotBefore(receivedOn, '/receivedOn', earlier.grantedOn, 'case.dateBeforeEarlierStage');
}

function criminalOf(input: RegisterNotice): CriminalMatter {
  const { stage, organ, ground, organName, organCaseNumber, hearingOn, charge, coDefendants } = input;
  const grave = ground === 'lifeOrDeath' || ground === 'deathPenaltyReview' || input.lifeOrDeathPossible === true;
  return {
    stage,
    role: 'suspectOrDefendant',
    notifiedBy: organ,
    handlingOrgan: organName,
    ...(grave ? { lifeOrDeathPossible: true } : {}),
    ...(organCaseNumber === undefined ? {} : { organCaseNumber }),
    ...(hearingOn === undefined ? {} : { hearingOn }),
    ...(charge === undefined ? {} : { charge }),
    ...(coDefendants.length === 0 ? {} : { coDefendants: coDefendants.map((name) => ({ name })) }),
  };
}
