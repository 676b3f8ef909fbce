import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { languages } from '../api/codes.ts';
import { useWords } from '../locales/i18n.ts';

/** 希望使用的语言, `language` in the form: who speaks it ranks before others. */
export function LanguageField(): ReactNode {
  const { t } = useWords();
  return (
    <Form.Item name="language" label={t('entry.language')} extra={t('entry.languageHint')}>
      <Select
        allowClear
        placeholder={t('entry.languageNone')}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
    </Form.Item>
  );
}
