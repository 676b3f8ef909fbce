import {
  type ApplicationPage,
  type Matter,
  type Moved,
  maintenance,
  type Office,
  type Paper,
} from '../applications/office.ts';
import type { Desk } from '../walk/desk.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent, type HandlerCode } from '../walk/small-city.ts';

/** What happened to somebody, from their first word on, told through what the offices and the people see over HTTP. */
export interface Story {
  readonly title: string;
  tell(office: Office): Promise<void>;
}

export interface CasePage {
  readonly case: Moved & {
    readonly state: string;
    readonly agreementOn: string | null;
    readonly dueOn: string | null;
    readonly dueStep: string | null;
    readonly handlerName: string | null;
    readonly [more: string]: unknown;
  };
  readonly deadlines: ApplicationPage['deadlines'];
  readonly documents: readonly Paper[];
  readonly stages: readonly { readonly id: string }[];
  readonly catalogue: {
    readonly pieces: readonly {
      readonly key: string;
      readonly name: { readonly zh: string };
      readonly required: boolean;
    }[];
  };
  readonly subsidy: { readonly subsidyId: string } | null;
  readonly allowedActions: readonly string[];
  readonly [more: string]: unknown;
}

/** A case on its way: knows its version, so that a story says only who does what. */
export interface Handling {
  readonly id: string;
  readonly url: string;
  move<T extends Moved>(who: Desk, step: string, body?: object): Promise<T>;
  refusal(who: Desk, step: string, body?: object): ReturnType<Desk['refusal']>;
  page(who: Desk): Promise<CasePage>;
}

export function handling(office: Office, caseId: string): Handling {
  const url = `/api/cases/${competent}/${caseId}`;
  const version = async (): Promise<number> => (await office.staff.manager.get<CasePage>(url)).case.version;
  return {
    id: caseId,
    url,
    move: async (who, step, body = {}) => who.post(`${url}/${step}`, { version: await version(), ...body }),
    refusal: async (who, step, body = {}) =>
      who.refusal('POST', `${url}/${step}`, { version: await version(), ...body }),
    page: (who) => who.get<CasePage>(url),
  };
}

/** Acknowledged, proposed and granted, by three hands. */
export async function grant(office: Office, matter: Matter): Promise<Handling> {
  const { clerk, onlyReviewer, approver } = office.staff;
  await matter.move(clerk, 'acknowledge');
  await matter.move(onlyReviewer, 'propose', { outcome: 'grant' });
  const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'grant');
  return handling(office, caseId);
}

/** Pay that a migrant worker was not given. */
export function unpaid(change: Readonly<Record<string, unknown>> = {}) {
  const base = maintenance(true);
  return {
    ...base,
    groups: ['migrantWorker'],
    proof: 'notNeeded',
    household: undefined,
    matter: { ...base.matter, cause: 'labourPay', narrative: '在施甸的工地做钢筋工，欠工资 24,660 元。' },
    opponents: [{ name: '某建筑劳务公司' }],
    ...change,
  };
}

interface Candidates {
  readonly candidates: readonly { readonly handlerId: string; readonly lines: readonly { readonly part: string }[] }[];
  readonly barred: readonly { readonly handlerId: string; readonly reasons: readonly { readonly code: string }[] }[];
}

/** Who may act in the case and who may not, as the designator sees them. */
export async function candidatesFor(office: Office, aid: Handling) {
  const { candidates, barred } = await office.staff.designator.get<Candidates>(`${aid.url}/candidates`);
  const { handlers } = office.city;
  return {
    first: candidates[0]?.handlerId,
    /** What speaks for a candidate. */
    partsOf: (code: HandlerCode) =>
      candidates.find(({ handlerId }) => handlerId === handlers[code])?.lines.map(({ part }) => part) ?? [],
    /** Why somebody may not act; empty for whoever may. */
    barsOf: (code: HandlerCode) =>
      barred.find(({ handlerId }) => handlerId === handlers[code])?.reasons.map((reason) => reason.code) ?? [],
  };
}

/** Whoever is first on the list is designated and takes the case on. @returns their desk */
export async function designateFirst(office: Office, aid: Handling): Promise<Desk> {
  const { designator, lawyer, otherLawyer } = office.staff;
  const { first } = await candidatesFor(office, aid);
  const who = first === office.city.handlers.L1 ? lawyer : otherLawyer;
  await aid.move(designator, 'designate', { handlerId: first });
  await aid.move(who, 'accept');
  return who;
}

/** A certain lawyer is designated, for a reason, and takes the case on. @returns their desk */
export async function designateTo(office: Office, aid: Handling, code: 'L1' | 'L2', reason: string): Promise<Desk> {
  const { designator, lawyer, otherLawyer } = office.staff;
  const who = code === 'L1' ? lawyer : otherLawyer;
  await aid.move(designator, 'designate', { handlerId: office.city.handlers[code], reason });
  await aid.move(who, 'accept');
  return who;
}

/** 通知辩护: what a court writes, as the desk enters it; a case of its own begins. */
export async function notified(office: Office, change: Readonly<Record<string, unknown>>): Promise<Handling> {
  const { caseId } = await office.staff.clerk.post<{ caseId: string }>(`/api/notices/${competent}`, {
    organ: 'court',
    organName: '施甸县人民法院',
    officer: '李法官',
    officerContact: '0875-2222222',
    ground: 'discretionary',
    stage: 'firstInstance',
    charge: '盗窃罪',
    ...change,
  });
  return handling(office, caseId);
}

/** The lawyer defends without an agreement: the organ notified. */
export const defend = (aid: Handling, lawyer: Desk, organ: string) =>
  aid.move(lawyer, 'record-agreement', { withoutAgreement: `${organ}通知辩护，当事人在押` });

/** The whole file that the catalogue of this case asks for. */
export async function wholeFile(aid: Handling, lawyer: Desk) {
  const { catalogue } = await aid.page(lawyer);
  return catalogue.pieces.filter(({ required }) => required).map(({ key, name }) => ({ key, name: name.zh, pages: 2 }));
}

/** Handed in, looked through by another hand, and archived. */
export async function archive(office: Office, aid: Handling, lawyer: Desk): Promise<void> {
  await aid.move(lawyer, 'submit-file', { pieces: await wholeFile(aid, lawyer) });
  await aid.move(office.staff.onlyReviewer, 'accept-file');
}

interface Subsidy {
  readonly subsidy: Moved & {
    readonly state: string;
    readonly amount: number | null;
    readonly offer: { readonly band: { readonly min: number } };
  };
}

/** The subsidy proposed at the foot of its band, approved by another hand, and paid out of a fund. @returns what was paid, fen */
export async function paySubsidy(office: Office, aid: Handling, paidOn: string): Promise<number> {
  const { finance, manager } = office.staff;
  const { subsidy } = await aid.page(manager);
  const url = `/api/subsidies/${competent}/${subsidy?.subsidyId}`;
  const due = (await finance.get<Subsidy>(url)).subsidy;
  const amount = due.offer.band.min;
  const proposed = await finance.post<Moved>(`${url}/propose`, { version: due.version, amount, reason: '按标准下限' });
  await manager.post(`${url}/approve`, { version: proposed.version });
  const { fundId } = await finance.post<{ fundId: string }>('/api/funds', {
    tenant: competent,
    source: 'county',
    year: 2026,
    amount: 1_000_000,
    memo: '县级办案经费',
  });
  const batch = await finance.post<Moved & { batchId: string }>('/api/payment-batches', {
    tenant: competent,
    fundId,
    subsidyIds: [subsidy?.subsidyId],
  });
  await finance.post(`/api/payment-batches/${competent}/${batch.batchId}/pay`, {
    version: batch.version,
    paidOn,
    bankReference: `YS-${paidOn}`,
  });
  const paid = (await finance.get<Subsidy>(url)).subsidy;
  return paid.state === 'PAID' ? (paid.amount ?? 0) : 0;
}

/** The words of a paper of that form, as its Word document says them; the newest where there are several. */
export async function wordsOf(office: Office, papers: readonly Paper[], formKey: string): Promise<string> {
  const paper = papers.filter((one) => one.formKey === formKey).at(-1);
  if (paper === undefined) throw new Error(`no ${formKey} among ${papers.map((one) => one.formKey).join(', ')}`);
  const { bytes } = await office.staff.manager.file(`/api/documents/${competent}/${paper.documentId}/docx`);
  return docxWords(bytes);
}

/** The statutory limits that run, by step; the centre's own promises left out. */
export function running(deadlines: ApplicationPage['deadlines']): Readonly<Record<string, string>> {
  return Object.fromEntries(deadlines.filter(({ promise }) => !promise).map(({ step, dueOn }) => [step, dueOn]));
}
