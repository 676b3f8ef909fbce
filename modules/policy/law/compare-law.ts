import { effectLabels, stepLabels, unitLabels } from '../labels.ts';
import { assess } from '../rules/assess.ts';
import { type Assessment, type Bilingual, type Facts, steps } from '../schema.ts';
import { compareMeans, compareTariff } from './compare-figures.ts';
import { compareRules } from './compare-rules.ts';
import { type DatedLaw, type Difference, difference, type Lens, type Said } from './difference.ts';
import { type ClockMatter, clockMatters } from './pack-schema.ts';
import type { RuleBook } from './rule-book.ts';

export const comparedParts = [
  'scope',
  'waiver',
  'means',
  'provisional',
  'duty',
  'clocks',
  'promises',
  'tariff',
] as const;

export interface ComparedPart {
  readonly part: (typeof comparedParts)[number];
  readonly label: Bilingual;
  readonly differences: readonly Difference[];
}

export interface Instrument {
  readonly key: string;
  readonly title: Bilingual;
  readonly verified: boolean;
}

export interface LawComparison {
  readonly before: Side;
  readonly after: Side;
  readonly parts: readonly ComparedPart[];
}

export interface Side {
  readonly on: string;
  readonly national: Instrument;
  readonly layers: readonly Instrument[];
  /** The answer to one plain case of the lens, when it names a cause: nothing said of income. */
  readonly specimen?: Pick<Assessment, 'outcome' | 'route' | 'reasons' | 'missing'> & { readonly facts: Facts };
}

/**
 * What differs between two days (两个日期的差别), in words and with the articles of each. Both days may lie in one body of law or in two.
 * Pure; undefined for a day before the first law.
 */
export function compareLaw(before: DatedLaw, after: DatedLaw, lens: Lens): LawComparison | undefined {
  const books = [before, after].map(({ law, on }) => law.bookFor(on, lens.region));
  const [a, b] = books;
  if (a === undefined || b === undefined) return undefined;
  return {
    before: sideOf(before, a, lens),
    after: sideOf(after, b, lens),
    parts: [
      { part: 'scope', label: effectLabels.scope, differences: compareRules(a, b, ['scope', 'bar'], lens) },
      {
        part: 'waiver',
        label: { zh: '免于经济审查', en: 'Without a look at means' },
        differences: compareRules(a, b, ['meansExempt', 'verificationWaived'], lens),
      },
      {
        part: 'means',
        label: { zh: '经济困难标准', en: 'Hardship standard' },
        differences: [
          ...compareMeans(before, after, lens),
          ...compareRules(a, b, ['meansTest', 'ownIncomeOnly'], lens),
        ],
      },
      {
        part: 'provisional',
        label: effectLabels.provisionalAid,
        differences: compareRules(a, b, ['provisionalAid'], lens),
      },
      {
        part: 'duty',
        label: { zh: '通知辩护和通知代理', en: 'Defence and representation by notice' },
        differences: compareRules(a, b, ['mandatoryDefence', 'discretionaryDefence', 'notifiedRepresentation'], lens),
      },
      { part: 'clocks', label: { zh: '法定期限', en: 'Statutory limits' }, differences: compareClocks(a, b) },
      { part: 'promises', label: { zh: '承诺时限', en: 'Promised limits' }, differences: comparePromises(a, b) },
      {
        part: 'tariff',
        label: { zh: '办案补贴', en: 'Case subsidies' },
        differences: compareTariff(before, after, lens.region),
      },
    ],
  };
}

function sideOf({ law, on }: DatedLaw, book: RuleBook, lens: Lens): Side {
  const instrument = (key: string): Instrument => {
    const pack = law.packs.find((one) => one.key === key);
    return { key, title: pack?.title ?? { zh: key, en: key }, verified: pack?.verified ?? false };
  };
  const facts = specimenOf(on, lens);
  const answer = facts && assess(facts, { law });
  return {
    on,
    national: instrument(book.ruleSet),
    layers: book.layers.map(instrument),
    ...(facts &&
      answer && {
        specimen: {
          facts,
          outcome: answer.outcome,
          route: answer.route,
          reasons: answer.reasons,
          ...(answer.missing && { missing: answer.missing }),
        },
      }),
  };
}

/** One plain civil case of the lens: the person of the group, the cause, the place, and not a word about income. */
function specimenOf(on: string, { region, cause, group, residence }: Lens): Facts | undefined {
  if (cause === undefined) return undefined;
  const age = group === 'minor' ? 10 : group === 'olderPerson' ? 66 : 35;
  return {
    receivedOn: on,
    region: region.padEnd(6, '0'),
    matter: { class: cause === 'stateCompensation' ? 'stateCompensation' : 'civil', cause },
    applicant: {
      birthDate: `${Number(on.slice(0, 4)) - age}-01-01`,
      residence: residence ?? 'rural',
      ...(group && { groups: [group] }),
    },
  };
}

const matterWords: Readonly<Record<ClockMatter, Bilingual>> = {
  civil: { zh: '民事、行政', en: 'civil, administrative' },
  criminal: { zh: '刑事申请', en: 'criminal application' },
  notified: { zh: '通知辩护', en: 'by notice' },
};

function compareClocks(a: RuleBook, b: RuleBook): readonly Difference[] {
  return steps.flatMap((step) => {
    const byMatter = clockMatters.map((matter) => {
      const said = (book: RuleBook): readonly Said[] => {
        const found = book.clocks[step]?.[matter];
        return found === undefined
          ? []
          : [{ text: limitWords(found.clock), citation: found.citation, verified: found.verified }];
      };
      return { matter, difference: difference(stepLabels[step], said(a), said(b)) };
    });
    // Where a limit is the same for every kind of matter, it is told once.
    const groups = new Map<string, { matters: ClockMatter[]; difference: Difference }>();
    for (const { matter, difference: one } of byMatter) {
      if (one === undefined) continue;
      const key = JSON.stringify([one.before, one.after]);
      const group = groups.get(key);
      if (group) group.matters.push(matter);
      else groups.set(key, { matters: [matter], difference: one });
    }
    return [...groups.values()].map(({ matters, difference: one }) => {
      if (matters.length === clockMatters.length) return one;
      const told = matters.map((matter) => matterWords[matter]);
      return {
        ...one,
        subject: {
          zh: `${one.subject.zh}（${told.map(({ zh }) => zh).join('、')}）`,
          en: `${one.subject.en} (${told.map(({ en }) => en).join(', ')})`,
        },
      };
    });
  });
}

function comparePromises(a: RuleBook, b: RuleBook): readonly Difference[] {
  return steps.flatMap((step) => {
    const said = (book: RuleBook): readonly Said[] => {
      const found = book.promises[step];
      return found === undefined
        ? []
        : [{ text: limitWords(found.promise), citation: found.citation, verified: found.verified }];
    };
    const one = difference(stepLabels[step], said(a), said(b));
    return one === undefined ? [] : [one];
  });
}

function limitWords(limit: {
  amount: number;
  unit: keyof typeof unitLabels;
  counted?: 'before' | undefined;
}): Bilingual {
  const { zh, en } = unitLabels[limit.unit];
  const before = limit.counted === 'before';
  return {
    zh: `${before ? '提前 ' : ''}${limit.amount} ${zh}`,
    en: `${limit.amount} ${en}${before ? ' before' : ''}`,
  };
}
