import { Button } from 'antd';
import type { ReactNode } from 'react';
import { receiptAddress } from '../../api/costs.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import type { Movable } from '../../parts/movable.ts';
import css from './affair-facts.module.css';
import type { MatterView } from './matter-view.ts';

/** 直接费用: what was spent and for what, its receipts, what finance allowed under which article. */
export function CostFacts({
  matter,
  onChoose,
}: {
  matter: MatterView;
  onChoose: (event: string, record: Movable) => void;
}): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const costs = matter.aidCase?.costs ?? [];
  if (costs.length === 0) return null;
  const day = (on: string): string => dayShort(on, language, today());
  return (
    <section>
      <h2>{t('subsidies.costs')}</h2>
      {costs.map((cost) => {
        const record = matter.aside.find(({ id }) => id === cost.id);
        // Batches have a screen of their own.
        const events = record?.events.filter((event) => ['check', 'refuse', 'withdraw'].includes(event)) ?? [];
        return (
          <div key={cost.id} className={css.affair}>
            <Facts>
              <Fact label={t(`costKind.${cost.kind}`)}>
                <span className="whole">{money(cost.claimed)}</span> <span className="soft">{day(cost.spentOn)}</span>
                <br />
                <span className="soft">
                  {cost.purpose}
                  {cost.units === null ? null : `${t('word.dot')}${t('subsidies.days', { days: cost.units })}`}
                </span>
              </Fact>
              <Fact label={t('affair.state')}>{lifecycle.state('directCost', cost.state)}</Fact>
              {cost.allowed === null ? null : (
                <Fact label={t('cost.allowed')}>
                  <span className="whole">{money(cost.allowed)}</span> <span className="soft">{cost.citation}</span>
                </Fact>
              )}
              {cost.note === null ? null : <Fact label={t('affair.note')}>{cost.note}</Fact>}
              <Fact label={t('cost.receipts')}>
                {cost.receipts.map((one) => (
                  <div key={one.attachmentId}>
                    <a href={receiptAddress(cost, one.attachmentId)} download={one.fileName}>
                      {one.fileName}
                    </a>
                  </div>
                ))}
              </Fact>
            </Facts>
            {record === undefined || events.length === 0 ? null : (
              <p className={css.actions}>
                {events.map((event) => (
                  <Button key={event} size="small" onClick={() => onChoose(event, record)}>
                    {lifecycle.action('directCost', cost.state, event)}
                  </Button>
                ))}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}
