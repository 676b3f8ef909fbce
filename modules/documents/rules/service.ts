import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { RecordService } from '../service-schema.ts';

type Service = Omit<RecordService, 'tenant' | 'documentId'> & { readonly signed: boolean };

/**
 * What keeps a service from being recorded; empty when nothing does. Whoever takes a paper in hand signs; electronic service needs the
 * recipient's consent; a paper left or announced says why. So the courts serve theirs (民事诉讼法 ch. 7 sec. 2, from memory); no rule of service for
 * papers of legal aid was read.
 * @param signed a signature written on the screen came with it
 */
export function serviceFaults(
  service: Service,
  { issuedOn, today }: { readonly issuedOn: LocalDate; readonly today: LocalDate },
): readonly FieldFault[] {
  const { method, servedOn, consentOn, signing, signed } = service;
  const faults: FieldFault[] = [];
  const fault = (when: boolean, pointer: string, code: string, details?: FieldFault['details']) => {
    if (when) faults.push({ pointer, code, ...(details === undefined ? {} : { details }) });
  };
  fault(servedOn > today, '/servedOn', 'document.servedInFuture');
  fault(servedOn < issuedOn, '/servedOn', 'document.servedBeforeIssue', { earliest: issuedOn });
  if (method === 'electronic') {
    fault(consentOn === undefined, '/consentOn', 'document.consentMissing');
    fault(consentOn !== undefined && consentOn > servedOn, '/consentOn', 'document.consentTooLate');
  }
  fault(inHand.has(method) && signing === undefined, '/signing', 'document.signingMissing');
  fault(signing === 'touch' && !signed, '/signature', 'document.signatureMissing');
  fault(signing !== 'touch' && signed, '/signature', 'document.signatureUnasked');
  fault(method === 'post' && service.trackingNumber === undefined, '/trackingNumber', 'document.trackingMissing');
  fault(service.receivedBy !== undefined && service.relation === undefined, '/relation', 'document.relationMissing');
  fault(unattended.has(method) && service.remark === undefined, '/remark', 'document.remarkMissing');
  return faults;
}

const inHand: ReadonlySet<Service['method']> = new Set(['direct', 'entrusted']);
const unattended: ReadonlySet<Service['method']> = new Set(['left', 'announced']);
