import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import { type IssuedDocument, issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf } from '../network/index.ts';
import { lawOf } from '../policy/index.ts';
import { yuanText } from './rules/money-text.ts';
import type { Subsidy } from './store/subsidies.ts';

/** 补贴发放审批表 with the trace from tariff to amount, issued when a second person has approved. */
export async function issueSubsidySheet(tx: Tx, actor: Actor, subsidy: Subsidy): Promise<IssuedDocument> {
  const centre = await centreOf(tx, subsidy.tenant);
  if (centre === undefined) throw new Error(`no centre for ${subsidy.tenant}`);
  const bureau = await bureauOf(tx, subsidy.tenant);
  const { offer, lines, amount } = subsidy;
  if (offer === null || lines === null || amount === null) throw new Error('a sheet needs a proposal');
  const pack = lawOf(tx).packs.find((p) => p.key === offer.tariffKey);
  const asked = subsidy.asked;
  return issueDocument(tx, actor, {
    tenant: subsidy.tenant,
    agencyId: centre.id,
    matterId: subsidy.matterId,
    subject: 'subsidy',
    subjectId: subsidy.id,
    formKey: 'subsidySheet',
    matterClass: subsidy.class,
    head: {
      matterNumber: subsidy.caseNumber,
      agency: {
        name: centre.name,
        bureau: bureau?.name ?? centre.name,
        ...(centre.address === null ? {} : { address: centre.address }),
        ...(centre.phone === null ? {} : { phone: centre.phone }),
      },
      demonstration: subsidy.demonstration,
    },
    body: {
      recipientName: subsidy.recipientName,
      cause: subsidy.causeText,
      handler: { name: subsidy.handlerName, unit: subsidy.handlerUnit, kind: subsidy.handlerKind },
      closedOn: subsidy.closedOn,
      fileAcceptedOn: subsidy.archivedOn,
      tariff: {
        name: pack?.title.zh ?? offer.tariffKey,
        citation: offer.citation,
        effectiveFrom: pack?.effectiveFrom ?? offer.on,
        verified: offer.verified,
      },
      // A sheet carries sums, never negative ones: what is taken off says so.
      lines: lines
        .filter((l, i) => i === 0 || l.amountFen !== 0)
        .map((l) => ({
          item: `${l.amountFen < 0 ? '扣减：' : ''}${l.text.zh}`.slice(0, 200),
          amount: Math.abs(l.amountFen),
        })),
      total: amount,
      trace: lines.map((l) => `${l.text.zh}（${l.citation}）：${yuanText(l.amountFen)} 元`.slice(0, 300)),
      handlerConfirmed: {},
      reviewed: {
        text: `拟补贴 ${yuanText(amount)} 元${asked?.reason === undefined ? '' : `。${asked.reason}`}`,
        ...(subsidy.proposedByName === null ? {} : { by: subsidy.proposedByName.slice(0, 60) }),
        ...(subsidy.proposedOn === null ? {} : { on: subsidy.proposedOn }),
      },
      approved: { text: '同意', by: actor.name.slice(0, 60), on: tx.today },
    },
  });
}
