import { Refusal } from '../../../kernel/errors/index.ts';
import { localDateOf } from '../../../kernel/time/index.ts';
import { allowedActions, citizenActor, type Runner, type Tx } from '../../../kernel/use-case/index.ts';
import { normaliseCode } from '../../applications/index.ts';
import { type DocumentFile, documentsOfMatter, type FormKey, openDocument, type Press } from '../../documents/index.ts';
import { bureauOf } from '../../network/index.ts';
import { type ComplaintState, complaintLifecycle } from '../lifecycle.ts';
import { parseComplaintNumber } from '../rules/number.ts';
import { openFindings, openWords } from '../sealed.ts';
import { type ComplaintRow, complaintByCode, complaintNumbers, loadComplaint } from '../store.ts';

/** What the person sees of their complaint: where it stands, by when what follows, what they are asked. No names but the bureau's. */
export interface ComplaintForCitizen {
  readonly tenant: string;
  readonly complaintId: string;
  readonly number: string;
  readonly version: number;
  readonly state: ComplaintState;
  readonly receivedOn: string;
  readonly suppliedOn: string | null;
  readonly acceptedOn: string | null;
  readonly decidedOn: string | null;
  readonly repliedOn: string | null;
  readonly servedOn: string | null;
  readonly endedOn: string | null;
  readonly due: { readonly on: string; readonly step: string; readonly citation: string } | null;
  readonly missing: readonly string[];
  /** Why it was not taken up, as the paper says. */
  readonly refusal: string;
  readonly outcome: ComplaintRow['outcome'];
  readonly measures: ComplaintRow['measures'];
  readonly passedTo: string | null;
  /** Where it goes on, when that bureau is in the system too. */
  readonly goesOn: { readonly tenant: string; readonly complaintId: string } | null;
  /** Number of the complaint with which it was merged. */
  readonly mergedInto: string | null;
  /** What the person may do now, by the table. */
  readonly moves: readonly string[];
  readonly papers: readonly {
    readonly documentId: string;
    readonly title: string;
    readonly titleEn: string;
    readonly issuedOn: string;
  }[];
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
  return viewOf(tx, row);
}

/** The same complaint at the bureau to which it was passed on. The caller has looked up the one before it by its code. */
export async function complaintThatGoesOn(
  tx: Tx,
  at: NonNullable<ComplaintForCitizen['goesOn']>,
): Promise<ComplaintForCitizen> {
  return viewOf(tx, await loadComplaint(tx, at.tenant, at.complaintId));
}

async function viewOf(tx: Tx, row: ComplaintRow): Promise<ComplaintForCitizen> {
  const { tenant, mergedInto, passedTo } = row;
  const [bureau, papers, numbers] = await Promise.all([
    bureauOf(tx, tenant),
    documentsOfMatter(tx, tenant, row.id),
    complaintNumbers(tx, tenant, mergedInto === null ? [] : [mergedInto]),
  ]);
  const words = openWords(tx, row);
  // What was decided is told with the answer in writing, not before it.
  const answered = row.repliedOn !== null;
  return {
    tenant,
    complaintId: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    receivedOn: row.receivedOn,
    suppliedOn: words.supplied.at(-1)?.on ?? null,
    acceptedOn: row.acceptedOn,
    decidedOn: answered ? row.decidedOn : null,
    repliedOn: row.repliedOn,
    servedOn: row.servedOn,
    endedOn: row.endedOn,
    due:
      row.dueOn === null || row.dueStep === null
        ? null
        : { on: row.dueOn, step: row.dueStep, citation: row.dueCitation ?? '' },
    missing: row.state === 'AWAITING_INFORMATION' ? words.missing : [],
    refusal: row.state === 'NOT_ACCEPTED' ? openFindings(tx, row).refusal : '',
    outcome: answered ? row.outcome : null,
    measures: answered ? row.measures : [],
    passedTo: passedTo?.name ?? null,
    goesOn:
      passedTo?.tenant === undefined || passedTo.complaintId === undefined
        ? null
        : { tenant: passedTo.tenant, complaintId: passedTo.complaintId },
    mergedInto: mergedInto === null ? null : (numbers.get(mergedInto) ?? null),
    moves: allowedActions(complaintLifecycle, row.state, citizenActor(tenant), { tenant }),
    papers: papers
      .filter(({ formKey }) => !kept.has(formKey))
      .map(({ documentId, title, titleEn, issuedAt }) => ({
        documentId,
        title,
        titleEn,
        issuedOn: localDateOf(issuedAt),
      })),
    bureau: bureau === undefined ? null : { name: bureau.name, phone: bureau.phone },
    demonstration: row.demonstration,
  };
}

/** Papers that the bureau keeps for itself. */
const kept = new Set<FormKey>(['serviceReceipt']);

/**
 * One of the person's papers as it was printed. The caller has looked the complaint up by its code.
 * @throws Refusal `record.notFound` for any other paper
 */
export function openComplaintPaper(
  runner: Runner,
  press: Press,
  { tenant, complaintId }: Pick<ComplaintForCitizen, 'tenant' | 'complaintId'>,
  documentId: string,
): Promise<DocumentFile> {
  return openDocument(
    runner,
    press,
    citizenActor(tenant),
    { tenant, documentId, format: 'pdf' },
    async (_tx, { subject, matterId, formKey }) => {
      if (subject !== 'complaint' || matterId !== complaintId || kept.has(formKey))
        throw new Refusal('record.notFound');
    },
  );
}
