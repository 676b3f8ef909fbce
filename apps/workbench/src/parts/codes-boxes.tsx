import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import css from './codes-boxes.module.css';

interface CodesBoxesProps<C extends string> {
  readonly codes: readonly C[];
  readonly words: (code: C) => string;
  /** Codes that cannot be chosen now. */
  readonly off?: (code: C) => boolean;
  readonly value?: readonly C[];
  readonly onChange?: (codes: C[]) => void;
}

/** Boxes for codes of which any number may hold, flowing like words in a line. What a form says of a field (invalid, required) no group of boxes may carry. */
export function CodesBoxes<C extends string>({ codes, words, off, value, onChange }: CodesBoxesProps<C>): ReactNode {
  return (
    <Checkbox.Group
      className={css.boxes ?? ''}
      {...(value === undefined ? {} : { value: [...value] })}
      {...(onChange === undefined ? {} : { onChange: (chosen) => onChange(chosen as C[]) })}
      options={codes.map((code) => ({ value: code, label: words(code), disabled: off?.(code) === true }))}
    />
  );
}
