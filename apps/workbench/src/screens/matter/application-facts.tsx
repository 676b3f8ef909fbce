import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApplicationPage } from '../../api/applications.ts';
import { applyingAs, isOneOf, languages, materialKinds, proofs } from '../../api/codes.ts';
import { materialAddress } from '../../api/files.ts';
import { regionByCode } from '../../api/regions.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort, timeOf } from '../../format/day.ts';
import { fileSize } from '../../format/file-size.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ProposalSummary } from './actions/proposal-summary.tsx';
import { CommitmentSection } from './commitment-section.tsx';
import { CooperationFacts } from './cooperation-facts.tsx';
import css from './facts-column.module.css';
import type { MatterView } from './matter-view.ts';
import { ObjectionFacts } from './objection-facts.tsx';
import { ProvisionalFacts } from './provisional-facts.tsx';
import { SignedForms } from './signed-forms.tsx';

/** What happened, means, materials, and what the reviewer proposed. */
export function ApplicationFacts({ matter, page }: { matter: MatterView; page: ApplicationPage }): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const place = useQuery(regionByCode(page.application.region));
  const { application } = page;
  return (
    <>
      {page.cooperation.length === 0 ? null : (
        <section>
          <h2>{t('cooperation.heading')}</h2>
          <CooperationFacts requests={page.cooperation} />
        </section>
      )}
      {page.provisional === null ? null : (
        <section>
          <h2>{t('provisional.heading')}</h2>
          <ProvisionalFacts matter={matter} />
        </section>
      )}
      {application.refusedOn === null || application.state === 'REFUSED' ? null : (
        <section>
          <h2>{t('objection.heading')}</h2>
          <ObjectionFacts matter={matter} kind="refusal" />
        </section>
      )}
      {application.proof === 'commitment' &&
      application.assessment.route === 'meansTested' &&
      application.state === 'GRANTED' ? (
        <CommitmentSection tenant={matter.tenant} applicationId={application.id} />
      ) : null}
      {application.proposal === null ? null : (
        <section>
          <h2>{t('matter.proposal')}</h2>
          <ProposalSummary matter={matter} />
        </section>
      )}
      <section>
        <h2>{t('matter.whatHappened')}</h2>
        <p className={css.narrative}>{page.narrative}</p>
        <Facts>
          {page.wanted === null ? null : <Fact label={t('fact.wanted')}>{page.wanted}</Fact>}
          <Fact label={t('fact.subject')}>{words.subject(application)}</Fact>
          <Fact label={t('fact.place')}>{place.data?.fullName ?? application.region}</Fact>
          {isOneOf(languages, page.language) ? (
            <Fact label={t('entry.language')}>{t(`language.${page.language}`)}</Fact>
          ) : null}
          {page.organName === null ? null : <Fact label={t('fact.organ')}>{page.organName}</Fact>}
          {isOneOf(applyingAs, application.applyingAs) && application.applyingAs !== 'self' ? (
            <Fact label={t('fact.applyingAs')}>{t(`applyingAs.${application.applyingAs}`)}</Fact>
          ) : null}
          <HowItCame application={application} />
        </Facts>
      </section>
      <section>
        <h2>{t('matter.means')}</h2>
        <Facts>
          <Fact label={t('fact.proof')}>
            {isOneOf(proofs, application.proof) ? t(`proof.${application.proof}`) : application.proof}
          </Fact>
          <Fact label={t('fact.household')}>
            {page.household === null ? t('fact.notGiven') : t('fact.members', { count: page.household.members })}
          </Fact>
          {page.household?.opponentInHousehold === true ? (
            <Fact label={t('fact.opponent')}>{t('fact.opponentInHousehold')}</Fact>
          ) : null}
        </Facts>
      </section>
      <SignedForms matter={matter} page={page} />
      <section>
        <h2>{t('matter.materials')}</h2>
        {page.materials.length === 0 ? <p className="soft">{t('matter.noMaterials')}</p> : null}
        <ul className={css.materials}>
          {page.materials.map((material) => (
            <li key={material.id}>
              <a href={materialAddress(matter.tenant, application.id, material.id)} download={material.fileName}>
                {material.fileName}
              </a>
              <span className="soft whole">
                {[
                  isOneOf(materialKinds, material.kind) ? t(`material.${material.kind}`) : material.kind,
                  fileSize(material.bytes),
                ].join(t('word.dot'))}
              </span>
            </li>
          ))}
        </ul>
        {page.stillNeeded.length === 0 ? null : (
          <p>
            <Tag tone="amber">{t('fact.stillNeeded')}</Tag> {page.stillNeeded.join(t('word.list'))}
          </p>
        )}
        <Supplement page={page} />
      </section>
    </>
  );
}

/** On what the applicant stands, who forwarded it and whether in time, and that it was entered late. */
function HowItCame({ application }: Pick<ApplicationPage, 'application'>): ReactNode {
  const { t, language } = useWords();
  const { standing, forwarded, lateEntry } = application;
  const minute = (at: string): string => `${dayShort(dayOf(at), language, today())} ${timeOf(at)}`;
  return (
    <>
      {standing === null || application.applyingAs === 'self' ? null : (
        <Fact label={t('fact.standing')}>
          {standing.citation}
          {standing.doubt === null ? null : <Tag tone="amber">{t(`fact.${standing.doubt}`)}</Tag>}
        </Fact>
      )}
      {forwarded === null ? null : (
        <Fact label={t('fact.forwarded')}>
          {t('fact.forwardedBy', {
            place: forwarded.place,
            applied: minute(forwarded.appliedAt),
            received: minute(forwarded.receivedAt),
          })}
          <Tag tone={forwarded.late ? 'zhu' : 'green'}>
            {forwarded.late ? t('fact.forwardedLate') : t('fact.forwardedInTime')}
          </Tag>
        </Fact>
      )}
      {lateEntry === null ? null : (
        <Fact label={t('fact.lateEntry')}>
          {t('fact.lateEntryWhy', { day: dayShort(lateEntry.enteredOn, language, today()), reason: lateEntry.reason })}
        </Fact>
      )}
    </>
  );
}

/** 补正: what was asked for, until when, whether it came. */
function Supplement({ page: { supplement } }: { page: ApplicationPage }): ReactNode {
  const { t, language } = useWords();
  if (supplement === null) return null;
  const waiting = supplement.answeredAt === null;
  return (
    <div className={css.supplement}>
      <p>
        {waiting
          ? t('supplement.asked', { day: dayShort(supplement.dueOn, language, today()) })
          : t('supplement.answered')}
        <Tag tone={waiting ? 'amber' : 'green'}>{waiting ? t('supplement.waiting') : t('supplement.came')}</Tag>
      </p>
      <ol>
        {supplement.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      {supplement.note === '' ? null : <p className="soft">{supplement.note}</p>}
    </div>
  );
}
