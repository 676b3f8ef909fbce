import { describe, expect, test } from 'vitest';
import { Language } from '../schema.ts';
import { languageNamed, languageText } from './languages.ts';

describe('a language in somebody’s own words', () => {
  test.each([
    ['傣语', 'dai'],
    ['会说傣话', 'dai'],
    ['景颇语', 'jingpo'],
    ['景颇族载瓦话', 'jingpo'],
    ['傈僳语翻译', 'lisu'],
    ['手语', 'signLanguage'],
    ['Lisu, please', 'lisu'],
    ['dai', 'dai'],
    ['保山话', 'baoshanDialect'],
    // None that we know, more than one, or a word that only holds one.
    ['阿昌语', undefined],
    ['傣语或者景颇语', undefined],
    ['daily', undefined],
    ['', undefined],
  ] as const)('“%s” is %s', (words, language) => expect(languageNamed(words)).toBe(language));

  test('every language is found by its own name', () => {
    for (const language of Language.options) {
      expect(languageNamed(languageText[language].zh)).toBe(language);
      expect(languageText[language].en).not.toBe('');
    }
  });
});
