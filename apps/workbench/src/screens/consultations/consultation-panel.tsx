import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { answerConsultation, type ConsultationItem, consultationChannels } from '../../api/consultations.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useSession } from '../../session/gate.tsx';
import { registersComplaints } from '../../session/roles-that.ts';
import { useIntake } from '../../session/use-intake.ts';
import css from './reception-screen.module.css';

/** One consultation whole: answered here, or turned into an application. */
export function ConsultationPanel({ item, onClose }: { item: ConsultationItem; onClose: () => void }): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const registers = useIntake() !== undefined;
  const complains = useSession().roles.some((role) => registersComplaints.includes(role));
  const answer = useMutation({
    mutationFn: ({ text }: { text: string }) => answerConsultation(item, text.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['consultations'] });
      onClose();
    },
  });
  const { applicationId } = item;
  return (
    <Panel title={item.personName ?? t('consultation.anonymousName')} onClose={onClose}>
      <div className={css.one}>
        <Facts>
          <Fact label={t('consultation.at')}>
            {dayInWords(dayOf(item.registeredAt), language, today())} {timeOf(item.registeredAt)}
          </Fact>
          <Fact label={t('consultation.channel')}>
            {isOneOf(consultationChannels, item.channel) ? t(`channel.${item.channel}`) : item.channel}
          </Fact>
          <Fact label={t('consultation.topic')}>{words.cause(item.topic)}</Fact>
          {item.groups.length === 0 ? null : (
            <Fact label={t('column.groups')}>{item.groups.map(words.group).join(t('word.list'))}</Fact>
          )}
        </Facts>
        <div>
          <h3>{t('consultation.question')}</h3>
          <p className={css.prose}>{item.question}</p>
        </div>
        {registers ? (
          <Form<{ text: string }>
            layout="vertical"
            requiredMark={false}
            initialValues={{ text: item.answer }}
            onFinish={(values) => answer.mutate(values)}
          >
            {answer.isError ? <ProblemNote error={answer.error} /> : null}
            <Form.Item
              name="text"
              label={t('consultation.answer')}
              rules={[{ required: true, whitespace: true, message: t('consultation.answerMissing') }]}
            >
              <ProseField maxLength={5000} rows={5} />
            </Form.Item>
            <div className={css.foot}>
              <Button type="primary" htmlType="submit" loading={answer.isPending}>
                {t('consultation.saveAnswer')}
              </Button>
              {applicationId === null ? (
                <Button
                  onClick={() =>
                    void navigate({ to: '/applications/new', search: { tenant: item.tenant, consultation: item.id } })
                  }
                >
                  {t('consultation.turn')}
                </Button>
              ) : (
                <Button
                  onClick={() =>
                    void navigate({
                      to: '/matters/$tenant/$matterId',
                      params: { tenant: item.tenant, matterId: applicationId },
                    })
                  }
                >
                  {t('receipt.open')}
                </Button>
              )}
              {complains ? (
                <Button
                  onClick={() =>
                    void navigate({ to: '/complaints/new', search: { tenant: item.tenant, consultation: item.id } })
                  }
                >
                  {t('complaint.turn')}
                </Button>
              ) : null}
            </div>
          </Form>
        ) : (
          <div>
            <h3>{t('consultation.answer')}</h3>
            <p className={css.prose}>{item.answer}</p>
          </div>
        )}
      </div>
    </Panel>
  );
}
