import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { nonAcceptanceGrounds } from '../../api/codes.ts';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { regionByCode } from '../../api/regions.ts';
import { today } from '../../api/server-clock.ts';
import { addDays, dayInWords, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { filledLines, LinesField } from '../../parts/lines-field.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';
import { ComplaintForm, type FormProps, WordsItem } from './complaint-form.tsx';

/* From the day it came to the day it is taken up, or is not. */

export function RequestInformationForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  return (
    <ComplaintForm<{ missing: readonly string[]; dueOn: string }>
      {...props}
      event="requestInformation"
      initial={{ missing: [''], dueOn: addDays(today(), 7) }}
      bodyOf={({ missing, dueOn }) => ({ missing: filledLines(missing), dueOn })}
      fieldOf={(path) => (path[0] === 'missing' ? ['missing'] : [...path])}
      intro={<p>{t('complaint.askOnce')}</p>}
    >
      <LinesField
        name="missing"
        labelOf={(number) => t('complaint.missingLine', { number })}
        add={t('complaint.addMissing')}
        missing={t('complaint.missingMissing')}
      />
      <Form.Item
        name="dueOn"
        label={t('complaint.answerBy')}
        rules={dayRules({ required: t('form.dayMissing'), notBefore: addDays(today(), 1) })}
      >
        <DayField />
      </Form.Item>
    </ComplaintForm>
  );
}

export function SupplyInformationForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const { complaint, words } = props.page;
  return (
    <ComplaintForm<{ text: string; receivedOn: string }>
      {...props}
      event="supplyInformation"
      initial={{ text: '', receivedOn: today() }}
      intro={<p>{t('complaint.wasMissing', { items: words.missing.join(t('word.list')) })}</p>}
    >
      <WordsItem
        name="text"
        label={t('complaint.supplied')}
        maxLength={3000}
        rows={5}
        missing={t('complaint.wordsMissing')}
      />
      <Form.Item
        name="receivedOn"
        label={t('complaint.receivedOn')}
        rules={dayRules({
          required: t('form.dayMissing'),
          notAfter: today(),
          notBefore: complaint.askedOn ?? complaint.receivedOn,
        })}
      >
        <DayField />
      </Form.Item>
    </ComplaintForm>
  );
}

export function AcceptForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return <ComplaintForm<object> {...props} event="accept" intro={<p>{t('complaint.acceptMeans')}</p>} />;
}

export function DeclineForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <ComplaintForm<{ ground?: string; reason: string; citation?: string }>
      {...props}
      event="declineToAccept"
      danger
      bodyOf={({ ground, reason, citation = '' }) => ({
        ground,
        reason,
        ...(citation.trim() === '' ? {} : { citation: citation.trim() }),
      })}
      intro={<p>{t('complaint.declineMeans')}</p>}
    >
      <Form.Item
        name="ground"
        label={t('complaint.refusedGround')}
        rules={[{ required: true, message: t('complaint.refusedGroundMissing') }]}
      >
        <Select options={nonAcceptanceGrounds.map((value) => ({ value, label: t(`complaint.refused.${value}`) }))} />
      </Form.Item>
      <ReasonItem label={t('complaint.reason')} maxLength={1000} rows={4} />
      <Form.Item name="citation" label={`${t('complaint.citation')}${t('complaint.optional')}`}>
        <Input maxLength={200} />
      </Form.Item>
    </ComplaintForm>
  );
}

export function PassOnForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const here = props.page.complaint.tenant;
  const register = useQuery(regionByCode(`${here.slice(0, 4)}00`));
  const bureaus =
    register.data === undefined
      ? []
      : [register.data, ...register.data.children].filter((region) => region.code !== here);
  return (
    <ComplaintForm<{ toTenant?: string; toName?: string; reason: string }>
      {...props}
      event="passOn"
      danger
      bodyOf={({ toTenant, toName = '', reason }) => ({
        ...(toTenant === undefined ? { toName: toName.trim() } : { toTenant }),
        reason,
      })}
      intro={<p>{t('complaint.passOnMeans')}</p>}
    >
      <Form.Item name="toTenant" label={t('complaint.toTenant')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={register.isPending}
          options={bureaus.map((region) => ({ value: region.code, label: region.name }))}
        />
      </Form.Item>
      <Form.Item
        name="toName"
        label={t('complaint.toName')}
        dependencies={['toTenant']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, name: string | undefined) =>
              getFieldValue('toTenant') === undefined && (name ?? '').trim() === ''
                ? Promise.reject(new Error(t('complaint.whereTo')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <ReasonItem label={t('complaint.reason')} maxLength={1000} />
    </ComplaintForm>
  );
}

/** 并案: into one of the same person that goes on; a person decides it, nothing is merged by itself. */
export function MergeForm(props: FormProps): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const lifecycle = useLifecycleWords();
  const states = useQuery(lifecyclesQuery).data?.find(({ name }) => name === 'complaint')?.states ?? {};
  const open = props.page.beside.filter(
    ({ samePerson, state }) => samePerson && Object.keys(states[state]?.on ?? {}).length > 0,
  );
  if (open.length === 0)
    return <Empty title={t('complaint.nothingToMerge')} hint={t('complaint.nothingToMergeHint')} />;
  return (
    <ComplaintForm<{ intoId?: string; reason: string }>
      {...props}
      event="merge"
      danger
      intro={<p>{t('complaint.mergeMeans')}</p>}
    >
      <Form.Item
        name="intoId"
        label={t('complaint.mergeInto')}
        rules={[{ required: true, message: t('complaint.mergeIntoMissing') }]}
      >
        <Radio.Group
          options={open.map((row) => ({
            value: row.id,
            label: [
              row.number,
              dayShort(row.receivedOn, language, today()),
              words.groundsOf(row),
              lifecycle.state('complaint', row.state),
            ].join(t('word.dot')),
          }))}
        />
      </Form.Item>
      <ReasonItem label={t('complaint.reason')} maxLength={500} />
    </ComplaintForm>
  );
}

export function WithdrawForm(props: FormProps): ReactNode {
  const { t, language } = useWords();
  const { receivedOn } = props.page.complaint;
  return (
    <ComplaintForm<{ reason: string }>
      {...props}
      event="withdraw"
      danger
      initial={{ reason: '' }}
      intro={<p>{t('complaint.withdrawMeans', { day: dayInWords(receivedOn, language, today()) })}</p>}
    >
      <WordsItem name="reason" label={t('complaint.withdrawal')} maxLength={500} />
    </ComplaintForm>
  );
}
