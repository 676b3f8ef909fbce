import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { knownMatchesQuery, linkPersons } from '../../api/matching.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import css from './checks.module.css';
import { MatchLine } from './match-line.tsx';

/** 可能是同一个人: of the recipient on file; somebody says whether it is, and may say otherwise later. The document needs no word. */
export function SamePerson({ tenant, personId }: { tenant: string; personId: string }): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const session = useSession();
  const may = session.roles.some((role) => ['clerk', 'reviewer', 'hotlineAgent'].includes(role));
  const found = useQuery({ ...knownMatchesQuery(tenant, personId), enabled: may, retry: false });
  const say = useMutation({
    mutationFn: ({ otherId, same }: { otherId: string; same: boolean }) => linkPersons(tenant, personId, otherId, same),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
  });
  const matches = (found.data?.matches ?? []).filter(({ grade }) => grade !== 'sure');
  if (matches.length === 0) return null;
  return (
    <details className={css.checks}>
      <summary>{t('same.title', { count: matches.length })}</summary>
      <ul className={css.list}>
        {matches.map((match) => (
          <MatchLine key={match.person.personId} match={match}>
            <p className={css.answer}>
              {match.said === null ? null : (
                <span className="soft">{match.said ? t('same.saidSame') : t('same.saidNot')}</span>
              )}
              {match.said === true ? null : (
                <TextButton onClick={() => say.mutate({ otherId: match.person.personId, same: true })}>
                  {t('same.same')}
                </TextButton>
              )}
              {match.said === false ? null : (
                <TextButton onClick={() => say.mutate({ otherId: match.person.personId, same: false })}>
                  {t('same.not')}
                </TextButton>
              )}
            </p>
          </MatchLine>
        ))}
      </ul>
      {say.isError ? <ProblemNote error={say.error} /> : null}
    </details>
  );
}
