import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { isProblem } from '../../../api/problem.ts';
import { today } from '../../../api/server-clock.ts';
import { dayShort } from '../../../format/day.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 开庭: written down, moved or cancelled. A clash or a day off is shown first, and written down only when somebody has looked. */

interface Times {
  readonly heldOn?: string;
  readonly startsAt?: string;
  readonly place?: string;
  readonly note?: string;
  readonly despiteWarnings?: boolean;
}

/** Empty fields left out. */
function timesOf({ heldOn, startsAt, place, note, despiteWarnings }: Times): object {
  const texts = Object.entries({ heldOn, startsAt, place: place?.trim(), note: note?.trim() });
  return {
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined && text !== '')),
    despiteWarnings: despiteWarnings === true,
  };
}

/** Sends, and remembers whether the server warned. */
function useWarned(): { readonly warned: boolean; readonly watch: (sent: Promise<unknown>) => Promise<unknown> } {
  const [warned, setWarned] = useState(false);
  const watch = (sent: Promise<unknown>): Promise<unknown> =>
    sent.catch((error: unknown) => {
      if (isProblem(error) && error.body.code === 'case.hearingWarned') setWarned(true);
      throw error;
    });
  return { warned, watch };
}

function TimeFields({ warned }: { warned: boolean }): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <>
      <Form.Item name="heldOn" label={t('hearing.on')} rules={dayRules({ required: t('form.dayMissing') })}>
        <DayField />
      </Form.Item>
      <Form.Item name="startsAt" label={t('hearing.at')}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="place" label={t('hearing.place')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      {warned ? (
        <Form.Item name="despiteWarnings" valuePropName="checked">
          <Checkbox>{t('hearing.despite')}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

export function FixHearingForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const { warned, watch } = useWarned();
  const words = useFactWords();
  return (
    <ActionForm<Times>
      {...props}
      event="fixHearing"
      send={(values, version, key) =>
        watch(moveCase(props.matter.current, 'fixHearing', { version, ...timesOf(values) }, key))
      }
      mine={(values) => ({ hearings: words.hearing(values) })}
      intro={<p>{t('hearing.intro')}</p>}
    >
      <TimeFields warned={warned} />
      <Form.Item name="note" label={t('handover.note')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </ActionForm>
  );
}

interface Moved extends Times {
  readonly hearingId: string;
  readonly what: 'move' | 'cancel';
}

export function MoveHearingForm(props: ActionProps): ReactNode {
  const { t, language } = useWords();
  const { warned, watch } = useWarned();
  const [form] = Form.useForm<Moved>();
  const words = useFactWords();
  const what = Form.useWatch('what', form) ?? 'move';
  const fixed = (props.matter.aidCase?.hearings ?? []).filter((one) => one.state === 'fixed');
  return (
    <ActionForm<Moved>
      {...props}
      form={form}
      event="moveHearing"
      mine={({ what: chosen, ...times }) => ({
        hearings: chosen === 'cancel' ? t('hearing.cancel') : words.hearing(times),
      })}
      initial={{ what: 'move', ...(fixed[0] === undefined ? {} : { hearingId: fixed[0].id }) }}
      send={({ hearingId, what: chosen, ...times }, version, key) =>
        watch(
          moveCase(
            props.matter.current,
            'moveHearing',
            {
              version,
              hearingId,
              ...(chosen === 'cancel' ? { note: times.note?.trim(), despiteWarnings: false } : timesOf(times)),
            },
            key,
          ),
        )
      }
    >
      <Form.Item name="hearingId" label={t('hearing.which')}>
        <Select
          options={fixed.map((one) => ({
            value: one.id,
            label: [dayShort(one.heldOn, language, today()), one.startsAt, one.place]
              .filter((part) => part !== null)
              .join(' '),
          }))}
        />
      </Form.Item>
      <Form.Item name="what">
        <Radio.Group
          options={[
            { value: 'move', label: t('hearing.move') },
            { value: 'cancel', label: t('hearing.cancel') },
          ]}
        />
      </Form.Item>
      {what === 'move' ? <TimeFields warned={warned} /> : null}
      <Form.Item
        name="note"
        label={t('hearing.why')}
        rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </ActionForm>
  );
}
