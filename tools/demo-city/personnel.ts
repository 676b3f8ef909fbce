import { addDays, type LocalDate } from '../../kernel/time/index.ts';
import {
  ancestorsOf,
  type Language,
  type NewAgency,
  type NewExpert,
  type NewHandler,
  type NewLiaison,
  type Register,
  type Speciality,
} from '../../modules/network/index.ts';
import type { EthnicGroup } from './names.ts';
import type { Tenant } from './network.ts';
import type { DemoPerson, People } from './people.ts';
import type { Random } from './random.ts';
import { ethnicGroupsOf } from './settlement.ts';

/** 516 people who handle cases, as the article counts them. The split by kind and place is invented. */
export const handlerPlan: Readonly<Record<NewHandler['kind'], Readonly<Record<Tenant, number>>>> = {
  lawyer: { '530500': 62, '530502': 66, '530521': 14, '530523': 13, '530524': 19, '530581': 44 },
  basicLegalServiceWorker: { '530500': 0, '530502': 62, '530521': 32, '530523': 28, '530524': 38, '530581': 56 },
  centreStaff: { '530500': 14, '530502': 18, '530521': 12, '530523': 11, '530524': 12, '530581': 15 },
};

const languageOf: Readonly<Partial<Record<EthnicGroup, Language>>> = {
  彝族: 'yi',
  傣族: 'dai',
  白族: 'bai',
  傈僳族: 'lisu',
  苗族: 'miao',
  布朗族: 'blang',
  德昂族: 'deang',
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
        handlers.push(handler(random.fork(code), { kind, tenant, code, unit, people, today, licence: licences }));
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
}

function handler(random: Random, { kind, tenant, code, unit, people, today, licence }: HandlerDraft): NewHandler {
  const person = people.draw(random, { age: [26, 62], on: today });
  const practised = random.int(1, Math.min(30, age(person, today) - 24));
  const licensedFrom = addDays(today, -365 * practised - random.int(0, 300));
  const licensed = kind !== 'centreStaff' || random.chance(0.4);
  const defends = kind === 'lawyer' ? random.chance(0.72) : licensed && kind === 'centreStaff' && random.chance(0.4);
  const criminalDefenceSince = defends
    ? addDays(licensedFrom, Math.min(365 * random.int(0, 4), 365 * practised))
    : null;
  const trainedForMinors = defends && random.chance(0.35);
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
    languages: languages(person, random),
    paidByTreasury: kind === 'centreStaff',
    agency: unit.code,
    baseRegion: unit.region,
    phone: person.phone,
    joinedOn: latest(licensedFrom, addDays(today, -365 * random.int(1, 12))),
    accountId: null,
    demonstration: true,
  };
}

/** 13 members of the expert pool: the bureau's leaders and the firms' backbone, as the article has it. */
export function planExperts(
  handlers: readonly NewHandler[],
  { agencies, people, random, today }: PersonnelPlan,
): readonly NewExpert[] {
  const leaders = [
    ['分管副局长', '保山市司法局'],
    ['法律援助中心主任', '保山市法律援助中心'],
  ] as const;
  const senior = handlers
    .filter(
      ({ kind, licensedFrom }) =>
        kind === 'lawyer' && licensedFrom !== null && licensedFrom <= addDays(today, -365 * 8),
    )
    .filter(({ tenant }) => tenant === '530500');
  const chosen = random.sample(senior, 13 - leaders.length);
  const common = { tenant: '530500', appointedOn: '2017-03-01', demonstration: true };
  const code = (index: number): string => `530500-X${String(index + 1).padStart(2, '0')}`;
  return [
    ...leaders.map(([title, organisation], index): NewExpert => {
      const { name } = people.draw(random, { age: [42, 56], on: today });
      return {
        ...common,
        code: code(index),
        name,
        title,
        organisation,
        fields: ['administrative', 'family'],
        handler: null,
      };
    }),
    ...chosen.map(
      (lawyer, index): NewExpert => ({
        ...common,
        code: code(index + leaders.length),
        name: lawyer.name,
        title: '律师',
        organisation: agencies.find(({ code: unit }) => unit === lawyer.agency)?.name ?? lawyer.agency,
        fields: lawyer.specialities.length === 0 ? ['labour'] : lawyer.specialities,
        handler: lawyer.code,
      }),
    ),
  ];
}

/** One liaison for every village. */
export function planLiaisons({ register, agencies, people, random, today }: PersonnelPlan): readonly NewLiaison[] {
  return agencies
    .filter((agency) => agency.kind === 'villagePoint')
    .map((point): NewLiaison => {
      const draw = random.fork(point.code);
      const township = ancestorsOf(register, point.region)[0]?.name ?? '';
      const person = people.draw(draw, {
        age: [23, 60],
        on: today,
        ethnicGroup: draw.weighted(ethnicGroupsOf(township)),
      });
      return {
        tenant: point.tenant,
        code: point.code.replace('-V-', '-N-'),
        name: person.name,
        sex: person.sex,
        region: point.region,
        agency: point.code,
        phone: person.phone,
        languages: languages(person, draw),
        appointedOn: `${draw.int(2014, 2025)}-0${draw.int(1, 9)}-01`,
        accountId: null,
        demonstration: true,
      };
    });
}

function pickSpecialities(random: Random, n: number): Speciality[] {
  const chosen = new Set<Speciality>();
  while (chosen.size < n) chosen.add(random.weighted(specialityWeights));
  return [...chosen];
}

function languages({ ethnicGroup }: DemoPerson, random: Random): Language[] {
  const own = languageOf[ethnicGroup];
  return [
    'mandarin',
    'baoshanDialect',
    ...(own !== undefined && random.chance(0.8) ? [own] : []),
    ...(random.chance(0.01) ? (['signLanguage'] as const) : []),
  ];
}

const age = ({ birthDate }: DemoPerson, on: LocalDate): number =>
  Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
const latest = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
