import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { fenOf, yuan } from '../format/money.ts';

interface MoneyFieldProps {
  readonly id?: string;
  /** Fen; NaN while what stands there is no amount. */
  readonly value?: number | undefined;
  readonly onChange?: (fen: number | undefined) => void;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** An amount in yuan as a person types it; fen for the form. */
export function MoneyField({ value, onChange, ...rest }: MoneyFieldProps): ReactNode {
  const [text, setText] = useState<string>();
  const shown = text ?? (value === undefined || Number.isNaN(value) ? '' : yuan(value));
  return (
    <Input
      {...rest}
      inputMode="decimal"
      suffix="元"
      value={shown}
      maxLength={20}
      onChange={(event) => {
        setText(event.target.value);
        onChange?.(event.target.value.trim() === '' ? undefined : (fenOf(event.target.value) ?? Number.NaN));
      }}
      // Left alone, an amount stands as amounts do; a mistake stays as typed.
      onBlur={() => {
        if (value === undefined || !Number.isNaN(value)) setText(undefined);
      }}
    />
  );
}
