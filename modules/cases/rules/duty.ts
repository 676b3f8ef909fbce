import type { Agency } from '../../network/index.ts';
import type { DutyMode, DutyPeriod, DutyService, DutySignature } from '../duty-schema.ts';

/** True when the two parts of a day have an hour in common. */
export function overlaps(a: DutyPeriod, b: DutyPeriod): boolean {
  return a === 'day' || b === 'day' || a === b;
}

/** Where duty lawyers sit: courts, procuratorates, detention houses, and the centre itself for telephone and video (art. 14). */
export function isDutyPlace({ kind, host, status }: Pick<Agency, 'kind' | 'host' | 'status'>): boolean {
  if (status === 'closed') return false;
  return kind === 'courtStation' || kind === 'centre' || host === 'detentionHouse' || host === 'procuratorate';
}

/** What on a record of help contradicts itself: a signature on paper needs somebody in the room, as does a plea agreement. */
export function helpFaults(help: {
  readonly mode: DutyMode;
  readonly signature: DutySignature;
  readonly services: readonly DutyService[];
}): readonly { readonly pointer: string; readonly code: string }[] {
  const onPaper = help.signature === 'signed' || help.signature === 'fingerprint';
  return [
    ...(help.mode === 'onSite' && help.signature === 'heardRemotely'
      ? [{ pointer: '/signature', code: 'duty.signatureMode' }]
      : []),
    ...(help.mode !== 'onSite' && onPaper ? [{ pointer: '/signature', code: 'duty.signatureMode' }] : []),
    ...(help.mode === 'phone' && help.services.includes('pleaWitness')
      ? [{ pointer: '/services', code: 'duty.pleaByPhone' }]
      : []),
  ];
}
