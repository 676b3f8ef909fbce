import { expect } from 'vitest';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { World } from '../../../kernel/testing/engines.ts';
import { type Actor, staffActor, systemActor } from '../../../kernel/use-case/index.ts';
import {
  importRegister,
  listHandlers,
  loadRegister,
  type NewAgency,
  type NewHandler,
  placeRegions,
  registerAgencies,
  registerHandlers,
} from '../../network/index.ts';
import { savePerson } from '../../people/index.ts';
import { catalogueFor } from '../rules/file-catalogue.ts';
import type { OpenCase, OpenedCase } from '../schema.ts';
import { openCase } from '../use-cases/open-case.ts';

/** A centre at work for tests: its staff, its firms, its handlers, and cases to give them. */
export const tenant = '530521';
const neighbour = '530581';

const agency = (code: string, kind: NewAgency['kind'], name: string): NewAgency => ({
  tenant,
  code,
  kind,
  host: null,
  name,
  shortName: name.slice(0, 12),
  reportsTo: null,
  region: '530521101',
  address: '施甸县甸阳镇示例路 1 号',
  phone: '0875-0000000',
  position: { kind: 'schematic', lon: 99.18, lat: 24.73 },
  barrierFree: true,
  streetLevel: true,
  services: kind === 'centre' ? ['consultation', 'acceptance'] : [],
  hours: { weekly: {}, onHolidays: 'closed', exceptions: [] },
  openedOn: '2015-03-01',
  demonstration: true,
});

let licence = 0;
export const handler = (code: string, change: Partial<NewHandler> = {}): NewHandler => {
  licence += 1;
  return {
    tenant,
    code,
    kind: 'lawyer',
    name: `承办人${code}`,
    sex: 'male',
    licenceNumber: `05305${String(licence).padStart(8, '0')}`,
    licensedFrom: '2015-06-01',
    criminalDefenceSince: '2016-01-01',
    trainedForMinors: true,
    specialities: ['labour'],
    languages: ['mandarin'],
    paidByTreasury: false,
    agency: 'F1',
    baseRegion: '530521101',
    phone: '0875-1111111',
    joinedOn: '2020-01-01',
    accountId: accountOf(code),
    demonstration: true,
    ...change,
  };
};

/** The account of the handler with this number on the roster. */
export function accountOf(code: string): string {
  const hex = Buffer.from(code.padEnd(6, '0').slice(0, 6)).toString('hex');
  return `00000000-0000-7000-8000-${hex.padStart(12, '0').slice(-12)}`;
}

const staffId = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const staff = (n: number, name: string, role: string, at = tenant): Actor =>
  staffActor(staffId(n), name, [{ role, tenant: at, subtree: false }], [tenant, neighbour]);

export const clerk = staff(1, '接待员', 'clerk');
export const reviewer = staff(2, '审查员', 'reviewer');
export const approver = staff(3, '审批人', 'approver');
export const designator = staff(4, '指派员', 'designator');
export const finance = staff(5, '财务', 'finance');
export const manager = staff(6, '主任', 'manager');
export const stranger = staff(7, '邻县指派员', 'designator', neighbour);
export const handlerActor = (code: string): Actor =>
  staffActor(accountOf(code), `承办人${code}`, [{ role: 'handler', tenant, subtree: false }], [tenant, neighbour]);

const register = loadRegister();

/** Set the office up with these handlers; returns their ids by number on the roster. */
export async function openOffice(world: World, handlers: readonly NewHandler[]): Promise<ReadonlyMap<string, string>> {
  return world.direct(async (tx) => {
    await importRegister(tx, systemActor, register);
    await placeRegions(tx, systemActor, register, [
      { code: '530521101', position: { kind: 'schematic', lon: 99.18, lat: 24.73 } },
      { code: '530521105', position: { kind: 'schematic', lon: 99.3, lat: 24.6 } },
    ]);
    await registerAgencies(tx, systemActor, register, [
      agency('B', 'justiceBureau', '施甸县司法局'),
      agency('C', 'centre', '施甸县法律援助中心'),
      agency('CT', 'courtStation', '施甸县人民法院法律援助工作站'),
      agency('F1', 'lawFirm', '云南示例律师事务所'),
      agency('F2', 'lawFirm', '保山样本律师事务所'),
      agency('O', 'basicLegalServiceOffice', '甸阳基层法律服务所'),
    ]);
    await registerHandlers(tx, systemActor, register, handlers);
    return new Map((await listHandlers(tx, { tenant })).map((h) => [h.code, h.id]));
  });
}

/** Somebody on file, by name alone. */
export async function onFile(world: World, name: string): Promise<string> {
  return world.as(approver, async (tx) => (await savePerson(tx, { tenant, name, demonstration: true })).personId);
}

let matters = 0;
/** A granted matter becomes a case. */
export async function grantedCase(
  world: World,
  change: Partial<OpenCase> = {},
): Promise<OpenedCase & { input: OpenCase }> {
  matters += 1;
  const name = `受援人${matters}`;
  const matterId = `00000000-0000-7000-9000-${String(matters).padStart(12, '0')}`;
  return world.as(approver, async (tx) => {
    const person = await savePerson(tx, { tenant, name, demonstration: true });
    const input: OpenCase = {
      tenant,
      matterId,
      applicationId: matterId,
      applicationNumber: `5305212611${String(matters).padStart(6, '0')}0`,
      class: 'civil',
      cause: 'labourPay',
      region: '530521101',
      recipient: { personId: person.personId, name, minor: false, groups: ['migrantWorker', 'farmer'] },
      opponents: [],
      grantedOn: tx.today,
      receivedOn: '2026-11-20',
      ruleSet: 'law-2021',
      urgent: false,
      aidForm: 'litigationRepresentation',
      demonstration: true,
      ...change,
    };
    return { ...(await openCase(tx, approver, input)), input };
  });
}

/** Every required piece of the catalogue of a suit, in paper. */
export function wholeFile() {
  return catalogueFor({ aidForm: 'litigationRepresentation', stage: null })
    .pieces.filter((p) => p.required)
    .map(({ key, name }) => ({ key, name: name.zh, pages: 2 }));
}

/** The code of the refusal, with the pointers and codes of its faults. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    const { code, faults } = error as Refusal;
    return [code, ...faults.map((f) => `${f.pointer} ${f.code}`)].join(' ');
  }
  return 'done';
}
