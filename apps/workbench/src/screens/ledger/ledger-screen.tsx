import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { aidForms, designationMethods, isOneOf } from '../../api/codes.ts';
import { type LedgerLine, type LedgerShare, ledgerQuery, methodsQuery } from '../../api/designation.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './ledger.module.css';

const route = getRouteApi('/ledger');

/** 指派公示: where every case went, by which method and on what score; and how everybody stands in the turn. */
export function LedgerScreen(): ReactNode {
  const { t, language, side } = useWords();
  const words = useCodeWords();
  const session = useSession();
  const scope = useScope();
  const tenant = scope.tenant ?? session.account.tenant;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const method = isOneOf(designationMethods, search.method) ? search.method : undefined;
  const shares = search.view === 'shares';
  const query = useInfiniteQuery(ledgerQuery(tenant, method));
  const methods = useQuery(methodsQuery).data?.methods ?? [];
  const methodWords = (code: string): string => {
    const found = methods.find((one) => one.method === code);
    return found === undefined ? code : side(found);
  };
  const first = query.data?.pages[0];
  const [open, setOpen] = useState<string>();
  const opened = query.data?.pages.flatMap((page) => page.rows).find((row) => row.id === open);
  const why = (row: LedgerLine): string =>
    [
      t('ledger.place', { rank: row.rank, of: row.candidates }),
      ...(row.departure === null ? [] : [t(`departure.${row.departure}`)]),
    ].join(t('word.dot'));
  const column = (
    key: string,
    title: string,
    of: (row: LedgerLine) => string,
    more: object = {},
  ): Column<LedgerLine> => ({
    key,
    title,
    cell: of,
    text: of,
    ...more,
  });
  const columns: readonly Column<LedgerLine>[] = [
    column('on', t('case.designatedOn'), (row) => dayShort(row.designatedOn, language, today()), { width: 96 }),
    column('number', t('column.number'), (row) => row.number, { width: 216, narrow: 'first', rank: 'lead' }),
    column('work', t('ledger.work'), (row) =>
      [
        words.matterClass(row.class),
        isOneOf(aidForms, row.aidForm) ? t(`aidForm.${row.aidForm}`) : row.aidForm,
        scope.nameOf(row.county),
      ].join(t('word.dot')),
    ),
    column('method', t('ledger.method'), (row) => methodWords(row.method), { width: 140 }),
    column('handler', t('column.handler'), (row) => `${row.handlerName}${t('word.dot')}${row.agencyName}`, {
      width: 220,
    }),
    column('why', t('ledger.why'), why, { width: 170 }),
    column('score', t('ledger.score'), (row) => row.total.toFixed(1), { width: 72, figure: true }),
    column('state', t('ledger.state'), (row) => t(`designationState.${row.state as 'offered'}`), { width: 88 }),
  ];
  return (
    <>
      <ScreenHead title={t('nav.ledger')} beside={t('ledger.hint', { place: scope.nameOf(tenant) })}>
        <FilterChips
          label={t('ledger.method')}
          chosen={shares ? 'shares' : (method ?? 'all')}
          onChoose={(key) =>
            void navigate({ search: key === 'shares' ? { view: key } : key === 'all' ? {} : { method: key } })
          }
          chips={[
            { key: 'all', label: t('ledger.all') },
            ...methods.map((one) => ({ key: one.method, label: side(one) })),
            { key: 'shares', label: t('ledger.shares') },
          ]}
        />
      </ScreenHead>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {shares ? (
        <Shares
          rows={first?.shares ?? []}
          loading={query.isPending}
          since={first === undefined ? '' : dayInWords(dayOf(first.since), language, today())}
        />
      ) : (
        <DataTable
          name="ledger"
          caption={t('nav.ledger')}
          columns={columns}
          rows={query.data?.pages.flatMap((page) => page.rows) ?? []}
          keyOf={(row) => row.id}
          onOpen={(row) => setOpen(row.id)}
          openKey={open}
          loading={query.isPending}
          more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
          empty={<Empty title={t('ledger.none')} hint={t('ledger.noneHint')} />}
        />
      )}
      {opened === undefined ? null : (
        <Panel title={opened.number} onClose={() => setOpen(undefined)}>
          <p>
            {methodWords(opened.method)}
            {t('word.dot')}
            {opened.handlerName}
            {t('word.dot')}
            {why(opened)}
          </p>
          <ul className={css.parts}>
            {opened.lines.map((line) => (
              <li key={line.part}>
                <span className={css.points}>{`${line.points}/${line.of}`}</span>
                <span>{side(line.text)}</span>
              </li>
            ))}
            {opened.otherPoints > 0 ? (
              <li>
                <span className={css.points}>{opened.otherPoints}</span>
                <span>{t('ledger.other')}</span>
              </li>
            ) : null}
            <li className={css.total}>
              <span className={css.points}>{opened.total.toFixed(1)}</span>
              <span>{t('ledger.score')}</span>
            </li>
          </ul>
        </Panel>
      )}
    </>
  );
}

/** 轮派份额: what everybody had, beside what their weight alone would give. */
function Shares({
  rows,
  loading,
  since,
}: {
  rows: readonly LedgerShare[];
  loading: boolean;
  since: string;
}): ReactNode {
  const { t } = useWords();
  const figure = (key: string, title: string, of: (row: LedgerShare) => string, width = 120): Column<LedgerShare> => ({
    key,
    title,
    cell: of,
    text: of,
    figure: true,
    width,
  });
  return (
    <>
      <p className={css.since}>{t('ledger.since', { day: since })}</p>
      <DataTable
        name="ledger-shares"
        caption={t('ledger.shares')}
        columns={[
          figure('turn', t('ledger.turn'), (row) => String(rows.indexOf(row) + 1), 72),
          {
            key: 'handler',
            title: t('column.handler'),
            cell: (row) => row.name,
            text: (row) => row.name,
            width: 160,
            narrow: 'first',
          },
          { key: 'unit', title: t('firm.unit'), cell: (row) => row.agencyName, text: (row) => row.agencyName },
          figure('weight', t('ledger.weight'), (row) => String(row.weight)),
          figure('count', t('ledger.count'), (row) => String(row.count)),
          figure('ideal', t('ledger.ideal'), (row) => row.ideal.toFixed(1)),
          figure('behind', t('ledger.behind'), (row) => (row.ideal - row.count).toFixed(1).replace('-', '−')),
        ]}
        rows={rows}
        keyOf={(row) => row.handlerId}
        loading={loading}
        empty={<Empty title={t('ledger.none')} hint={t('ledger.noneHint')} />}
      />
    </>
  );
}
