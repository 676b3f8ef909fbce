import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { pleaMatters, pleaTold, pleaViews, unsignedReasons } from '../../api/codes.ts';
import type { PleaInput } from '../../api/duty.ts';
import { useWords } from '../../locales/i18n.ts';
import { CodesBoxes } from '../../parts/codes-boxes.tsx';
import { ProseField } from '../../parts/prose-field.tsx';

/** What the form holds of a witnessed plea while it is being filled in. */
export type PleaValues = Partial<Omit<PleaInput, 'dissent'>> & { readonly dissent?: string };

export const emptyPlea: PleaValues = {
  told: [],
  views: { charge: 'agrees', sentence: 'agrees', procedure: 'agrees' },
  lawyerSigned: false,
};

/** The record as it is sent: empty fields left out, the reason only where nothing was signed. */
export function pleaOf(values: PleaValues, signed: boolean): PleaInput {
  const { dissent, unsigned, organ, place, charge, sentence, told, advice, views, voluntary, lawyerSigned } = values;
  return {
    organ: organ?.trim() ?? '',
    place: place?.trim() ?? '',
    charge: charge?.trim() ?? '',
    sentence: sentence?.trim() ?? '',
    told: [...(told ?? [])],
    advice: advice?.trim() ?? '',
    views: views ?? { charge: 'agrees', sentence: 'agrees', procedure: 'agrees' },
    ...(dissent === undefined || dissent.trim() === '' ? {} : { dissent: dissent.trim() }),
    voluntary: voluntary === true,
    ...(signed || unsigned === undefined ? {} : { unsigned }),
    lawyerSigned: lawyerSigned === true,
  };
}

/** 认罪认罚具结见证: what was told, what the lawyer holds of it, whether the person is free, who signed. */
export function PleaFields({ signed }: { signed: boolean }): ReactNode {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const views = Form.useWatch<PleaValues['views'] | undefined>(['plea', 'views'], form);
  const dissents = views !== undefined && Object.values(views).includes('dissents');
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <legend>
        <h3>{t('plea.title')}</h3>
      </legend>
      <Form.Item name={['plea', 'organ']} label={t('notice.organName')} rules={needed(t('plea.organMissing'))}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['plea', 'place']} label={t('plea.place')} rules={needed(t('plea.placeMissing'))}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['plea', 'charge']} label={t('plea.charge')} rules={needed(t('plea.chargeMissing'))}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['plea', 'sentence']} label={t('plea.sentence')} rules={needed(t('plea.sentenceMissing'))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['plea', 'told']} label={t('plea.told')} extra={signed ? t('plea.toldAll') : undefined}>
        <CodesBoxes codes={pleaTold} words={(code) => t(`pleaTold.${code}`)} />
      </Form.Item>
      <Form.Item name={['plea', 'advice']} label={t('plea.advice')} rules={needed(t('plea.adviceMissing'))}>
        <ProseField maxLength={2000} rows={3} />
      </Form.Item>
      {pleaMatters.map((matter) => (
        <Form.Item
          key={matter}
          name={['plea', 'views', matter]}
          label={t('plea.view', { matter: t(`pleaMatter.${matter}`) })}
        >
          <Radio.Group options={pleaViews.map((value) => ({ value, label: t(`pleaView.${value}`) }))} />
        </Form.Item>
      ))}
      <Form.Item
        name={['plea', 'dissent']}
        label={t('plea.dissent')}
        rules={dissents ? needed(t('plea.dissentMissing')) : []}
      >
        <ProseField maxLength={2000} rows={2} />
      </Form.Item>
      <Form.Item
        name={['plea', 'voluntary']}
        label={t('plea.voluntary')}
        rules={[{ required: true, message: t('plea.voluntaryMissing') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('plea.voluntaryYes') },
            { value: false, label: t('plea.voluntaryNo') },
          ]}
        />
      </Form.Item>
      {signed ? null : (
        <Form.Item
          name={['plea', 'unsigned']}
          label={t('plea.unsigned')}
          rules={[{ required: true, message: t('plea.unsignedMissing') }]}
        >
          <Select options={unsignedReasons.map((value) => ({ value, label: t(`pleaUnsigned.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name={['plea', 'lawyerSigned']} valuePropName="checked">
        <Checkbox>{t('plea.lawyerSigned')}</Checkbox>
      </Form.Item>
      <p className="soft">{t('plea.paper')}</p>
    </fieldset>
  );
}
