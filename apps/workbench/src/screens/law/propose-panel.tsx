import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/keys.ts';
import { type ChangeAsked, type ChangePreview, previewChange, proposeChange, type ToldFigure } from '../../api/law.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { addDays, dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { RegionField } from '../../parts/region-field.tsx';
import { Beside } from './beside.tsx';

interface Asked {
  readonly value: Readonly<Record<string, number | undefined>>;
  readonly region?: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly source: string;
  readonly note?: string;
  readonly verified?: boolean;
  readonly correction?: boolean;
}

const wholeNumbers = ['amount', 'unitsUpTo', 'numerator', 'denominator'] as const;
const sums = ['perCapitaAnnual', 'min', 'max', 'each', 'actualUpTo'] as const;

/** 提出变更: the new value, from which day, on which paper; seen beside the old one before it is sent. A second person approves. */
export function ProposePanel({ figure, onClose }: { figure: ToldFigure; onClose: () => void }): ReactNode {
  const { t, side, language } = useWords();
  const { message } = App.useApp();
  const dayRules = useDayRules();
  const client = useQueryClient();
  const [form] = Form.useForm<Asked>();
  const [seen, setSeen] = useState<{
    readonly asked: ChangeAsked;
    readonly correction: boolean;
    readonly preview: ChangePreview;
  }>();
  const key = useRef(newIdempotencyKey());
  const { target, value } = figure;
  const shown = target.figure === 'multiplier' ? ['numerator', 'denominator'] : Object.keys(value);
  const fraction = value.fraction as readonly [number, number] | undefined;

  const placeFaults = (error: unknown): void => {
    if (!isProblem(error)) return;
    if (error.status >= 400) key.current = newIdempotencyKey();
    form.setFields(
      (error.body.errors ?? []).map(({ pointer, detail }) => ({
        name: fieldOf(pathOf(pointer).slice(1)),
        errors: [detail],
      })) as Parameters<typeof form.setFields>[0],
    );
  };
  const look = useMutation({
    mutationFn: async (asked: Asked) => {
      const change = changeOf(figure, asked);
      const correction = asked.correction === true;
      return { asked: change, correction, preview: await previewChange(change, correction) };
    },
    onSuccess: setSeen,
    onError: placeFaults,
  });
  const send = useMutation({
    mutationFn: (what: { asked: ChangeAsked; correction: boolean }) =>
      proposeChange(what.asked, what.correction, key.current),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['law'] });
      void message.success(t('law.proposed'));
      onClose();
    },
    onError: (error) => {
      setSeen(undefined);
      placeFaults(error);
    },
  });
  const correction = Form.useWatch('correction', form) === true;

  return (
    <Panel title={t('law.changeOf', { figure: side(figure.label) })} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={seen !== undefined}
        initialValues={{
          value: fraction === undefined ? value : { numerator: fraction[0], denominator: fraction[1] },
          region: target.region?.padEnd(6, '0'),
          verified: false,
        }}
        onFinish={(asked) => look.mutate(asked)}
      >
        {look.isError ? <ProblemNote error={look.error} /> : send.isError ? <ProblemNote error={send.error} /> : null}
        {target.figure === 'standard' ? (
          <Form.Item
            name="region"
            label={t('law.region')}
            extra={t('law.regionHint')}
            rules={[{ required: true, message: t('law.regionMissing') }]}
          >
            <RegionField near="530500" />
          </Form.Item>
        ) : null}
        {wholeNumbers
          .filter((name) => shown.includes(name))
          .map((name) => (
            <Form.Item
              key={name}
              name={['value', name]}
              label={t(`law.field.${name}`)}
              rules={[{ required: true, message: t('law.valueMissing') }]}
            >
              <InputNumber min={1} max={3660} precision={0} controls={false} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        {sums
          .filter((name) => shown.includes(name))
          .map((name) => (
            <Form.Item
              key={name}
              name={['value', name]}
              label={t(`law.field.${name}`)}
              rules={[
                {
                  validator: (_, fen: number | undefined) =>
                    fen === undefined || Number.isNaN(fen)
                      ? Promise.reject(new Error(t('law.valueMissing')))
                      : Promise.resolve(),
                },
              ]}
            >
              <MoneyField />
            </Form.Item>
          ))}
        {shown.includes('shareUpTo') ? (
          <Form.Item
            name={['value', 'shareUpTo']}
            label={t('law.field.shareUpTo')}
            rules={[{ required: true, message: t('law.valueMissing') }]}
          >
            <InputNumber min={1} max={1000} precision={0} controls={false} style={{ width: '100%' }} suffix="‰" />
          </Form.Item>
        ) : null}
        <Form.Item
          name="effectiveFrom"
          label={t('law.field.effectiveFrom')}
          rules={dayRules({ required: t('law.dayMissing'), notBefore: correction ? '2003-09-01' : today() })}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="effectiveTo" label={t('law.field.effectiveTo')} extra={t('law.endHint')} rules={dayRules()}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('law.field.source')}
          extra={t('law.sourceHint')}
          rules={[{ required: true, whitespace: true, min: 4, message: t('law.sourceMissing') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="verified" valuePropName="checked">
          <Checkbox>{t('law.iHaveRead')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="correction"
          valuePropName="checked"
          {...(correction ? { extra: t('law.correctionHint') } : {})}
        >
          <Checkbox>{t('law.correction')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="note"
          label={t('law.field.note')}
          rules={correction ? [{ required: true, whitespace: true, message: t('form.reasonMissing') }] : []}
        >
          <ProseField maxLength={500} rows={2} />
        </Form.Item>
        {seen === undefined ? (
          <Button type="primary" htmlType="submit" loading={look.isPending}>
            {t('law.look')}
          </Button>
        ) : null}
      </Form>
      {seen === undefined ? null : (
        <Beside
          before={seen.preview.before}
          after={seen.preview.after}
          note={t('law.takesEffect', {
            day: dayInWords(seen.preview.takesEffectOn, language, ''),
            last: dayInWords(addDays(seen.preview.takesEffectOn, -1), language, ''),
          })}
        >
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate(seen)}>
            {t('law.propose')}
          </Button>
          <Button onClick={() => setSeen(undefined)}>{t('law.edit')}</Button>
        </Beside>
      )}
    </Panel>
  );
}

/** The form's values as a change of this figure. */
function changeOf({ target, value }: ToldFigure, asked: Asked): ChangeAsked {
  const { value: typed, region, effectiveFrom, effectiveTo, source, note, verified } = asked;
  const { numerator, denominator, unit: _unit, per: _per, ...numbers } = { ...typed } as Record<string, unknown>;
  const figures = target.figure === 'multiplier' ? { fraction: [numerator, denominator] } : numbers;
  const basis = target.figure === 'standard' ? { basis: value.basis } : {};
  return {
    ...target,
    ...(target.figure === 'standard' && region !== undefined
      ? { region: region.slice(0, 6).replace(/(00)+$/, '') }
      : {}),
    value: { ...figures, ...basis },
    effectiveFrom,
    ...(effectiveTo === undefined || effectiveTo === '' ? {} : { effectiveTo }),
    verified: verified === true,
    source: source.trim(),
    ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
  };
}

/** Where a fault of the server's stands in this form. */
function fieldOf(path: readonly (string | number)[]): readonly (string | number)[] {
  if (path[0] !== 'value') return path;
  if (path[1] === 'fraction') return ['value', path[2] === 1 ? 'denominator' : 'numerator'];
  return path.length === 1 ? ['source'] : path;
}
