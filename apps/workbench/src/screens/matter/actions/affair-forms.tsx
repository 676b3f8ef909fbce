import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { affairGroundsQuery, followAffair } from '../../../api/affairs.ts';
import { moveCase } from '../../../api/cases.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { MoneyField } from '../../../parts/money-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 办理中的往来: opened from the case, and told what came of them. */

/** 重大事项报告, to the centre. */
export function ReportMajorMatterForm(props: ActionProps): ReactNode {
  const { t, side } = useWords();
  const dayRules = useDayRules();
  const kinds = Object.entries(useQuery(affairGroundsQuery).data?.majorMatterKinds ?? {});
  return (
    <ActionForm<{ kind: string; on: string; words: string }>
      {...props}
      event="reportMajorMatter"
      initial={{ on: today() }}
      send={({ words, ...values }, version, key) =>
        moveCase(props.matter.current, 'reportMajorMatter', { version, ...values, words: words.trim() }, key)
      }
      intro={<p>{t('majorMatter.intro')}</p>}
    >
      <Form.Item
        name="kind"
        label={t('affair.ground')}
        rules={[{ required: true, message: t('affair.groundMissing') }]}
      >
        <Select options={kinds.map(([value, words]) => ({ value, label: side(words) }))} />
      </Form.Item>
      <Form.Item
        name="on"
        label={t('majorMatter.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Words label={t('majorMatter.words')} />
    </ActionForm>
  );
}

/** 诉讼费用缓减免函: the grounds that the file tells of are ticked; the others are for whoever knows more. */
export function IssueFeeLetterForm(props: ActionProps): ReactNode {
  const { t, side } = useWords();
  const grounds = Object.entries(useQuery(affairGroundsQuery).data?.feeGrounds ?? {});
  return (
    <ActionForm<{ court: string; grounds: readonly string[] }>
      {...props}
      event="issueFeeLetter"
      initial={{ grounds: props.matter.aidCase?.feeGrounds ?? ['legalAid'] }}
      send={({ court, ...values }, version, key) =>
        moveCase(props.matter.current, 'issueFeeLetter', { version, court: court.trim(), ...values }, key)
      }
      intro={<p>{t('feeLetter.intro')}</p>}
    >
      <Form.Item
        name="court"
        label={t('feeLetter.court')}
        rules={[{ required: true, whitespace: true, message: t('feeLetter.courtMissing') }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="grounds"
        label={t('feeLetter.grounds')}
        rules={[{ required: true, type: 'array', min: 1, message: t('affair.groundMissing') }]}
      >
        <Checkbox.Group
          options={grounds.map(([value, ground]) => ({
            value,
            label: t('feeLetter.ground', {
              ground: side(ground),
              relief: t(`feeRelief.${ground.relief as 'deferred'}`),
            }),
          }))}
        />
      </Form.Item>
    </ActionForm>
  );
}

/** 国家司法救助转介, never without the recipient's word. */
export function ReferForReliefForm(props: ActionProps): ReactNode {
  const { t, side } = useWords();
  const dayRules = useDayRules();
  const grounds = Object.entries(useQuery(affairGroundsQuery).data?.reliefGrounds ?? {});
  return (
    <ActionForm<{ organ: string; ground: string; consentOn: string; words: string }>
      {...props}
      event="referForRelief"
      send={({ organ, words, ...values }, version, key) =>
        moveCase(
          props.matter.current,
          'referForRelief',
          { version, organ: organ.trim(), ...values, words: words.trim() },
          key,
        )
      }
      intro={<p>{t('judicialRelief.intro')}</p>}
    >
      <Form.Item
        name="organ"
        label={t('affair.to')}
        rules={[{ required: true, whitespace: true, message: t('judicialRelief.organMissing') }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="ground"
        label={t('affair.ground')}
        rules={[{ required: true, message: t('affair.groundMissing') }]}
      >
        <Select options={grounds.map(([value, ground]) => ({ value, label: side(ground) }))} />
      </Form.Item>
      <Form.Item
        name="consentOn"
        label={t('affair.consentOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Words label={t('judicialRelief.words')} />
    </ActionForm>
  );
}

function Words({ label, optional = false }: { label: string; optional?: boolean }): ReactNode {
  const { t } = useWords();
  return (
    <Form.Item
      name="words"
      label={label}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t('affair.wordsMissing') }]}
    >
      <ProseField maxLength={2000} rows={4} />
    </Form.Item>
  );
}

type Asked = 'total' | 'amount' | 'until' | 'words' | 'note';

/** What each event asks for on the screen; the server's own table says what it must have. */
const asks: Readonly<Record<string, readonly Asked[]>> = {
  'majorMatter.acknowledge': ['words'],
  'feeRelief.deferFee': ['total', 'until', 'note'],
  'feeRelief.reduceFee': ['total', 'amount', 'note'],
  'feeRelief.waiveFee': ['amount', 'note'],
  'feeRelief.refuseFee': ['words'],
  'feeRelief.settleFee': ['words'],
  'judicialRelief.acknowledgeRelief': ['note'],
  'judicialRelief.grantRelief': ['amount', 'note'],
  'judicialRelief.declineRelief': ['words'],
  'judicialRelief.withdrawRelief': ['words'],
  'judicialRelief.recordReliefPaid': ['amount', 'note'],
};

interface Told {
  readonly on: string;
  readonly total?: number;
  readonly amount?: number;
  readonly until?: string;
  readonly words?: string;
}

function FollowForm({ move, ...props }: ActionProps & { move: string }): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const event = move.slice(move.indexOf('.') + 1);
  const fields = asks[move] ?? [];
  const affair = props.matter.aidCase?.affairs.find(({ id }) => id === props.matter.current.id);
  const fee = affair?.kind === 'feeRelief';
  const needed = [
    {
      validator: (_: unknown, fen: number | undefined) =>
        fen !== undefined && fen > 0 ? Promise.resolve() : Promise.reject(new Error(t('form.amountWrong'))),
    },
  ];
  return (
    <ActionForm<Told>
      {...props}
      event={event}
      initial={{ on: today(), ...(affair?.total == null ? {} : { total: affair.total }) }}
      send={({ words, ...values }, version, key) =>
        followAffair(
          props.matter.current,
          event,
          {
            version,
            ...Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)),
            ...(words === undefined || words.trim() === '' ? {} : { words: words.trim() }),
          },
          key,
        )
      }
      intro={affair?.words == null ? undefined : <p>{affair.words}</p>}
    >
      <Form.Item
        name="on"
        label={t('affair.on')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      {fields.includes('total') ? (
        <Form.Item name="total" label={t('affair.total')} rules={fields.includes('amount') ? needed : []}>
          <MoneyField />
        </Form.Item>
      ) : null}
      {fields.includes('amount') ? (
        <Form.Item name="amount" label={t(`affairAmount.${fee ? 'fee' : 'relief'}`)} rules={needed}>
          <MoneyField />
        </Form.Item>
      ) : null}
      {fields.includes('until') ? (
        <Form.Item name="until" label={t('affair.until')} rules={dayRules({ notBefore: today() })}>
          <DayField />
        </Form.Item>
      ) : null}
      {fields.includes('words') ? <Words label={t('affair.answer')} /> : null}
      {fields.includes('note') ? <Words label={t('affair.note')} optional /> : null}
    </ActionForm>
  );
}

/** One form behind each move of the three tables. */
export const followForms: Readonly<Record<string, ComponentType<ActionProps>>> = Object.fromEntries(
  Object.keys(asks).map((move) => [move, (props: ActionProps) => <FollowForm {...props} move={move} />]),
);
