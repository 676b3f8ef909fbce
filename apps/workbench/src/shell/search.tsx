import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { searchQuery } from '../api/search.ts';
import { addressOf } from '../api/work-item.ts';
import { useWords } from '../locales/i18n.ts';
import { ClockChip } from '../parts/clock-chip.tsx';
import { useCodeWords } from '../parts/code-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useLifecycleWords } from '../parts/lifecycle-words.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import css from './search.module.css';

/** Ctrl K: one field for number, name, pinyin, phone and identity number. */
export function Search(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className={css.field} onClick={() => setOpen(true)} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className={css.hint}>{t('search.hint')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {open ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const lifecycle = useLifecycleWords();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed.trim());
  const { data, isFetching, error } = useQuery(searchQuery(asked));
  const hits = asked === '' ? [] : (data ?? []);

  const go = (index: number): void => {
    const hit = hits[index];
    if (hit === undefined) return;
    onClose();
    router.history.push(addressOf(hit));
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(hits.length - 1, now + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(at);
    }
  };

  return (
    <Dialog title={t('search.title')} width={680} bare onClose={onClose}>
      <input
        className={css.input}
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="found"
        aria-activedescendant={hits[at] === undefined ? undefined : `found-${at}`}
        aria-label={t('search.title')}
        placeholder={t('search.hint')}
        maxLength={60}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {error === null ? null : <ProblemNote error={error} />}
      <div id="found" role="listbox" aria-label={t('search.found')} className={css.found}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={`${hit.tenant}${hit.id}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            className={css.hit}
            onMouseMove={() => setAt(index)}
            onClick={() => go(index)}
          >
            <span className={css.name}>{hit.name}</span>
            <span>{words.subject(hit)}</span>
            <span className="soft whole">{hit.number}</span>
            <span className={css.state}>{lifecycle.state(hit.subject, hit.state)}</span>
            <ClockChip dueOn={hit.dueOn} citation={hit.dueCitation} short />
          </div>
        ))}
      </div>
      <p className={css.foot}>
        {asked === '' ? t('search.how') : hits.length === 0 && !isFetching ? t('search.nothing') : t('search.keys')}
      </p>
    </Dialog>
  );
}
