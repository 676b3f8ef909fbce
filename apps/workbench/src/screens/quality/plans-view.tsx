import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type AssessmentPlan, assessmentPlansQuery } from '../../api/assessments.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { NewPlanPanel } from './new-plan-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';

interface ViewProps {
  readonly tenant: string | undefined;
  readonly open: string | undefined;
  readonly onOpen: (row: string | undefined) => void;
}

/** 评估计划: which closed cases are to be assessed, and how they were drawn. */
export function PlansView({ tenant, open, onOpen }: ViewProps): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  const [making, setMaking] = useState(false);
  const query = useQuery(assessmentPlansQuery(tenant));
  const { rows = [], mayPlanIn = [] } = query.data ?? {};
  const keyOf = (row: AssessmentPlan): string => `${row.tenant}.${row.id}`;
  const chosen = rows.find((row) => keyOf(row) === open);
  const period = (row: AssessmentPlan): string =>
    `${dayShort(row.firstDay, language, today())} – ${dayShort(row.lastDay, language, today())}`;
  const columns: readonly Column<AssessmentPlan>[] = [
    {
      key: 'title',
      title: t('qualityPlan.title'),
      rank: 'lead',
      cell: (row) => row.title,
      text: (row) => row.title,
    },
    {
      key: 'period',
      title: t('qualityPlan.period'),
      width: 230,
      cell: (row) => <span className="whole">{period(row)}</span>,
      text: (row) => `${row.firstDay} ${row.lastDay}`,
    },
    {
      key: 'classes',
      title: t('column.class'),
      width: 150,
      narrow: 'hide',
      cell: (row) => row.classes.map((code) => t(`class.${code}`)).join(t('word.list')),
      text: (row) => row.classes.join(),
    },
    {
      key: 'sample',
      title: t('qualityPlan.sample'),
      width: 120,
      figure: true,
      cell: (row) => (row.sampleSize === null ? '' : `${row.sampleSize} / ${row.frameSize ?? 0}`),
      text: (row) => (row.sampleSize === null ? '' : `${row.sampleSize}/${row.frameSize ?? 0}`),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 110,
      cell: (row) => lifecycle.state('assessmentPlan', row.state),
      text: (row) => lifecycle.state('assessmentPlan', row.state),
    },
    {
      key: 'by',
      title: t('qualityPlan.madeBy'),
      width: 110,
      narrow: 'hide',
      cell: (row) => row.madeByName,
      text: (row) => row.madeByName,
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 90,
      narrow: 'hide',
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="assessment-plans"
        caption={t('qualityPlan.plans')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        onOpen={(row) => {
          setMaking(false);
          onOpen(keyOf(row));
        }}
        openKey={open}
        loading={query.isPending}
        tools={
          mayPlanIn.length === 0 ? null : (
            <Button
              type="primary"
              onClick={() => {
                onOpen(undefined);
                setMaking(true);
              }}
            >
              {t('qualityPlan.new')}
            </Button>
          )
        }
        empty={<Empty title={t('qualityPlan.none')} hint={t('qualityPlan.noneHint')} />}
      />
      {making ? <NewPlanPanel tenants={mayPlanIn} tenant={tenant} onClose={() => setMaking(false)} /> : null}
      {chosen === undefined || making ? null : (
        <PlanPanel key={keyOf(chosen)} plan={chosen} onClose={() => onOpen(undefined)} />
      )}
    </>
  );
}
