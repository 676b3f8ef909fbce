import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { issueCasePaper } from '../papers.ts';
import type { RecordAgreement } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { designationsOf } from '../store/designations.ts';
import { partiesOf } from '../store/parties.ts';
import { checkDay } from './check-day.ts';
import { nextDue } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';

/**
 * 委托协议: signed within five days of the designation, or recorded why there is none (the recipient could not sign; a
 * notified defence needs none). From now on the case is handled.
 */
export async function recordAgreement(
  tx: Tx,
  actor: Actor,
  input: RecordAgreement,
): Promise<{ version: number; documentId: string | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'recordAgreement');
  if ((input.signedOn === undefined) === (input.withoutAgreement === undefined)) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/signedOn', code: 'case.agreementOrReason' }]);
  }
  if (input.signedOn !== undefined)
    checkDay(tx, input.signedOn, '/signedOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'signAgreement' });
  const moved = await moveCase(
    tx,
    aidCase,
    'recordAgreement',
    {
      agreementOn: input.signedOn ?? null,
      withoutAgreement: input.withoutAgreement ?? null,
      ...(await nextDue(tx, aidCase)),
    },
    { signedOn: input.signedOn ?? null, without: input.withoutAgreement !== undefined },
  );
  if (input.signedOn === undefined) return { version: moved.version, documentId: null };
  const parties = await partiesOf(tx, aidCase.tenant, aidCase.id);
  const paper = await issueCasePaper(tx, actor, moved, 'retainerAgreement', {
    agreement: input,
    designation: await currentDesignation(tx, aidCase),
    opponents: parties.filter((p) => p.role === 'opponent').map((p) => p.name),
  });
  return { version: moved.version, documentId: paper.documentId };
}

/** The designation under which the case is handled now. */
export async function currentDesignation(tx: Tx, aidCase: AidCase) {
  const all = await designationsOf(tx, aidCase.tenant, aidCase.id);
  const current = all.find((d) => d.id === aidCase.designationId);
  if (current === undefined)
    throw new Refusal('record.actionNotAllowed', { state: aidCase.state, event: 'handle', lifecycle: 'case' });
  return current;
}
