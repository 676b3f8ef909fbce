import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { moveShift, type Rota, type Shift, type ShiftMove } from '../../api/duty.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import css from './duty.module.css';
import { HelpPanel } from './help-panel.tsx';

interface Values {
  readonly toHandlerId?: string;
  readonly reason?: string;
}

/** One shift: what it is, what may be done with it, and from it the record of a help. */
export function ShiftPanel({ shift, rota, onClose }: { shift: Shift; rota: Rota; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [asking, setAsking] = useState<ShiftMove>();
  const [helping, setHelping] = useState(false);
  const place = rota.places.find((one) => one.agencyId === shift.agencyId);
  const move = useMutation({
    mutationFn: ({ event, values }: { event: ShiftMove; values: Values }) =>
      moveShift(shift, event, { version: shift.version, ...values }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['duty'] });
      onClose();
    },
    onError: async (error) => {
      if (!isProblem(error)) return;
      const faults = (error.body.errors ?? []).map((fault) => ({
        name: pathOf(fault.pointer).slice(0, 1),
        errors: [fault.detail],
      }));
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
      if (error.body.code === 'record.stale') await client.invalidateQueries({ queryKey: ['duty', 'rota'] });
    },
  });
  if (helping) return <HelpPanel tenant={shift.tenant} rota={rota} shift={shift} onClose={onClose} />;
  const words = (event: string): string => lifecycle.action('dutyShift', shift.state, event);
  const events = shift.actions as readonly ShiftMove[];
  const mayHelp = shift.onDay <= today() && (rota.mayPlan || rota.ownHandlerId === shift.handlerId);

  return (
    <Panel title={shift.handlerName} onClose={onClose}>
      <Facts>
        <Fact label={t('duty.place')}>{place?.name ?? ''}</Fact>
        <Fact label={t('duty.days')}>
          {dayInWords(shift.onDay, language, today())} {t(`dutyPeriod.${shift.period}`)}
        </Fact>
        <Fact label={t('duty.mode')}>{t(`dutyMode.${shift.mode}`)}</Fact>
        <Fact label={t('column.state')}>
          {lifecycle.state('dutyShift', shift.state)}
          {shift.offeredToName === null ? null : ` ${shift.offeredToName}`}
        </Fact>
        {shift.reason === null ? null : <Fact label={t('hearing.why')}>{shift.reason}</Fact>}
      </Facts>
      {move.isError ? <ProblemNote error={move.error} /> : null}
      {asking === undefined ? (
        <div className={css.ways}>
          {mayHelp ? (
            <Button type="primary" onClick={() => setHelping(true)}>
              {t('duty.recordHelp')}
            </Button>
          ) : null}
          {events.map((event) => (
            <Button
              key={event}
              danger={event === 'cancel'}
              loading={move.isPending}
              onClick={() =>
                event === 'offerSwap' || event === 'cancel' ? setAsking(event) : move.mutate({ event, values: {} })
              }
            >
              {words(event)}
            </Button>
          ))}
          {events.length === 0 && !mayHelp ? <p className="soft">{t('matter.noActions')}</p> : null}
        </div>
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => move.mutate({ event: asking, values })}
        >
          {asking === 'offerSwap' ? (
            <Form.Item
              name="toHandlerId"
              label={t('duty.swapWith')}
              rules={[{ required: true, message: t('duty.lawyerMissing') }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={rota.lawyers
                  .filter((one) => one.handlerId !== shift.handlerId)
                  .map((one) => ({ value: one.handlerId, label: `${one.name} ${one.agencyName}` }))}
              />
            </Form.Item>
          ) : null}
          <Form.Item
            name="reason"
            label={t('hearing.why')}
            rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <div className={css.ways}>
            <Button type="primary" danger={asking === 'cancel'} htmlType="submit" loading={move.isPending}>
              {words(asking)}
            </Button>
            <Button onClick={() => setAsking(undefined)}>{t('word.cancel')}</Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}
