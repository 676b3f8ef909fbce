import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { chosenLanguage, type Language } from './language.ts';
import type { LocaleKey } from './zh-CN.ts';

const texts = {
  zh: async () => (await import('./zh-CN.ts')).zhCN,
  en: async () => (await import('./en.ts')).en,
} as const satisfies Record<Language, () => Promise<Readonly<Record<LocaleKey, string>>>>;

/** Load the person's language and no other. */
export async function startWords(): Promise<void> {
  const language = chosenLanguage(document.cookie, navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { desk: await texts[language]() } },
    defaultNS: 'desk',
    ns: ['desk'],
    keySeparator: false,
    nsSeparator: false,
    // React escapes; the slots are written as in the server's texts.
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  });
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Change the language of the desk, and of what the server answers. */
export async function chooseLanguage(language: Language): Promise<void> {
  const year = 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of a bureau; the server reads this cookie
  document.cookie = `lang=${language}; path=/; max-age=${year}; SameSite=Lax`;
  if (!i18next.hasResourceBundle(language, 'desk'))
    i18next.addResourceBundle(language, 'desk', await texts[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export interface Words {
  readonly language: Language;
  readonly t: (key: LocaleKey, slots?: Readonly<Record<string, string | number>>) => string;
  /** Choose the side of a text that came in both languages. */
  readonly side: (text: { readonly zh: string; readonly en: string }) => string;
}

/** The words of the language at hand. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('desk');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    t: (key, slots) => (slots === undefined ? t(key) : t(key, { ...slots })),
    side: (text) => text[language],
  };
}
