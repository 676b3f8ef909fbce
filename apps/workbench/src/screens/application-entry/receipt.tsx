import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Submitted } from '../../api/application-input.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import css from './receipt.module.css';

/** 回执: number and query code, shown this once, to be printed and handed over. */
export function Receipt({ submitted, onNext }: { submitted: Submitted; onNext: () => void }): ReactNode {
  const { t, language } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <ScreenHead title={t('receipt.title')} />
      <div className={css.receipt}>
        <p className={css.number}>{submitted.number}</p>
        <p className={css.code}>
          <span className="soft">{t('receipt.code')}</span>
          <strong>{submitted.queryCode}</strong>
        </p>
        <p className="soft">{t('receipt.codeHint')}</p>
        <Facts>
          <Fact label={t('receipt.centre')}>{submitted.centre.name}</Fact>
          {submitted.centre.phone === null ? null : <Fact label={t('fact.phone')}>{submitted.centre.phone}</Fact>}
          <Fact label={t('receipt.decideBy')}>
            {dayInWords(submitted.decideBy.on, language, today())}
            <span className="soft"> {submitted.decideBy.citation}</span>
          </Fact>
        </Facts>
        <div className={css.ways}>
          <Button type="primary" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
          <Button
            onClick={() =>
              void navigate({
                to: '/matters/$tenant/$matterId',
                params: { tenant: submitted.tenant, matterId: submitted.applicationId },
              })
            }
          >
            {t('receipt.open')}
          </Button>
          <Button onClick={onNext}>{t('receipt.next')}</Button>
        </div>
      </div>
    </>
  );
}
