import type { Language } from '../schema.ts';

interface Named {
  readonly zh: string;
  readonly en: string;
  /** What people call it, in either language; compared in lower case, anywhere in what they wrote. */
  readonly said: readonly string[];
}

/** 语言: its name on screens, and what people write for it. */
export const languageText: Readonly<Record<Language, Named>> = {
  mandarin: { zh: '普通话', en: 'Mandarin', said: ['普通话', '汉语', '国语', 'mandarin', 'putonghua', 'chinese'] },
  baoshanDialect: { zh: '保山话', en: 'Baoshan dialect', said: ['保山话', '云南话', '方言', '本地话', 'dialect'] },
  yi: { zh: '彝语', en: 'Yi', said: ['彝语', '彝话', '彝族'] },
  dai: { zh: '傣语', en: 'Dai', said: ['傣语', '傣话', '傣族', 'dai'] },
  bai: { zh: '白语', en: 'Bai', said: ['白语', '白族'] },
  lisu: { zh: '傈僳语', en: 'Lisu', said: ['傈僳', 'lisu'] },
  miao: { zh: '苗语', en: 'Miao', said: ['苗语', '苗话', '苗族', 'miao', 'hmong'] },
  blang: { zh: '布朗语', en: 'Blang', said: ['布朗', 'blang', 'bulang'] },
  deang: { zh: '德昂语', en: "De'ang", said: ['德昂', 'deang', "de'ang", 'palaung'] },
  jingpo: { zh: '景颇语', en: 'Jingpo', said: ['景颇', '载瓦', 'jingpo', 'kachin'] },
  signLanguage: { zh: '手语', en: 'Sign language', said: ['手语', '哑语', 'sign'] },
};

/**
 * The language that somebody wrote down in their own words, undefined where none or more than one is meant: a person is never given an
 * interpreter of a language that was only guessed.
 */
export function languageNamed(words: string): Language | undefined {
  const low = words.toLowerCase();
  const found = (Object.keys(languageText) as Language[]).filter((language) =>
    languageText[language].said.some((name) =>
      /^[a-z']+$/.test(name) ? new RegExp(`(^|[^a-z])${name}([^a-z]|$)`).test(low) : low.includes(name),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}
