import type { FigureValue } from '../../api/law.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { LocaleKey } from '../../locales/zh-CN.ts';
import { useScope } from '../../shell/scope.ts';

export interface LawWords {
  /** A figure's value said: 7 日, 2 倍, ¥600.00 至 ¥1,500.00. */
  readonly value: (value: FigureValue) => string;
  readonly span: (from: string, to: string | undefined) => string;
  /** The place a pack or a figure is for. */
  readonly place: (jurisdiction: string) => string;
}

const units = ['hour', 'day', 'workday'] as const;
const bases = ['subsistenceAllowance', 'ruralIncome'] as const;
const pers = ['case', 'workday', 'document'] as const;

/** Words that several views of the law share. */
export function useLawWords(): LawWords {
  const { t, language } = useWords();
  const { nameOf } = useScope();
  const oneOf = <C extends string>(codes: readonly C[], code: unknown, key: (code: C) => LocaleKey): string => {
    const known = codes.find((one) => one === code);
    return known === undefined ? '' : t(key(known));
  };
  return {
    value: (value) => {
      const { fraction, perCapitaAnnual, basis, amount, unit, min, max, per } = value;
      if (Array.isArray(fraction)) {
        const [numerator, denominator] = fraction as [number, number];
        return numerator % denominator === 0
          ? t('law.times', { times: numerator / denominator })
          : t('law.fraction', { numerator, denominator });
      }
      if (typeof perCapitaAnnual === 'number') {
        return t('law.perCapita', {
          basis: oneOf(bases, basis, (code) => `law.basis.${code}`),
          amount: money(perCapitaAnnual),
        });
      }
      if (typeof amount === 'number') return `${amount} ${oneOf(units, unit, (code) => `law.unit.${code}`)}`.trim();
      if (typeof min === 'number' && typeof max === 'number') {
        const sums = min === max ? money(min) : t('law.range', { min: money(min), max: money(max) });
        return `${oneOf(pers, per, (code) => `law.per.${code}`)} ${sums}`.trim();
      }
      const parts = [
        typeof value.each === 'number' ? t('law.each', { amount: money(value.each) }) : '',
        typeof value.unitsUpTo === 'number' ? t('law.unitsUpTo', { count: value.unitsUpTo }) : '',
        typeof value.actualUpTo === 'number' ? t('law.upTo', { amount: money(value.actualUpTo) }) : '',
        typeof value.shareUpTo === 'number' ? t('law.upTo', { amount: `${value.shareUpTo / 10}%` }) : '',
      ];
      return parts.filter((part) => part !== '').join(t('law.comma'));
    },
    span: (from, to) =>
      to === undefined
        ? t('law.since', { day: dayShort(from, language, '') })
        : t('law.until', { from: dayShort(from, language, ''), to: dayShort(to, language, '') }),
    place: (jurisdiction) => {
      if (jurisdiction === 'CN') return t('law.nation');
      const code = jurisdiction.padEnd(6, '0');
      const name = nameOf(code);
      return name === code && jurisdiction === '53' ? t('law.province') : name;
    },
  };
}
