import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { conflictKinds, isOneOf } from '../../api/codes.ts';
import { checkConflicts, findRepeated, matchPerson } from '../../api/matching.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { type PersonValues, personInputOf } from '../../parts/person-values.ts';
import css from './checks.module.css';
import { MatchLine } from './match-line.tsx';

interface EntryChecksProps {
  readonly tenant: string;
  readonly person: PersonValues;
  readonly others: readonly string[];
  /** As what the others stand beside the recipient. */
  readonly othersAs: 'opponents' | 'coDefendants';
  readonly organCaseNumber?: string | undefined;
  readonly matter?: { readonly class: string; readonly cause?: string | undefined };
}

/** While something is written down: who may be the same person, what they applied for before, who could not act. Nothing is decided here. */
export function EntryChecks(props: EntryChecksProps): ReactNode {
  const { tenant, othersAs } = props;
  const { t, language } = useWords();
  const words = useCodeWords();
  const lifecycle = useLifecycleWords();
  const { address: _a, ethnicity: _e, ...person } = personInputOf(useDeferredValue(props.person));
  const { document } = person;
  const whole = document !== undefined && document.number.length >= 15;
  const asked = whole ? person : withoutDocument(person);
  const others = useDeferredValue(props.others);
  const organCaseNumber = useDeferredValue(props.organCaseNumber ?? '');
  const known = useQuery({
    queryKey: ['people', 'match', tenant, asked],
    queryFn: () => matchPerson(tenant, asked),
    enabled: asked.name.length >= 2 && (whole || asked.birthDate !== undefined || (asked.phone ?? '').length >= 7),
    retry: false,
  });
  const matches = known.data?.matches ?? [];
  const personIds = matches.filter(({ grade }) => grade !== 'possible').map((match) => match.person.personId);
  const matter = {
    ...(props.matter === undefined ? {} : { class: props.matter.class }),
    ...(props.matter?.cause === undefined ? {} : { cause: props.matter.cause }),
  };
  const repeated = useQuery({
    queryKey: ['applications', 'repeated', tenant, personIds, matter],
    queryFn: () => findRepeated(tenant, { personIds, ...matter }),
    enabled: personIds.length > 0,
    retry: false,
  });
  const named = others.filter((name) => name.length >= 2);
  const conflicts = useQuery({
    queryKey: ['designation', 'conflicts', tenant, asked.name, document?.number, named, organCaseNumber],
    queryFn: () =>
      checkConflicts(tenant, {
        recipient: { name: asked.name, ...(whole ? { documentNumber: document.number } : {}) },
        opponents: othersAs === 'opponents' ? named.map((name) => ({ name })) : [],
        coDefendants: othersAs === 'coDefendants' ? named.map((name) => ({ name })) : [],
        ...(organCaseNumber.length < 4 ? {} : { organCaseNumber }),
      }),
    enabled: asked.name.length >= 2 && (whole || named.length > 0 || organCaseNumber.length >= 4),
    retry: false,
  });
  const handlers = conflicts.data?.handlers ?? [];
  const applications = repeated.data?.applications ?? [];
  if (matches.length + handlers.length + applications.length === 0) return null;
  return (
    <div className={css.checks}>
      {matches.length === 0 ? null : (
        <section>
          <h2>{t('checks.persons')}</h2>
          <ul className={css.list}>
            {matches.slice(0, 4).map((match) => (
              <MatchLine key={match.person.personId} match={match} />
            ))}
          </ul>
        </section>
      )}
      {applications.length === 0 ? null : (
        <section>
          <h2>{t('checks.repeated')}</h2>
          <ul className={css.list}>
            {applications.slice(0, 4).map((one) => (
              <li key={one.applicationId}>
                {one.sameMatter ? <span className={css.same}>{t('checks.sameMatter')} </span> : null}
                <Link to="/matters/$tenant/$matterId" params={{ tenant, matterId: one.matterId }} target="_blank">
                  {one.number}
                </Link>{' '}
                <span className="soft">
                  {[
                    words.subject(one),
                    lifecycle.state('application', one.state),
                    dayShort(one.receivedOn, language, today()),
                  ].join(t('word.dot'))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {handlers.length === 0 ? null : (
        <section>
          <h2>{t('checks.conflicts')}</h2>
          <ul className={css.list}>
            {handlers.slice(0, 5).map((one) => (
              <li key={one.handlerId}>
                <strong>{one.name}</strong> <span className="soft">{one.agencyName}</span>
                {one.conflicts.slice(0, 2).map((conflict) => (
                  <p key={`${conflict.kind}${conflict.caseId}`}>
                    {isOneOf(conflictKinds, conflict.kind) ? t(`conflict.${conflict.kind}`) : conflict.kind}
                    <span className="soft">
                      {' '}
                      {[conflict.caseNumber, t('checks.score', { score: conflict.score })].join(t('word.dot'))}
                    </span>
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function withoutDocument<T extends { readonly document?: unknown }>({ document: _, ...rest }: T): Omit<T, 'document'> {
  return rest;
}
