import {
  basisLabels,
  effectLabels,
  layerLabels,
  residenceLabels,
  stepLabels,
  subsidyKindLabels,
  unitLabels,
} from '../labels.ts';
import type { Bilingual } from '../schema.ts';
import { daysOf } from './check-packs.ts';
import { citationOf } from './citation.ts';
import { conditionWords } from './condition-words.ts';
import type { FigureChange } from './figure-change.ts';
import { adjustmentWords, bandWords, fractionWords, ruleWords } from './figure-words.ts';
import type { Effect, Pack } from './pack-schema.ts';
import type { Adjustment } from './tariff-schema.ts';

/** One sentence of a pack: what it says, when it applies, on which article, on which days. */
export interface ToldRule {
  readonly key: string;
  readonly citation: Bilingual;
  readonly text: Bilingual;
  readonly conditions: readonly Bilingual[];
  readonly from: string;
  readonly to?: string | undefined;
  readonly verified: boolean;
}

/** Which figure a change would name, as its first fields. */
export type FigureTarget =
  | { readonly figure: 'multiplier' | 'clock' | 'promise' | 'band'; readonly key: string }
  | { readonly figure: 'addition' | 'deduction'; readonly tariff: string; readonly key: string }
  | { readonly figure: 'standard'; readonly region: string; readonly residence: string };

/** One figure of a pack, which may be changed. */
export interface ToldFigure {
  readonly target: FigureTarget;
  readonly label: Bilingual;
  readonly value: Readonly<Record<string, unknown>>;
  /** The value said: 7 日, 二倍, 每件 600 至 1500 元. */
  readonly words: Bilingual;
  readonly citation: Bilingual;
  readonly from: string;
  readonly to?: string | undefined;
  readonly verified: boolean;
  /** True when a record, not the file, set it. */
  readonly changed: boolean;
}

export interface ToldPack {
  readonly key: string;
  readonly layer: Pack['layer'];
  readonly layerLabel: Bilingual;
  readonly title: Bilingual;
  readonly cite: Bilingual;
  readonly jurisdiction: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  readonly verified: boolean;
  readonly draft: boolean;
  readonly source: string;
  readonly rules: readonly {
    readonly effect: Effect;
    readonly label: Bilingual;
    readonly rules: readonly ToldRule[];
  }[];
  readonly multipliers: readonly ToldFigure[];
  readonly clocks: readonly (ToldFigure & { readonly starts: Bilingual })[];
  readonly promises: readonly ToldFigure[];
  readonly standards: readonly ToldFigure[];
  readonly bands: readonly ToldFigure[];
  readonly additions: readonly ToldFigure[];
  readonly deductions: readonly ToldFigure[];
}

/** A pack in words (规则包的文字): everything it holds, told in both languages, out of its data alone. Pure. */
export function packInWords(pack: Pack): ToldPack {
  const { tariff } = pack;
  const figure = (
    entry: Dated & { readonly key: string },
    target: FigureTarget,
    label: Bilingual,
    value: Readonly<Record<string, unknown>>,
    words: Bilingual,
    article?: string,
  ): ToldFigure => ({
    target,
    label,
    value,
    words,
    citation: citationOf(pack.cite, article, entry.amendedBy),
    ...daysOf(entry, pack),
    verified: entry.verified ?? pack.verified,
    changed: entry.amendedBy !== undefined,
  });
  const limit = (amount: number, unit: keyof typeof unitLabels): Bilingual => ({
    zh: `${amount} ${unitLabels[unit].zh}`,
    en: `${amount} ${unitLabels[unit].en}`,
  });
  const adjustments = (kind: 'addition' | 'deduction', items: readonly Adjustment[] | undefined): ToldFigure[] =>
    (items ?? []).map((item) => {
      const { each, unitsUpTo, actualUpTo, shareUpTo } = item;
      const words = adjustmentWords(item);
      return figure(
        item,
        { figure: kind, tariff: pack.key, key: item.key },
        nameOf(words),
        defined({ each, unitsUpTo, actualUpTo, shareUpTo }),
        words,
      );
    });
  const sentences = (pack.rules ?? []).filter(({ effect }) => effect !== 'multiplier');
  return {
    key: pack.key,
    layer: pack.layer,
    layerLabel: layerLabels[pack.layer],
    title: pack.title,
    cite: pack.cite,
    jurisdiction: pack.jurisdiction,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    verified: pack.verified,
    draft: pack.draft === true,
    source: pack.source,
    rules: [...new Set(sentences.map(({ effect }) => effect))].map((effect) => ({
      effect,
      label: effectLabels[effect],
      rules: sentences
        .filter((rule) => rule.effect === effect)
        .map((rule) => ({
          key: rule.key,
          citation: citationOf(pack.cite, rule.article),
          text: ruleWords(rule),
          conditions: conditionWords(rule.when),
          ...daysOf(rule, pack),
          verified: rule.verified ?? pack.verified,
        })),
    })),
    multipliers: (pack.rules ?? []).flatMap((rule) =>
      rule.effect === 'multiplier' && rule.fraction && rule.basis
        ? [
            figure(
              rule,
              { figure: 'multiplier', key: baseKey(rule.key) },
              { zh: `${basisLabels[rule.basis].zh}的倍数`, en: `Times: ${basisLabels[rule.basis].en.toLowerCase()}` },
              { fraction: rule.fraction },
              fractionWords(rule.fraction),
              rule.article,
            ),
          ]
        : [],
    ),
    clocks: (pack.clocks ?? []).map((clock) => ({
      ...figure(
        clock,
        { figure: 'clock', key: baseKey(clock.key) },
        withMatters(stepLabels[clock.step], clock.matters),
        { amount: clock.amount, unit: clock.unit },
        limit(clock.amount, clock.unit),
        clock.article,
      ),
      starts: clock.starts,
    })),
    promises: (pack.promises ?? []).map((promise) =>
      figure(
        promise,
        { figure: 'promise', key: baseKey(promise.key) },
        stepLabels[promise.step],
        { amount: promise.amount, unit: promise.unit },
        limit(promise.amount, promise.unit),
      ),
    ),
    standards: (pack.standards ?? []).map((row) => ({
      target: { figure: 'standard', region: row.region, residence: row.residence },
      label: residenceLabels[row.residence],
      value: { basis: row.basis, perCapitaAnnual: row.perCapitaAnnual },
      words: basisLabels[row.basis],
      citation: pack.cite,
      from: row.effectiveFrom,
      to: row.effectiveTo,
      verified: row.verified,
      changed: false,
    })),
    bands: (tariff?.bands ?? []).map((band) =>
      figure(
        band,
        { figure: 'band', key: baseKey(band.key) },
        {
          zh: band.kinds.map((kind) => subsidyKindLabels[kind].zh).join('、'),
          en: band.kinds.map((kind) => subsidyKindLabels[kind].en).join(', '),
        },
        { min: band.min, max: band.max, per: band.per },
        bandWords(band),
      ),
    ),
    additions: adjustments('addition', tariff?.additions),
    deductions: adjustments('deduction', tariff?.deductions),
  };
}

interface Dated {
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  readonly verified?: boolean | undefined;
  readonly amendedBy?: string | undefined;
}

/** The key in the file of a figure that a change has cut. */
export function baseKey(key: string): string {
  return key.replace(/\.from-\d{4}-\d{2}-\d{2}$/, '');
}

const matterLabels = {
  civil: { zh: '民事、行政', en: 'civil, administrative' },
  criminal: { zh: '刑事申请', en: 'criminal, on application' },
  notified: { zh: '通知辩护', en: 'by notice' },
} as const;

function withMatters(step: Bilingual, matters: readonly (keyof typeof matterLabels)[] | undefined): Bilingual {
  if (matters === undefined) return step;
  const told = matters.map((matter) => matterLabels[matter]);
  return {
    zh: `${step.zh}（${told.map(({ zh }) => zh).join('、')}）`,
    en: `${step.en} (${told.map(({ en }) => en).join(', ')})`,
  };
}

/** What an addition is for: the first part of its sentence. */
function nameOf(words: Bilingual): Bilingual {
  return { zh: words.zh.split('，')[0] ?? words.zh, en: words.en.split(':')[0] ?? words.en };
}

function defined(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** What a change is called: the figure's name and its pack, out of the packs on file. */
export function figureName(
  packs: readonly Pack[],
  change: FigureChange,
): { label: Bilingual; pack: string; title: Bilingual } {
  if (change.figure === 'standard') {
    const home = packs.find((pack) => pack.standards?.some(({ region }) => change.region.startsWith(region)));
    return {
      label: residenceLabels[change.residence],
      pack: home?.key ?? '',
      title: home?.cite ?? { zh: '经济困难标准', en: 'Hardship standard' },
    };
  }
  for (const pack of packs) {
    const told = packInWords(pack);
    const figures = [told.multipliers, told.clocks, told.promises, told.bands, told.additions, told.deductions].flat();
    const found = figures.find(({ target }) => sameTarget(target, change));
    if (found !== undefined) return { label: found.label, pack: pack.key, title: pack.title };
  }
  return { label: { zh: change.key, en: change.key }, pack: '', title: { zh: '', en: '' } };
}

function sameTarget(target: FigureTarget, change: Exclude<FigureChange, { figure: 'standard' }>): boolean {
  if (target.figure === 'standard' || target.figure !== change.figure || target.key !== change.key) return false;
  return !('tariff' in change) || ('tariff' in target && target.tariff === change.tariff);
}
