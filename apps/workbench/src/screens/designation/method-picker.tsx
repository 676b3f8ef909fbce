import type { ReactNode } from 'react';
import type { Method } from '../../api/designation.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './method-picker.module.css';

/** 指派方式: each with what it does and what it rests on. */
export function MethodPicker({
  methods,
  chosen,
  onChoose,
}: {
  methods: readonly Method[];
  chosen: Method['method'];
  onChoose: (method: Method['method']) => void;
}): ReactNode {
  const { t, side } = useWords();
  return (
    <fieldset className={css.methods}>
      <legend>{t('method.title')}</legend>
      {methods.map((one) => (
        <label key={one.method} className={one.method === chosen ? css.chosen : undefined}>
          <input type="radio" name="method" checked={one.method === chosen} onChange={() => onChoose(one.method)} />
          <span>
            {side(one)}
            {one.method === chosen ? (
              <span className={css.does}>
                {side(one.does)}
                <br />
                {one.citation} {one.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
