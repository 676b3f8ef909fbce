import type { AgainstKind, complaintDoors, complaintStandings } from '../../api/codes.ts';
import type { ComplaintInput, ComplaintSeed } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';

/** What stands in the form of a new complaint. */
export interface EntryValues {
  readonly tenant: string;
  readonly door: (typeof complaintDoors)[number];
  readonly receivedOn: string;
  readonly matterNumber: string;
  readonly who: 'recipient' | 'named' | 'anonymous';
  readonly standing: (typeof complaintStandings)[number];
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly againstKind: AgainstKind;
  readonly againstName: string;
  readonly grounds: readonly string[];
  readonly statement: string;
  readonly wish: string;
  readonly oral: boolean;
  readonly recordedBy: string;
  readonly readBack: boolean;
  readonly signed: boolean;
}

export interface EntryStart {
  readonly tenant: string;
  readonly door: EntryValues['door'];
  readonly matterNumber: string | undefined;
  readonly recordedBy: string;
  readonly seed: ComplaintSeed | undefined;
}

/** An empty form, or one that begins with what a matter or a consultation knows already. */
export function entryValues({ tenant, door, matterNumber, recordedBy, seed }: EntryStart): EntryValues {
  const { name = '', phone = '', address = '' } = seed?.complainant ?? {};
  return {
    tenant,
    door,
    receivedOn: today(),
    matterNumber: matterNumber ?? '',
    who:
      matterNumber !== undefined
        ? 'recipient'
        : seed !== undefined && seed.complainant === null
          ? 'anonymous'
          : 'named',
    standing: 'recipient',
    name,
    phone,
    address,
    againstKind: 'handler',
    againstName: '',
    grounds: [],
    statement: seed?.statement ?? '',
    wish: '',
    oral: false,
    recordedBy,
    readBack: false,
    signed: false,
  };
}

/** Where somebody speaks and somebody else writes, the record is read back and signed; over the telephone nobody signs. */
export const speaksThere = (door: EntryValues['door']): boolean => door === 'window' || door === 'bureau';

export function complaintInputOf(values: EntryValues, consultationId: string | undefined): ComplaintInput {
  const { who, oral, door } = values;
  const matterNumber = values.matterNumber.trim();
  return {
    tenant: values.tenant,
    door,
    receivedOn: values.receivedOn,
    standing: values.standing,
    ...(who === 'recipient' ? { sameAsRecipient: true } : {}),
    ...(who === 'named'
      ? { complainant: { name: values.name.trim(), phone: values.phone.trim(), address: values.address.trim() } }
      : {}),
    grounds: values.grounds,
    statement: values.statement.trim(),
    wish: values.wish.trim(),
    against: { kind: values.againstKind, name: values.againstName.trim() },
    ...(matterNumber === '' ? {} : { matterNumber }),
    ...(consultationId === undefined ? {} : { consultationId }),
    ...(oral && speaksThere(door)
      ? { oral: { recordedBy: values.recordedBy.trim(), readBack: true, signed: true } }
      : {}),
  };
}

/** Where a fault of the server's belongs in the form. */
export function entryFieldOf(path: readonly (string | number)[]): (string | number)[] {
  const [first, second] = path;
  if (first === 'complainant' && second !== undefined) return [second];
  if (first === 'against') return [second === 'name' ? 'againstName' : 'againstKind'];
  if (first === 'oral') return [second ?? 'oral'];
  if (first === 'sameAsRecipient') return ['who'];
  if (first === 'grounds') return ['grounds'];
  return [...path];
}
