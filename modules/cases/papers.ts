import type { LocalDate } from '../../kernel/time/index.ts';
import type { Actor, Tx } from '../../kernel/use-case/index.ts';
import { documentsOfMatter, type FormBody, type IssuedDocument, issueDocument } from '../documents/index.ts';
import { bureauOf, centreOf, type Handler, type HandlerWithUnit } from '../network/index.ts';
import { loadPersons } from '../people/index.ts';
import { causeLabels, criminalStageLabels, matterClassLabels } from '../policy/index.ts';
import { type FeeGround, feeGrounds, type ReliefGround, reliefGrounds } from './affair-schema.ts';
import { replacementGroundText } from './replacement-schema.ts';
import { closingEventText } from './rules/closing.ts';
import { progressKindText } from './rules/progress-words.ts';
import type { Resumption } from './rules/resumption.ts';
import type { RecordAgreement, ReportClosing, TerminateCase } from './schema.ts';
import type { AidCase } from './store/cases.ts';
import type { Designation } from './store/designations.ts';
import type { CaseFile, CaseProgress } from './store/handling.ts';
import type { OrganNotice } from './store/notices.ts';
import type { Replacement } from './store/replacements.ts';
import type { CaseTermination } from './store/terminations.ts';
import { revocationText } from './termination-schema.ts';

/** What each paper of a case needs beside the case itself. */
interface Particulars {
  readonly designationNotice: {
    readonly unit: string;
    /** Absent where the unit is to name one of its people. */
    readonly handler?: HandlerWithUnit | undefined;
    readonly signAgreementBy: LocalDate | null;
  };
  readonly organReply: {
    readonly designation: Designation;
    readonly handler: Handler | undefined;
    readonly notice: OrganNotice | undefined;
    /** True when somebody takes over from another. */
    readonly successor: boolean;
  };
  readonly retainerAgreement: {
    readonly agreement: RecordAgreement;
    readonly designation: Designation;
    readonly opponents: readonly string[];
  };
  readonly closingReport: { readonly report: ReportClosing; readonly designation: Designation };
  readonly replacementApproval: ReplacementPaper & {
    readonly outcome: 'replace' | 'keep';
  };
  readonly replacementNotice: ReplacementPaper & { readonly replaceBy: LocalDate };
  readonly terminationDecision: { readonly decision: TerminateCase };
  readonly resumptionDecision: {
    readonly termination: CaseTermination;
    readonly way: Resumption;
    readonly note: string | undefined;
  };
  readonly courtFeeReliefLetter: { readonly court: string; readonly grounds: readonly FeeGround[] };
  readonly judicialReliefReferral: {
    readonly organ: string;
    readonly ground: ReliefGround;
    readonly consentOn: LocalDate;
    readonly words: string;
  };
  readonly archiveCatalogue: {
    readonly file: CaseFile;
    readonly designation: Designation;
    readonly acceptedBy: string;
    readonly archiveNumber: string;
    readonly retention: { readonly text: string; readonly verified: boolean };
  };
  readonly progressReport: { readonly designation: Designation; readonly notes: readonly CaseProgress[] };
}
type PaperKey = keyof Particulars;

interface ReplacementPaper {
  readonly replacement: Replacement;
  readonly former: Designation;
  readonly opinion: string;
  readonly decidedBy: string;
}

/** How the objection to a termination is raised: the Law gives the way (art. 49), the procedure rules the days. */
const objection = { days: 15, citation: '《办理法律援助案件程序规定》第二十二条', verified: false } as const;

/** Issue one of a case's official papers: its words are frozen now, from the record as it stands. */
export async function issueCasePaper<K extends PaperKey>(
  tx: Tx,
  actor: Actor,
  aidCase: AidCase,
  formKey: K,
  particulars: Particulars[K],
): Promise<IssuedDocument> {
  const centre = await centreOf(tx, aidCase.tenant);
  if (centre === undefined) throw new Error(`no centre for ${aidCase.tenant}`);
  const bureau = await bureauOf(tx, aidCase.tenant);
  return issueDocument(tx, actor, {
    tenant: aidCase.tenant,
    agencyId: centre.id,
    matterId: aidCase.matterId,
    subject: 'case',
    subjectId: aidCase.id,
    formKey,
    matterClass: aidCase.class,
    body: await bodies[formKey](tx, aidCase, particulars),
    head: {
      matterNumber: aidCase.number,
      agency: {
        name: centre.name,
        bureau: bureau?.name ?? centre.name,
        ...(centre.address === null ? {} : { address: centre.address }),
        ...(centre.phone === null ? {} : { phone: centre.phone }),
      },
      demonstration: aidCase.demonstration,
    },
  });
}

const bodies: {
  readonly [K in PaperKey]: (tx: Tx, aidCase: AidCase, p: Particulars[K]) => Promise<FormBody<K>> | FormBody<K>;
} = {
  designationNotice: async (tx, c, { unit, handler, signAgreementBy }) => ({
    handlingUnit: unit,
    ...(handler === undefined
      ? {}
      : {
          handler: {
            name: handler.name,
            unit,
            kind: handler.kind,
            ...(handler.licenceNumber === null ? {} : { licenceNumber: handler.licenceNumber }),
            ...(handler.phone === null ? {} : { phone: handler.phone }),
          },
        }),
    recipient: await printedRecipient(tx, c),
    cause: causeOf(c),
    aidForms: [c.aidForm],
    ...(c.stage === null ? {} : { stage: c.stage }),
    ...(c.criminal?.handlingOrgan === undefined ? {} : { handlingOrgan: c.criminal.handlingOrgan }),
    ...(c.criminal?.hearingOn === undefined ? {} : { hearingOn: c.criminal.hearingOn }),
    ...(signAgreementBy === null ? {} : { signAgreementBy }),
    materials: [],
  }),
  organReply: (_tx, c, { designation, handler, notice, successor }) => ({
    organ: notice?.organName ?? c.criminal?.handlingOrgan ?? '',
    purpose: successor
      ? 'replacement'
      : notice?.ground === 'compulsoryMedical'
        ? 'compulsoryMedical'
        : 'notifiedDefence',
    ...(notice === undefined ? {} : { noticeReceivedOn: notice.receivedOn }),
    ...(notice?.noticeNumber == null ? {} : { noticeNumber: notice.noticeNumber }),
    personName: c.recipientName,
    cause: causeOf(c),
    ...(c.stage === null ? {} : { stage: c.stage }),
    handlers: [
      {
        ...printedHandler(designation),
        ...(handler?.licenceNumber == null ? {} : { licenceNumber: handler.licenceNumber }),
        ...(handler?.phone == null ? {} : { phone: handler.phone }),
      },
    ],
  }),
  retainerAgreement: async (tx, c, { agreement, designation, opponents }) => ({
    recipient: await printedRecipient(tx, c),
    handlingUnit: designation.agencyName,
    handlers: [printedHandler(designation)],
    cause: causeOf(c),
    ...(opponents.length === 0 ? {} : { opponent: opponents.join('、').slice(0, 200) }),
    ...(c.criminal?.handlingOrgan === undefined ? {} : { handlingOrgan: c.criminal.handlingOrgan }),
    aidForms: [c.aidForm],
    scope: agreement.scope,
    specialPowers: agreement.specialPowers,
    ...(agreement.signedOn === undefined ? {} : { signedOn: agreement.signedOn }),
  }),
  closingReport: (_tx, c, { report, designation }) => ({
    recipientName: c.recipientName,
    matterClass: c.class,
    cause: causeOf(c),
    aidForms: [c.aidForm],
    ...(c.stage === null ? {} : { stage: c.stage }),
    ...(c.criminal?.handlingOrgan === undefined ? {} : { handlingOrgan: c.criminal.handlingOrgan }),
    handler: printedHandler(designation),
    designatedOn: designation.designatedOn,
    ...(c.agreementOn === null ? {} : { agreementSignedOn: c.agreementOn }),
    closedOn: report.closedOn,
    closingEvent: closingEventText[report.event].zh,
    outcome: report.outcome,
    ...(report.recovered === undefined ? {} : { recovered: report.recovered }),
    ...(report.work === undefined ? {} : { work: report.work }),
    summary: report.summary,
    result: report.result,
    unitOpinion: unsigned,
    centreOpinion: unsigned,
  }),
  replacementApproval: (tx, c, { replacement, former, outcome, opinion, decidedBy }) => ({
    recipientName: c.recipientName,
    cause: causeOf(c),
    formerHandler: printedHandler(former),
    designatedOn: former.designatedOn,
    askedBy: replacement.askedBy,
    receivedOn: replacement.receivedOn,
    ...(c.dueStep === 'decideReplacement' && c.dueOn !== null ? { decideBy: c.dueOn } : {}),
    ground: replacementGroundText[replacement.ground].zh,
    facts: replacement.facts,
    outcome,
    approval: { text: opinion, by: decidedBy, on: tx.today },
  }),
  replacementNotice: (_tx, c, { replacement, former, replaceBy }) => ({
    handlingUnit: former.agencyName,
    recipientName: c.recipientName,
    cause: causeOf(c),
    formerHandler: printedHandler(former),
    reason: replacementGroundText[replacement.ground].zh,
    replaceBy,
  }),
  terminationDecision: (_tx, c, { decision }) => ({
    recipientName: c.recipientName,
    cause: causeOf(c),
    grantedOn: c.grantedOn,
    ground: decision.ground,
    facts: decision.facts,
    ...(c.handlerUnit === null ? {} : { handlingUnit: c.handlerUnit }),
    ...(c.criminal?.handlingOrgan === undefined ? {} : { handlingOrgan: c.criminal.handlingOrgan }),
    objection,
  }),
  resumptionDecision: async (tx, c, { termination, way, note }) => ({
    recipientName: c.recipientName,
    cause: causeOf(c),
    ...withNumber('terminationNumber', await numberOfPaper(tx, c, 'terminationDecision')),
    terminatedOn: termination.terminatedOn,
    ground: revocationText[termination.revokedFor ?? 'ownMotion'].zh,
    ...(termination.reason === null ? {} : { reason: termination.reason }),
    goesOn: goesOnAs[way],
    ...(c.handlerName === null ? {} : { handler: { name: c.handlerName, unit: c.handlerUnit ?? '' } }),
    ...(note === undefined ? {} : { note }),
    ...(c.criminal?.handlingOrgan === undefined ? {} : { handlingOrgan: c.criminal.handlingOrgan }),
  }),
  courtFeeReliefLetter: async (tx, c, { court, grounds }) => ({
    court,
    recipientName: c.recipientName,
    cause: causeOf(c),
    grantedOn: c.grantedOn,
    ...withNumber('grantNumber', await numberOfPaper(tx, c, 'grantDecision')),
    ...(c.handlerName === null ? {} : { handler: { name: c.handlerName, unit: c.handlerUnit ?? '' } }),
    grounds: grounds.map((ground) => {
      const { zh, relief, citation } = feeGrounds[ground];
      return { text: zh, relief, citation: `《诉讼费用交纳办法》${citation}` };
    }),
  }),
  judicialReliefReferral: async (tx, c, { organ, ground, consentOn, words }) => ({
    organ,
    recipientName: c.recipientName,
    cause: causeOf(c),
    grantedOn: c.grantedOn,
    ...withNumber('grantNumber', await numberOfPaper(tx, c, 'grantDecision')),
    ground: reliefGrounds[ground].zh,
    facts: words,
    consentOn,
  }),
  archiveCatalogue: (tx, c, { file, designation, acceptedBy, archiveNumber, retention }) => ({
    recipientName: c.recipientName,
    cause: causeOf(c),
    handler: printedHandler(designation),
    ...(c.closedOn === null ? {} : { closedOn: c.closedOn }),
    archivedOn: tx.today,
    archiveNumber,
    retention,
    pieces: paged(file),
    filedBy: designation.handlerName,
    checkedBy: acceptedBy,
  }),
  progressReport: (_tx, c, { designation, notes }) => ({
    recipientName: c.recipientName,
    cause: causeOf(c),
    ...(c.stage === null ? {} : { stage: c.stage }),
    handler: printedHandler(designation),
    entries: notes.map((note) => ({
      on: note.happenedOn,
      kind: progressKindText[note.kind],
      text: note.text,
      ...(note.visibleToCitizen ? { informedBy: '进度页' } : {}),
    })),
  }),
};

const goesOnAs = {
  resumeHandling: 'sameHandler',
  resumeSigning: 'sameHandler',
  resumeByDesignation: 'anotherHandler',
} as const satisfies Record<Resumption, string>;

/** The number of the latest paper of a form in this matter, for a paper that refers to it. */
async function numberOfPaper(tx: Tx, c: AidCase, formKey: string): Promise<string | null> {
  const papers = await documentsOfMatter(tx, c.tenant, c.matterId);
  return papers.findLast((paper) => paper.formKey === formKey)?.number ?? null;
}

const withNumber = <K extends string>(key: K, number: string | null): Partial<Record<K, string>> =>
  number === null ? {} : ({ [key]: number } as Record<K, string>);

/** A box that waits for a hand. */
const unsigned = {};

/** 案由 as printed: the cause, or the class with its stage for a criminal case. */
export function causeOf(c: Pick<AidCase, 'class' | 'cause' | 'stage' | 'criminal'>): string {
  if (c.cause !== null) return causeLabels[c.cause].zh;
  if (c.criminal?.charge !== undefined) return `涉嫌${c.criminal.charge}`;
  const stage = c.stage === null ? '' : `（${criminalStageLabels[c.stage].zh}）`;
  return `${matterClassLabels[c.class].zh}${stage}`;
}

function printedHandler(designation: Designation) {
  return { name: designation.handlerName, unit: designation.agencyName, kind: designation.handlerKind };
}

/** The recipient with what the paper's reader needs to find them; protected values stay masked. */
async function printedRecipient(tx: Tx, c: AidCase) {
  const [person] = await loadPersons(tx, c.tenant, [c.recipientId]);
  return {
    name: c.recipientName,
    ...(c.recipientSex === null ? {} : { sex: c.recipientSex }),
    ...(person?.ethnicity == null ? {} : { ethnicity: person.ethnicity }),
    ...(person?.phone == null ? {} : { phone: person.phone }),
  };
}

/** Pieces with their page numbers, counted through the file. */
function paged(file: CaseFile) {
  let next = 1;
  return file.pieces.map(({ name, on, pages }) => {
    const firstPage = next;
    next += pages;
    return { name, firstPage, lastPage: next - 1, ...(on === undefined ? {} : { on }) };
  });
}
