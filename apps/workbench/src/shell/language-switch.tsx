import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { chooseLanguage, useWords } from '../locales/i18n.ts';

/** The other language, named in itself. What the server words is fetched again. */
export function LanguageSwitch(): ReactNode {
  const { language } = useWords();
  const client = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() =>
        void chooseLanguage(other).then(() =>
          client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
        )
      }
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
