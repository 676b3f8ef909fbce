import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../locales/i18n.ts';
import css from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly width?: number;
  /** Without a way to close it there is only the way through. */
  readonly onClose?: () => void;
  readonly required?: boolean;
  /** The title is for readers of the screen only. */
  readonly bare?: boolean;
}

/** A modal over the desk: the browser's own dialog, which keeps the focus inside and closes on Esc. */
export function Dialog({
  title,
  children,
  width = 480,
  onClose,
  required = false,
  bare = false,
}: DialogProps): ReactNode {
  const { t } = useWords();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
      // The field, not the button that closes: one begins to type at once.
      dialog.querySelector<HTMLElement>('input, textarea')?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={css.dialog}
      style={{ width }}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!required) onClose?.();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current && !required) onClose?.();
      }}
    >
      <div className={css.sheet}>
        <div className={bare ? 'unseen' : css.head}>
          <h2 id={heading}>{title}</h2>
          {onClose === undefined ? null : (
            <button type="button" className={css.close} onClick={onClose} aria-label={t('word.close')}>
              ×
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
