import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { makeCode } from '../../applications/index.ts';
import { nextSerial } from '../../documents/index.ts';
import { bureauOf } from '../../network/index.ts';
import { checkPersonName, checkPhone, personInputOf } from '../../people/index.ts';
import { startClock } from '../../policy/index.ts';
import { type About, findAbout } from '../about.ts';
import { countComplaint } from '../counting.ts';
import { mayRegisterComplaints } from '../permissions.ts';
import { formatComplaintNumber } from '../rules/number.ts';
import { ruleSetOn } from '../rules/rule-set.ts';
import type { Complainant, RegisterComplaint } from '../schema.ts';
import { complainantIndexOf, noFindings, sealComplainant, sealFindings, sealWords } from '../sealed.ts';
import { type ComplaintRow, insertComplaint } from '../store.ts';

export interface RegisteredComplaint {
  readonly tenant: string;
  readonly complaintId: string;
  readonly number: string;
  /** Shown once: with it the person follows the complaint. */
  readonly queryCode: string;
  readonly version: number;
  /** By then the person hears whether it is taken up. */
  readonly acceptBy: { readonly on: LocalDate; readonly citation: string };
}

/**
 * 登记投诉, from the person's telephone, at a counter, on the hotline or from a letter. It goes to the justice bureau, never to the
 * centre it may be about (arts 55, 56). Who complained is sealed at once.
 * @throws Refusal `complaint.noBureau`, `input.invalid` with the field
 */
export async function registerComplaint(tx: Tx, actor: Actor, input: RegisterComplaint): Promise<RegisteredComplaint> {
  const { tenant } = input;
  const staff = actor.kind !== 'citizen';
  if (staff) actor.must(mayRegisterComplaints, { tenant });
  const bureau = await bureauOf(tx, tenant);
  if (bureau === undefined) throw new Refusal('complaint.noBureau');
  const receivedOn = checkDay(tx, staff, input);
  const { recipientId, ...about } = await findAbout(tx, input, staff);
  const said =
    input.sameAsRecipient === true ? await recipientAsComplainant(tx, tenant, recipientId) : input.complainant;
  const { complainant, phone } = checkComplainant(said, bureau.demonstration);
  const opened = await openComplaint(tx, {
    ...about,
    tenant,
    door: staff ? input.door : 'web',
    standing: input.standing,
    grounds: [...new Set(input.grounds)],
    againstKind: input.against.kind,
    complainant,
    phone,
    words: { statement: input.statement, wish: input.wish, recordedBy: input.oral?.recordedBy ?? '' },
    oral: input.oral !== undefined,
    receivedOn,
    consultationId: input.consultationId ?? null,
    registeredBy: actor.id,
    passedFrom: null,
    demonstration: input.demonstration === true || bureau.demonstration,
    language: input.language,
  });
  return opened;
}

/** What a new complaint is made of, however it came. */
export interface OpenComplaint
  extends Pick<
    ComplaintRow,
    | 'tenant'
    | 'door'
    | 'standing'
    | 'grounds'
    | 'againstKind'
    | 'againstName'
    | 'handlerId'
    | 'agencyId'
    | 'caseId'
    | 'matterNumber'
    | 'oral'
    | 'receivedOn'
    | 'consultationId'
    | 'registeredBy'
    | 'passedFrom'
    | 'demonstration'
    | 'language'
  > {
  readonly matterId: string | null;
  readonly accountId: string | null;
  readonly groups: readonly string[];
  readonly complainant: Complainant | null;
  readonly phone: string | null;
  readonly words: { readonly statement: string; readonly wish: string; readonly recordedBy: string };
  /** Supplied before, where it was passed on from another bureau. */
  readonly supplied?: readonly { readonly on: string; readonly text: string }[];
  /** Keeps the person's code when it is passed on. */
  readonly queryCodeIndex?: string;
}

/** The record, its number and code, its clock and its counter. The caller has authorised it. */
export async function openComplaint(tx: Tx, input: OpenComplaint): Promise<RegisteredComplaint> {
  const { tenant, receivedOn, complainant } = input;
  const id = tx.newId();
  const year = Number(tx.today.slice(0, 4));
  const queryCode = makeCode(tx.random, 8);
  const clock = startClock(tx, {
    tenant,
    matterId: id,
    subject: 'complaint',
    subjectId: id,
    step: 'acceptComplaint',
    from: receivedOn,
  });
  const serial = await nextSerial(tx, { tenant, agencyWord: 'TS', classWord: '', step: 'complaint', year });
  const number = formatComplaintNumber(tenant, year, serial);
  const at = { tenant, id };
  const row: ComplaintRow = {
    ...at,
    number,
    queryCodeIndex: input.queryCodeIndex ?? tx.cipher.blindIndex('complaintCode', queryCode),
    state: 'RECEIVED',
    version: 1,
    door: input.door,
    oral: input.oral,
    standing: input.standing,
    anonymous: complainant === null,
    complainantSealed: sealComplainant(tx, at, complainant),
    complainantIndex: input.phone === null ? null : complainantIndexOf(tx, input.phone),
    wordsSealed: sealWords(tx, at, { ...input.words, missing: [], supplied: input.supplied ?? [], withdrawal: '' }),
    findingsSealed: sealFindings(tx, at, noFindings),
    grounds: [...input.grounds],
    againstKind: input.againstKind,
    againstName: input.againstName,
    handlerId: input.handlerId,
    againstAccountId: input.accountId,
    agencyId: input.agencyId,
    caseId: input.caseId,
    aboutMatterId: input.matterId,
    matterNumber: input.matterNumber,
    groups: [...input.groups],
    consultationId: input.consultationId,
    ruleSet: ruleSetOn(receivedOn),
    receivedOn,
    receivedAt: tx.at,
    registeredBy: input.registeredBy,
    dueOn: clock.dueOn,
    dueStep: 'acceptComplaint',
    dueCitation: clock.citation,
    askedOn: null,
    answerBy: null,
    acceptedOn: null,
    refusedGround: null,
    passedTo: null,
    passedFrom: input.passedFrom,
    mergedInto: null,
    entrustedTo: null,
    entrustedUntil: null,
    investigatorId: null,
    investigatorName: null,
    toldFederations: [],
    decidedBy: null,
    decidedOn: null,
    outcome: null,
    measures: [],
    repliedOn: null,
    servedOn: null,
    endedOn: null,
    demonstration: input.demonstration,
    language: input.language,
  };
  const { passedFrom } = input;
  await insertComplaint(tx, { ...row, passedTo: null, passedFrom: passedFrom && JSON.stringify(passedFrom) });
  tx.record({
    tenant,
    matterId: id,
    kind: 'complaint.received',
    subject: 'complaint',
    subjectId: id,
    payload: {
      door: input.door,
      anonymous: row.anonymous,
      grounds: row.grounds,
      against: row.againstKind,
      ruleSet: row.ruleSet,
      ...(passedFrom === null ? {} : { fromTenant: passedFrom.tenant }),
    },
  });
  countComplaint(tx, 'complaints.received', row, receivedOn);
  return {
    tenant,
    complaintId: id,
    number,
    queryCode,
    version: 1,
    acceptBy: { on: clock.dueOn, citation: clock.citation },
  };
}

function checkDay(tx: Tx, staff: boolean, { receivedOn = tx.today, oral, ...input }: RegisterComplaint): LocalDate {
  const faults: FieldFault[] = [];
  const onlyStaff: readonly (readonly [pointer: string, given: boolean])[] = [
    ['/oral', oral !== undefined],
    ['/receivedOn', receivedOn !== tx.today],
    ['/demonstration', input.demonstration !== undefined],
    ['/sameAsRecipient', input.sameAsRecipient !== undefined],
  ];
  const first = staff ? undefined : onlyStaff.find(([, given]) => given);
  if (first !== undefined) faults.push({ pointer: first[0], code: 'complaint.staffOnly' });
  else if (receivedOn > tx.today) faults.push({ pointer: '/receivedOn', code: 'complaint.future' });
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return receivedOn;
}

function checkComplainant(
  typed: Complainant | undefined,
  allowDemonstration: boolean,
): { readonly complainant: Complainant | null; readonly phone: string | null } {
  if (typed === undefined) return { complainant: null, phone: null };
  const faults: FieldFault[] = [];
  const name = checkPersonName(typed.name);
  if (!name.ok) faults.push({ pointer: '/complainant/name', code: name.code });
  const phone = typed.phone === '' ? undefined : checkPhone(typed.phone, { allowDemonstration });
  if (phone !== undefined && !phone.ok) faults.push({ pointer: '/complainant/phone', code: phone.code });
  if (faults.length > 0 || !name.ok) throw new Refusal('input.invalid', {}, faults);
  const normalised = phone?.ok ? phone.normalised : null;
  return { complainant: { ...typed, name: name.normalised, phone: normalised ?? '' }, phone: normalised };
}

/**
 * The recipient of the matter, as they are on file there. Sealed at once and shown to nobody here, so nothing is told of it in the story of the
 * matter, which whoever is complained of may read.
 */
async function recipientAsComplainant(tx: Tx, tenant: string, recipientId: About['recipientId']): Promise<Complainant> {
  if (recipientId === null)
    throw new Refusal('input.invalid', {}, [{ pointer: '/matterNumber', code: 'complaint.matterMissing' }]);
  const { name, phone = '', address = '' } = await personInputOf(tx, tenant, recipientId);
  return { name, phone, address };
}
