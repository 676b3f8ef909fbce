import { addDays, type LocalDate } from '../../kernel/time/index.ts';
import type { ApplicationInput } from '../../modules/applications/index.ts';
import { childrenOf, fullNameOf, type NewAgency, type Register, townshipOf } from '../../modules/network/index.ts';
import type { Facts } from '../../modules/policy/index.ts';
import { type Intake, organOf, pickDoor, pickIntake } from './doors.ts';
import { languageNeeded } from './languages.ts';
import { castHousehold, groupsOf } from './means.ts';
import { castAgent, castOther } from './parties.ts';
import { ageOn, type DemoPerson, type People } from './people.ts';
import type { Random } from './random.ts';
import { type Scene, taleOf } from './scenes/index.ts';
import { ethnicGroupsOf } from './settlement.ts';
import { tellingFor } from './telling.ts';
import type { Tenant } from './tenants.ts';

/** What casting a story needs from the city. */
export interface Stage {
  readonly register: Register;
  readonly agencies: readonly NewAgency[];
  readonly people: People;
}

/** A story's people and its application, before anything has happened. */
export interface Cast {
  readonly tenant: Tenant;
  readonly intake: Intake;
  readonly notifiedByOrgan: boolean;
  readonly application: Omit<ApplicationInput, 'intakeAgency' | 'consultationId'>;
  readonly facts: Facts;
  /** The largest amount the narrative names, fen: what can be recovered. */
  readonly stake: number;
}

const counties: readonly (readonly [Tenant, number])[] = [
  ['530502', 33],
  ['530581', 25],
  ['530524', 13],
  ['530521', 13],
  ['530523', 11],
];

/** Cast one scene: `rich` makes the household's income exceed any standard, for refusals that are right. */
export function castScene(stage: Stage, random: Random, scene: Scene, receivedOn: LocalDate, rich: boolean): Cast {
  const { register, people } = stage;
  const county = random.weighted(counties);
  const township = random.pick(childrenOf(register, county));
  const home = random.pick(childrenOf(register, township.code)).code;
  const urban = townshipOf(register, home)?.name.endsWith('街道') ?? false;
  const tale = taleOf(random.pick(scene.tell));
  const sex = tale.sex ?? scene.sex;
  const recipient = people.draw(random, {
    age: tale.age ?? scene.age,
    on: receivedOn,
    ethnicGroup: random.weighted(ethnicGroupsOf(township.name)),
    ...(sex === undefined ? {} : { sex }),
  });
  const agent = castAgent(people, random, tale, recipient, receivedOn);
  const other = castOther(people, random, {
    kind: scene.otherSide,
    tale,
    recipient,
    register,
    county,
    on: receivedOn,
  });
  const tenant = pickTenant(random, scene, county);
  const criminal = castCriminal(random, scene, receivedOn);
  const organ = organOf(register, random, scene, tenant, criminal?.stage);
  const { telling, amounts } = tellingFor({
    register,
    random,
    self: recipient,
    home,
    other: other?.name ?? '',
    on: receivedOn,
  });
  const narrative = tale.words(telling);
  const household = scene.means === 'tested' ? castHousehold(random, urban, rich) : undefined;
  const door = pickDoor(random, scene);
  const language = languageNeeded(recipient, receivedOn, scene.criminal?.impairments);
  const address = (): string => `${fullNameOf(register, home)}${random.int(1, 12)}组${random.int(1, 60)}号`;
  const shielded = scene.cause === 'domesticViolence' || scene.cause === 'abuseOrAbandonment';
  const application: Cast['application'] = {
    door,
    applyingAs: agent?.as ?? 'self',
    recipient: { ...personInput(recipient, home, address(), receivedOn), ...(shielded ? { shielded } : {}) },
    ...(agent === null
      ? {}
      : { agent: { ...personInput(agent.person, home, address(), receivedOn), relation: agent.relation } }),
    residence: urban ? 'urban' : 'rural',
    groups: groupsOf(random, scene, recipient, urban, receivedOn),
    ...(scene.noFixedLivelihood === true ? { noFixedLivelihood: true } : {}),
    ...(scene.criminal?.impairments === undefined ? {} : { impairments: [...scene.criminal.impairments] }),
    matter: {
      class: scene.class,
      ...(scene.cause === undefined ? {} : { cause: scene.cause }),
      narrative,
      proceeding: scene.proceeding,
      occurrenceRegion: tenant === county ? home : tenant,
      organRegion: organ.region,
      organName: organ.name,
      wanted: tale.wanted ?? random.pick(scene.wanted),
      ...(criminal === undefined ? {} : { criminal }),
      ...(scene.cause !== undefined && random.chance(0.06)
        ? { limitationExpiresOn: addDays(receivedOn, random.int(2, 25)) }
        : {}),
    },
    ...(language === undefined ? {} : { language }),
    ...(household === undefined ? {} : { household }),
    proof:
      scene.means === 'exempt'
        ? 'notNeeded'
        : scene.means === 'tested' && random.chance(0.65)
          ? 'commitment'
          : 'documents',
    opponents: other === null ? [] : [other],
    materials: [],
    declaration: true,
    demonstration: true,
  };
  return {
    tenant,
    intake: pickIntake(random, { ...stage, door, county, home, scene, tenant }),
    notifiedByOrgan: scene.criminal?.notified === true,
    application,
    facts: factsOf(application, tenant, receivedOn, scene.criminal?.notified === true),
    stake: (amounts.length === 0 ? random.int(40, 600) * 100 : Math.max(...amounts)) * 100,
  };
}

/** Most matters belong where the person lives; some where the court sits, some to the city's own centre. */
function pickTenant(random: Random, { criminal, way }: Scene, county: Tenant): Tenant {
  const elsewhere = random.chance(0.1) ? random.weighted(counties) : county;
  // Suits begin at the county's court; the city's own organs arbitrate and reconsider, and try the gravest crimes.
  const atCity = (way === 'arbitration' || way === 'administrative') && random.chance(0.15);
  const cityLevel = criminal?.lifeOrDeathPossible === true || atCity;
  return cityLevel ? '530500' : elsewhere;
}

function castCriminal(random: Random, { criminal }: Scene, receivedOn: LocalDate) {
  if (criminal === undefined) return undefined;
  const stage = random.pick(criminal.stages);
  const atCourt = stage === 'firstInstance' || stage === 'secondInstance';
  return {
    stage,
    role: criminal.role,
    hasDefender: false,
    ...(criminal.lifeOrDeathPossible === true ? { lifeOrDeathPossible: true } : {}),
    // The court's notice comes at least fifteen days before the hearing (SPC 2021 art. 49).
    ...(atCourt ? { hearingOn: addDays(receivedOn, random.int(18, 40)) } : {}),
  };
}

function personInput(person: DemoPerson, home: string, address: string, on: LocalDate): ApplicationInput['recipient'] {
  return {
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    ethnicity: person.ethnicGroup,
    document: { kind: ageOn(person, on) < 16 ? 'householdRegister' : 'residentCard', number: person.identityNumber },
    phone: person.phone,
    address,
    region: home,
    demonstration: true,
  };
}

const notifierAt: Readonly<Record<string, 'police' | 'procuratorate'>> = {
  investigation: 'police',
  prosecutionReview: 'procuratorate',
};

/** The facts the law is asked about, as the application states them, and whose notice it was. */
function factsOf(application: Cast['application'], tenant: Tenant, receivedOn: LocalDate, notified: boolean): Facts {
  const { matter, household, noFixedLivelihood, impairments, recipient, residence, groups } = application;
  const { criminal, cause, limitationExpiresOn } = matter;
  return {
    receivedOn,
    region: tenant,
    matter: {
      class: matter.class,
      ...(cause === undefined ? {} : { cause }),
      ...(limitationExpiresOn === undefined ? {} : { limitationExpiresOn }),
      ...(criminal === undefined
        ? {}
        : {
            criminal: {
              ...criminal,
              ...(notified ? { notifiedBy: notifierAt[criminal.stage] ?? ('court' as const) } : {}),
            },
          }),
    },
    applicant: {
      birthDate: recipient.birthDate ?? '',
      residence,
      groups: [...groups],
      ...(noFixedLivelihood === undefined ? {} : { noFixedLivelihood }),
      ...(impairments === undefined ? {} : { impairments }),
    },
    ...(household === undefined ? {} : { household }),
  };
}
