import { Input } from 'antd';
import type { ReactNode } from 'react';
import css from './prose-field.module.css';

interface ProseFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (event: React.ChangeEvent<HTMLTextAreaElement>) => void;
  readonly maxLength: number;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** Pixels of a line and of the field's own frame. */
const lineHeight = 21;
const frame = 10;

/** Several lines of text. It grows with what is written, by style alone: measuring it by script would break the page's policy. */
export function ProseField({ rows = 3, ...rest }: ProseFieldProps): ReactNode {
  return (
    <Input.TextArea
      {...rest}
      rows={rows}
      className={css.prose ?? ''}
      style={{ minHeight: `${rows * lineHeight + frame}px` }}
    />
  );
}
