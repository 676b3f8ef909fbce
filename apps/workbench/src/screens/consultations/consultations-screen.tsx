import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { type ConsultationItem, consultationChannels, consultationsQuery } from '../../api/consultations.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { ConsultationPanel } from './consultation-panel.tsx';

const route = getRouteApi('/consultations');

/** 咨询台账: every consultation, and the list behind each of their counts. */
export function ConsultationsScreen(): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const scope = useScope();
  const search = route.useSearch();
  const { span, topic, group } = search;
  const channel = isOneOf(consultationChannels, search.channel) ? search.channel : undefined;
  const tenant = search.tenant ?? scope.tenant;
  const query = useInfiniteQuery(consultationsQuery({ tenant, channel, topic, group, span }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const [open, setOpen] = useState<ConsultationItem>();
  const narrowed = [
    search.tenant === undefined ? undefined : scope.nameOf(search.tenant),
    span,
    channel === undefined ? undefined : t(`channel.${channel}`),
    topic === undefined ? undefined : words.cause(topic),
    group === undefined ? undefined : words.group(group),
  ].filter((part) => part !== undefined);
  const channelWord = (row: ConsultationItem): string =>
    isOneOf(consultationChannels, row.channel) ? t(`channel.${row.channel}`) : row.channel;
  const when = (row: ConsultationItem): string =>
    `${dayShort(dayOf(row.registeredAt), language, today())} ${timeOf(row.registeredAt)}`;
  const columns: readonly Column<ConsultationItem>[] = [
    { key: 'at', title: t('consultation.at'), rank: 'lead', width: 130, cell: when, text: when },
    {
      key: 'who',
      title: t('consultation.who'),
      width: 120,
      narrow: 'first',
      cell: (row) => row.personName ?? t('consultation.anonymousName'),
      text: (row) => row.personName ?? '',
    },
    {
      key: 'topic',
      title: t('consultation.topic'),
      width: 180,
      cell: (row) => words.cause(row.topic),
      text: (row) => words.cause(row.topic),
    },
    { key: 'question', title: t('consultation.question'), cell: (row) => row.question, text: (row) => row.question },
    { key: 'channel', title: t('consultation.channel'), width: 100, cell: channelWord, text: channelWord },
    {
      key: 'place',
      title: t('column.place'),
      width: 80,
      cell: (row) => scope.nameOf(row.tenant),
      text: (row) => scope.nameOf(row.tenant),
    },
    {
      key: 'application',
      title: t('consultation.became'),
      width: 200,
      narrow: 'hide',
      cell: (row) => row.applicationNumber ?? '',
      text: (row) => row.applicationNumber ?? '',
    },
  ];
  return (
    <>
      <ScreenHead
        title={t('consultation.ledger')}
        beside={
          narrowed.length === 0 ? undefined : (
            <>
              {narrowed.join(t('word.dot'))} <Link to="/consultations">{t('review.showAll')}</Link>
            </>
          )
        }
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="consultations"
        caption={t('consultation.ledger')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={setOpen}
        openKey={open?.id}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('consultation.none')} />}
      />
      {open === undefined ? null : <ConsultationPanel key={open.id} item={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
