import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { type ComplaintPage, complaintQuery } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import type { Movable } from '../../parts/movable.ts';
import { MoveButtons } from '../../parts/move-buttons.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { Clocks } from '../matter/clocks.tsx';
import head from '../matter/matter-head.module.css';
import css from '../matter/matter-screen.module.css';
import { Story } from '../matter/story.tsx';
import { ComplaintFacts } from './complaint-facts.tsx';
import { complaintForms } from './complaint-forms.tsx';

const route = getRouteApi('/complaints/$tenant/$complaintId');

/** Ways out, and what is done beside the way. */
const exits = ['withdraw', 'passOn', 'declineToAccept', 'merge', 'tellFederation'];
/** Moves that are open but do not lead onward by themselves. */
const aside = [...exits, 'requestInformation', 'entrust', 'sendBack'];

/** 投诉页: what was said, by when what is due, what may be done now, and the whole story with its papers. */
export function ComplaintScreen(): ReactNode {
  const { tenant, complaintId } = route.useParams();
  const { t } = useWords();
  const [open, setOpen] = useState<string>();
  const query = useQuery(complaintQuery(tenant, complaintId));
  const page = query.data;
  if (page === undefined)
    return query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} page /> : null;
  const { complaint } = page;
  const movable: Movable = {
    subject: 'complaint',
    tenant,
    id: complaint.id,
    version: complaint.version,
    state: complaint.state,
    events: page.allowedActions,
  };
  return (
    <div className={css.matter}>
      <Head page={page} />
      <div className={css.columns}>
        <aside className={css.side}>
          <Clocks deadlines={page.deadlines} />
          <MoveButtons
            moves={page.allowedActions.map((event) => ({ event, record: movable }))}
            exits={exits}
            first={page.allowedActions.find((event) => !aside.includes(event))}
            open={open}
            onChoose={setOpen}
          >
            <WhyNot page={page} />
          </MoveButtons>
        </aside>
        <ComplaintFacts
          page={page}
          onMerge={page.allowedActions.includes('merge') ? () => setOpen('merge') : undefined}
        />
        <Story
          matter={{ tenant, story: page.story, documents: page.documents, aidCase: null }}
          citizen={t('complaint.complainant')}
        />
      </div>
      {open === undefined ? null : (
        <FormPanel key={open} event={open} page={page} movable={movable} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

function FormPanel({
  event,
  page,
  movable,
  onClose,
}: {
  event: string;
  page: ComplaintPage;
  movable: Movable;
  onClose: () => void;
}): ReactNode {
  const lifecycle = useLifecycleWords();
  const Form = complaintForms[event];
  // The words as the step was begun: somebody faster may have moved it on meanwhile.
  const [title] = useState(lifecycle.action('complaint', movable.state, event));
  return (
    <Panel title={title} onClose={onClose}>
      {Form === undefined ? null : <Form page={page} movable={movable} onDone={onClose} />}
    </Panel>
  );
}

/** Who looks into it does not decide it, and the other way round: said where the button would be. */
function WhyNot({ page: { complaint, allowedActions } }: { page: ComplaintPage }): ReactNode {
  const { t } = useWords();
  const { account } = useSession();
  const own = complaint.investigatorId === account.id;
  const name = complaint.investigatorName ?? '';
  if (complaint.state === 'INVESTIGATING' && !own) return <p className="soft">{t('complaint.byAnother', { name })}</p>;
  if (complaint.state === 'REPORTED' && own && !allowedActions.includes('decide'))
    return <p className="soft">{t('complaint.ownFindings')}</p>;
  return null;
}

function Head({ page: { complaint } }: { page: ComplaintPage }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  const title = words.groundsOf(complaint);
  useEffect(() => {
    document.title = `${complaint.number} · ${t('nav.complaints')}`;
  }, [complaint.number, t]);
  return (
    <header>
      <div className={head.line}>
        <h1>
          {words.against(complaint)}
          <span className={head.subject}>{title}</span>
        </h1>
        <Tag tone="qing">{lifecycle.state('complaint', complaint.state)}</Tag>
        {complaint.outcome === null ? null : <Tag>{t(`complaint.outcome.${complaint.outcome}`)}</Tag>}
        {complaint.anonymous ? <Tag>{t('complaint.anonymous')}</Tag> : null}
        {complaint.demonstration ? <Tag tone="amber">{t('desk.demonstration')}</Tag> : null}
      </div>
      <ul className={head.meta}>
        <li className="whole">{complaint.number}</li>
        <li>{nameOf(complaint.tenant)}</li>
        <li>{words.door(complaint.door)}</li>
        <li className="whole">{t('matter.received', { day: dayShort(complaint.receivedOn, language, today()) })}</li>
      </ul>
    </header>
  );
}
