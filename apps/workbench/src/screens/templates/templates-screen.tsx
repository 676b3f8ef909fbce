import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type OfficeForm, templatesQuery } from '../../api/templates.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { FormSection } from './form-section.tsx';
import css from './templates.module.css';

/** 文书样式: official forms in the office's own wording, edited in Word, approved by a second person. */
export function TemplatesScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const scope = useScope();
  // Of one office at a time: whoever sees several begins with their own.
  const tenant = scope.tenant ?? session.account.tenant;
  const query = useQuery(templatesQuery(tenant));
  const [find, setFind] = useState('');
  const found = query.data?.forms.filter((form) => isNamed(form, find));
  return (
    <>
      <ScreenHead title={t('nav.templates')} beside={scope.nameOf(tenant)}>
        <p className="soft">{t('templates.how')}</p>
      </ScreenHead>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div className={css.forms}>
        <Input
          type="search"
          aria-label={t('templates.find')}
          placeholder={t('templates.find')}
          allowClear
          value={find}
          onChange={({ target }) => setFind(target.value)}
        />
        {found?.map((form) => (
          <FormSection key={form.formKey} tenant={tenant} form={form} mayPropose={query.data?.mayPropose === true} />
        ))}
        {found?.length === 0 ? <p className="soft">{t('templates.noneFound')}</p> : null}
      </div>
    </>
  );
}

function isNamed({ title }: OfficeForm, words: string): boolean {
  const sought = words.trim().toLowerCase();
  return title.zh.includes(sought) || title.en.toLowerCase().includes(sought);
}
