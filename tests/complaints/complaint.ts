import { demonstrationPhone } from '../../modules/people/index.ts';
import type { Office } from '../applications/office.ts';
import type { Desk } from '../walk/desk.ts';
import { competent, type StaffName } from '../walk/small-city.ts';

export interface Registered {
  readonly tenant: string;
  readonly complaintId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly version: number;
  readonly acceptBy: { readonly on: string; readonly citation: string };
}

export interface Page {
  readonly complaint: Readonly<Record<string, unknown>> & { readonly state: string; readonly version: number };
  readonly complainant: { readonly name: string; readonly phone: string; readonly address: string } | null;
  readonly words: { readonly statement: string; readonly supplied: readonly { readonly text: string }[] };
  readonly findings: Readonly<Record<string, unknown>>;
  readonly documents: readonly { readonly documentId: string; readonly formKey: string; readonly number: string }[];
  readonly attachments: readonly { readonly id: string; readonly fileName: string }[];
  readonly deadlines: readonly { readonly step: string; readonly dueOn: string; readonly state: string }[];
  readonly beside: readonly { readonly id: string; readonly samePerson: boolean }[];
  readonly story: readonly { readonly kind: string; readonly actorName: string }[];
  readonly allowedActions: readonly string[];
}

export const complainant = { name: '阿木子·沙马', phone: demonstrationPhone(731), address: '石瓢村三组' };

/** What a person says at the counter. */
export function complaintAbout(change: Readonly<Record<string, unknown>> = {}) {
  return {
    tenant: competent,
    door: 'window',
    standing: 'recipient',
    complainant,
    grounds: ['noReport'],
    statement: '三个月没有告诉我案子到哪一步了。',
    against: { kind: 'centre' },
    ...change,
  };
}

/** One complaint on its way: knows its version, so that a test says only who does what. */
export interface Told {
  readonly registered: Registered;
  readonly url: string;
  version: number;
  move<T extends { readonly version: number }>(who: Desk, step: string, body?: object): Promise<T>;
  page(who?: Desk): Promise<Page>;
}

export async function complain(office: Office, change: object = {}, who: StaffName = 'clerk'): Promise<Told> {
  const registered = await office.staff[who].post<Registered>('/api/complaints', complaintAbout({ ...change }));
  const url = `/api/complaints/${registered.tenant}/${registered.complaintId}`;
  const told: Told = {
    registered,
    url,
    version: registered.version,
    move: async <T extends { readonly version: number }>(desk: Desk, step: string, more: object = {}) => {
      const moved = await desk.post<T>(`${url}/${step}`, { version: told.version, ...more });
      told.version = moved.version;
      return moved;
    },
    page: (desk = office.staff.bureau) => desk.get<Page>(url),
  };
  return told;
}

/** A complaint that came by the portal, found by its number and moved on at the version at which it stands. */
export async function complaintNumbered(office: Office, number: string): Promise<Told> {
  const { bureau } = office.staff;
  const { rows } = await bureau.get<{
    rows: readonly { readonly id: string; readonly number: string; readonly tenant: string }[];
  }>('/api/complaints?all=true&limit=100');
  const row = rows.find((one) => one.number === number);
  if (row === undefined) throw new Error(`no complaint ${number}`);
  const { tenant, id } = row;
  const url = `/api/complaints/${tenant}/${id}`;
  const page = (desk: Desk = bureau) => desk.get<Page>(url);
  const { version } = (await page()).complaint;
  return {
    registered: {
      tenant,
      complaintId: id,
      number,
      queryCode: '',
      version,
      acceptBy: { on: '', citation: '' },
    },
    url,
    version,
    move: async (desk, step, more = {}) =>
      desk.post(`${url}/${step}`, { version: (await page()).complaint.version, ...more }),
    page,
  };
}

const reasons = [{ text: '承办人三个月没有通报进展', citation: '《法律援助法》第五十五条' }];

/** The path of each move of the table, and a body that it can take. */
export const moves: Readonly<Record<string, readonly [path: string, body: object]>> = {
  requestInformation: ['request-information', { missing: ['案件编号'], dueOn: '2026-12-01' }],
  supplyInformation: ['supply-information', { text: '编号补来了' }],
  accept: ['accept', {}],
  declineToAccept: ['decline', { ground: 'notLegalAid', reason: '不是法律援助的事' }],
  passOn: ['pass-on', { toName: '昆明市司法局', reason: '不归本局管' }],
  merge: ['merge', { intoId: '0193a000-0000-7000-8000-000000000001', reason: '同一件事' }],
  withdraw: ['withdraw', {}],
  investigate: ['investigate', {}],
  entrust: ['entrust', { toName: '甸阳司法所', question: '请向承办人了解情况', dueOn: '2026-12-04' }],
  takeReturn: ['take-return', { report: '已经了解，属实。' }],
  tellFederation: ['tell-federation', { federations: ['womensFederation'], words: '有一件投诉涉及妇女权益' }],
  reportFindings: ['report', { findings: '查阅案卷，三个月没有通报记录。' }],
  decide: ['decide', { outcome: 'upheld', reasons, measures: ['critique'] }],
  sendBack: ['send-back', { reason: '请再问承办人' }],
  reply: ['reply', {}],
  recordService: ['record-service', { servedOn: '2026-11-24', method: 'direct' }],
  close: ['close', { followUp: '已经批评教育' }],
};

export async function make(office: Office, told: Told, event: string, who: StaffName = 'bureau'): Promise<void> {
  const [path, body] = moves[event] ?? ['', {}];
  await told.move(office.staff[who], path, body);
}

/** Every state, reached as the bureau reaches it; the second reviewer decides. */
export const ways: Readonly<Record<string, readonly (readonly [event: string, who?: StaffName])[]>> = {
  RECEIVED: [],
  AWAITING_INFORMATION: [['requestInformation']],
  ACCEPTED: [['accept']],
  ENTRUSTED: [['accept'], ['entrust']],
  INVESTIGATING: [['accept'], ['investigate']],
  REPORTED: [['accept'], ['investigate'], ['reportFindings']],
  DECIDED: [['accept'], ['investigate'], ['reportFindings'], ['decide', 'secondBureau']],
  REPLIED: [['accept'], ['investigate'], ['reportFindings'], ['decide', 'secondBureau'], ['reply']],
  SERVED: [['accept'], ['investigate'], ['reportFindings'], ['decide', 'secondBureau'], ['reply'], ['recordService']],
  CLOSED: [
    ['accept'],
    ['investigate'],
    ['reportFindings'],
    ['decide', 'secondBureau'],
    ['reply'],
    ['recordService'],
    ['close'],
  ],
  NOT_ACCEPTED: [['declineToAccept']],
  PASSED_ON: [['passOn']],
  WITHDRAWN: [['withdraw']],
};

export async function inState(office: Office, state: string): Promise<Told> {
  const told = await complain(office);
  for (const [event, who] of ways[state] ?? []) await make(office, told, event, who);
  return told;
}
