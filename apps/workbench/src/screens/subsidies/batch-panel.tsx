import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { batchQuery } from '../../api/subsidies.ts';
import { money, yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { batchForms } from './batch-forms.tsx';
import css from './subsidy-panel.module.css';

const paymentStates = ['pending', 'paid', 'reconciled', 'returned', 'removed'] as const;

/** One batch with its payments, and what may be done with it now. */
export function BatchPanel({ address, onClose }: { address: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const [tenant = '', id = ''] = address.split('.');
  const { data, error, refetch } = useQuery(batchQuery(tenant, id));
  const [open, setOpen] = useState<string>();
  if (data === undefined) {
    return (
      <Panel title={t('subsidies.batches')} onClose={onClose}>
        {error === null ? null : <ProblemNote error={error} onRetry={() => void refetch()} />}
      </Panel>
    );
  }
  const { batch, payments } = data;
  const Form = open === undefined ? undefined : batchForms[open];
  return (
    <Panel title={batch.number} onClose={onClose}>
      <div className={css.subsidy}>
        <p className={css.state}>
          <Tag tone={batch.state === 'RECONCILED' ? 'green' : 'qing'}>
            {lifecycle.state('paymentBatch', batch.state)}
          </Tag>
          <span className={css.amount}>{money(batch.total)}</span>
        </p>
        <table className={css.trace}>
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.id}>
                <td>
                  {payment.handlerName}
                  <span className={css.citation}>
                    {[
                      isOneOf(paymentStates, payment.state) ? t(`payment.${payment.state}`) : payment.state,
                      payment.reference,
                    ]
                      .filter((part) => part !== null)
                      .join(t('word.dot'))}
                  </span>
                </td>
                <td>{yuan(payment.amount)}</td>
              </tr>
            ))}
            <tr className={css.sum}>
              <th scope="row">{t('batch.sum', { count: batch.payments })}</th>
              <td>{yuan(batch.total)}</td>
            </tr>
          </tbody>
        </table>
        {Form === undefined ? (
          <div className={css.ways}>
            {data.allowedActions.map((event, index) => (
              <Button
                key={event}
                type={index === 0 ? 'primary' : 'default'}
                danger={event === 'dissolve'}
                onClick={() => setOpen(event)}
              >
                {lifecycle.action('paymentBatch', batch.state, event)}
              </Button>
            ))}
          </div>
        ) : (
          <div className={css.form}>
            <h3>{lifecycle.action('paymentBatch', batch.state, open ?? '')}</h3>
            <Form page={data} onDone={() => setOpen(undefined)} />
          </div>
        )}
      </div>
    </Panel>
  );
}
