import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApplicationPage } from '../../api/applications.ts';
import { applyingAs, isOneOf, materialKinds, proofs } from '../../api/codes.ts';
import { regionByCode } from '../../api/regions.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { fileSize } from '../../format/file-size.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './facts-column.module.css';
import type { MatterView } from './matter-view.ts';
import { PartyCard } from './party-card.tsx';

/** Parties, what happened, means and materials. */
export function FactsColumn({ matter, page }: { matter: MatterView; page: ApplicationPage }): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const place = useQuery(regionByCode(page.application.region));
  const { application, supplement } = page;
  return (
    <div className={css.facts}>
      <section>
        <h2>{t('matter.parties')}</h2>
        {page.parties.map((party) => (
          <PartyCard
            key={`${party.role}${party.personId}`}
            party={party}
            matter={matter}
            groups={party.role === 'recipient' ? application.groups : []}
          />
        ))}
      </section>
      <section>
        <h2>{t('matter.whatHappened')}</h2>
        <p className={css.narrative}>{page.narrative}</p>
        <Facts>
          {page.wanted === null ? null : <Fact label={t('fact.wanted')}>{page.wanted}</Fact>}
          <Fact label={t('fact.subject')}>{words.subject(application)}</Fact>
          <Fact label={t('fact.place')}>{place.data?.fullName ?? application.region}</Fact>
          {page.organName === null ? null : <Fact label={t('fact.organ')}>{page.organName}</Fact>}
          {isOneOf(applyingAs, application.applyingAs) && application.applyingAs !== 'self' ? (
            <Fact label={t('fact.applyingAs')}>{t(`applyingAs.${application.applyingAs}`)}</Fact>
          ) : null}
        </Facts>
      </section>
      <section>
        <h2>{t('matter.means')}</h2>
        <Facts>
          <Fact label={t('fact.proof')}>
            {isOneOf(proofs, application.proof) ? t(`proof.${application.proof}`) : application.proof}
          </Fact>
          {page.household === null ? (
            <Fact label={t('fact.household')}>{t('fact.notGiven')}</Fact>
          ) : (
            <>
              <Fact label={t('fact.household')}>{t('fact.members', { count: page.household.members })}</Fact>
              {page.household.opponentInHousehold ? (
                <Fact label={t('fact.opponent')}>{t('fact.opponentInHousehold')}</Fact>
              ) : null}
            </>
          )}
        </Facts>
      </section>
      <section>
        <h2>{t('matter.materials')}</h2>
        {page.materials.length === 0 ? <p className="soft">{t('matter.noMaterials')}</p> : null}
        <ul className={css.materials}>
          {page.materials.map((material) => (
            <li key={material.id}>
              <a
                href={`/api/applications/${matter.tenant}/${application.id}/materials/${material.id}`}
                download={material.fileName}
              >
                {material.fileName}
              </a>
              <span className="soft whole">
                {isOneOf(materialKinds, material.kind) ? t(`material.${material.kind}`) : material.kind} ·{' '}
                {fileSize(material.bytes)}
              </span>
            </li>
          ))}
        </ul>
        {supplement === null ? null : (
          <div className={css.supplement}>
            <p>
              {supplement.answeredAt === null
                ? t('supplement.asked', { day: dayShort(supplement.dueOn, language, today()) })
                : t('supplement.answered')}
              {supplement.answeredAt === null ? (
                <Tag tone="amber">{t('supplement.waiting')}</Tag>
              ) : (
                <Tag tone="green">{t('supplement.came')}</Tag>
              )}
            </p>
            <ul>
              {supplement.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            {supplement.note === '' ? null : <p className="soft">{supplement.note}</p>}
          </div>
        )}
      </section>
      {application.proposal === null ? null : (
        <section>
          <h2>{t('matter.proposal')}</h2>
          <p>
            <strong>{t(`proposal.${application.proposal.outcome}`)}</strong>
            <span className="soft"> · {application.proposal.proposedByName}</span>
          </p>
          <ol className={css.grounds}>
            {application.proposal.grounds.map((ground) => (
              <li key={ground.text}>
                {ground.text}
                <span className="soft"> {ground.citation}</span>
              </li>
            ))}
          </ol>
          {application.proposal.note === '' ? null : <p className={css.narrative}>{application.proposal.note}</p>}
        </section>
      )}
    </div>
  );
}
