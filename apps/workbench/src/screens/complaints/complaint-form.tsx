import { Form } from 'antd';
import type { ReactNode } from 'react';
import { type ComplaintMove, type ComplaintPage, moveComplaint } from '../../api/complaints.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Movable } from '../../parts/movable.ts';
import { MoveForm, type MoveFormProps } from '../../parts/move-form.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { useRecordedComplaint } from './use-recorded-complaint.ts';

/** What every form behind a button is handed. */
export interface FormProps {
  readonly page: ComplaintPage;
  readonly movable: Movable;
  readonly onDone: () => void;
}

type ComplaintFormProps<V extends object> = FormProps &
  Omit<MoveFormProps<V>, 'movable' | 'story' | 'page' | 'recorded' | 'event' | 'send'> & {
    readonly event: ComplaintMove;
    /** What the form's values are to the server; as they are, where not said. */
    readonly bodyOf?: (values: V) => object;
  };

/** A {@link MoveForm} of the complaint on the page. */
export function ComplaintForm<V extends object>({ page, event, bodyOf, ...rest }: ComplaintFormProps<V>): ReactNode {
  const recorded = useRecordedComplaint(page);
  return (
    <MoveForm<V>
      {...rest}
      event={event}
      story={page.story}
      recorded={recorded}
      page={['complaints', 'one']}
      send={(values, version, key) =>
        moveComplaint(page.complaint, event, { version, ...(bodyOf?.(values) ?? values) }, key)
      }
    />
  );
}

interface WordsItemProps {
  readonly name: string;
  readonly label: string;
  readonly maxLength: number;
  readonly rows?: number;
  /** What is said where it was left empty; without it the field may stay empty. */
  readonly missing?: string;
  readonly extra?: string;
}

/** Some sentences of a move. */
export function WordsItem({ name, label, missing, extra, ...field }: WordsItemProps): ReactNode {
  const { t } = useWords();
  return (
    <Form.Item
      name={name}
      label={missing === undefined ? `${label}${t('complaint.optional')}` : label}
      extra={extra}
      rules={missing === undefined ? [] : [{ required: true, whitespace: true, message: missing }]}
    >
      <ProseField {...field} />
    </Form.Item>
  );
}
