import { Form, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { checkMethods, isOneOf } from '../../api/codes.ts';
import { type Commitment, moveCommitment } from '../../api/commitments.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { LocaleKey } from '../../locales/zh-CN.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { MoveForm } from '../../parts/move-form.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProseField } from '../../parts/prose-field.tsx';

interface PanelProps {
  readonly commitment: Commitment;
  readonly onClose: () => void;
}

/** One commitment: what is known of it, and the moves that the table gives this person. */
export function CommitmentPanel({ commitment, onClose }: PanelProps): ReactNode {
  const lifecycle = useLifecycleWords();
  const [event, setEvent] = useState(commitment.allowedActions[0]);
  return (
    <Panel title={`${commitment.recipientName} · ${commitment.applicationNumber}`} onClose={onClose}>
      {event === undefined ? (
        <CommitmentFacts commitment={commitment} />
      ) : (
        <CommitmentForm
          key={event}
          commitment={commitment}
          event={event}
          onDone={onClose}
          chooser={
            commitment.allowedActions.length < 2 ? null : (
              <Form.Item>
                <Radio.Group
                  optionType="button"
                  value={event}
                  onChange={({ target }) => setEvent(target.value as string)}
                  options={commitment.allowedActions.map((value) => ({
                    value,
                    label: lifecycle.action('commitment', commitment.state, value),
                  }))}
                />
              </Form.Item>
            )
          }
        />
      )}
    </Panel>
  );
}

/** What is known of a commitment. */
export function CommitmentFacts({ commitment }: { commitment: Commitment }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const day = (on: string): string => dayInWords(on, language, today());
  const { pickedFor, dueOn, checkMethod, check, decision, costFen, fineFen, paidOn } = commitment;
  return (
    <Facts>
      <Fact label={t('commitment.state')}>{lifecycle.state('commitment', commitment.state)}</Fact>
      <Fact label={t('commitment.grantedOn')}>{day(commitment.grantedOn)}</Fact>
      {pickedFor === null ? null : <Fact label={t('commitment.why')}>{t(`commitment.for.${pickedFor}`)}</Fact>}
      {dueOn === null ? null : (
        <Fact label={t('commitment.checkBy')}>{t('objection.untilDay', { day: day(dueOn) })}</Fact>
      )}
      {isOneOf(checkMethods, checkMethod) ? (
        <Fact label={t('commitment.method')}>{t(`commitment.method.${checkMethod}`)}</Fact>
      ) : null}
      {check === null ? null : <Fact label={t('commitment.check')}>{check}</Fact>}
      {decision === null ? null : <Fact label={t('commitment.decision')}>{decision}</Fact>}
      {costFen === null ? null : <Fact label={t('commitment.cost')}>{money(costFen)}</Fact>}
      {fineFen === null || fineFen === 0 ? null : <Fact label={t('commitment.fine')}>{money(fineFen)}</Fact>}
      {paidOn === null ? null : <Fact label={t('commitment.paidOn')}>{day(paidOn)}</Fact>}
    </Facts>
  );
}

interface FormProps {
  readonly commitment: Commitment;
  readonly event: string;
  /** Which move, where there is more than one. */
  readonly chooser: ReactNode;
  readonly onDone: () => void;
}

function CommitmentForm({ commitment, event, chooser, onDone }: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const { tenant, applicationId, version, state, allowedActions } = commitment;
  const check = event === 'confirm' || event === 'doubt';
  const note = check ? 'commitment.check' : event === 'pick' ? 'commitment.report' : 'commitment.decision';
  const amount = (most: number, wrong: LocaleKey) => ({
    validator: (_: unknown, fen: number | undefined) =>
      fen !== undefined && fen >= 0 && fen <= most ? Promise.resolve() : Promise.reject(new Error(t(wrong))),
  });
  return (
    <MoveForm<Record<string, unknown>>
      movable={{ subject: 'commitment', tenant, id: applicationId, version, state, events: allowedActions }}
      story={[]}
      page={['commitments']}
      event={event}
      danger={event === 'findFalse'}
      initial={check ? { method: 'sharedData' } : event === 'orderRecovery' ? { fineFen: 0 } : {}}
      send={(values, at, key) => moveCommitment(commitment, event, { version: at, ...values }, key)}
      onDone={onDone}
      intro={
        <>
          <CommitmentFacts commitment={commitment} />
          {event === 'findFalse' ? <p>{t('commitment.falseMeans')}</p> : null}
        </>
      }
    >
      {chooser}
      {check ? (
        <Form.Item name="method" label={t('commitment.method')}>
          <Radio.Group options={checkMethods.map((value) => ({ value, label: t(`commitment.method.${value}`) }))} />
        </Form.Item>
      ) : null}
      {event === 'orderRecovery' ? (
        <>
          <Form.Item name="costFen" label={t('commitment.cost')} rules={[amount(100_000_000, 'form.amountWrong')]}>
            <MoneyField />
          </Form.Item>
          <Form.Item
            name="fineFen"
            label={t('commitment.fine')}
            extra={t('commitment.fineMost')}
            rules={[amount(300_000, 'commitment.fineMost')]}
          >
            <MoneyField />
          </Form.Item>
        </>
      ) : event === 'recordPayment' ? (
        <Form.Item
          name="paidOn"
          label={t('commitment.paidOn')}
          rules={dayRules({ required: t('raiseObjection.dayMissing'), notAfter: today() })}
        >
          <DayField />
        </Form.Item>
      ) : (
        <Form.Item
          name="note"
          label={t(note)}
          rules={[{ required: true, whitespace: true, message: t('commitment.noteMissing') }]}
        >
          <ProseField maxLength={2000} rows={4} />
        </Form.Item>
      )}
    </MoveForm>
  );
}
