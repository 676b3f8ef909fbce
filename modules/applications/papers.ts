import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import type { OpenCase } from '../cases/index.ts';
import { type IssuedDocument, issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf } from '../network/index.ts';
import { causeLabels, matterClassLabels } from '../policy/index.ts';
import { applicationFormBody, hardshipStatementBody } from './form-papers.ts';
import { groundsFrom } from './rules/decision.ts';
import { stillNeeded } from './rules/still-needed.ts';
import { type ApplicationRow, type MaterialRow, supplementOf } from './store.ts';

/** What each paper needs beside the application itself. */
interface Particulars {
  readonly applicationForm: Record<string, never>;
  readonly hardshipStatement: Record<string, never>;
  readonly materialsReceipt: { readonly materials: readonly MaterialRow[] };
  readonly supplementNotice: { readonly items: readonly string[]; readonly note: string; readonly dueOn: string };
  readonly deemedWithdrawalNotice: Record<string, never>;
  readonly transferLetter: { readonly to: string; readonly reason: string; readonly materials: readonly MaterialRow[] };
  readonly grantDecision: {
    readonly note: string;
    readonly aidForm: OpenCase['aidForm'];
    /** Other reasons than the assessment's: those of an order to correct. */
    readonly reasons?: readonly { readonly text: string; readonly citation: string }[];
  };
  readonly refusalDecision: { readonly note: string };
  readonly cooperationLetter: { readonly to: string; readonly question: string; readonly dueOn: string };
  readonly provisionalAidDecision: {
    readonly ground: 'periodExpiring' | 'preservation' | 'other';
    readonly note: string;
    readonly periodExpiresOn: string | null;
    readonly completeBy: string;
    readonly toComplete: readonly string[];
    readonly aidForm: OpenCase['aidForm'];
  };
}
type PaperKey = keyof Particulars;

/** How the objection to a decision is raised: the Law gives the way (art. 49), the procedure rules the days. */
const objection = { days: 15, citation: '《办理法律援助案件程序规定》第二十二条', verified: false } as const;

/** Issue one of the application's official papers: its words are frozen now, from the record as it stands. */
export async function paperFor<K extends PaperKey>(
  tx: Tx,
  actor: Actor,
  row: ApplicationRow,
  form: K,
  particulars: Particulars[K],
): Promise<IssuedDocument> {
  const centre = await centreOf(tx, row.tenant);
  if (centre === undefined) throw new Error(`no centre for ${row.tenant}`);
  const bureau = await bureauOf(tx, row.tenant);
  return issueDocument(tx, actor, {
    tenant: row.tenant,
    agencyId: centre.id,
    matterId: row.matterId,
    subject: 'application',
    subjectId: row.id,
    formKey: form,
    matterClass: row.class as 'civil',
    body: (await bodies[form](tx, row, particulars as never, actor)) as never,
    head: {
      matterNumber: row.number,
      agency: {
        name: centre.name,
        bureau: bureau?.name ?? centre.name,
        ...(centre.address === null ? {} : { address: centre.address }),
        ...(centre.phone === null ? {} : { phone: centre.phone }),
      },
      demonstration: row.demonstration,
    },
  });
}

const bodies: {
  readonly [K in PaperKey]: (
    tx: Tx,
    row: ApplicationRow,
    particulars: Particulars[K],
    actor: Actor,
  ) => Promise<object> | object;
} = {
  applicationForm: (tx, row) => applicationFormBody(tx, row, causeName(row)),
  hardshipStatement: (tx, row) => hardshipStatementBody(tx, row),
  materialsReceipt: (_tx, row, { materials }, actor) => ({
    ...addressed(row),
    // 经办人: a person of the centre took the papers, or nobody stands there.
    ...(actor.kind === 'staff' ? { receivedBy: actor.name.slice(0, 60) } : {}),
    materials: materials.map(printedMaterial),
    stillNeeded: stillNeeded(row, materials),
    ...(row.dueOn === null ? {} : { decideBy: row.dueOn }),
  }),
  supplementNotice: (_tx, row, { items, note, dueOn }) => ({
    ...addressed(row),
    missing: items.map((name, i) => ({ name, ...(i === 0 && note !== '' ? { requirement: note.slice(0, 500) } : {}) })),
    dueOn,
  }),
  deemedWithdrawalNotice: async (tx, row) => {
    const supplement = await supplementOf(tx, row.tenant, row.id);
    return {
      ...addressed(row),
      supplementServedOn: (supplement?.requestedAt ?? row.submittedAt).slice(0, 10),
      dueOn: supplement?.dueOn ?? row.receivedOn,
      missing: supplement?.items ?? [],
    };
  },
  transferLetter: (_tx, row, { to, reason, materials }) => ({
    ...addressed(row),
    to,
    reason: 'notCompetent',
    reasonNote: reason,
    citation: '《法律援助法》第三十八条',
    materials: materials.map(printedMaterial),
  }),
  grantDecision: (_tx, row, { aidForm, reasons }) => ({
    ...addressed(row),
    aidForms: [aidForm],
    reasons: reasons ?? metReasons(row),
    copyTo: copiesOf(row),
  }),
  provisionalAidDecision: (_tx, row, { ground, note, periodExpiresOn, completeBy, toComplete, aidForm }) => ({
    ...addressed(row),
    ground,
    ...(note === '' ? {} : { groundNote: note }),
    ...(periodExpiresOn === null ? {} : { periodExpiresOn }),
    aidForms: [aidForm],
    completeBy,
    toComplete: toComplete.map((name) => ({ name })),
  }),
  cooperationLetter: (_tx, row, { to, question, dueOn }) => ({ ...addressed(row), to, question, answerBy: dueOn }),
  refusalDecision: (_tx, row) => ({
    ...addressed(row),
    grounds: row.proposal?.grounds.length ? row.proposal.grounds : groundsFrom(row.assessment),
    objection,
    otherWays: [],
    copyTo: copiesOf(row),
  }),
};

/** The place that forwarded the application gets a copy of the decision (procedure of 2023, art. 20). */
function copiesOf(row: ApplicationRow): readonly string[] {
  return row.forwarded === null ? [] : [row.forwarded.place];
}

function addressed(row: ApplicationRow): { applicantName: string; cause: string; receivedOn: string } {
  return { applicantName: row.recipientName, cause: causeName(row), receivedOn: row.receivedOn };
}

/** The reviewer's grounds, else the conditions the assessment found met. */
function metReasons(row: ApplicationRow): readonly { text: string; citation: string }[] {
  if (row.proposal !== null && row.proposal.grounds.length > 0) return row.proposal.grounds;
  const met = row.assessment.reasons.filter((r) => r.met).map((r) => ({ text: r.text.zh, citation: r.citation }));
  return met.length > 0 ? met : row.assessment.reasons.map((r) => ({ text: r.text.zh, citation: r.citation }));
}

function printedMaterial(material: MaterialRow): { name: string; kind: 'electronic' } {
  return { name: material.fileName.slice(0, 200), kind: 'electronic' };
}

/** 案由 as printed; a criminal matter without one is named by its class. */
export function causeName(row: ApplicationRow): string {
  const cause = row.cause as keyof typeof causeLabels | null;
  return cause === null ? matterClassLabels[row.class as keyof typeof matterClassLabels].zh : causeLabels[cause].zh;
}
