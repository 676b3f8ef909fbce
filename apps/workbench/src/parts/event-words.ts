import type { StoryEvent } from '../../api/matter.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { useScope } from '../../shell/scope.ts';

/** Kinds of events the desk has words for; any other shows its kind, so that nothing in the story is hidden. */
const kinds = [
  'application.submitted',
  'application.received',
  'application.acknowledged',
  'application.supplementRequested',
  'application.supplementAnswered',
  'application.deemedWithdrawn',
  'application.proposed',
  'application.proposalReturned',
  'application.granted',
  'application.refused',
  'application.withdrawn',
  'application.transferred',
  'person.revealed',
] as const;
type Kind = (typeof kinds)[number];

const isKind = (kind: string): kind is Kind => kinds.some((known) => known === kind);

export function useEventWords(): {
  readonly headline: (event: StoryEvent) => string;
  readonly detail: (event: StoryEvent) => string | undefined;
} {
  const { t, language } = useWords();
  const words = useCodeWords();
  const { nameOf } = useScope();
  return {
    headline: ({ kind }) => (isKind(kind) ? t(`event.${kind}`) : kind),
    detail: ({ kind, payload }) => {
      if (kind === 'application.submitted' && typeof payload.door === 'string')
        return t('matter.through', { door: words.door(payload.door) });
      if (kind === 'application.transferred' && typeof payload.toTenant === 'string')
        return t('event.toPlace', { place: nameOf(payload.toTenant) });
      if (kind === 'application.received' && typeof payload.fromTenant === 'string')
        return t('event.fromPlace', { place: nameOf(payload.fromTenant) });
      if (kind === 'application.proposed' && (payload.outcome === 'grant' || payload.outcome === 'refuse'))
        return t(`proposal.${payload.outcome}`);
      if (typeof payload.dueOn === 'string')
        return t('clock.dueOn', { day: dayInWords(payload.dueOn, language, today()) });
      if (typeof payload.reason === 'string' && payload.reason !== '') return payload.reason;
      return undefined;
    },
  };
}
