import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { regionByCode, regionSearch } from '../api/regions.ts';
import { useWords } from '../locales/i18n.ts';

interface RegionFieldProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (code: string | undefined) => void;
  /** Only places below this one. */
  readonly within?: string;
  /** The place most people mean. */
  readonly near?: string | undefined;
}

/** A place of the register, found by name, pinyin or initials, down to the village. */
export function RegionField({ id, value, onChange, within, near }: RegionFieldProps): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const found = useQuery(regionSearch(asked, within));
  const chosen = useQuery({ ...regionByCode(value ?? ''), enabled: value !== undefined && value !== '' });
  const around = useQuery({ ...regionByCode(near ?? ''), enabled: near !== undefined && asked === '' });
  const list =
    asked === ''
      ? around.data === undefined
        ? []
        : [around.data, ...around.data.children]
      : (found.data?.regions ?? []);
  const options = list.map((region) => ({ value: region.code, label: region.fullName }));
  if (chosen.data !== undefined && !options.some((option) => option.value === chosen.data.code)) {
    options.unshift({ value: chosen.data.code, label: chosen.data.fullName });
  }
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value === '' ? null : (value ?? null)}
      onChange={(code: string | null) => onChange?.(code ?? undefined)}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      allowClear
      placeholder={t('region.placeholder')}
      notFoundContent={asked === '' ? t('region.how') : found.isFetching ? t('region.searching') : t('region.nothing')}
      options={options}
    />
  );
}
