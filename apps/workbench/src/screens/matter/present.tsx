import type { ReactNode } from 'react';
import type { Present as Somebody } from '../../api/presence.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './matter-head.module.css';

/** Who else is at this matter, and which form they have open. */
export function Present({
  others,
  state,
}: {
  others: readonly Somebody[];
  /** The state of the record, by which its moves are named. */
  state: string;
}): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const words = ({ name, doing }: Somebody): string => {
    const [subject = '', event = ''] = doing?.split('.') ?? [];
    const action = subject === 'application' || subject === 'case' ? lifecycle.action(subject, state, event) : event;
    // A form of another record than the one in hand has no words here: that they are at work is enough.
    const known = action !== event;
    return known ? t('present.doing', { name, action }) : t('present.reading', { name });
  };
  return (
    <output className={css.present}>
      {others.map((other) => (
        <Tag key={other.name + other.since} tone="amber">
          {words(other)}
        </Tag>
      ))}
    </output>
  );
}
