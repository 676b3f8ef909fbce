import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { fundSources, isOneOf } from '../../api/codes.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { appropriate, type Fund, fundsQuery, postingsQuery } from '../../api/subsidies.ts';
import { dayShort } from '../../format/day.ts';
import { money, yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './subsidy-panel.module.css';

interface Placed extends Fund {
  readonly tenant: string;
}

const postingKinds = ['appropriate', 'withdrawAppropriation', 'commit', 'release', 'pay', 'bounce'] as const;

/** 经费余额: what each fund holds, to the fen; its postings behind it. */
export function FundsView(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant, tenants, nameOf } = useScope();
  const places = tenant === undefined ? tenants.map((place) => place.code) : [tenant];
  const answers = useQueries({ queries: places.map((place) => fundsQuery(place)) });
  const funds: Placed[] = answers.flatMap((answer, index) =>
    (answer.data?.funds ?? []).map((fund) => ({ ...fund, tenant: places[index] ?? '' })),
  );
  const [open, setOpen] = useState<Placed>();
  const [adding, setAdding] = useState(false);
  const failed = answers.find((answer) => answer.isError);
  const columns: readonly Column<Placed>[] = [
    {
      key: 'name',
      title: t('fund.name'),
      rank: 'lead',
      narrow: 'first',
      cell: (fund) => fund.name,
      text: (fund) => fund.name,
    },
    {
      key: 'place',
      title: t('column.place'),
      cell: (fund) => nameOf(fund.tenant),
      text: (fund) => nameOf(fund.tenant),
    },
    ...(['appropriated', 'committed', 'expended', 'directCosts', 'available'] as const).map((key) => ({
      key,
      title: t(`fund.${key}`),
      figure: true,
      cell: (fund: Placed) => (key === 'available' ? <strong>{yuan(fund[key])}</strong> : yuan(fund[key])),
      text: (fund: Placed) => yuan(fund[key]),
    })),
  ];
  return (
    <>
      {failed === undefined ? null : <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />}
      <DataTable
        name="funds"
        caption={t('subsidies.funds')}
        tools={
          session.roles.includes('finance') ? (
            <Button onClick={() => setAdding(true)}>{t('fund.appropriate')}</Button>
          ) : undefined
        }
        columns={columns}
        rows={funds}
        keyOf={(fund) => fund.fundId}
        onOpen={setOpen}
        openKey={open?.fundId}
        loading={answers.some((answer) => answer.isPending)}
        empty={<Empty title={t('fund.empty')} hint={t('fund.emptyHint')} />}
      />
      {open === undefined ? null : <PostingsPanel fund={open} onClose={() => setOpen(undefined)} />}
      {adding ? <AppropriatePanel onClose={() => setAdding(false)} /> : null}
    </>
  );
}

/** 经费流水, newest first. */
function PostingsPanel({ fund, onClose }: { fund: Placed; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const query = useQuery(postingsQuery(fund.tenant, fund.fundId));
  return (
    <Panel title={fund.name} onClose={onClose}>
      <p className={css.state}>
        <span className="soft">{t('fund.available')}</span>
        <span className={css.amount}>{money(fund.available)}</span>
      </p>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <table className={css.trace}>
        <tbody>
          {(query.data?.postings ?? []).map((posting) => (
            <tr key={posting.id}>
              <td>
                {isOneOf(postingKinds, posting.kind) ? t(`posting.${posting.kind}`) : posting.kind}
                <span className={css.citation}>
                  {[dayShort(posting.postedOn, language, today()), posting.memo]
                    .filter((part) => part !== '')
                    .join(t('word.dot'))}
                </span>
              </td>
              <td>{yuan(posting.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface Appropriation {
  readonly tenant: string;
  readonly source: (typeof fundSources)[number];
  readonly year: number;
  readonly amount: number;
  readonly memo: string;
}

/** 拨入经费: the money that a treasury gives for a year. */
function AppropriatePanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { tenant, tenants } = useScope();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const give = useMutation({
    mutationFn: (input: Appropriation) => appropriate({ ...input, memo: input.memo.trim() }, key.current),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['funds'] });
      onClose();
    },
    onError: (error) => {
      if (isProblem(error) && error.status >= 400) key.current = newIdempotencyKey();
    },
  });
  return (
    <Panel title={t('fund.appropriate')} onClose={onClose}>
      <Form<Appropriation>
        layout="vertical"
        requiredMark={false}
        initialValues={{ tenant: tenant ?? tenants[0]?.code, year: Number(today().slice(0, 4)) }}
        onFinish={(values) => give.mutate(values)}
      >
        {give.isError ? <ProblemNote error={give.error} /> : null}
        <Form.Item name="tenant" label={t('column.place')}>
          <Select options={tenants.map((place) => ({ value: place.code, label: place.name }))} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('fund.source')}
          rules={[{ required: true, message: t('fund.sourceMissing') }]}
        >
          <Select options={fundSources.map((source) => ({ value: source, label: t(`fundSource.${source}`) }))} />
        </Form.Item>
        <Form.Item name="year" label={t('fund.year')} rules={[{ required: true, message: t('fund.yearMissing') }]}>
          <InputNumber min={2000} max={2999} precision={0} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={t('subsidies.amount')}
          rules={[
            {
              validator: (_, fen: number | undefined) =>
                fen !== undefined && fen > 0 ? Promise.resolve() : Promise.reject(new Error(t('form.amountWrong'))),
            },
          ]}
        >
          <MoneyField />
        </Form.Item>
        <Form.Item
          name="memo"
          label={t('fund.memo')}
          rules={[{ required: true, whitespace: true, message: t('fund.memoMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('fund.appropriate')}
        </Button>
      </Form>
    </Panel>
  );
}
