import { Refusal } from '../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import { type FormBody, type FormKey, type IssuedDocument, issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf } from '../network/index.ts';
import { openComplainant } from './sealed.ts';
import type { ComplaintRow } from './store.ts';

type ComplaintForm = Extract<FormKey, `complaint${string}`>;

/** Who is addressed: by name, or as somebody who gave none. */
export function addresseeOf(tx: Tx, row: ComplaintRow): string {
  return openComplainant(tx, row)?.name ?? '匿名投诉人';
}

/**
 * One of the bureau's papers on a complaint. It belongs to the complaint and not to the case: whoever reads the file of the case does not come upon it.
 * @throws Refusal `complaint.noBureau`
 */
export async function issueComplaintPaper<K extends ComplaintForm | 'serviceReceipt'>(
  tx: Tx,
  actor: Actor,
  row: ComplaintRow,
  formKey: K,
  body: K extends ComplaintForm
    ? Omit<FormBody<K>, 'complainantName' | 'complaintNumber' | 'receivedOn' | 'against'>
    : FormBody<K>,
): Promise<IssuedDocument> {
  const bureau = await bureauOf(tx, row.tenant);
  if (bureau === undefined) throw new Refusal('complaint.noBureau');
  const about =
    formKey === 'serviceReceipt'
      ? {}
      : {
          complainantName: addresseeOf(tx, row),
          complaintNumber: row.number,
          receivedOn: row.receivedOn,
          against: row.againstName ?? (await centreOf(tx, row.tenant))?.name ?? bureau.name,
        };
  return issueDocument(tx, actor, {
    tenant: row.tenant,
    agencyId: bureau.id,
    matterId: row.id,
    subject: 'complaint',
    subjectId: row.id,
    formKey,
    head: {
      matterNumber: row.number,
      agency: {
        name: bureau.name,
        bureau: bureau.name,
        ...(bureau.address === null ? {} : { address: bureau.address }),
        ...(bureau.phone === null ? {} : { phone: bureau.phone }),
      },
      demonstration: row.demonstration,
    },
    body: { ...about, ...body } as FormBody<K>,
  });
}
