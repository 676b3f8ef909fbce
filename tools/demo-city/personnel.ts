import { addDays, type LocalDate } from '../../kernel/time/index.ts';
import type { NewAgency, NewHandler, Register, Speciality } from '../../modules/network/index.ts';
import { languagesOf } from './languages.ts';
import { ageOn, type People } from './people.ts';
import type { Random } from './random.ts';
import type { Tenant } from './tenants.ts';

/** 516 people who handle cases, as the article counts them. The split by kind and place is invented. */
export const handlerPlan: Readonly<Record<NewHandler['kind'], Readonly<Record<Tenant, number>>>> = {
  lawyer: { '530500': 62, '530502': 66, '530521': 14, '530523': 13, '530524': 19, '530581': 44 },
  basicLegalServiceWorker: { '530500': 0, '530502': 62, '530521': 32, '530523': 28, '530524': 38, '530581': 56 },
  centreStaff: { '530500': 14, '530502': 18, '530521': 12, '530523': 11, '530524': 12, '530581': 15 },
};

const specialityWeights: readonly (readonly [Speciality, number])[] = [
  ['labour', 22],
  ['family', 22],
  ['injury', 20],
  ['land', 10],
  ['socialSecurity', 8],
  ['administrative', 7],
  ['consumerAndProducts', 5],
  ['stateCompensation', 3],
];

export interface PersonnelPlan {
  readonly register: Register;
  readonly agencies: readonly NewAgency[];
  readonly people: People;
  readonly random: Random;
  readonly today: LocalDate;
}

/** The roster: lawyers at the firms, basic legal service workers at their offices, staff at the centres. */
export function planHandlers({ agencies, people, random, today }: PersonnelPlan): readonly NewHandler[] {
  const unitKind = {
    lawyer: 'lawFirm',
    basicLegalServiceWorker: 'basicLegalServiceOffice',
    centreStaff: 'centre',
  } as const;
  const handlers: NewHandler[] = [];
  let licences = 0;
  for (const [kind, byTenant] of Object.entries(handlerPlan) as [
    NewHandler['kind'],
    Readonly<Record<Tenant, number>>,
  ][]) {
    for (const [tenant, n] of Object.entries(byTenant) as [Tenant, number][]) {
      const units = agencies.filter((agency) => agency.tenant === tenant && agency.kind === unitKind[kind]);
      for (let i = 0; i < n; i++) {
        const unit = units[i % units.length];
        if (unit === undefined) throw new Error(`${tenant} has no ${unitKind[kind]}`);
        const code = `${tenant}-${{ lawyer: 'L', basicLegalServiceWorker: 'W', centreStaff: 'Z' }[kind]}${String(i + 1).padStart(3, '0')}`;
        licences += 1;
        handlers.push(
          handler(random.fork(code), {
            kind,
            tenant,
            code,
            unit,
            people,
            today,
            licence: licences,
            senior: kind === 'lawyer' && i < 3,
          }),
        );
      }
    }
  }
  return handlers;
}

interface HandlerDraft {
  readonly kind: NewHandler['kind'];
  readonly tenant: Tenant;
  readonly code: string;
  readonly unit: NewAgency;
  readonly people: People;
  readonly today: LocalDate;
  readonly licence: number;
  /** The first lawyers of every place have practised long and are trained for minors, so that nobody goes undefended. */
  readonly senior: boolean;
}

function handler(
  random: Random,
  { kind, tenant, code, unit, people, today, licence, senior }: HandlerDraft,
): NewHandler {
  const person = people.draw(random, { age: senior ? [38, 60] : [26, 62], on: today });
  const practised = senior ? random.int(8, 20) : random.int(1, Math.min(30, ageOn(person, today) - 24));
  const licensedFrom = addDays(today, -365 * practised - random.int(0, 300));
  const licensed = kind !== 'centreStaff' || random.chance(0.4);
  const defends =
    kind === 'lawyer' ? senior || random.chance(0.72) : licensed && kind === 'centreStaff' && random.chance(0.4);
  const criminalDefenceSince = defends
    ? addDays(licensedFrom, Math.min(365 * random.int(0, 4), 365 * practised))
    : null;
  const trainedForMinors = defends && (senior || random.chance(0.35));
  const specialities = pickSpecialities(random, random.int(1, 3));
  return {
    tenant,
    code,
    kind,
    name: person.name,
    sex: person.sex,
    // Real licence numbers begin with 1 or 3; a leading 0 belongs to nobody.
    licenceNumber: licensed ? `0${tenant}${licensedFrom.slice(0, 4)}${String(licence).padStart(6, '0')}` : null,
    licensedFrom: licensed ? licensedFrom : null,
    criminalDefenceSince,
    trainedForMinors,
    specialities: [
      ...(defends ? (['criminalDefence'] as const) : []),
      ...(trainedForMinors ? (['minors'] as const) : []),
      ...specialities,
    ],
    languages: languagesOf(person, random),
    paidByTreasury: kind === 'centreStaff',
    agency: unit.code,
    baseRegion: unit.region,
    phone: person.phone,
    joinedOn: latest(licensedFrom, addDays(today, -365 * random.int(1, 12))),
    accountId: null,
    demonstration: true,
  };
}

function pickSpecialities(random: Random, n: number): Speciality[] {
  const chosen = new Set<Speciality>();
  while (chosen.size < n) chosen.add(random.weighted(specialityWeights));
  return [...chosen];
}

const latest = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
