import type { ReactNode } from 'react';
import type { CostEstimate, Report } from '../../api/what-if.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './what-if.module.css';

/** What it would cost from the fund: ranges, marked as estimates, each with what it rests on. */
export function CostView({ report }: { report: Report }): ReactNode {
  const { t } = useWords();
  const { additional, saved } = report.cost;
  const { subsidies } = report;
  if (additional.cases === 0 && saved.cases === 0 && subsidies === null) return null;
  const range = (of: CostEstimate): string => t('whatIf.range', { low: money(of.low), high: money(of.high) });
  return (
    <section className={css.cost} aria-label={t('whatIf.cost')}>
      <h3>
        {t('whatIf.cost')} <Tag>{t('whatIf.estimate')}</Tag>{' '}
        {additional.verified && saved.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
      </h3>
      <dl className={css.costs}>
        {additional.cases === 0 ? null : (
          <Cost label={t('whatIf.additional', { count: additional.cases })} range={range(additional)} of={additional} />
        )}
        {saved.cases === 0 ? null : (
          <Cost label={t('whatIf.saved', { count: saved.cases })} range={range(saved)} of={saved} />
        )}
        {subsidies === null ? null : (
          <div>
            <dt>{t('whatIf.repriced', { count: subsidies.subsidies, changed: subsidies.changed })}</dt>
            <dd className={css.range}>
              {t('whatIf.fromTo', { now: money(subsidies.amount), next: money(subsidies.amountThen) })}
            </dd>
            <dd className="soft">
              {t('whatIf.difference', {
                sign: subsidies.amountThen >= subsidies.amount ? '+' : '',
                amount: money(subsidies.amountThen - subsidies.amount),
              })}
            </dd>
          </div>
        )}
      </dl>
      <ul className={css.basis}>
        {additional.cases + saved.cases === 0 ? null : <li>{t('whatIf.basis.band')}</li>}
        {subsidies === null ? null : <li>{t('whatIf.basis.reprice')}</li>}
        {additional.unpriced + saved.unpriced === 0 ? null : (
          <li>{t('whatIf.basis.unpriced', { count: additional.unpriced + saved.unpriced })}</li>
        )}
      </ul>
    </section>
  );
}

function Cost({ label, range, of }: { label: string; range: string; of: CostEstimate }): ReactNode {
  const { t } = useWords();
  const paid = of.lines.reduce((sum, line) => sum + line.paid, 0);
  return (
    <div>
      <dt>{label}</dt>
      <dd className={css.range}>{range}</dd>
      <dd className="soft">
        {of.byAverage === null ? t('whatIf.noAverage') : t('whatIf.byAverage', { amount: money(of.byAverage), paid })}
      </dd>
    </div>
  );
}
