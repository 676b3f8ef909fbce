import { type FieldFault, fault, ok, type Result } from '../../../kernel/errors/index.ts';
import { addDays, type Instant, instantOf, type LocalDate, localDateOf } from '../../../kernel/time/index.ts';
import type { ApplicationInput } from '../schema.ts';

/** 补录: a paper form that lay somewhere (a power cut, a road cut off) and is entered later with its true day. */
export interface LateEntry {
  readonly reason: string;
  readonly enteredOn: LocalDate;
}

/** 转交: where the person applied first, when, and whether it reached the centre in time (art. 39). */
export interface Forwarding {
  readonly place: string;
  readonly appliedAt: Instant;
  readonly receivedAt: Instant;
}

export interface Receipt {
  readonly receivedOn: LocalDate;
  readonly lateEntry: LateEntry | null;
  readonly forwarding: Forwarding | null;
}

/** Older forms are no late entries any more: the centre asks the person how things stand now. */
const lateEntryDays = 365;

/** Doors through which others forward an application (art. 39). */
const forwardingDoors: readonly ApplicationInput['door'][] = ['custody', 'dutyLawyer'];

type Told = Pick<ApplicationInput, 'door' | 'receivedOn' | 'lateEntryReason' | 'forwarding'>;

/**
 * The day on which the centre received an application, from which its days run (art. 43). Today, unless staff enter a paper
 * form with its true day and the reason, or a forwarded one with its true times. Every fault at once.
 */
export function settleReceipt(told: Told, now: Instant, byStaff: boolean): Result<Receipt, readonly FieldFault[]> {
  const today = localDateOf(now);
  const faults: FieldFault[] = [];
  const at = (pointer: string, code: string): void => void faults.push({ pointer, code });
  for (const field of ['receivedOn', 'lateEntryReason', 'forwarding'] as const)
    if (!byStaff && told[field] !== undefined) at(`/${field}`, 'application.receivedOnStaffOnly');
  if (faults.length > 0) return fault(faults);

  const forwarding = told.forwarding === undefined ? null : forwardingOf(told.forwarding, now);
  const receivedOn = told.receivedOn ?? (forwarding === null ? today : localDateOf(forwarding.receivedAt));
  if (receivedOn > today) at('/receivedOn', 'application.receivedOnFuture');
  else if (receivedOn < addDays(today, -lateEntryDays)) at('/receivedOn', 'application.receivedOnTooOld');
  else if (receivedOn < today && told.lateEntryReason === undefined) at('/lateEntryReason', 'input.required');
  if (forwarding !== null) {
    if (!forwardingDoors.includes(told.door)) at('/forwarding', 'application.forwardingDoor');
    if (forwarding.receivedAt > now) at('/forwarding/receivedAt', 'application.receivedOnFuture');
    else if (localDateOf(forwarding.receivedAt) !== receivedOn)
      at('/forwarding/receivedAt', 'application.receivedTwice');
    if (forwarding.appliedAt > forwarding.receivedAt) at('/forwarding/appliedAt', 'application.forwardedBefore');
  }
  if (faults.length > 0) return fault(faults);
  const { lateEntryReason } = told;
  const lateEntry =
    receivedOn < today && lateEntryReason !== undefined ? { reason: lateEntryReason, enteredOn: today } : null;
  return ok({ receivedOn, lateEntry, forwarding });
}

function forwardingOf({ place, appliedAt, receivedAt }: NonNullable<Told['forwarding']>, now: Instant): Forwarding {
  return { place, appliedAt: instantIn(appliedAt), receivedAt: receivedAt === undefined ? now : instantIn(receivedAt) };
}

/** `YYYY-MM-DDTHH:MM` in Asia/Shanghai as an instant. */
function instantIn(minute: string): Instant {
  return instantOf(minute.slice(0, 10), Number(minute.slice(11, 13)) * 60 + Number(minute.slice(14, 16)));
}
