import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { normaliseCode } from '../../applications/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { bureauOf } from '../../network/index.ts';
import type { ComplaintState } from '../lifecycle.ts';
import { parseComplaintNumber } from '../rules/number.ts';
import { openWords } from '../sealed.ts';
import { type ComplaintRow, complaintByCode } from '../store.ts';

/** What the person sees of their complaint: where it stands, by when what follows, what they are asked. No names but the bureau's. */
export interface ComplaintForCitizen {
  readonly tenant: string;
  readonly complaintId: string;
  readonly number: string;
  readonly version: number;
  readonly state: ComplaintState;
  readonly receivedOn: string;
  readonly acceptedOn: string | null;
  readonly decidedOn: string | null;
  readonly repliedOn: string | null;
  readonly endedOn: string | null;
  readonly due: { readonly on: string; readonly step: string; readonly citation: string } | null;
  readonly missing: readonly string[];
  readonly outcome: ComplaintRow['outcome'];
  readonly measures: ComplaintRow['measures'];
  readonly passedTo: string | null;
  readonly papers: readonly { readonly documentId: string; readonly title: string; readonly titleEn: string }[];
  readonly bureau: { readonly name: string; readonly phone: string | null } | null;
  readonly demonstration: boolean;
}

/**
 * 查投诉 by number and code; a wrong number and a wrong code read the same. The transaction's scope is the tenant that stands in the number.
 * @throws Refusal `complaint.codeUnknown`
 */
export async function lookUpComplaint(
  tx: Tx,
  input: { readonly number: string; readonly code: string },
): Promise<ComplaintForCitizen> {
  const known = parseComplaintNumber(input.number);
  const row =
    known &&
    (await complaintByCode(tx, {
      ...known,
      queryCodeIndex: tx.cipher.blindIndex('complaintCode', normaliseCode(input.code)),
    }));
  if (row === undefined) throw new Refusal('complaint.codeUnknown');
  const [bureau, papers] = await Promise.all([bureauOf(tx, row.tenant), documentsOfMatter(tx, row.tenant, row.id)]);
  // What was decided is told with the answer in writing, not before it.
  const answered = row.repliedOn !== null;
  return {
    tenant: row.tenant,
    complaintId: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    receivedOn: row.receivedOn,
    acceptedOn: row.acceptedOn,
    decidedOn: answered ? row.decidedOn : null,
    repliedOn: row.repliedOn,
    endedOn: row.endedOn,
    due:
      row.dueOn === null || row.dueStep === null
        ? null
        : { on: row.dueOn, step: row.dueStep, citation: row.dueCitation ?? '' },
    missing: row.state === 'AWAITING_INFORMATION' ? openWords(tx, row).missing : [],
    outcome: answered ? row.outcome : null,
    measures: answered ? row.measures : [],
    passedTo: row.passedTo?.name ?? null,
    papers: papers
      .filter(({ formKey }) => formKey !== 'serviceReceipt')
      .map(({ documentId, title, titleEn }) => ({ documentId, title, titleEn })),
    bureau: bureau === undefined ? null : { name: bureau.name, phone: bureau.phone },
    demonstration: row.demonstration,
  };
}
