import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import {
  type AssessedCase,
  assessedCaseQuery,
  moveAssessed,
  reviewDeclineGrounds,
  type Seat,
} from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import { ResultFacts } from './result-facts.tsx';
import css from './review.module.css';
import { SheetTable } from './sheet-table.tsx';
import { StepForms } from './step-forms.tsx';

const route = getRouteApi('/quality/$tenant/$itemId');
/** Reviewers are asked on the plan's page, one is replaced at their seat. */
const elsewhere = ['assign', 'replaceReviewer'];

/** 抽中案件: its reviewers, their sheets once both are in, the result and what follows. */
export function AssessedCaseScreen(): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const { tenant, itemId } = route.useParams();
  const query = useQuery(assessedCaseQuery(tenant, itemId));
  const item = query.data;
  if (query.isError) return <ProblemNote page error={query.error} onRetry={() => void query.refetch()} />;
  if (item === undefined) return null;
  const sheets = item.seats.flatMap(({ sheet }) => sheet ?? []);
  return (
    <>
      <ScreenHead
        title={item.caseNumber}
        beside={`${lifecycle.state('assessment', item.state)} · ${item.handlerName ?? ''} ${item.handlerUnit ?? ''}`}
        actions={
          <>
            <Link to="/quality" search={{ view: 'plans', open: `${tenant}.${item.planId}` }}>
              {item.planTitle}
            </Link>{' '}
            <Link
              to="/matters/$tenant/$matterId"
              params={{ tenant, matterId: item.matterId }}
              search={{ case: item.caseId }}
            >
              {t('peer.openCase')}
            </Link>
          </>
        }
      />
      <div className={css.one}>
        <section className={css.part} aria-label={t('peer.reviewers')}>
          <h2>{t('peer.reviewers')}</h2>
          {item.seats.length === 0 ? <p className="soft">{t('peer.nobodyYet')}</p> : null}
          <ul className={css.list}>
            {item.seats.map((seat) => (
              <SeatLine key={seat.id} item={item} seat={seat} />
            ))}
          </ul>
        </section>
        {item.sheet === null ? null : (
          <>
            {sheets.length === 0 ? (
              item.seats.length === 0 ? null : (
                <p className="soft">{t('peer.blind')}</p>
              )
            ) : (
              <section className={css.part} aria-label={t('peer.sheets')}>
                <h2>{t('peer.sheets')}</h2>
                <SheetTable sheet={item.sheet} sheets={sheets} />
              </section>
            )}
            <ResultFacts tenant={tenant} sheet={item.sheet} results={item.results} />
          </>
        )}
        <StepForms
          at={{ tenant, itemId, version: item.version }}
          state={item.state}
          steps={item.allowedActions.filter((step) => !elsewhere.includes(step))}
          readAnew="assessments"
        />
      </div>
    </>
  );
}

function SeatLine({ item, seat }: { item: AssessedCase; seat: Seat }): ReactNode {
  const { t, language } = useWords();
  const [asked, setAsked] = useState(false);
  const day = (on: string | null): string => (on === null ? '' : dayShort(on, language, today()));
  const move = useDeskMove(t('peer.replace'), 'assessments');
  const waiting = seat.state === 'assigned';
  return (
    <li>
      <strong>{t(seat.round === 1 ? 'peer.seat' : 'peer.seatAgain', { seat: seat.seat })}</strong> {seat.reviewerName}{' '}
      <span className="soft">{seat.reviewerUnit}</span>
      <p>
        {waiting
          ? t('peer.dueBy', { day: day(seat.dueOn) })
          : t(`peer.ended.${isOneOf(endings, seat.state) ? seat.state : 'handedIn'}`, { day: day(seat.endedOn) })}
        {isOneOf(reviewDeclineGrounds, seat.endedGround) ? ` · ${t(`peer.ground.${seat.endedGround}`)}` : ''}
        {seat.ended === '' ? '' : ` · ${seat.ended}`}
      </p>
      <p className="soft">{t('peer.why', { eligible: seat.eligible, load: seat.loadBefore })}</p>
      {seat.colleague && <p className="soft">{t('peer.colleague')}</p>}
      {!waiting || !item.allowedActions.includes('replaceReviewer') ? null : asked ? (
        <Form<{ text: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ text }) =>
            move.mutate((key) =>
              moveAssessed(
                { tenant: item.tenant, itemId: item.id, version: item.version },
                'replaceReviewer',
                { text, reviewId: seat.id },
                key,
              ),
            )
          }
        >
          {move.isError ? <ProblemNote error={move.error} /> : null}
          <Form.Item
            name="text"
            label={t('peer.reason')}
            rules={[{ required: true, whitespace: true, message: t('peer.reasonMissing') }]}
          >
            <ProseField maxLength={500} rows={2} />
          </Form.Item>
          <Button htmlType="submit" loading={move.isPending}>
            {t('peer.replace')}
          </Button>
        </Form>
      ) : (
        <Button size="small" onClick={() => setAsked(true)}>
          {t('peer.replace')}
        </Button>
      )}
    </li>
  );
}

const endings = ['handedIn', 'declined', 'replaced'] as const;
