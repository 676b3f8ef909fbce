import type { ReactNode } from 'react';
import type { Party } from '../../api/applications.ts';
import { isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { ageOn } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Masked } from './masked.tsx';
import type { MatterView } from './matter-view.ts';
import css from './party-card.module.css';

const partyRoles = ['recipient', 'agent', 'opponent', 'coDefendant'] as const;

/** A party with the groups it belongs to; without an id when only the name is known. */
export interface PartyShown extends Omit<Party, 'personId'> {
  readonly personId: string | null;
  readonly groups: readonly string[];
}

/** One party: the recipient in full view, the others in a line or two. Protected values are masked. */
export function PartyCard({ party, matter }: { party: PartyShown; matter: MatterView }): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const { person, groups } = party;
  const relation = textOf(party.detail, 'relation');
  const unit = textOf(party.detail, 'unit');
  const role = isOneOf(partyRoles, party.role) ? t(`party.${party.role}`) : party.role;
  const sex = person?.sex === 'female' ? t('sex.female') : person?.sex === 'male' ? t('sex.male') : undefined;
  const age =
    person?.birthDate === null || person?.birthDate === undefined
      ? undefined
      : t('party.age', { years: ageOn(person.birthDate, today()) });
  const about = [sex, age, person?.ethnicity ?? undefined].filter((part) => part !== undefined).join(t('word.dot'));
  const where = { tenant: matter.tenant, matterId: matter.matterId, personId: party.personId ?? '' };
  return (
    <div className={css.party}>
      <p className={css.name}>
        <span className={css.role}>{role}</span>
        <strong>{party.name}</strong>
        {about === '' ? null : <span className="soft whole">{about}</span>}
        {relation === undefined ? null : <Tag>{relation}</Tag>}
        {person?.shielded === true ? <Tag tone="zhu">{t('party.shielded')}</Tag> : null}
      </p>
      {groups.length === 0 ? null : (
        <p className={css.groups}>
          {groups.map((group) => (
            <Tag key={group}>{words.group(group)}</Tag>
          ))}
        </p>
      )}
      {person === null ? null : (
        <Facts>
          {person.document === null ? null : (
            <Fact label={t('fact.document')}>
              <Masked field="identityNumber" masked={person.document.masked} {...where} />
            </Fact>
          )}
          {person.phone === null ? null : (
            <Fact label={t('fact.phone')}>
              <Masked field="phone" masked={person.phone} {...where} />
            </Fact>
          )}
          {person.address === null && !person.shielded ? null : (
            <Fact label={t('fact.address')}>
              <Masked field="address" masked={person.address ?? t('party.addressShielded')} {...where} />
            </Fact>
          )}
        </Facts>
      )}
      {unit === undefined ? null : (
        <Facts>
          <Fact label={t('fact.unit')}>{unit}</Fact>
        </Facts>
      )}
    </div>
  );
}

/** One text out of what the register keeps beside a party. */
function textOf(detail: unknown, name: string): string | undefined {
  const value: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
