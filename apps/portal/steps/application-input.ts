import type { ApplicationInput, Door } from '../../../modules/applications/index.ts';
import { languageNamed } from '../../../modules/network/index.ts';
import { checkIdentityDocument } from '../../../modules/people/index.ts';
import type { Cause, Facts, Group } from '../../../modules/policy/index.ts';
import { plainText } from '../components/field.tsx';
import { wordsOf } from '../locales/locale.ts';
import {
  birthDateIn,
  documentIn,
  documentTellsBirth,
  homeRegion,
  isMinor,
  isOlder,
  matterClass,
  matterRegion,
} from './derived.ts';
import type { Option } from './field.ts';
import { elsewhere, type relations } from './fields-person.ts';
import { isGuarded } from './notes.ts';
import { fields, type Values } from './values.ts';

// The answers of the journey as an application, and as the facts that the law turns on.

export interface InputContext {
  readonly today: string;
  /** Code of the city: where everything lies outside it, its own centre answers. */
  readonly city: string;
  readonly demonstration: boolean;
  /** Whether household and income were asked. */
  readonly meansAsked: boolean;
}

const applyingAs: Readonly<Record<(typeof relations)[number], ApplicationInput['applyingAs']>> = {
  guardian: 'legalRepresentative',
  closeRelative: 'closeRelative',
  authorisedAgent: 'agent',
  liaison: 'agent',
};

/** The application, out of answers that are all sound. Materials are added by whoever holds the files. */
export function applicationFrom(values: Values, door: Door, context: InputContext): ApplicationInput {
  const { demonstration } = context;
  const document = documentIn(values);
  const region = homeRegion(values);
  return {
    door,
    applyingAs: values.forWhom === 'other' ? applyingAs[values.agentRelation ?? 'authorisedAgent'] : 'self',
    recipient: {
      name: values.name ?? '',
      ...defined({
        document,
        ethnicity: values.ethnicity,
        phone: values.phone,
        address: values.address,
        region,
        ...(documentTellsBirth(values) ? {} : { birthDate: values.birthDate, sex: values.sex }),
      }),
      ...(isGuarded(values) ? { shielded: true } : {}),
      demonstration,
    },
    ...(values.forWhom === 'other' ? { agent: agentOf(values, demonstration) } : {}),
    ...circumstances(values, context),
    matter: matterOf(values, context),
    ...defined({ language: languageOf(values) }),
    ...(context.meansAsked ? { household: householdOf(values) } : {}),
    proof: context.meansAsked ? (values.proof ?? 'documents') : 'notNeeded',
    opponents: opponentsOf(values),
    materials: [],
    declaration: true,
    demonstration,
  };
}

/** The facts without household: enough to tell whether household and income could still change the outcome. Undefined while something they need is unanswered. */
export function factsWithoutMeans(values: Values, context: Omit<InputContext, 'meansAsked'>): Facts | undefined {
  const birthDate = birthDateIn(values);
  const { residence } = values;
  const region = matterRegion(values) ?? context.city;
  if (birthDate === undefined || residence === undefined || (values.cause === undefined && values.need !== 'criminal'))
    return undefined;
  const { groups, noFixedLivelihood, impairments } = circumstances(values, { ...context, meansAsked: false });
  const {
    class: kind,
    cause,
    limitationExpiresOn,
    needsPreservation,
    criminal,
  } = matterOf(values, { ...context, meansAsked: false });
  return {
    receivedOn: context.today,
    region,
    matter: { class: kind, ...defined({ cause, limitationExpiresOn, needsPreservation, criminal }) },
    applicant: { birthDate, residence, groups, ...defined({ noFixedLivelihood, impairments }) },
  } as Facts;
}

function circumstances(values: Values, { today }: InputContext) {
  const impairments = (['sight', 'hearing', 'speech', 'cannotFullyRecogniseActs'] as const).filter(
    (i) => values.help?.includes(i) ?? false,
  );
  return {
    residence: values.residence ?? 'rural',
    groups: groupsOf(values, today),
    ...defined({
      noFixedLivelihood: values.livelihood === 'no' ? true : undefined,
      impairments: impairments.length === 0 ? undefined : impairments,
    }),
  };
}

/** The language that the person needs: signs, or what they wrote for an interpreter. */
function languageOf({ help, spokenLanguage }: Values): ApplicationInput['language'] {
  if (help?.includes('signLanguage') === true) return 'signLanguage';
  return help?.includes('interpreter') === true ? languageNamed(spokenLanguage ?? '') : undefined;
}

/** Groups named by the person, and those that birth, sex and ethnicity tell. */
function groupsOf(values: Values, today: string): Group[] {
  const named = (values.groups ?? []).filter((group) => group !== 'none');
  const document = documentIn(values);
  const checked =
    document === undefined
      ? undefined
      : checkIdentityDocument(document.kind, document.number, { today, allowDemonstration: true });
  const sex = checked?.ok === true && 'sex' in checked ? checked.sex : values.sex;
  return [
    ...named,
    ...(isMinor(values, today) ? (['minor'] as const) : []),
    ...(isOlder(values, today) ? (['olderPerson'] as const) : []),
    ...(sex === 'female' ? (['woman'] as const) : []),
    ...(values.ethnicity === undefined || values.ethnicity === '汉族' || values.ethnicity === '其他'
      ? []
      : (['ethnicMinority'] as const)),
  ];
}

/** What was done to the victim of a crime, where one of the causes fits; an accused has no cause. */
function victimCause({ cause, criminalRole }: Values): Cause | undefined {
  return criminalRole === 'suspectOrDefendant' || cause === 'other' ? undefined : (cause as Cause | undefined);
}

function matterOf(values: Values, { city }: InputContext): ApplicationInput['matter'] {
  const region = matterRegion(values) ?? city;
  const kind = matterClass(values);
  const handled = values.organ !== undefined && values.organ !== 'none';
  const litigation = kind === 'criminal' || values.organ === 'court';
  return {
    class: kind,
    narrative: narrativeOf(values),
    proceeding: litigation ? 'litigation' : 'nonLitigation',
    occurrenceRegion: region,
    ...defined({
      cause: kind === 'criminal' ? victimCause(values) : (values.cause as Cause | undefined),
      organRegion: handled || kind === 'criminal' ? region : undefined,
      organName: values.organName,
      limitationExpiresOn: values.urgent?.includes('deadline') === true ? values.limitationExpiresOn : undefined,
      needsPreservation: values.urgent?.includes('preservation') === true ? true : undefined,
    }),
    ...(kind === 'criminal' && values.criminalStage !== undefined && values.criminalRole !== undefined
      ? {
          criminal: {
            stage: values.criminalStage,
            role: values.criminalRole,
            hasDefender: values.hasDefender === 'yes',
            ...(values.lifeOrDeath === 'yes'
              ? { lifeOrDeathPossible: true }
              : values.lifeOrDeath === 'no'
                ? { lifeOrDeathPossible: false }
                : {}),
          },
        }
      : {}),
  };
}

/** The story, and below it what the staff must know before they call: how to reach the person safely, what help is needed. In Chinese, for the staff. */
function narrativeOf(values: Values): string {
  const zh = wordsOf('zh');
  const labels = (options: readonly Option[], chosen: readonly string[]): string =>
    options
      .filter((o) => chosen.includes(o.value))
      .map((o) => plainText(zh, o.label))
      .join('、');
  const fixed = (name: 'contactWay' | 'help' | 'organ'): readonly Option[] => {
    const { options } = fields[name];
    return Array.isArray(options) ? options : [];
  };
  const help = (values.help ?? []).filter(
    (h) => h === 'largePrint' || h === 'signLanguage' || h === 'interpreter' || h === 'homeVisit',
  );
  const extra = [
    values.charge === undefined ? '' : `涉嫌罪名：${values.charge}`,
    values.organ === undefined || values.organ === 'none'
      ? ''
      : `正在处理的单位：${labels(fixed('organ'), [values.organ])}`,
    values.place === elsewhere ? '事情发生在本市以外' : '',
    values.contactWay === undefined || values.contactWay === 'anyTime'
      ? ''
      : `联系要求：${labels(fixed('contactWay'), [values.contactWay])}`,
    values.contactNote === undefined ? '' : `方便联系的时间：${values.contactNote}`,
    help.length === 0
      ? ''
      : `需要的便利：${labels(fixed('help'), help)}${values.spokenLanguage === undefined ? '' : `（${values.spokenLanguage}）`}`,
  ].filter((line) => line !== '');
  return [values.story ?? '', ...(extra.length === 0 ? [] : ['', ...extra])].join('\n');
}

function agentOf(values: Values, demonstration: boolean): NonNullable<ApplicationInput['agent']> {
  return {
    name: values.agentName ?? '',
    relation: wordsOf('zh').t(`o.relation.${values.agentRelation ?? 'authorisedAgent'}`),
    ...defined({
      phone: values.agentPhone,
      document:
        values.agentIdNumber === undefined
          ? undefined
          : { kind: 'residentCard' as const, number: values.agentIdNumber },
    }),
    demonstration,
  };
}

function householdOf(values: Values): NonNullable<ApplicationInput['household']> {
  return {
    members: values.householdMembers ?? 1,
    annualIncome: values.householdIncome ?? 0,
    applicantAnnualIncome: values.ownIncome ?? 0,
    opponentInHousehold: values.opponentInHousehold === 'yes',
  };
}

/** The other side, as many as were named. In a suspect's own case there is none. */
function opponentsOf(values: Values): ApplicationInput['opponents'] {
  return [
    {
      kind: values.opponentKind,
      name: values.opponentName,
      phone: values.opponentPhone,
      address: values.opponentAddress,
    },
    {
      kind: values.opponentKind2,
      name: values.opponentName2,
      phone: values.opponentPhone2,
      address: values.opponentAddress2,
    },
    {
      kind: values.opponentKind3,
      name: values.opponentName3,
      phone: values.opponentPhone3,
      address: values.opponentAddress3,
    },
  ].flatMap(({ name, phone, address }) => (name === undefined ? [] : [{ name, ...defined({ phone, address }) }]));
}

/** Without the keys whose value is undefined. */
function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
