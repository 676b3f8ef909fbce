import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import type { WorkItem } from '../../api/work-item.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { useCodeWords } from '../../parts/code-words.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import type { NextStep } from './next-step.ts';
import css from './today-screen.module.css';

interface WorkColumns {
  readonly steps: ReadonlyMap<string, NextStep>;
  readonly manyPlaces: boolean;
  /** Show from the start who handles it. */
  readonly handler?: boolean;
}

/** The columns of a worklist, clock first. */
export function useWorkColumns({ steps, manyPlaces, handler = false }: WorkColumns): readonly Column<WorkItem>[] {
  const { t, language } = useWords();
  const words = useCodeWords();
  const complaints = useComplaintWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  const now = today();

  // Who complained stands on no list; whom it is about does.
  const whom = (item: WorkItem): string => {
    if (item.subject === 'complaint') return t('complaint.aboutWhom', { name: item.name });
    return item.subject === 'supervision' ? t('supervision.title') : item.name;
  };
  const subject = (item: WorkItem): string => {
    if (item.seenBy !== undefined) return t(`supervision.kind.${item.seenBy}`);
    return item.grounds === undefined ? words.subject(item) : complaints.groundsOf({ grounds: item.grounds });
  };
  const nextWords = (item: WorkItem): string => {
    const step = steps.get(item.id);
    if (step === undefined || step.kind === 'none') return '';
    if (step.kind === 'approve') return t('next.approve');
    if (step.kind === 'otherHand') return t('next.otherHand');
    return lifecycle.action(item.subject, item.state, step.event);
  };
  const next = (item: WorkItem): ReactNode => {
    const step = steps.get(item.id);
    if (step === undefined || step.kind === 'none') return null;
    if (step.kind === 'otherHand') return <span className="soft">{nextWords(item)}</span>;
    return (
      <span className={css.next}>
        {nextWords(item)}
        <Icon name="next" size={11} />
      </span>
    );
  };

  return [
    {
      key: 'clock',
      title: t('column.clock'),
      width: 196,
      // The measures on complaints are cited whole, for their articles were not read: too long for a line.
      cell: (item) => <ClockChip dueOn={item.dueOn} citation={item.dueCitation} short={item.subject === 'complaint'} />,
      text: (item) => (item.dueOn === null ? '' : dayInWords(item.dueOn, language, now)),
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 200,
      cell: (item) => item.number,
      text: (item) => item.number,
    },
    {
      key: 'recipient',
      title: t('column.recipient'),
      narrow: 'first',
      cell: (item) => (
        <span className={css.recipient}>
          {whom(item)}
          {item.urgent ? (
            <Tag tone="zhu" icon="urgent">
              {t('mark.urgent')}
            </Tag>
          ) : null}
        </span>
      ),
      text: whom,
    },
    {
      key: 'subject',
      title: t('column.subject'),
      clamp: true,
      cell: subject,
      text: subject,
    },
    {
      key: 'state',
      title: t('column.state'),
      clamp: true,
      cell: (item) => lifecycle.state(item.subject, item.state),
      text: (item) => lifecycle.state(item.subject, item.state),
    },
    ...(manyPlaces
      ? [
          {
            key: 'place',
            title: t('column.place'),
            width: 88,
            cell: (item: WorkItem) => nameOf(item.tenant),
            text: (item: WorkItem) => nameOf(item.tenant),
          },
        ]
      : []),
    {
      key: 'handler',
      title: t('column.handler'),
      ...(handler ? {} : { rank: 'extra' as const }),
      narrow: 'hide',
      cell: (item) => item.handlerName ?? '',
      text: (item) => item.handlerName ?? '',
    },
    {
      key: 'class',
      title: t('column.class'),
      rank: 'extra',
      narrow: 'hide',
      cell: (item) => words.matterClass(item.class),
      text: (item) => words.matterClass(item.class),
    },
    {
      key: 'groups',
      title: t('column.groups'),
      rank: 'extra',
      narrow: 'hide',
      cell: (item) => item.groups.map(words.group).join(t('word.list')),
      text: (item) => item.groups.map(words.group).join(t('word.list')),
    },
    { key: 'next', title: t('column.next'), width: 150, cell: next, text: nextWords },
  ];
}
