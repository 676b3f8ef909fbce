import { Select } from 'antd';
import type { ReactNode } from 'react';

interface CodesSelectProps<C extends string> {
  readonly id?: string;
  readonly codes: readonly C[];
  readonly words: (code: C) => string;
  readonly value?: C;
  readonly onChange?: (code: C) => void;
}

/** One of a list of codes, found by a part of its words. */
export function CodesSelect<C extends string>({ id, codes, words, value, onChange }: CodesSelectProps<C>): ReactNode {
  return (
    <Select<C>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      showSearch={{ optionFilterProp: 'label' }}
      options={codes.map((code) => ({ value: code, label: words(code) }))}
    />
  );
}
