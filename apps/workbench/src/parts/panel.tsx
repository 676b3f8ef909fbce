import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../locales/i18n.ts';
import { Icon } from './icon.tsx';
import css from './panel.module.css';

/** A sheet on the right, not modal: what it is about can still be read and copied. Esc closes it. */
export function Panel({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ReactNode;
  onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const heading = useId();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = element.current?.querySelector<HTMLElement>(
      'input:not([type="hidden"]), textarea, [role="combobox"]',
    );
    (first ?? element.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      ref={element}
      className={css.panel}
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (
          event.key === 'Escape' &&
          !event.defaultPrevented &&
          document.querySelector('.ant-select-open, .ant-popover:not(.ant-popover-hidden)') === null
        )
          onClose();
      }}
    >
      <header className={css.head}>
        <h2 id={heading}>{title}</h2>
        <button type="button" className={css.close} onClick={onClose} aria-label={t('word.close')}>
          <Icon name="cross" size={16} />
        </button>
      </header>
      <div className={css.body}>{children}</div>
    </aside>
  );
}
