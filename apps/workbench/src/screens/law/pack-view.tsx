import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { figureLists, packQuery, packsQuery, type ToldFigure, type ToldRule } from '../../api/law.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './law.module.css';
import { useLawWords } from './law-words.ts';
import { ProposePanel } from './propose-panel.tsx';

const route = getRouteApi('/law');

/** One pack in words: each rule a sentence with its article and its condition, each figure a line that may be changed. */
export function PackView({ packKey }: { packKey: string }): ReactNode {
  const { t, side } = useWords();
  const words = useLawWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: pack, error, refetch } = useQuery(packQuery(packKey));
  const mayPropose = useQuery(packsQuery).data?.mayPropose === true;
  const [changing, setChanging] = useState<ToldFigure>();
  if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (pack === undefined) return null;
  const past = search.all === '1';
  const now = (entry: { readonly to?: string }): boolean => past || entry.to === undefined || entry.to >= today();
  const lists = figureLists.filter((list) => pack[list].length > 0);
  const hidden = [...pack.rules.flatMap(({ rules }) => rules), ...lists.flatMap((list) => [...pack[list]])].filter(
    (entry) => entry.to !== undefined && entry.to < today(),
  ).length;
  return (
    <article className={css.pack}>
      <p>
        <Link to="/law" search={{}}>
          {t('law.back')}
        </Link>
      </p>
      <header className={css.packHead}>
        <h2>{side(pack.title)}</h2>
        <span className={css.marks}>
          <Tag tone="qing">{side(pack.layerLabel)}</Tag>
          <Tag>{words.place(pack.jurisdiction)}</Tag>
          {pack.draft ? <Tag>{t('law.draft')}</Tag> : null}
          {pack.verified ? <Tag tone="green">{t('law.verified')}</Tag> : <Tag tone="amber">{t('mark.unverified')}</Tag>}
        </span>
        <p>{words.span(pack.effectiveFrom, pack.effectiveTo)}</p>
        <p className="soft">{t('law.source', { source: pack.source })}</p>
        {hidden === 0 ? null : (
          <Button
            size="small"
            onClick={() =>
              void navigate({ search: past ? { pack: packKey } : { pack: packKey, all: '1' }, replace: true })
            }
          >
            {past ? t('law.hidePast') : t('law.showPast', { count: hidden })}
          </Button>
        )}
      </header>

      {lists.map((list) => (
        <section key={list} className={css.section}>
          <h3>{t(`law.list.${list}`)}</h3>
          <table className={css.figures}>
            <caption className="unseen">{t(`law.list.${list}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('law.figure')}</th>
                <th scope="col">{t('law.value')}</th>
                <th scope="col">{t('law.days')}</th>
                <th scope="col">{t('law.basis')}</th>
                {mayPropose && !pack.draft ? <th scope="col">{t('law.change')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {pack[list].filter(now).map((figure) => (
                <tr key={`${JSON.stringify(figure.target)}${figure.from}`}>
                  <td>
                    {side(figure.label)}
                    {figure.target.region === undefined ? '' : ` · ${words.place(figure.target.region)}`}
                  </td>
                  <td className={css.value}>{words.value(figure.value)}</td>
                  <td className={css.days}>{words.span(figure.from, figure.to)}</td>
                  <td>
                    <span className="soft">{side(figure.citation)}</span>{' '}
                    {figure.changed ? <Tag tone="qing">{t('law.byRecord')}</Tag> : null}{' '}
                    {figure.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
                  </td>
                  {mayPropose && !pack.draft ? (
                    <td>
                      <Button
                        size="small"
                        onClick={() => setChanging(figure)}
                        aria-label={t('law.changeOf', { figure: side(figure.label) })}
                      >
                        {t('law.change')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}

      {pack.rules.map(({ effect, label, rules }) => (
        <section key={effect} className={css.section}>
          <h3>{side(label)}</h3>
          <ul className={css.rules}>
            {rules.filter(now).map((rule) => (
              <Sentence key={rule.key} rule={rule} />
            ))}
          </ul>
        </section>
      ))}
      {changing === undefined ? null : (
        <ProposePanel key={JSON.stringify(changing.target)} figure={changing} onClose={() => setChanging(undefined)} />
      )}
    </article>
  );
}

function Sentence({ rule }: { rule: ToldRule }): ReactNode {
  const { t, side } = useWords();
  const words = useLawWords();
  const conditions = rule.conditions.map(side).join(t('law.semicolon'));
  return (
    <li>
      <p className={css.text}>
        {side(rule.text)} {rule.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
      </p>
      <p className="soft">
        {side(rule.citation)} · {words.span(rule.from, rule.to)}
      </p>
      <p className={css.condition}>{conditions === '' ? t('law.always') : t('law.when', { conditions })}</p>
    </li>
  );
}
