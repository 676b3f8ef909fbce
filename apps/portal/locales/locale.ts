import { fill, type Language } from '../../../kernel/i18n/index.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type LocaleKey = keyof typeof zhCN;
export type Slots = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Language, Readonly<Record<LocaleKey, string>>>> = { zh: zhCN, en };

/** Words of one language. `t` is plain text, for attributes and options; pages use `rich` from typography.tsx over it. */
export interface Words {
  readonly language: Language;
  /** BCP 47 tag for `lang` attributes. */
  readonly tag: 'zh-CN' | 'en';
  t(key: LocaleKey, slots?: Slots): string;
}

function words(language: Language): Words {
  return {
    language,
    tag: language === 'zh' ? 'zh-CN' : 'en',
    t: (key, slots) => fill(texts[language][key], slots ?? {}),
  };
}

const byLanguage: Readonly<Record<Language, Words>> = { zh: words('zh'), en: words('en') };

export function wordsOf(language: Language): Words {
  return byLanguage[language];
}
