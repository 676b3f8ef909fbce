import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { type ConsultationItem, consultationChannels, consultationsQuery } from '../../api/consultations.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './reception-screen.module.css';

/** The running list: newest on top, day by day. */
export function ConsultationList({ channel }: { channel: 'window' | 'hotline' }): ReactNode {
  const { t, language } = useWords();
  const { tenant } = useScope();
  const [mine, setMine] = useState<'here' | 'every'>('here');
  const query = useInfiniteQuery(consultationsQuery({ tenant, channel: mine === 'here' ? channel : undefined }));
  const items = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const days = [...new Set(items.map((item) => dayOf(item.registeredAt)))];
  return (
    <>
      <FilterChips
        label={t('today.filter')}
        chosen={mine}
        onChoose={setMine}
        chips={[
          { key: 'here', label: t(`channel.${channel}`) },
          { key: 'every', label: t('consultation.everyChannel') },
        ]}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <Empty title={t('consultation.empty')} hint={t('consultation.emptyHint')} />
      ) : null}
      {days.map((day) => (
        <div key={day}>
          <h2 className={css.day}>{dayInWords(day, language, today())}</h2>
          <ul>
            {items
              .filter((item) => dayOf(item.registeredAt) === day)
              .map((item) => (
                <Item key={item.id} item={item} />
              ))}
          </ul>
        </div>
      ))}
      {query.hasNextPage ? (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('table.more')}
        </Button>
      ) : null}
    </>
  );
}

function Item({ item }: { item: ConsultationItem }): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  return (
    <li className={css.item}>
      <time dateTime={item.registeredAt}>{timeOf(item.registeredAt)}</time>
      <p className={css.who}>
        <strong>{item.personName ?? t('consultation.anonymousName')}</strong>
        <span>{words.cause(item.topic)}</span>
        <span className="soft">
          {isOneOf(consultationChannels, item.channel) ? t(`channel.${item.channel}`) : item.channel}
        </span>
        {item.callBack ? (
          <Tag tone="amber">{t('consultation.toCallBack')}</Tag>
        ) : item.answered ? null : (
          <Tag tone="zhu">{t('consultation.unanswered')}</Tag>
        )}
      </p>
      <p className={css.question}>{item.question}</p>
      {item.answer === '' ? null : <p className={css.answer}>{item.answer}</p>}
      <span className={css.turn}>
        {item.applicationId === null ? (
          <Link to="/applications/new" search={{ tenant: item.tenant, consultation: item.id }}>
            {t('consultation.turn')}
          </Link>
        ) : (
          <Link to="/matters/$tenant/$matterId" params={{ tenant: item.tenant, matterId: item.applicationId }}>
            {item.applicationNumber}
          </Link>
        )}
      </span>
    </li>
  );
}
