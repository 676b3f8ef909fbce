import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { causes, groups, isOneOf, routes } from '../../api/codes.ts';
import { type ComparedSide, compareQuery, type Difference, type Said } from '../../api/law.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { DayField, noDay } from '../../parts/day-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './law.module.css';

const route = getRouteApi('/law');

/** 两个日期的差别: what changed, for whom, with the articles of both days. Everything asked stands in the address. */
export function CompareView(): ReactNode {
  const { t, side, language } = useWords();
  const words = useCodeWords();
  const { tenant, tenants } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = {
    from: search.from ?? '2017-12-18',
    to: search.to ?? today(),
    region: search.region ?? tenant ?? tenants[0]?.code ?? '530500',
    ...(search.group === undefined ? {} : { group: search.group }),
    ...(search.cause === undefined ? {} : { cause: search.cause }),
    ...(search.residence === undefined ? {} : { residence: search.residence }),
  };
  const whole = asked.from !== noDay && asked.to !== noDay;
  const query = useQuery({ ...compareQuery(asked), enabled: whole });
  const every = search.all === '1';
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ search: { ...search, ...asked, view: 'compare', ...change }, replace: true });
  const parts = (query.data?.parts ?? []).flatMap(({ differences, ...part }) => {
    const shown = every ? differences : differences.filter(({ kind }) => kind !== 'same');
    return shown.length === 0 ? [] : [{ ...part, shown }];
  });
  const same = (query.data?.parts ?? []).flatMap(({ differences }) =>
    differences.filter(({ kind }) => kind === 'same'),
  );
  return (
    <div className={css.compare}>
      <div className={css.asked}>
        <div>
          <label htmlFor="law-from">{t('law.from')}</label>
          <DayField
            id="law-from"
            value={asked.from}
            onChange={(day) => (day === undefined ? undefined : set({ from: day }))}
          />
        </div>
        <div>
          <label htmlFor="law-to">{t('law.to')}</label>
          <DayField
            id="law-to"
            value={asked.to}
            onChange={(day) => (day === undefined ? undefined : set({ to: day }))}
          />
        </div>
        <div>
          {t('column.place')}
          <Select
            aria-label={t('column.place')}
            value={asked.region}
            onChange={(region: string) => set({ region })}
            options={tenants.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <div>
          {t('law.group')}
          <Select
            aria-label={t('law.group')}
            allowClear
            placeholder={t('law.anyone')}
            value={asked.group ?? null}
            onChange={(group: string | null) => set({ group: group ?? undefined })}
            options={groups.map((code) => ({ value: code, label: words.group(code) }))}
          />
        </div>
        <div>
          {t('law.residence')}
          <Select
            aria-label={t('law.residence')}
            allowClear
            placeholder={t('law.anyResidence')}
            value={asked.residence ?? null}
            onChange={(residence: string | null) => set({ residence: residence ?? undefined })}
            options={[
              { value: 'urban', label: t('residence.urban') },
              { value: 'rural', label: t('residence.rural') },
            ]}
          />
        </div>
        <div className={css.wide}>
          {t('law.cause')}
          <Select
            aria-label={t('law.cause')}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('law.anything')}
            value={asked.cause ?? null}
            onChange={(cause: string | null) => set({ cause: cause ?? undefined })}
            options={causes.map((code) => ({ value: code, label: words.cause(code) }))}
          />
        </div>
      </div>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <>
          <div className={css.heads}>
            {[query.data.before, query.data.after].map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: always the same two sides
              <SideHead key={index} side={one} />
            ))}
          </div>
          {same.length === 0 ? null : (
            <Checkbox checked={every} onChange={() => set({ all: every ? undefined : '1' })}>
              {t('law.alsoSame', { count: same.length })}
            </Checkbox>
          )}
          {parts.length === 0 ? <p className="soft">{t('law.nothingDiffers')}</p> : null}
          {parts.map(({ part, label, shown }) => (
            <section key={part} className={css.section} aria-label={side(label)}>
              <h3>{side(label)}</h3>
              <table className={css.differences}>
                <caption className="unseen">{side(label)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('law.subject')}</th>
                    <th scope="col">{dayInWords(query.data.before.on, language, '')}</th>
                    <th scope="col">{dayInWords(query.data.after.on, language, '')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <DifferenceRow key={`${part}${one.subject.zh}`} difference={one} />
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </>
      )}
    </div>
  );
}

function SideHead({ side: { on, national, layers, specimen } }: { side: ComparedSide }): ReactNode {
  const { t, side, language } = useWords();
  const words = useCodeWords();
  const missing = specimen?.missing?.includes('/household') === true ? t('missing.household') : undefined;
  return (
    <section className={css.sideHead}>
      <h3>{dayInWords(on, language, '')}</h3>
      <p>{side(national.title)}</p>
      {layers.map((layer) => (
        <p key={layer.key} className="soft">
          {side(layer.title)} {layer.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
        </p>
      ))}
      {specimen === undefined ? null : (
        <div className={css.specimen}>
          <p className="soft">{t('law.specimen')}</p>
          <p className={css.big}>
            {words.outcome(specimen.outcome)}
            {isOneOf(routes, specimen.route) ? t('law.inBrackets', { text: t(`route.${specimen.route}`) }) : ''}
          </p>
          {missing === undefined ? null : <p>{t('law.asks', { what: missing })}</p>}
        </div>
      )}
    </section>
  );
}

const tones = { began: 'green', ended: 'zhu', changed: 'amber', moved: 'quiet', same: 'quiet' } as const;

function DifferenceRow({ difference }: { difference: Difference }): ReactNode {
  const { t, side } = useWords();
  return (
    <tr>
      <th scope="row">
        {side(difference.subject)} <Tag tone={tones[difference.kind]}>{t(`law.kind.${difference.kind}`)}</Tag>
      </th>
      <td>
        <Sayings said={difference.before} />
      </td>
      <td>
        <Sayings said={difference.after} />
      </td>
    </tr>
  );
}

function Sayings({ said }: { said: readonly Said[] }): ReactNode {
  const { t, side } = useWords();
  if (said.length === 0) return <span className="soft">{t('law.silent')}</span>;
  return said.map(({ text, citation, verified }) => (
    <p key={`${citation}${text.zh}`} className={css.said}>
      {side(text)}
      <span className={css.citation}>
        {citation} {verified || text.zh.includes('待核实') ? null : t('law.unverifiedInBrackets')}
      </span>
    </p>
  ));
}
