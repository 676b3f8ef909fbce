import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Radio } from 'antd';
import { type ReactNode, useRef } from 'react';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem } from '../../api/problem.ts';
import { createBatch, fundsQuery } from '../../api/subsidies.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import css from './subsidy-panel.module.css';

/** What is to be paid: an approved subsidy, or a cost that was allowed. */
export interface Payable {
  readonly tenant: string;
  readonly id: string;
  readonly handlerName: string;
  readonly caseNumber: string;
  readonly amount: number | null;
}

/** 建支付批次: which subsidies or costs, their sum, out of which fund. The sum is set aside at once. */
export function NewBatchPanel({
  rows,
  of,
  onClose,
  onMade,
}: {
  rows: readonly Payable[];
  of: 'subsidyIds' | 'costIds';
  onClose: () => void;
  onMade: () => void;
}): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const tenant = rows[0]?.tenant ?? '';
  const total = rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
  const funds = useQuery(fundsQuery(tenant));
  const make = useMutation({
    mutationFn: ({ fundId }: { fundId: string }) =>
      createBatch({ tenant, fundId, subsidyIds: [], costIds: [], [of]: rows.map((row) => row.id) }, key.current),
    onSuccess: ({ number }) => {
      void client.invalidateQueries({
        predicate: (query) => ['subsidies', 'costs', 'batches', 'funds'].includes(String(query.queryKey[0])),
      });
      void message.success(t('batch.made', { number }));
      onMade();
    },
    onError: (error) => {
      if (isProblem(error) && error.status >= 400) key.current = newIdempotencyKey();
    },
  });
  return (
    <Panel title={t('batch.new')} onClose={onClose}>
      <Form<{ fundId: string }> layout="vertical" requiredMark={false} onFinish={(values) => make.mutate(values)}>
        {make.isError ? <ProblemNote error={make.error} /> : null}
        <table className={css.trace}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.handlerName}
                  <span className={css.citation}>{row.caseNumber}</span>
                </td>
                <td>{money(row.amount ?? 0)}</td>
              </tr>
            ))}
            <tr className={css.sum}>
              <th scope="row">{t('batch.sum', { count: rows.length })}</th>
              <td>{money(total)}</td>
            </tr>
          </tbody>
        </table>
        <Form.Item name="fundId" label={t('batch.fund')} rules={[{ required: true, message: t('batch.fundMissing') }]}>
          <Radio.Group
            vertical
            options={(funds.data?.funds ?? []).map((fund) => ({
              value: fund.fundId,
              label: t('batch.fundLeft', { fund: fund.name, available: money(fund.available) }),
              disabled: fund.available < total,
            }))}
          />
        </Form.Item>
        {funds.data?.funds.length === 0 ? <p className="soft">{t('batch.noFund')}</p> : null}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('batch.make')}
        </Button>
      </Form>
    </Panel>
  );
}
