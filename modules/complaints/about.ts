import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { applicationOfNumber } from '../applications/index.ts';
import { caseByNumber, caseForSatisfaction } from '../cases/index.ts';
import { agencyById, centreOf, handlerById } from '../network/index.ts';
import type { RegisterComplaint } from './schema.ts';

/** Whom and what a complaint is about, as far as it can be found. */
export interface About {
  readonly caseId: string | null;
  readonly matterId: string | null;
  readonly matterNumber: string | null;
  readonly handlerId: string | null;
  readonly accountId: string | null;
  readonly agencyId: string | null;
  readonly againstName: string | null;
  readonly groups: readonly string[];
  /** The recipient of that matter, for whoever complains about their own. */
  readonly recipientId: string | null;
}

/**
 * The case by its id, or by a number as typed, or the application of which no case has come; the handler is the one who has it now. A number that staff typed must be known; a person who
 * mistypes theirs is heard all the same.
 */
export async function findAbout(tx: Tx, input: RegisterComplaint, typedByStaff: boolean): Promise<About> {
  const { tenant, against } = input;
  const typed = input.matterNumber ?? '';
  const caseId = input.caseId ?? (typed === '' ? undefined : (await caseByNumber(tx, tenant, typed))?.id);
  // What is complained of may be that no case came of it.
  const applied = caseId === undefined && typed !== '' ? await applicationOfNumber(tx, tenant, typed) : undefined;
  if (caseId === undefined && applied === undefined && typed !== '' && typedByStaff)
    throw new Refusal('input.invalid', {}, [{ pointer: '/matterNumber', code: 'complaint.matterUnknown' }]);
  const found = caseId === undefined ? undefined : await caseForSatisfaction(tx, tenant, caseId);
  const handler =
    found?.handlerId == null || against.kind === 'centre' || against.kind === 'staff'
      ? undefined
      : await handlerById(tx, tenant, found.handlerId);
  const centre = against.kind === 'centre' ? await centreOf(tx, tenant) : undefined;
  const firm =
    against.kind === 'firm' && handler !== undefined ? await agencyById(tx, tenant, handler.agencyId) : undefined;
  const aboutHandler = against.kind === 'handler' ? handler : undefined;
  return {
    caseId: caseId ?? null,
    matterId: found?.matterId ?? applied?.matterId ?? null,
    matterNumber: found?.number ?? applied?.number ?? (typed === '' ? null : typed),
    handlerId: aboutHandler?.id ?? null,
    accountId: aboutHandler?.accountId ?? null,
    agencyId: handler?.agencyId ?? centre?.id ?? null,
    againstName: against.name !== '' ? against.name : (aboutHandler?.name ?? firm?.name ?? centre?.name ?? null),
    groups: found?.groups ?? applied?.groups ?? [],
    recipientId: found?.recipientId ?? applied?.recipientId ?? null,
  };
}

/** The matter that a number as typed stands for, of a case or of an application. */
export async function matterOfNumber(tx: Tx, tenant: string, typed: string): Promise<string | null> {
  const found = (await caseByNumber(tx, tenant, typed)) ?? (await applicationOfNumber(tx, tenant, typed));
  return found?.matterId ?? null;
}
