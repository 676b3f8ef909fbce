import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { today } from '../../api/server-clock.ts';
import { handInTemplate, type OfficeForm, starterAddress, templatesQuery } from '../../api/templates.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { EditionLine } from './edition-line.tsx';
import css from './templates.module.css';

/** One form: the way from the built-in one to the office's own, its editions, and what may stand in braces. */
export function FormSection({
  tenant,
  form,
  mayPropose,
}: {
  tenant: string;
  form: OfficeForm;
  mayPropose: boolean;
}): ReactNode {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const handIn = useMutation({
    mutationFn: (file: File) => handInTemplate(tenant, form.formKey, file),
    onSuccess: () => queries.invalidateQueries({ queryKey: templatesQuery(tenant).queryKey }),
  });
  const title = language === 'en' ? form.title.en : form.title.zh;
  const standing = form.editions.find(({ state, inForceUntil }) => state === 'APPROVED' && inForceUntil === null);
  const [, earliest = today()] = [standing?.inForceFrom ?? today(), today()].toSorted();
  const own = form.editions.some(({ inForce }) => inForce);
  return (
    <section className={css.form} aria-labelledby={`form-${form.formKey}`}>
      <h2 id={`form-${form.formKey}`}>
        {title} <Tag tone={own ? 'qing' : 'quiet'}>{own ? t('templates.own') : t('templates.builtIn')}</Tag>
      </h2>
      <p className="soft">{form.citation}</p>
      <div className={css.ways}>
        <Button href={starterAddress(tenant, form.formKey)}>{t('templates.download')}</Button>
        {mayPropose ? (
          <>
            <Button loading={handIn.isPending} onClick={() => input.current?.click()}>
              {t('templates.handIn')}
            </Button>
            <input
              ref={input}
              hidden
              type="file"
              accept=".docx"
              aria-label={`${t('templates.handIn')} ${title}`}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) handIn.mutate(file);
                target.value = '';
              }}
            />
          </>
        ) : null}
      </div>
      {handIn.isError ? <ProblemNote error={handIn.error} /> : null}
      {form.editions.length === 0 ? null : (
        <ul className={css.editions}>
          {form.editions.map((edition) => (
            <EditionLine key={edition.id} tenant={tenant} edition={edition} earliest={earliest} />
          ))}
        </ul>
      )}
      <details>
        <summary>{t('templates.fields', { count: form.fields.length })}</summary>
        <dl className={css.fields}>
          {form.fields.map(({ name, must, says }) => (
            <div key={name}>
              <dt>
                <code>{`{${name}}`}</code>
                {must ? <Tag tone="amber">{t('templates.must')}</Tag> : null}
              </dt>
              <dd>{language === 'en' ? says.en : says.zh}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
