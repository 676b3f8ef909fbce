import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Visitor, visit } from '../../apps/portal/http-visitor.ts';
import { binderyOf } from '../../apps/server/archive.ts';
import { buildServer } from '../../apps/server/http.ts';
import { dueToday, jobHandlers } from '../../apps/server/worker.ts';
import { verifyAudit } from '../../kernel/audit/index.ts';
import { wholeCountry } from '../../kernel/db/index.ts';
import type { FileStore } from '../../kernel/files/index.ts';
import { silentLog } from '../../kernel/log/index.ts';
import { workOutbox } from '../../kernel/outbox/index.ts';
import type { World } from '../../kernel/testing/engines.ts';
import { runUseCase, systemActor, type Tx } from '../../kernel/use-case/index.ts';
import { displayApplicationNumber } from '../../modules/applications/index.ts';
import { bindHere } from '../../modules/archive/binding/bind-here.ts';
import { bindNext } from '../../modules/archive/index.ts';
import { demonstrationIdentityNumber } from '../../modules/people/index.ts';
import { verifyStatistics } from '../../modules/statistics/index.ts';
import { type Desk, deskOf } from '../walk/desk.ts';
import { houseOver } from '../walk/house.ts';
import { competent, foundSmallCity, type SmallCity, type StaffName } from '../walk/small-city.ts';

export interface Moved {
  readonly version: number;
}
export interface Submitted extends Moved {
  readonly tenant: string;
  readonly applicationId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly decideBy: { readonly on: string; readonly citation: string };
}
export interface Paper {
  readonly documentId: string;
  readonly formKey: string;
  readonly number: string | null;
}
export interface ApplicationPage {
  readonly application: Moved & {
    readonly state: string;
    readonly dueOn: string | null;
    readonly dueStep: string | null;
    readonly caseId: string | null;
    readonly refusedOn: string | null;
    readonly grantedOn: string | null;
    readonly [more: string]: unknown;
  };
  readonly allowedActions: readonly string[];
  readonly documents: readonly Paper[];
  readonly deadlines: readonly {
    readonly step: string;
    readonly dueOn: string;
    readonly dueAt: string;
    readonly state: string;
    readonly promise: boolean;
  }[];
  readonly story: readonly { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> }[];
  readonly suggestedGrounds: readonly { readonly text: string; readonly citation: string }[];
  readonly [more: string]: unknown;
}

/** Two counties at work over HTTP, on a clock that the test sets. */
export interface Office {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly city: SmallCity;
  readonly staff: Readonly<Record<StaffName, Desk>>;
  /** Ten in the morning of that day, in Shanghai, or the minute that is named: `09:59`. */
  on(day: string, minute?: string): void;
  visitor(): Visitor;
  lookUp(submitted: Submitted): Promise<Visitor>;
  readonly files: FileStore;
  /** The binder binds one file that waits, in this thread. */
  bind(): Promise<boolean>;
  /** The worker sends what waits in the outbox. */
  work(): Promise<void>;
  /** The worker does what falls due with a new day. */
  newDay(): Promise<void>;
  direct<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Cells in which the counters and a recount from the records disagree. */
  differences(): Promise<readonly object[]>;
  /** Links of the matters' chains that do not hold. */
  brokenLinks(): Promise<readonly object[]>;
  close(): Promise<void>;
}

export async function openOffice(world: World): Promise<Office> {
  const house = houseOver(world, { FAYUAN_DEMO: '1' });
  const city = await foundSmallCity(house.runner);
  const app = await buildServer(house);
  const staff = Object.fromEntries(
    Object.entries(city.staff).map(([name, userName]) => [name, deskOf(app, userName)]),
  ) as Office['staff'];
  let telephones = 0;
  const visitor = (): Visitor => visit(app, `198.51.100.${++telephones}`);
  const direct = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    runUseCase(house.runner, systemActor, work, { scope: wholeCountry });
  return {
    world,
    app,
    city,
    staff,
    on: (day, minute = '10:00') => world.clock.set(new Date(`${day}T${minute}:00.000+08:00`).toISOString()),
    visitor,
    lookUp: async ({ number, queryCode }) => {
      const citizen = visitor();
      await citizen.get('/progress');
      await citizen.submit('/progress', { number: displayApplicationNumber(number), code: queryCode });
      return citizen;
    },
    work: async () => {
      while ((await workOutbox(house.runner, jobHandlers(house), silentLog)) > 0);
    },
    newDay: async () => void (await dueToday(house)),
    files: house.files,
    bind: () =>
      bindNext({ ...binderyOf(house), bind: (order) => bindHere(order, join(house.config.dataFolder, 'files')) }),
    direct,
    differences: async () => (await direct((tx) => verifyStatistics(tx))).differences,
    brokenLinks: async () => (await verifyAudit(house.database, house.runner.seal)).faults,
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

let people = 0;
/** An invented person of their own for each application. */
export function someone(birthDate = '1979-08-01', sex: 'female' | 'male' = 'male') {
  people += 1;
  return {
    name: `赵有余${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`,
    sex,
    document: { kind: 'residentCard' as const, number: demonstrationIdentityNumber(birthDate, people * 2 + 1, sex) },
    region: '530521102',
  };
}

/** A claim for maintenance at the competent centre: poor enough for aid, or with an income above the line. */
export function maintenance(poor: boolean, change: Readonly<Record<string, unknown>> = {}) {
  return {
    door: 'window',
    applyingAs: 'self',
    recipient: someone(),
    residence: 'rural',
    groups: [],
    household: poor
      ? { members: 4, annualIncome: 2_000_000, applicantAnnualIncome: 1_000_000 }
      : { members: 2, annualIncome: 40_000_000, applicantAnnualIncome: 30_000_000 },
    proof: 'documents',
    opponents: [],
    materials: [],
    declaration: true,
    matter: {
      class: 'civil',
      cause: 'maintenance',
      narrative: '想请求给付扶养费。',
      proceeding: 'litigation',
      occurrenceRegion: '530521102',
      organRegion: competent,
    },
    ...change,
  };
}

/** One application on its way: knows its version, so that a test says only who does what. */
export interface Matter {
  readonly submitted: Submitted;
  readonly url: string;
  version: number;
  move<T extends Moved>(who: Desk, step: string, body?: object): Promise<T>;
  page(who: Desk): Promise<ApplicationPage>;
}

export async function begin(office: Office, body: object, who: Desk = office.staff.clerk): Promise<Matter> {
  const submitted = await who.post<Submitted>('/api/applications', body);
  const url = `/api/applications/${submitted.tenant}/${submitted.applicationId}`;
  const matter: Matter = {
    submitted,
    url,
    version: submitted.version,
    move: async <T extends Moved>(desk: Desk, step: string, more: object = {}) => {
      const moved = await desk.post<T>(`${url}/${step}`, { version: matter.version, ...more });
      matter.version = moved.version;
      return moved;
    },
    page: (desk) => desk.get<ApplicationPage>(url),
  };
  return matter;
}

/** Refused for its income, in writing, by two hands. */
export async function refused(office: Office): Promise<Matter> {
  const { clerk, reviewer, approver } = office.staff;
  const matter = await begin(office, maintenance(false));
  await matter.move(clerk, 'acknowledge');
  const { suggestedGrounds } = await matter.page(reviewer);
  await matter.move(reviewer, 'propose', { outcome: 'refuse', grounds: suggestedGrounds });
  await matter.move(approver, 'refuse');
  return matter;
}
