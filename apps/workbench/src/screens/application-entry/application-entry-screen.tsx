import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Submitted } from '../../api/application-input.ts';
import { doors, isOneOf } from '../../api/codes.ts';
import { seedApplication } from '../../api/consultations.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { clearDraft, readDraft } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { emptyEntry, entryOfSeed } from './entry-values.ts';
import { Receipt } from './receipt.tsx';

const route = getRouteApi('/applications/new');

/** 收申请: the citizen's application in one dense form, at the window or on the telephone. */
export function ApplicationEntryScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant, consultation, door: asked } = route.useSearch();
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<Submitted>();
  const draftKey = `${session.account.id}.${consultation ?? 'new'}`;
  const seed = useQuery({
    queryKey: ['application-seed', tenant, consultation],
    queryFn: () => seedApplication(tenant ?? '', consultation ?? ''),
    enabled: tenant !== undefined && consultation !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  if (submitted !== undefined) {
    return (
      <Receipt
        submitted={submitted}
        onNext={() => {
          setSubmitted(undefined);
          setRound(round + 1);
        }}
      />
    );
  }
  if (seed.isError) return <ProblemNote error={seed.error} page />;
  if (consultation !== undefined && seed.data === undefined) return null;
  const door = isOneOf(doors, asked) ? asked : 'window';
  const draft = readDraft(draftKey);
  const initial = draft?.values ?? (seed.data === undefined || round > 0 ? emptyEntry(door) : entryOfSeed(seed.data));
  return (
    <>
      <ScreenHead title={t('entry.title')} beside={consultation === undefined ? t('entry.hint') : t('entry.carried')} />
      <EntryForm
        key={round}
        initial={initial}
        draftKey={draftKey}
        keptAt={draft?.at}
        consultationId={round === 0 ? consultation : undefined}
        onSubmitted={(answer) => {
          clearDraft(draftKey);
          setSubmitted(answer);
        }}
        onDiscard={() => {
          clearDraft(draftKey);
          setRound(round + 1);
        }}
      />
    </>
  );
}
