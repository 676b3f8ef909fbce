import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { RegisteredComplaint } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import css from '../application-entry/receipt.module.css';

/** 投诉回执: number and query code, shown this once. Only the bureau can open what was written down. */
export function ComplaintReceipt({
  registered,
  onNext,
}: {
  registered: RegisteredComplaint;
  onNext: () => void;
}): ReactNode {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const session = useSession();
  const { tenant, complaintId } = registered;
  return (
    <>
      <ScreenHead title={t('complaint.registered')} />
      <div className={css.receipt}>
        <p className={css.number}>{registered.number}</p>
        <p className={css.code}>
          <span className="soft">{t('receipt.code')}</span>
          <strong>{registered.queryCode}</strong>
        </p>
        <p className="soft">{t('complaint.codeHint')}</p>
        <Facts>
          <Fact label={t('complaint.acceptBy')}>
            {dayInWords(registered.acceptBy.on, language, today())}
            <span className="soft"> {registered.acceptBy.citation}</span>
          </Fact>
        </Facts>
        <div className={css.ways}>
          <Button type="primary" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
          {session.roles.includes('bureauReviewer') ? (
            <Button
              onClick={() => void navigate({ to: '/complaints/$tenant/$complaintId', params: { tenant, complaintId } })}
            >
              {t('complaint.open')}
            </Button>
          ) : null}
          <Button onClick={onNext}>{t('complaint.next')}</Button>
        </div>
      </div>
    </>
  );
}
