import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { complaintsQuery } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { useSession } from '../../session/gate.tsx';
import { registersComplaints } from '../../session/roles-that.ts';
import { seesUpheld, UpheldList } from '../complaints/upheld-list.tsx';
import type { MatterView } from './matter-view.ts';

/** 投诉 about this matter: all of them for the bureau, those found true for whoever looks after cases, and the way to write one down. */
export function ComplaintsAbout({ matter }: { matter: MatterView }): ReactNode {
  const { t } = useWords();
  const { roles } = useSession();
  const has = (those: readonly string[]): boolean => roles.some((role) => those.includes(role));
  const bureau = roles.includes('bureauReviewer');
  if (!has([...seesUpheld, ...registersComplaints])) return null;
  const { tenant, matterId, number } = matter;
  return (
    <section>
      <h2>{t('nav.complaints')}</h2>
      {bureau ? (
        <Every matter={matter} />
      ) : has(seesUpheld) ? (
        <UpheldList filter={{ tenant, matterId }} none={t('complaint.noneUpheld')} />
      ) : null}
      {has(registersComplaints) ? (
        <p>
          <Link to="/complaints/new" search={{ tenant, number, ...(bureau ? { door: 'bureau' } : {}) }}>
            {t('complaint.register')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Every({ matter: { tenant, matterId } }: { matter: MatterView }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const lifecycle = useLifecycleWords();
  const query = useInfiniteQuery(complaintsQuery({ tenant, matterId, all: true }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <p>
            <Link to="/complaints/$tenant/$complaintId" params={{ tenant, complaintId: row.id }}>
              {row.number}
            </Link>{' '}
            <span className="soft">
              {[
                dayShort(row.receivedOn, language, today()),
                words.groundsOf(row),
                lifecycle.state('complaint', row.state),
              ].join(t('word.dot'))}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
