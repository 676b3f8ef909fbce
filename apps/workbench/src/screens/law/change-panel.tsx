import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ListedChange, settleChange } from '../../api/law.ts';
import { today } from '../../api/server-clock.ts';
import { addDays, dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { MoveForm } from '../../parts/move-form.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { Beside } from './beside.tsx';
import css from './law.module.css';

/** One change: old beside new, who proposed it and why, and what the reader may do about it. */
export function ChangePanel({ change, onClose }: { change: ListedChange; onClose: () => void }): ReactNode {
  const { t, side, language } = useWords();
  const lifecycle = useLifecycleWords();
  const [event, setEvent] = useState<string>();
  const { before, change: asked } = change;
  const at = (instant: string): string => `${dayInWords(dayOf(instant), language, today())} ${timeOf(instant)}`;
  return (
    <Panel title={side(change.label)} onClose={onClose}>
      <div className={css.change}>
        <Beside
          before={before}
          after={{
            value: { ...before?.value, ...asked.value },
            verified: asked.verified,
            source: asked.source,
            from: asked.effectiveFrom,
            ...(asked.effectiveTo === undefined ? {} : { to: asked.effectiveTo }),
            ...(asked.region === undefined ? {} : { region: asked.region }),
          }}
          note={t('law.takesEffect', {
            day: dayInWords(change.effectiveFrom, language, ''),
            last: dayInWords(addDays(change.effectiveFrom, -1), language, ''),
          })}
        />
        {change.correction ? <p className={css.warning}>{t('law.correctionHint')}</p> : null}
        <Facts>
          <Fact label={t('law.pack')}>{side(change.title)}</Fact>
          <Fact label={t('law.field.source')}>{asked.source}</Fact>
          {asked.note === undefined ? null : <Fact label={t('law.field.note')}>{asked.note}</Fact>}
          <Fact label={t('law.proposedBy')}>
            {change.proposedByName} · {at(change.proposedAt)}
          </Fact>
          {change.settledAt === null ? null : (
            <Fact label={lifecycle.state('policyChange', change.state)}>
              {change.settledByName} · {at(change.settledAt)}
            </Fact>
          )}
          {change.settledNote === null ? null : <Fact label={t('law.settledNote')}>{change.settledNote}</Fact>}
          {change.revision === null ? null : (
            <Fact label={t('law.revision')}>{t('law.revisionOf', { revision: change.revision })}</Fact>
          )}
        </Facts>
        {event === undefined ? (
          <div className={css.foot}>
            {change.allowedActions.map((action) => (
              <Button
                key={action}
                type={action === 'approve' ? 'primary' : 'default'}
                danger={action === 'reject'}
                onClick={() => setEvent(action)}
              >
                {lifecycle.action('policyChange', change.state, action)}
              </Button>
            ))}
            {change.mine && change.state === 'PROPOSED' ? <p className="soft">{t('law.another')}</p> : null}
          </div>
        ) : (
          <MoveForm<{ note?: string }>
            movable={{
              subject: 'policyChange',
              tenant: change.office,
              id: change.id,
              version: change.version,
              state: change.state,
              events: change.allowedActions,
            }}
            story={[]}
            page={['law', 'changes']}
            event={event}
            danger={event === 'reject'}
            send={({ note }, version, key) =>
              settleChange(
                change.id,
                event,
                version,
                note === undefined || note.trim() === '' ? undefined : note.trim(),
                key,
              )
            }
            onDone={onClose}
          >
            {event === 'withdraw' ? null : (
              <Form.Item
                name="note"
                label={t('law.settledNote')}
                rules={
                  event === 'reject' ? [{ required: true, whitespace: true, message: t('form.reasonMissing') }] : []
                }
              >
                <ProseField maxLength={500} rows={2} />
              </Form.Item>
            )}
          </MoveForm>
        )}
      </div>
    </Panel>
  );
}
