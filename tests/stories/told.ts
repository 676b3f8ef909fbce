import { type Matter, type Moved, maintenance, type Office, type Paper } from '../applications/office.ts';
import type { Desk } from '../walk/desk.ts';
import { competent } from '../walk/small-city.ts';

export interface CasePage {
  readonly case: Moved & { readonly state: string; readonly agreementOn: string | null };
  readonly documents: readonly Paper[];
  readonly [more: string]: unknown;
}

/** A case on its way: knows its version, so that a story says only who does what. */
export interface Handling {
  readonly url: string;
  move(who: Desk, step: string, body?: object): Promise<Moved>;
  page(who: Desk): Promise<CasePage>;
}

export function handling(office: Office, caseId: string): Handling {
  const url = `/api/cases/${competent}/${caseId}`;
  return {
    url,
    move: async (who, step, body = {}) => {
      const { version } = (await office.staff.manager.get<CasePage>(url)).case;
      return who.post<Moved>(`${url}/${step}`, { version, ...body });
    },
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

/** Whoever is first on the list is designated and takes the case on. @returns their desk */
export async function designateFirst(office: Office, aid: Handling): Promise<Desk> {
  const { designator, lawyer, otherLawyer } = office.staff;
  const { candidates } = await designator.get<{ candidates: readonly { handlerId: string }[] }>(
    `${aid.url}/candidates`,
  );
  const handlerId = candidates[0]?.handlerId;
  const who = handlerId === office.city.handlers.L1 ? lawyer : otherLawyer;
  await aid.move(designator, 'designate', { handlerId });
  await aid.move(who, 'accept');
  return who;
}
