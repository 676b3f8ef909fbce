import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Cost, costsQuery } from '../../api/costs.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { NewBatchPanel } from './new-batch-panel.tsx';

const states = ['CLAIMED', 'CHECKED', 'BATCHED', 'PAID'] as const;
type State = (typeof states)[number];

/** 直接费用: checked on the page of their case, gathered into a batch here. */
export function CostsView(): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const { tenant } = useScope();
  const [state, setState] = useState<State>('CLAIMED');
  const query = useQuery(costsQuery(tenant, state));
  const rows = query.data?.costs ?? [];
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [batching, setBatching] = useState(false);
  const gathered = rows.filter((row) => picked.includes(row.id));
  const flip = (id: string): void =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  const column = (key: string, title: string, of: (row: Cost) => string, more: object = {}): Column<Cost> => ({
    key,
    title,
    cell: of,
    text: of,
    ...more,
  });
  const columns: readonly Column<Cost>[] = [
    ...(rows.some((row) => row.allowedActions.includes('batch'))
      ? [
          {
            key: 'pick',
            title: '',
            width: 36,
            cell: (row: Cost) => (
              <Checkbox
                checked={picked.includes(row.id)}
                disabled={gathered.length > 0 && gathered[0]?.tenant !== row.tenant}
                aria-label={t('subsidies.pick', { number: row.caseNumber })}
                onChange={() => flip(row.id)}
              />
            ),
          },
        ]
      : []),
    column('number', t('column.number'), (row) => row.caseNumber, { rank: 'lead', width: 210 }),
    column('handler', t('column.handler'), (row) => row.handlerName, { narrow: 'first' }),
    column('kind', t('cost.kind'), (row) => t(`costKind.${row.kind}`)),
    column('spentOn', t('cost.spentOn'), (row) => dayShort(row.spentOn, language, today()), { width: 100 }),
    column('claimed', t('cost.claimed'), (row) => yuan(row.claimed), { figure: true, width: 110 }),
    column('allowed', t('cost.allowed'), (row) => (row.allowed === null ? '—' : yuan(row.allowed)), {
      figure: true,
      width: 110,
    }),
    column('state', t('column.state'), (row) => lifecycle.state('directCost', row.state), { width: 150 }),
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="costs"
        caption={t('subsidies.costs')}
        tools={
          <>
            <FilterChips
              label={t('column.state')}
              chosen={state}
              onChoose={setState}
              chips={states.map((key) => ({ key, label: lifecycle.state('directCost', key) }))}
            />
            {gathered.length === 0 ? null : <Button onClick={() => setBatching(true)}>{t('batch.new')}</Button>}
          </>
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        hrefOf={(row) => `/desk/matters/${row.tenant}/${row.matterId}?case=${row.caseId}`}
        loading={query.isPending}
        empty={<Empty title={t('cost.empty')} hint={t('cost.emptyHint')} />}
      />
      {batching ? (
        <NewBatchPanel
          of="costIds"
          rows={gathered.map((row) => ({ ...row, amount: row.allowed }))}
          onClose={() => setBatching(false)}
          onMade={() => {
            setBatching(false);
            setPicked([]);
          }}
        />
      ) : null}
    </>
  );
}
