import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { type Destruction, destructionQuery, destructionsQuery, moveDestruction } from '../../api/archives.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import { useScope } from '../../shell/scope.ts';
import css from './archive.module.css';

interface ViewProps {
  readonly tenant: string | undefined;
  readonly open: string | undefined;
  readonly onOpen: (row: string | undefined) => void;
}

/** 销毁清册: who proposed, who appraised, who approved, and what came of it. */
export function DestructionsView({ tenant, open, onOpen }: ViewProps): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  const query = useQuery(destructionsQuery(tenant));
  const rows = query.data?.rows ?? [];
  const day = (at: string): string => dayInWords(at.slice(0, 10), language, today());
  const keyOf = (row: Destruction): string => `${row.tenant}.${row.id}`;
  const chosen = rows.find((row) => keyOf(row) === open);
  const columns: readonly Column<Destruction>[] = [
    {
      key: 'reason',
      title: t('archive.reason'),
      rank: 'lead',
      cell: (row) => row.reason,
      text: (row) => row.reason,
    },
    {
      key: 'files',
      title: t('archive.files'),
      width: 80,
      figure: true,
      cell: (row) => row.files,
      text: (row) => String(row.files),
    },
    {
      key: 'state',
      title: t('archive.state'),
      width: 110,
      cell: (row) => lifecycle.state('archiveDestruction', row.state),
      text: (row) => lifecycle.state('archiveDestruction', row.state),
    },
    {
      key: 'by',
      title: t('archive.proposedBy'),
      width: 120,
      cell: (row) => row.proposedByName,
      text: (row) => row.proposedByName,
    },
    {
      key: 'at',
      title: t('archive.proposedOn'),
      width: 170,
      narrow: 'hide',
      cell: (row) => day(row.proposedAt),
      text: (row) => day(row.proposedAt),
    },
    {
      key: 'place',
      title: t('fact.place'),
      width: 110,
      narrow: 'hide',
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="destructions"
        caption={t('archive.view.proposals')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        onOpen={(row) => onOpen(keyOf(row))}
        openKey={open}
        loading={query.isPending}
        empty={<Empty title={t('archive.noProposals')} />}
      />
      {chosen === undefined ? null : (
        <DestructionPanel key={keyOf(chosen)} destruction={chosen} onClose={() => onOpen(undefined)} />
      )}
    </>
  );
}

function DestructionPanel({ destruction, onClose }: { destruction: Destruction; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const query = useQuery(destructionQuery(destruction.tenant, destruction.id));
  const move = useDeskMove(t('archive.view.proposals'), 'archive', onClose);
  const [form] = Form.useForm<{ note?: string }>();
  const by = (name: string | null, at: string | null): string =>
    name === null || at === null ? '' : `${name} · ${dayInWords(at.slice(0, 10), language, today())}`;
  const send = (event: string) => {
    const { note } = form.getFieldsValue();
    move.mutate((key) => moveDestruction(destruction, event, destruction.version, note, key));
  };
  return (
    <Panel title={destruction.reason} onClose={onClose}>
      <Facts>
        <Fact label={t('archive.state')}>{lifecycle.state('archiveDestruction', destruction.state)}</Fact>
        <Fact label={t('archive.proposedBy')}>{by(destruction.proposedByName, destruction.proposedAt)}</Fact>
        {destruction.appraisedByName === null ? null : (
          <Fact label={t('archive.appraisedBy')}>{by(destruction.appraisedByName, destruction.appraisedAt)}</Fact>
        )}
        {destruction.settledByName === null ? null : (
          <Fact label={t('archive.settledBy')}>{by(destruction.settledByName, destruction.settledAt)}</Fact>
        )}
        {destruction.note === null ? null : <Fact label={t('archive.note')}>{destruction.note}</Fact>}
      </Facts>
      <ul className={css.pieces}>
        {(query.data?.lines ?? []).map((line) => (
          <li key={line.id}>
            <span>
              {line.number} {line.recipientName}
            </span>
            <span className="soft whole">{t(`archive.term.${line.term}`)}</span>
          </li>
        ))}
      </ul>
      {destruction.allowedActions.length === 0 ? null : (
        <Form form={form} layout="vertical" className={css.form ?? ''}>
          {destruction.allowedActions.includes('approve') ? <p>{t('archive.approveMeans')}</p> : null}
          <Form.Item name="note" label={t('archive.noteLabel')}>
            <ProseField maxLength={500} rows={2} />
          </Form.Item>
          {move.isError ? <ProblemNote error={move.error} /> : null}
          <div className={css.actions}>
            {destruction.allowedActions.map((event) => (
              <Button
                key={event}
                type={event === 'appraise' ? 'primary' : 'default'}
                danger={event === 'approve'}
                loading={move.isPending}
                onClick={() => send(event)}
              >
                {lifecycle.action('archiveDestruction', destruction.state, event)}
              </Button>
            ))}
          </div>
        </Form>
      )}
    </Panel>
  );
}
