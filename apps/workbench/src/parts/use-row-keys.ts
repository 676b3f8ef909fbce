import { type RefObject, useEffect } from 'react';

/** `j`/`k` and the arrows walk the rows of a list from anywhere on the screen where nothing is being typed. */
export function useRowKeys(body: RefObject<HTMLElement | null>, loadMore: (() => void) | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const onRow = document.activeElement instanceof HTMLElement && document.activeElement.matches('[data-row]');
      const step =
        event.key === 'j' || (onRow && event.key === 'ArrowDown')
          ? 1
          : event.key === 'k' || (onRow && event.key === 'ArrowUp')
            ? -1
            : 0;
      if (step === 0 || body.current === null) return;
      const rows = [...body.current.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
      event.preventDefault();
      if (next === undefined) {
        if (step === 1) loadMore?.();
        return;
      }
      next.focus();
      next.closest('tr')?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [body, loadMore]);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="menu"], [role="listbox"]') !==
      null
  );
}
