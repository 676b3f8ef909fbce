import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { applicationQuery } from '../../api/applications.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ActionPanel } from './action-panel.tsx';
import { AssessmentView } from './assessment-view.tsx';
import { Clocks } from './clocks.tsx';
import { FactsColumn } from './facts-column.tsx';
import { MatterHead } from './matter-head.tsx';
import css from './matter-screen.module.css';
import { matterViewOf } from './matter-view.ts';
import { NextActions } from './next-actions.tsx';
import { Story } from './story.tsx';

const route = getRouteApi('/matters/$tenant/$matterId');

/** 案件页: parties and facts, the story with its papers, and always in sight the clock and what may be done now. */
export function MatterScreen(): ReactNode {
  const { tenant, matterId } = route.useParams();
  const application = useQuery(applicationQuery(tenant, matterId));
  const [open, setOpen] = useState<string>();
  if (application.data === undefined) {
    return application.isError ? (
      <ProblemNote error={application.error} onRetry={() => void application.refetch()} page />
    ) : null;
  }
  const matter = matterViewOf(application.data);

  return (
    <div className={css.matter}>
      <MatterHead matter={matter} />
      <div className={css.columns}>
        <aside className={css.side}>
          <Clocks deadlines={matter.deadlines} />
          <NextActions
            movable={matter.current}
            proposal={application.data.application.proposal}
            open={open}
            onChoose={setOpen}
          />
          <AssessmentView assessment={application.data.application.assessment} />
        </aside>
        <FactsColumn matter={matter} page={application.data} />
        <Story matter={matter} />
      </div>
      {open === undefined ? null : (
        <ActionPanel key={open} matter={matter} event={open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
