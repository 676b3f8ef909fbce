import type { Instant, LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { formatDocumentNumber, nextSerial, numberStyleOf } from '../../documents/index.ts';
import { type FiledMatter, type Retention, retentionOf } from '../rules/retention.ts';
import { insertArchive } from '../store.ts';

export interface OpenArchive extends FiledMatter {
  readonly tenant: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly recipientName: string;
  readonly causeText: string;
  readonly handlerName: string;
  readonly handlerUnit: string;
  readonly closedOn: LocalDate | null;
  readonly demonstration: boolean;
  /** When and by whom it was accepted, where that was before there was a register; otherwise now, by the actor. */
  readonly accepted?: { readonly on: LocalDate; readonly at: Instant; readonly by: string };
}

export interface OpenedArchive {
  readonly archiveId: string;
  readonly number: string;
  readonly retention: Retention;
}

/** The step's own series: 归档号 are gapless by centre and year, as the numbers of papers are. */
const step = '档';

/**
 * 归档: the file enters the register with its number and its term, in the transaction in which it is accepted; what it
 * holds is what was on record then. The one PDF is bound afterwards. The caller has authorised the step.
 */
export async function openArchive(tx: Tx, actor: Actor, input: OpenArchive): Promise<OpenedArchive> {
  const { tenant, matterId, caseId, demonstration } = input;
  const accepted = input.accepted ?? { on: tx.today, at: tx.at, by: actor.name };
  const retention = retentionOf(input, accepted.on);
  const { agencyWord, template } = await numberStyleOf(tx, tenant);
  const year = Number(accepted.on.slice(0, 4));
  const serial = await nextSerial(tx, { tenant, agencyWord, classWord: '', step, year });
  const number = formatDocumentNumber(template, { year, agency: agencyWord, class: '', step, serial });
  const archiveId = tx.newId();
  insertArchive(tx, {
    tenant,
    id: archiveId,
    matterId,
    caseId,
    number,
    caseNumber: input.caseNumber,
    recipientName: input.recipientName,
    causeText: input.causeText,
    class: input.class,
    handlerName: input.handlerName,
    handlerUnit: input.handlerUnit,
    closedOn: input.closedOn,
    archivedOn: accepted.on,
    archivedAt: accepted.at,
    archivedByName: accepted.by,
    schedule: retention.schedule,
    rule: retention.rule,
    term: retention.term,
    countsFrom: retention.countsFrom,
    dueOn: retention.dueOn,
    holds: 0,
    destructionId: null,
    state: 'kept',
    destroyedOn: null,
    version: 1,
    // Of demonstration files there are thousands and hardly one is opened: those are bound when asked for.
    binding: demonstration ? 'none' : 'waiting',
    bindingSince: demonstration ? null : tx.at,
    bindingAttempts: 0,
    bindingFault: null,
    boundAt: null,
    pdfHash: null,
    pdfSm3: null,
    pdfBytes: null,
    pdfPages: null,
    pieceCount: null,
    unreadable: null,
    piecesSealed: null,
    demonstration,
  });
  tx.record({
    tenant,
    matterId,
    kind: 'archive.opened',
    subject: 'archive',
    subjectId: archiveId,
    payload: {
      number,
      schedule: retention.schedule,
      rule: retention.rule,
      term: retention.term,
      dueOn: retention.dueOn,
    },
  });
  return { archiveId, number, retention };
}
