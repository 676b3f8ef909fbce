import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { applicationQuery } from '../../api/applications.ts';
import { caseQuery } from '../../api/cases.ts';
import type { MatterDocument } from '../../api/matter.ts';
import type { Movable } from '../../parts/movable.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSession } from '../../session/gate.tsx';
import { ActionPanel } from './action-panel.tsx';
import { AssessmentView } from './assessment-view.tsx';
import { Clocks } from './clocks.tsx';
import { FactsColumn } from './facts-column.tsx';
import { MatterHead } from './matter-head.tsx';
import css from './matter-screen.module.css';
import { matterViewOf } from './matter-view.ts';
import { NextActions } from './next-actions.tsx';
import { ServicePanel } from './service-panel.tsx';
import { Story } from './story.tsx';
import { usePresence } from './use-presence.ts';

const route = getRouteApi('/matters/$tenant/$matterId');

/** A handler reads the case alone; everybody else of the centre reads the application too. */
const readsApplications = [
  'clerk',
  'reviewer',
  'approver',
  'designator',
  'manager',
  'quality',
  'finance',
  'hotlineAgent',
  'liaison',
  'bureauReviewer',
];
/** Those who see each other at a matter: whoever may open any of the centre's. */
const seeEachOther = ['clerk', 'reviewer', 'approver', 'designator', 'manager', 'quality', 'finance'];
/** Those who hand papers over and write it down. */
const recordsService = ['clerk', 'reviewer', 'approver', 'designator'];
const readsCases = [
  'clerk',
  'reviewer',
  'approver',
  'designator',
  'manager',
  'quality',
  'finance',
  'handler',
  'bureauReviewer',
];

/** 案件页: parties and facts, the story with its papers, and always in sight the clock and what may be done now. */
export function MatterScreen(): ReactNode {
  const { tenant, matterId } = route.useParams();
  const { case: asked } = route.useSearch();
  const session = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<{ readonly event: string; readonly id: string; readonly subject: string }>();
  const [serving, setServing] = useState<MatterDocument>();
  const may = (roles: readonly string[]): boolean => session.roles.some((role) => roles.includes(role));

  const others = usePresence(
    { tenant, matterId },
    open === undefined ? undefined : `${open.subject}.${open.event}`,
    may(seeEachOther),
  );
  const application = useQuery({ ...applicationQuery(tenant, matterId), enabled: may(readsApplications) });
  const caseId = application.data?.application.caseId ?? asked;
  const aidCase = useQuery({ ...caseQuery(tenant, caseId ?? ''), enabled: caseId !== undefined && may(readsCases) });

  const waiting = application.isLoading || aidCase.isLoading;
  const matter = waiting ? undefined : matterViewOf(application.data ?? null, aidCase.data ?? null);
  if (matter === undefined) {
    const error = application.error ?? aidCase.error;
    if (error === null) return null;
    return (
      <ProblemNote error={error} onRetry={() => void Promise.all([application.refetch(), aidCase.refetch()])} page />
    );
  }
  const choose = (event: string, record: Movable): void => {
    setServing(undefined);
    if (event === 'designate')
      void navigate({ to: '/designation/$tenant/$caseId', params: { tenant, caseId: matter.current.id } });
    else setOpen({ event, id: record.id, subject: record.subject });
  };

  const serve = (document: MatterDocument): void => {
    setOpen(undefined);
    setServing(document);
  };

  return (
    <div className={css.matter}>
      <MatterHead matter={matter} others={others} />
      <div className={css.columns}>
        <aside className={css.side}>
          <Clocks deadlines={matter.deadlines} />
          <NextActions matter={matter} open={open?.event} onChoose={choose} />
          {matter.application === null ? null : (
            <AssessmentView assessment={matter.application.application.assessment} />
          )}
        </aside>
        <FactsColumn matter={matter} onChoose={choose} />
        <Story matter={matter} {...(may(recordsService) ? { onServe: serve } : {})} />
      </div>
      {serving === undefined ? null : (
        <ServicePanel
          key={serving.documentId}
          tenant={tenant}
          document={serving}
          recipient={matter.recipientName}
          onClose={() => setServing(undefined)}
        />
      )}
      {open === undefined ? null : (
        <ActionPanel
          key={open.id + open.event}
          matter={{
            ...matter,
            current: [...matter.aside, matter.beside].find((record) => record?.id === open.id) ?? matter.current,
          }}
          event={open.event}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
