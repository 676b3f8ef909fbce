import { Refusal } from '../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import { type IssuedDocument, issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf } from '../network/index.ts';
import type { ContestedDecision } from './contested.ts';
import type { ReviewObjection } from './schema.ts';
import type { ObjectionRow } from './store.ts';

/**
 * 异议审查决定书: the bureau's paper, under its own name.
 * @throws Refusal `objection.noBureau` where none is on file: the centre's name never stands in for it
 */
export async function issueObjectionDecision(
  tx: Tx,
  actor: Actor,
  contested: ContestedDecision,
  objection: ObjectionRow,
  decision: Pick<ReviewObjection, 'grounds' | 'correction'> & { readonly result: 'maintain' | 'correct' },
): Promise<IssuedDocument> {
  const [bureau, centre] = await Promise.all([bureauOf(tx, contested.tenant), centreOf(tx, contested.tenant)]);
  if (bureau === undefined || centre === undefined) throw new Refusal('objection.noBureau');
  return issueDocument(tx, actor, {
    tenant: contested.tenant,
    agencyId: bureau.id,
    matterId: contested.matterId,
    subject: 'objection',
    subjectId: objection.id,
    formKey: 'objectionDecision',
    matterClass: contested.matterClass as 'civil',
    head: {
      matterNumber: contested.matterNumber,
      agency: {
        name: bureau.name,
        bureau: bureau.name,
        ...(bureau.address === null ? {} : { address: bureau.address }),
        ...(bureau.phone === null ? {} : { phone: bureau.phone }),
      },
      demonstration: contested.demonstration,
    },
    body: {
      objectorName: contested.personName,
      cause: contested.cause,
      centre: centre.name,
      decisionTitle: objection.decisionTitle,
      ...(objection.decisionNumber === null ? {} : { decisionNumber: objection.decisionNumber }),
      decidedOn: objection.decidedOn,
      raisedOn: objection.receivedOn,
      result: decision.result,
      reasons: decision.grounds,
      ...(decision.result === 'correct' ? { correction: decision.correction } : {}),
      // The article under which the bureau's own clock ran says which law it decides by.
      instrument: objection.dueCitation.includes('条例') ? 'regulations' : 'law',
    },
  });
}
