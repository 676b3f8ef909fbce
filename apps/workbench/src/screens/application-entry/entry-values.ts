import type { ApplicationInput, SignedCommitment } from '../../api/application-input.ts';
import type { MaterialInput } from '../../api/applications.ts';
import type { PolicyFacts } from '../../api/assess.ts';
import type {
  ApplyingAs,
  Cause,
  CriminalRole,
  CriminalStage,
  Door,
  Group,
  Impairment,
  Language,
  MatterClass,
  Proof,
} from '../../api/codes.ts';
import type { ApplicationSeed } from '../../api/consultations.ts';
import { readResidentNumber } from '../../format/resident-number.ts';
import {
  carriesResidentNumber,
  type PersonValues,
  personFieldOf,
  personInputOf,
  personValuesOf,
} from '../../parts/person-values.ts';
import { type HouseholdValues, householdOf } from './household-fields.tsx';

/** The application as the window's form holds it: every field may still be empty. */
export interface EntryValues {
  readonly door: Door;
  readonly receivedOn?: string;
  readonly lateEntryReason?: string;
  readonly forwarding?: { readonly place?: string; readonly appliedAt?: string };
  readonly applyingAs: ApplyingAs;
  readonly guardianIsWrongdoer?: boolean;
  readonly recipient: PersonValues;
  readonly agent?: PersonValues & { readonly relation?: string };
  readonly residence: 'urban' | 'rural';
  readonly groups: readonly Group[];
  readonly noFixedLivelihood?: boolean;
  readonly impairments?: readonly Impairment[];
  readonly language?: Language;
  readonly matter: {
    readonly class: MatterClass;
    readonly cause?: Cause;
    readonly narrative?: string;
    readonly wanted?: string;
    readonly proceeding: 'litigation' | 'nonLitigation';
    readonly occurrenceRegion?: string;
    readonly organRegion?: string;
    readonly organName?: string;
    readonly limitationExpiresOn?: string;
    readonly needsPreservation?: boolean;
    readonly criminal?: {
      readonly stage?: CriminalStage;
      readonly role?: CriminalRole;
      readonly hasDefender?: boolean;
      readonly lifeOrDeathPossible?: boolean;
      readonly inAbsentia?: boolean;
      readonly hearingOn?: string;
    };
  };
  readonly household?: HouseholdValues;
  readonly proof: Proof;
  readonly commitment?: SignedCommitment;
  readonly opponents: readonly {
    readonly name?: string;
    readonly phone?: string;
    readonly unit?: string;
    readonly address?: string;
  }[];
  readonly materials: readonly MaterialInput[];
  readonly declaration?: boolean;
}

export const emptyEntry = (door: Door): EntryValues => ({
  door,
  applyingAs: 'self',
  recipient: { documentKind: 'residentCard' },
  residence: 'rural',
  groups: [],
  matter: { class: 'civil', proceeding: 'litigation', criminal: { hasDefender: false } },
  proof: 'commitment',
  commitment: { signed: 'signature', readAloud: false },
  opponents: [{}],
  materials: [],
});

/** 转为申请: what the consultation already knew stands in the form; nothing is typed twice. */
export function entryOfSeed(seed: ApplicationSeed): EntryValues {
  const empty = emptyEntry(seed.door);
  return {
    ...empty,
    recipient: seed.recipient === null ? empty.recipient : personValuesOf(seed.recipient),
    groups: seed.groups as readonly Group[],
    matter: {
      ...empty.matter,
      class: seed.matter.class as MatterClass,
      cause: seed.matter.cause as Cause,
      narrative: seed.matter.narrative,
      occurrenceRegion: seed.matter.occurrenceRegion,
    },
  };
}

/** Where the form stands in the person's own words: what a number tells is not asked again. */
export function birthDateOf(person: PersonValues): string | undefined {
  const told = carriesResidentNumber(person.documentKind) ? readResidentNumber(person.documentNumber ?? '') : undefined;
  const birthDate = told?.birthDate ?? person.birthDate;
  return birthDate === '' ? undefined : birthDate;
}

export interface Handed {
  readonly consultationId?: string | undefined;
  readonly intakeTenant?: string | undefined;
  readonly intakeAgency?: string | undefined;
}

/** The application as the server takes it: empty fields left out, parts that do not apply left out. */
export function applicationInputOf(values: EntryValues, handed: Handed): ApplicationInput {
  const { matter } = values;
  const criminal = matter.class === 'criminal' ? matter.criminal : undefined;
  const household =
    values.proof === 'notNeeded' || values.household === undefined ? undefined : householdOf(values.household);
  const agent = values.applyingAs === 'self' ? undefined : values.agent;
  const forwarding = values.door === 'custody' || values.door === 'dutyLawyer' ? forwardingOf(values) : undefined;
  return {
    door: values.door,
    ...kept({
      receivedOn: values.receivedOn,
      lateEntryReason: values.lateEntryReason,
      consultationId: handed.consultationId,
      intakeTenant: handed.intakeTenant,
      intakeAgency: handed.intakeAgency,
    }),
    ...(forwarding === undefined ? {} : { forwarding }),
    applyingAs: values.applyingAs,
    ...(values.guardianIsWrongdoer === true && values.applyingAs !== 'self' && values.applyingAs !== 'agent'
      ? { guardianIsWrongdoer: true }
      : {}),
    recipient: personInputOf(values.recipient),
    ...(agent === undefined ? {} : { agent: { ...personInputOf(agent), relation: agent.relation?.trim() ?? '' } }),
    residence: values.residence,
    groups: [...values.groups],
    ...(values.noFixedLivelihood === true ? { noFixedLivelihood: true } : {}),
    ...(values.impairments === undefined || values.impairments.length === 0
      ? {}
      : { impairments: [...values.impairments] }),
    matter: {
      class: matter.class,
      ...(matter.class === 'criminal' || matter.cause === undefined ? {} : { cause: matter.cause }),
      narrative: matter.narrative?.trim() ?? '',
      proceeding: matter.class === 'criminal' ? 'litigation' : matter.proceeding,
      occurrenceRegion: matter.occurrenceRegion ?? '',
      ...kept({
        organRegion: matter.organRegion,
        organName: matter.organName,
        wanted: matter.wanted,
        limitationExpiresOn: matter.limitationExpiresOn,
      }),
      ...(matter.needsPreservation === true ? { needsPreservation: true } : {}),
      ...(criminal === undefined ? {} : { criminal: criminalOf(criminal) }),
    },
    ...(values.language === undefined ? {} : { language: values.language }),
    ...(household === undefined ? {} : { household }),
    proof: values.proof,
    ...(values.proof === 'commitment' && values.commitment !== undefined ? { commitment: values.commitment } : {}),
    opponents: values.opponents.flatMap(({ name, ...rest }) =>
      name === undefined || name.trim() === '' ? [] : [{ name: name.trim(), ...kept(rest) }],
    ),
    materials: [...values.materials],
    declaration: true,
  };
}

/** What the live assessment needs, or undefined while it would only say that everything is missing. */
export function factsOf(values: EntryValues, today: string): PolicyFacts | undefined {
  const birthDate = birthDateOf(values.recipient);
  const place = values.matter.organRegion ?? values.matter.occurrenceRegion;
  const { matter } = values;
  const criminal = matter.class === 'criminal' ? matter.criminal : undefined;
  if (birthDate === undefined || place === undefined || place === '') return undefined;
  if (
    matter.class === 'criminal'
      ? criminal?.stage === undefined || criminal.role === undefined
      : matter.cause === undefined
  )
    return undefined;
  const household =
    values.proof === 'notNeeded' || values.household === undefined ? undefined : householdOf(values.household);
  return {
    receivedOn: values.receivedOn === undefined || values.receivedOn === '' ? today : values.receivedOn,
    region: place.slice(0, 6),
    matter: {
      class: matter.class,
      ...(matter.class === 'criminal' || matter.cause === undefined ? {} : { cause: matter.cause }),
      ...kept({ limitationExpiresOn: matter.limitationExpiresOn }),
      ...(matter.needsPreservation === true ? { needsPreservation: true } : {}),
      ...(criminal === undefined ? {} : { criminal: criminalOf(criminal) }),
    },
    applicant: {
      birthDate,
      residence: values.residence,
      groups: [...values.groups],
      ...(values.noFixedLivelihood === true ? { noFixedLivelihood: true } : {}),
      ...(values.impairments === undefined ? {} : { impairments: [...values.impairments] }),
    },
    ...(household === undefined ? {} : { household }),
  };
}

/** The field of the form to which a fault of the server's belongs. */
export function entryFieldOf(path: readonly (string | number)[]): (string | number)[] {
  return path[0] === 'recipient' || path[0] === 'agent' ? personFieldOf(path) : [...path];
}

/** Who forwarded it and when the person applied there, to the minute. */
function forwardingOf({ forwarding }: EntryValues): ApplicationInput['forwarding'] {
  return { place: forwarding?.place?.trim() ?? '', appliedAt: (forwarding?.appliedAt ?? '').trim().replace(' ', 'T') };
}

function criminalOf(criminal: NonNullable<EntryValues['matter']['criminal']>) {
  return {
    stage: criminal.stage ?? 'investigation',
    role: criminal.role ?? 'suspectOrDefendant',
    hasDefender: criminal.hasDefender === true,
    ...(criminal.lifeOrDeathPossible === true ? { lifeOrDeathPossible: true } : {}),
    ...(criminal.inAbsentia === true ? { inAbsentia: true } : {}),
    ...kept({ hearingOn: criminal.hearingOn }),
  } as const;
}

/** Only what was filled in. */
function kept<K extends string>(values: { readonly [N in K]?: string | undefined }): { readonly [N in K]?: string } {
  const entries = Object.entries<string | undefined>(values).flatMap(([key, text]) =>
    text === undefined || text.trim() === '' ? [] : [[key, text.trim()]],
  );
  return Object.fromEntries(entries) as { readonly [N in K]?: string };
}
