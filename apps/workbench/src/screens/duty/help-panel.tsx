import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import {
  type CriminalStage,
  criminalStages,
  type DutyOutcome,
  type DutyService,
  type DutySignature,
  dutyOutcomes,
  dutyServices,
  dutySignatures,
} from '../../api/codes.ts';
import { type Rota, recordHelp, type Shift } from '../../api/duty.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PersonFields } from '../../parts/person-fields.tsx';
import { type PersonValues, personFieldOf, personInputOf } from '../../parts/person-values.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { emptyPlea, PleaFields, type PleaValues, pleaOf } from './plea-fields.tsx';

interface Values {
  readonly person: PersonValues;
  readonly stage: CriminalStage;
  readonly organCaseNumber?: string;
  readonly services: DutyService[];
  readonly outcome: DutyOutcome;
  readonly signature: DutySignature;
  readonly plea?: PleaValues;
  readonly note?: string;
}

/** 登记法律帮助: lawyer, place, day and mode are the shift's; the rest is told here. */
export function HelpPanel({
  tenant,
  rota,
  shift,
  onClose,
}: {
  tenant: string;
  rota: Rota;
  shift: Shift;
  onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const [form] = Form.useForm<Values>();
  const services = Form.useWatch('services', form) ?? [];
  const outcome = Form.useWatch('outcome', form);
  const place = rota.places.find((one) => one.agencyId === shift.agencyId);
  const send = useMutation({
    mutationFn: ({ person, organCaseNumber, note, plea, ...values }: Values) =>
      recordHelp(
        tenant,
        {
          ...values,
          shiftId: shift.id,
          agencyId: shift.agencyId,
          handlerId: shift.handlerId,
          helpedOn: shift.onDay,
          mode: shift.mode,
          person: personInputOf(person),
          ...(values.services.includes('pleaWitness')
            ? { plea: pleaOf(plea ?? {}, values.outcome === 'pleaSigned') }
            : {}),
          ...(organCaseNumber === undefined || organCaseNumber.trim() === '' ? {} : { organCaseNumber }),
          ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
        },
        key.current,
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['duty'] });
      void message.success(t('duty.helpRecorded'));
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      const faults = (error.body.errors ?? []).map((fault) => {
        const path = pathOf(fault.pointer);
        return {
          name: path[0] === 'person' ? personFieldOf(path) : path.slice(0, path[0] === 'plea' ? 2 : 1),
          errors: [fault.detail],
        };
      });
      form.setFields(faults as Parameters<typeof form.setFields>[0]);
    },
  });
  return (
    <Panel title={t('duty.recordHelp')} onClose={onClose}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          person: {},
          stage: 'investigation',
          services: ['advice'],
          plea: emptyPlea,
          outcome: 'advised',
          signature: shift.mode === 'onSite' ? 'signed' : 'heardRemotely',
        }}
        onFinish={() => send.mutate(form.getFieldsValue(true) as Values)}
      >
        <p className="soft">
          {[shift.handlerName, place?.name ?? '', t(`dutyMode.${shift.mode}`)].join(t('word.dot'))}
        </p>
        {send.isError ? <ProblemNote error={send.error} /> : null}
        <PersonFields name="person" near={tenant} brief />
        <Form.Item name="stage" label={t('entry.stage')}>
          <Select options={criminalStages.map((value) => ({ value, label: t(`stage.${value}`) }))} />
        </Form.Item>
        <Form.Item name="organCaseNumber" label={t('notice.organCaseNumber')} extra={t('duty.caseNumberHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="services"
          label={t('duty.services')}
          rules={[{ required: true, type: 'array', min: 1, message: t('duty.servicesMissing') }]}
        >
          <CodesBoxes codes={dutyServices} words={(code) => t(`dutyService.${code}`)} />
        </Form.Item>
        <Form.Item name="outcome" label={t('duty.outcome')}>
          <Select options={dutyOutcomes.map((value) => ({ value, label: t(`dutyOutcome.${value}`) }))} />
        </Form.Item>
        {services.includes('pleaWitness') ? <PleaFields signed={outcome === 'pleaSigned'} /> : null}
        <Form.Item name="signature" label={t('duty.signature')}>
          <Select options={dutySignatures.map((value) => ({ value, label: t(`dutySignature.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('handover.note')}>
          <ProseField maxLength={1000} rows={3} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('duty.recordHelp')}
        </Button>
      </Form>
    </Panel>
  );
}
