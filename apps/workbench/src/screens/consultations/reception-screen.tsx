import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { registersComplaints } from '../../session/roles-that.ts';
import { ConsultationForm } from './consultation-form.tsx';
import { ConsultationList } from './consultation-list.tsx';
import css from './reception-screen.module.css';

/** 接待: who comes to the window. */
export function ReceptionScreen(): ReactNode {
  return <Desk channel="window" title="nav.reception" />;
}

/** 热线: who calls 12348. */
export function HotlineScreen(): ReactNode {
  return <Desk channel="hotline" title="nav.hotline" />;
}

/** The form on the left, what was registered on the right; one click turns a consultation into an application. */
function Desk({
  channel,
  title,
}: {
  channel: 'window' | 'hotline';
  title: 'nav.reception' | 'nav.hotline';
}): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const mayRegister = session.roles.some((role) => role === 'clerk' || role === 'reviewer');
  return (
    <>
      <ScreenHead
        title={t(title)}
        beside={channel === 'hotline' ? t('consultation.hotlineHint') : t('consultation.windowHint')}
        actions={
          <>
            <Link to="/consultations" className={css.direct}>
              {t('consultation.ledger')}
            </Link>
            {channel === 'window' && mayRegister ? (
              <Link to="/notices/new" className={css.direct}>
                {t('notice.title')}
              </Link>
            ) : null}
            {session.roles.some((role) => registersComplaints.includes(role)) ? (
              <Link to="/complaints/new" search={{ door: channel }} className={css.direct}>
                {t('complaint.register')}
              </Link>
            ) : null}
            <Link
              to="/applications/new"
              search={{ door: channel === 'hotline' ? 'phone' : 'window' }}
              className={css.direct}
            >
              {t('consultation.direct')}
            </Link>
          </>
        }
      />
      <div className={css.desk}>
        <section className={css.form} aria-label={t('consultation.register')}>
          <ConsultationForm channel={channel} />
        </section>
        <section className={css.list}>
          <ConsultationList channel={channel} />
        </section>
      </div>
    </>
  );
}
