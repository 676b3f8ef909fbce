import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { chooseLanguage, useWords } from '../locales/i18n.ts';
import type { Language } from '../locales/language.ts';

/** Change the language; what the server worded is fetched again. */
export function useLanguageChange(): (language: Language) => void {
  const client = useQueryClient();
  return (language) =>
    void chooseLanguage(language).then(() =>
      client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
    );
}

/** The other language, named in itself. */
export function LanguageSwitch(): ReactNode {
  const { language } = useWords();
  const change = useLanguageChange();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => change(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
