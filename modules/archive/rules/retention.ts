import type { LocalDate } from '../../../kernel/time/index.ts';

/** 保管期限: the three terms of 国家档案局令第8号. */
export const retentionTerms = ['permanent', 'thirtyYears', 'tenYears'] as const;
export type RetentionTerm = (typeof retentionTerms)[number];

export const termYears: Readonly<Record<RetentionTerm, number | null>> = {
  permanent: null,
  thirtyYears: 30,
  tenYears: 10,
};

export const termText: Readonly<Record<RetentionTerm, { readonly zh: string; readonly en: string }>> = {
  permanent: { zh: '永久', en: 'Permanent' },
  thirtyYears: { zh: '定期30年', en: '30 years' },
  tenYears: { zh: '定期10年', en: '10 years' },
};

/** What the schedule looks at. */
export interface FiledMatter {
  readonly class: string;
  readonly cause: string | null;
  readonly stage: string | null;
  readonly lifeOrDeathPossible: boolean;
  readonly recipientMinor: boolean;
  readonly groups: readonly string[];
}

/** One line of a schedule; the first whose conditions all hold decides. */
export interface RetentionRule {
  readonly key: string;
  readonly term: RetentionTerm;
  readonly zh: string;
  readonly en: string;
  readonly citation: string;
  readonly when: {
    readonly classes?: readonly string[];
    readonly causes?: readonly string[];
    readonly stages?: readonly string[];
    readonly lifeOrDeath?: true;
    readonly minor?: true;
    readonly groups?: readonly string[];
  };
}

/** 保管期限表: in force from a day on; a later one does not touch files archived before it. */
export interface RetentionSchedule {
  readonly key: string;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  /** False: nobody has confirmed that these are the bureau's own terms. Shown as 待核实 wherever a term is shown. */
  readonly verified: boolean;
  readonly rules: readonly RetentionRule[];
}

const lawyers = '律师业务档案保管期限表（司法部、国家档案局）';
const general = '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）';

/**
 * The Archives Law art. 21 leaves terms to the national archives office; no table of the ministry's for legal aid has been
 * read. The terms are those of 国家档案局令第8号, the kinds follow the table for lawyers' files, the nearest there is.
 */
export const retentionSchedules: readonly RetentionSchedule[] = [
  {
    key: 'retention-2003',
    effectiveFrom: '2003-09-01',
    source: `《档案法》第二十一条；${general}；${lawyers}`,
    verified: false,
    rules: [
      {
        key: 'lifeOrDeath',
        term: 'permanent',
        zh: '可能判处无期徒刑、死刑的案件和死刑复核案件',
        en: 'Life imprisonment or death possible, and death-penalty review',
        citation: `${lawyers}一（一）`,
        when: { lifeOrDeath: true },
      },
      {
        key: 'deathPenaltyReview',
        term: 'permanent',
        zh: '死刑复核案件',
        en: 'Death-penalty review',
        citation: `${lawyers}一（一）`,
        when: { stages: ['deathPenaltyReview'] },
      },
      {
        key: 'land',
        term: 'permanent',
        zh: '土地、山林等不动产权益纠纷',
        en: 'Rights in land and forest',
        citation: `${lawyers}二（一）`,
        when: { causes: ['landContract', 'forestRights', 'resettlement'] },
      },
      {
        key: 'foreign',
        term: 'thirtyYears',
        zh: '涉外案件',
        en: 'Matters of foreigners',
        citation: `${lawyers}一（二）`,
        when: { groups: ['foreigner'] },
      },
      {
        key: 'minor',
        term: 'thirtyYears',
        zh: '未成年人的案件',
        en: 'Matters of minors',
        citation: '本中心规定：成年以后仍能查到自己的案卷',
        when: { minor: true },
      },
      {
        key: 'criminal',
        term: 'thirtyYears',
        zh: '其他刑事案件',
        en: 'Other criminal cases',
        citation: `${lawyers}一（二）`,
        when: { classes: ['criminal'] },
      },
      {
        key: 'publicPower',
        term: 'thirtyYears',
        zh: '行政、国家赔偿案件',
        en: 'Administrative and state-compensation cases',
        citation: general,
        when: { classes: ['administrative', 'stateCompensation'] },
      },
      {
        key: 'ordinary',
        term: 'tenYears',
        zh: '其他案件',
        en: 'Everything else',
        citation: general,
        when: {},
      },
    ],
  },
];

/** The schedule in force on a day. Errors: a RangeError for a day before the first schedule. */
export function scheduleOn(day: LocalDate): RetentionSchedule {
  const found = retentionSchedules.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1);
  if (found === undefined) throw new RangeError(`no retention schedule on ${day}`);
  return found;
}

export interface Retention {
  readonly schedule: string;
  readonly rule: string;
  readonly term: RetentionTerm;
  readonly citation: string;
  readonly verified: boolean;
  /** The first day that counts: 1 January after the year of archiving. */
  readonly countsFrom: LocalDate;
  /** The first day on which the file may be destroyed; null for permanent ones. */
  readonly dueOn: LocalDate | null;
}

/** 定保管期限: the term of a file by the schedule in force when it is archived. */
export function retentionOf(matter: FiledMatter, archivedOn: LocalDate): Retention {
  const schedule = scheduleOn(archivedOn);
  const rule = schedule.rules.find(({ when }) => holds(when, matter));
  if (rule === undefined) throw new Error(`${schedule.key} has no rule for every matter`);
  const { term, citation } = rule;
  return {
    schedule: schedule.key,
    rule: rule.key,
    term,
    citation,
    verified: schedule.verified,
    ...countedFrom(archivedOn, term),
  };
}

/** A term is counted in whole years from the first of January after archiving. */
export function countedFrom(
  archivedOn: LocalDate,
  term: RetentionTerm,
): { readonly countsFrom: LocalDate; readonly dueOn: LocalDate | null } {
  const first = Number(archivedOn.slice(0, 4)) + 1;
  const years = termYears[term];
  return { countsFrom: `${first}-01-01`, dueOn: years === null ? null : `${first + years}-01-01` };
}

function holds(when: RetentionRule['when'], matter: FiledMatter): boolean {
  const among = (list: readonly string[] | undefined, value: string | null) =>
    list === undefined || (value !== null && list.includes(value));
  return (
    among(when.classes, matter.class) &&
    among(when.causes, matter.cause) &&
    among(when.stages, matter.stage) &&
    (when.lifeOrDeath === undefined || matter.lifeOrDeathPossible) &&
    (when.minor === undefined || matter.recipientMinor) &&
    (when.groups === undefined || when.groups.some((group) => matter.groups.includes(group)))
  );
}
