import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  type AssessmentItem,
  type AssessmentPlan,
  type AssessmentPlanPage,
  assessmentPlanQuery,
  movePlan,
  redrawQuery,
} from '../../api/assessments.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import { GradeTag } from '../peer-review/grade-tag.tsx';
import { points } from '../peer-review/points.ts';
import css from './plan-panel.module.css';
import { PlanReviews } from './plan-reviews.tsx';

/** One plan: how it was drawn, each handler's part, and why each case is in it. */
export function PlanPanel({ plan, onClose }: { plan: AssessmentPlan; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const query = useQuery(assessmentPlanQuery(plan.tenant, plan.id));
  const day = (on: string): string => dayInWords(on.slice(0, 10), language, today());
  return (
    <Panel title={plan.title} onClose={onClose}>
      <Facts>
        <Fact label={t('column.state')}>{lifecycle.state('assessmentPlan', plan.state)}</Fact>
        <Fact label={t('qualityPlan.period')}>
          {dayShort(plan.firstDay, language, today())} – {dayShort(plan.lastDay, language, today())}
        </Fact>
        <Fact label={t('column.class')}>{plan.classes.map((code) => t(`class.${code}`)).join(t('word.list'))}</Fact>
        <Fact label={t('qualityPlan.amount')}>{t(`qualityPlan.wanted.${plan.basis}`, { amount: plan.amount })}</Fact>
        <Fact label={t('qualityPlan.madeBy')}>
          {plan.madeByName} · {day(plan.madeAt)}
        </Fact>
        {plan.drawnOn === null ? null : (
          <>
            <Fact label={t('qualityPlan.sample')}>
              {t('qualityPlan.sampleOf', { sample: plan.sampleSize ?? 0, frame: plan.frameSize ?? 0 })}
            </Fact>
            <Fact label={t('qualityPlan.drawnBy')}>
              {plan.drawnByName} · {day(plan.drawnOn)}
            </Fact>
            <Fact label={t('qualityPlan.seed')}>
              <span className={css.hash}>{plan.seed}</span>
            </Fact>
            <Fact label={t('qualityPlan.frameHash')}>
              <span className={css.hash}>{plan.frameHash}</span>
            </Fact>
          </>
        )}
        {plan.cancelReason === null ? null : (
          <Fact label={t('qualityPlan.cancelReason')}>
            {plan.cancelReason} · {plan.cancelledByName}
          </Fact>
        )}
      </Facts>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <>
          <Actions page={query.data} />
          {query.data.drawnOn === null ? null : (
            <>
              <PlanReviews page={query.data} />
              <Drawn page={query.data} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}

function Actions({ page }: { page: AssessmentPlanPage }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const [form] = Form.useForm<{ reason?: string }>();
  const move = useDeskMove(t('qualityPlan.plans'), 'assessments');
  if (page.allowedActions.length === 0) return null;
  const words = (event: string) => lifecycle.action('assessmentPlan', page.state, event);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className={css.form ?? ''}
      onFinish={({ reason }) => move.mutate((key) => movePlan(page, 'cancel', reason, key))}
    >
      {move.isError ? <ProblemNote error={move.error} /> : null}
      {page.allowedActions.includes('draw') ? (
        <>
          <p className="soft">{t('qualityPlan.drawNote')}</p>
          <Button
            type="primary"
            loading={move.isPending}
            onClick={() => move.mutate((key) => movePlan(page, 'draw', undefined, key))}
          >
            {words('draw')}
          </Button>
        </>
      ) : null}
      {page.allowedActions.includes('finish') ? (
        <Button
          type="primary"
          loading={move.isPending}
          onClick={() => move.mutate((key) => movePlan(page, 'finish', undefined, key))}
        >
          {words('finish')}
        </Button>
      ) : null}
      {page.allowedActions.includes('cancel') ? (
        <>
          <Form.Item
            name="reason"
            label={t('qualityPlan.cancelReason')}
            rules={[{ required: true, whitespace: true, message: t('qualityPlan.reasonMissing') }]}
          >
            <ProseField maxLength={500} rows={2} />
          </Form.Item>
          <Button htmlType="submit" loading={move.isPending}>
            {words('cancel')}
          </Button>
        </>
      ) : null}
    </Form>
  );
}

function Drawn({ page }: { page: AssessmentPlanPage }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const [asked, setAsked] = useState(false);
  const again = useQuery(redrawQuery(page.tenant, page.id, asked));
  const sizeOf = new Map(page.strata.map((stratum) => [stratum.key, stratum]));
  const why = (item: AssessmentItem): string => {
    if (item.why !== 'drawn') return t(`qualityPlan.why.${item.why}`);
    const { size = 0, taken = 0 } = sizeOf.get(item.handlerId ?? '') ?? {};
    return t('qualityPlan.why.drawn', { size, taken, place: item.place ?? 0 });
  };
  return (
    <>
      <h2 className={css.head}>{t('qualityPlan.cases')}</h2>
      <ul className={css.items}>
        {page.items.map((item) => (
          <li key={item.caseId}>
            <Link to="/quality/$tenant/$itemId" params={{ tenant: page.tenant, itemId: item.id }}>
              {item.caseNumber}
            </Link>
            <span>
              {item.handlerName} {item.handlerUnit}
            </span>
            <span>
              {lifecycle.state('assessment', item.state)}{' '}
              {item.grade === null || item.tenths === null ? null : (
                <>
                  {points(item.tenths)} <GradeTag grade={item.grade} />
                </>
              )}
            </span>
            <span className="soft">{why(item)}</span>
            {item.ticket === null ? null : (
              <span className={css.hash}>{t('qualityPlan.ticket', { ticket: item.ticket.slice(0, 16) })}</span>
            )}
          </li>
        ))}
      </ul>
      <h2 className={css.head}>{t('qualityPlan.again')}</h2>
      <p className="soft">{t('qualityPlan.againNote')}</p>
      {again.isError ? <ProblemNote error={again.error} onRetry={() => void again.refetch()} /> : null}
      <Button loading={again.isFetching} onClick={() => (asked ? void again.refetch() : setAsked(true))}>
        {t('qualityPlan.again')}
      </Button>
      <p role="status">
        {again.data === undefined
          ? ''
          : again.data.sameFrame && again.data.sameSample
            ? t('qualityPlan.same', { count: again.data.drawn })
            : t('qualityPlan.differs')}
      </p>
    </>
  );
}
