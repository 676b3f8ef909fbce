import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { handlerKinds, isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { subsidyQuery } from '../../api/subsidies.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { subsidyForms } from './subsidy-forms.tsx';
import css from './subsidy-panel.module.css';
import { Trace } from './trace.tsx';

/** One subsidy: for what work, the tariff's band, the amount line by line, and what may be done now. */
export function SubsidyPanel({ address, onClose }: { address: string; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const [tenant = '', id = ''] = address.split('.');
  const { data, error, refetch } = useQuery(subsidyQuery(tenant, id));
  const [open, setOpen] = useState<string>();
  if (error !== null) {
    return (
      <Panel title={t('subsidies.one')} onClose={onClose}>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (data === undefined) return null;
  const { subsidy } = data;
  const Form = open === undefined ? undefined : subsidyForms[open];
  const offered = data.allowedActions.filter((event) => Object.hasOwn(subsidyForms, event));
  return (
    <Panel title={subsidy.caseNumber} onClose={onClose}>
      <div className={css.subsidy}>
        <p className={css.state}>
          <Tag tone={subsidy.state === 'PAID' ? 'green' : 'qing'}>{lifecycle.state('subsidy', subsidy.state)}</Tag>
          {subsidy.amount === null ? null : <span className={css.amount}>{money(subsidy.amount)}</span>}
        </p>
        <Facts>
          <Fact label={t('column.recipient')}>
            <Link
              to="/matters/$tenant/$matterId"
              params={{ tenant, matterId: subsidy.matterId }}
              search={{ case: subsidy.caseId }}
            >
              {subsidy.recipientName}
            </Link>{' '}
            <span className="soft">{subsidy.causeText}</span>
          </Fact>
          <Fact label={t('column.handler')}>
            {subsidy.handlerName}{' '}
            <span className="soft">
              {isOneOf(handlerKinds, subsidy.handlerKind)
                ? t(`handlerKind.${subsidy.handlerKind}`)
                : subsidy.handlerKind}
            </span>
            <br />
            <span className="soft">{subsidy.handlerUnit}</span>
          </Fact>
          <Fact label={t('subsidies.archivedOn')}>{dayShort(subsidy.archivedOn, language, today())}</Fact>
          {subsidy.paidOn === null ? null : (
            <Fact label={t('subsidies.paidOn')}>
              {dayShort(subsidy.paidOn, language, today())} <span className="soft">{subsidy.paymentReference}</span>
            </Fact>
          )}
          {subsidy.returnReason === null ? null : <Fact label={t('subsidies.returned')}>{subsidy.returnReason}</Fact>}
        </Facts>
        <Trace subsidy={subsidy} />
        {Form === undefined ? (
          <div className={css.ways}>
            {offered.map((event, index) => (
              <Button key={event} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(event)}>
                {lifecycle.action('subsidy', subsidy.state, event)}
              </Button>
            ))}
          </div>
        ) : (
          <div className={css.form}>
            <h3>{lifecycle.action('subsidy', subsidy.state, open ?? '')}</h3>
            <Form page={data} onDone={() => setOpen(undefined)} />
          </div>
        )}
      </div>
    </Panel>
  );
}
