import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Radio } from 'antd';
import { type ReactNode, useDeferredValue } from 'react';
import { criminalStages, isOneOf } from '../../api/codes.ts';
import { findEarlierCases } from '../../api/notices.ts';
import { readResidentNumber } from '../../format/resident-number.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import type { NoticeValues } from './notice-values.ts';

/** 较早阶段: what the centre handled before for the same person or proceeding; chosen by a person, never linked by itself. */
export function EarlierCases({ tenant, form }: { tenant: string; form: FormInstance<NoticeValues> }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const typed = Form.useWatch(['person', 'documentNumber'], form) as string | undefined;
  const number = useDeferredValue(Form.useWatch('organCaseNumber', form)?.trim() ?? '');
  const documentNumber = readResidentNumber(typed ?? '') === undefined ? undefined : typed;
  const found = useQuery({
    queryKey: ['cases', 'earlier', tenant, documentNumber, number],
    queryFn: () =>
      findEarlierCases(tenant, {
        ...(documentNumber === undefined ? {} : { documentNumber }),
        ...(number === '' ? {} : { organCaseNumber: number }),
      }),
    enabled: documentNumber !== undefined || number.length >= 4,
    retry: false,
  });
  const cases = found.data?.cases ?? [];
  return (
    <section>
      <h2>{t('notice.earlier')}</h2>
      {cases.length === 0 ? (
        <p className="soft">{found.data === undefined ? t('notice.earlierWaits') : t('notice.earlierNone')}</p>
      ) : (
        <Form.Item name="earlierCaseId" extra={t('notice.earlierHint')}>
          <Radio.Group
            options={[
              ...cases.map((one) => ({
                value: one.caseId,
                label: [
                  one.recipientName,
                  isOneOf(criminalStages, one.stage) ? t(`stage.${one.stage}`) : '',
                  one.handlerName ?? t('notice.noHandler'),
                  lifecycle.state('case', one.state),
                  one.number,
                ]
                  .filter((part) => part !== '')
                  .join(t('word.dot')),
              })),
              { value: '', label: t('notice.earlierNot') },
            ]}
          />
        </Form.Item>
      )}
    </section>
  );
}
