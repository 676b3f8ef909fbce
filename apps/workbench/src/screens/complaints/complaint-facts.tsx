import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  type Complainant,
  type ComplaintBeside,
  type ComplaintPage,
  complaintFileAddress,
  revealComplainant,
} from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayShort } from '../../format/day.ts';
import { fileSize } from '../../format/file-size.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { Covered } from '../../parts/covered.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useScope } from '../../shell/scope.ts';
import facts from '../matter/facts-column.module.css';
import css from './complaints.module.css';

/** What was said and by whom, what was found, and what was decided. */
export function ComplaintFacts({
  page,
  onMerge,
}: {
  page: ComplaintPage;
  onMerge: (() => void) | undefined;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className={facts.facts}>
      <section>
        <h2>{t('complaint.complainant')}</h2>
        <Who page={page} />
        <Repeated page={page} onMerge={onMerge} />
      </section>
      <section>
        <h2>{t('complaint.said')}</h2>
        <Said page={page} />
      </section>
      <Found page={page} />
      <Decided page={page} />
      <Elsewhere page={page} />
    </div>
  );
}

function Who({ page: { complaint, complainant } }: { page: ComplaintPage }): ReactNode {
  const { t } = useWords();
  const words = useComplaintWords();
  return (
    <Facts>
      <Fact label={t('complaint.standing')}>{words.standing(complaint.standing)}</Fact>
      <Fact label={t('complaint.person')}>
        {complainant === null ? (
          t('complaint.anonymous')
        ) : (
          <Covered<Complainant | null, { readonly text: string }>
            covered={<Person of={complainant} />}
            initial={{ text: '' }}
            reveal={({ text }) => revealComplainant(complaint.tenant, complaint.id, text)}
          >
            {(whole) => (whole === null ? t('complaint.anonymous') : <Person of={whole} />)}
          </Covered>
        )}
      </Fact>
    </Facts>
  );
}

function Person({ of: { name, phone, address } }: { of: Complainant }): ReactNode {
  return (
    <span className={css.person}>
      <span>{name}</span>
      {phone === '' ? null : <span className="whole">{phone}</span>}
      {address === '' ? null : <span>{address}</span>}
    </span>
  );
}

/** 重复投诉: what the same person said before, pointed out where it is read; whether it is merged a person decides. */
function Repeated({ page, onMerge }: { page: ComplaintPage; onMerge: (() => void) | undefined }): ReactNode {
  const { t } = useWords();
  const same = page.beside.filter(({ samePerson }) => samePerson);
  const others = page.beside.filter(({ samePerson }) => !samePerson);
  return (
    <>
      {same.length === 0 ? null : (
        <div className={css.repeated}>
          <p>
            <strong>{t('complaint.samePerson', { count: same.length })}</strong>{' '}
            {onMerge === undefined ? null : <TextButton onClick={onMerge}>{t('complaint.mergeHint')}</TextButton>}
          </p>
          <BesideList rows={same} />
        </div>
      )}
      {others.length === 0 ? null : (
        <>
          <h3 className={css.head}>{t('complaint.sameMatter', { count: others.length })}</h3>
          <BesideList rows={others} />
        </>
      )}
    </>
  );
}

/** Other complaints beside this one, each with its state. */
export function BesideList({ rows }: { rows: readonly ComplaintBeside[] }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const lifecycle = useLifecycleWords();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <p>
            <Link to="/complaints/$tenant/$complaintId" params={{ tenant: row.tenant, complaintId: row.id }}>
              {row.number}
            </Link>{' '}
            <span className="soft">
              {[
                dayShort(row.receivedOn, language, today()),
                words.groundsOf(row),
                lifecycle.state('complaint', row.state),
              ].join(t('word.dot'))}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Said({ page: { complaint, words: said, attachments } }: { page: ComplaintPage }): ReactNode {
  const { t, side, language } = useWords();
  const words = useComplaintWords();
  const known = new Map(words.grounds);
  const day = (on: string): string => dayInWords(on, language, today());
  return (
    <>
      <Facts>
        <Fact label={t('complaint.grounds')}>
          <ul className={css.list}>
            {complaint.grounds.map((code) => {
              const ground = known.get(code);
              return (
                <li key={code}>
                  <span>
                    {ground === undefined ? code : side(ground.text)}{' '}
                    {ground?.verified === false ? <Tag tone="amber">{t('mark.unverified')}</Tag> : null}
                  </span>
                  {ground === undefined ? null : <span className="soft">{ground.citation}</span>}
                </li>
              );
            })}
          </ul>
        </Fact>
        <Fact label={t('complaint.against')}>
          {t(`complaint.against.${complaint.againstKind}`)}
          {complaint.againstName === null ? '' : `${t('word.dot')}${complaint.againstName}`}
        </Fact>
        {complaint.matterNumber === null ? null : (
          <Fact label={t('complaint.matter')}>
            <span className="whole">{complaint.matterNumber}</span>
          </Fact>
        )}
        {complaint.oral ? (
          <Fact label={t('complaint.oral')}>{t('complaint.recordedBy', { name: said.recordedBy })}</Fact>
        ) : null}
        <Fact label={t('complaint.ruleSet')}>
          {complaint.ruleSet === 'complaint-2013' ? t('complaint.ruleSet.2013') : t('complaint.ruleSet.2025')}{' '}
          <Tag tone="amber">{t('mark.unverified')}</Tag>
        </Fact>
      </Facts>
      <h3 className={css.head}>{t('complaint.statement')}</h3>
      <p className={css.said}>{said.statement}</p>
      {said.wish === '' ? null : (
        <>
          <h3 className={css.head}>{t('complaint.wish')}</h3>
          <p className={css.said}>{said.wish}</p>
        </>
      )}
      {said.missing.length === 0 ? null : (
        <Facts>
          <Fact label={t('complaint.missing')}>{said.missing.join(t('word.list'))}</Fact>
          {complaint.answerBy === null ? null : <Fact label={t('complaint.answerBy')}>{day(complaint.answerBy)}</Fact>}
        </Facts>
      )}
      {said.supplied.map((one) => (
        <div key={one.on + one.text}>
          <h3 className={css.head}>{t('complaint.suppliedOn', { day: day(one.on) })}</h3>
          <p className={css.said}>{one.text}</p>
        </div>
      ))}
      {said.withdrawal === '' ? null : (
        <Facts>
          <Fact label={t('complaint.withdrawal')}>{said.withdrawal}</Fact>
        </Facts>
      )}
      {attachments.length === 0 ? null : (
        <>
          <h3 className={css.head}>{t('complaint.attachments')}</h3>
          <ul className={facts.materials}>
            {attachments.map((file) => (
              <li key={file.id}>
                <a
                  href={complaintFileAddress(complaint.tenant, complaint.id, file.id)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {file.fileName}
                </a>
                <span className="soft whole">{fileSize(file.bytes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Found({ page: { complaint, findings } }: { page: ComplaintPage }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const day = (on: string): string => dayInWords(on, language, today());
  if (complaint.investigatorName === null && complaint.entrustedTo === null && findings.told.length === 0) return null;
  return (
    <section>
      <h2>{t('complaint.investigation')}</h2>
      <Facts>
        {complaint.investigatorName === null ? null : (
          <Fact label={t('complaint.investigator')}>{complaint.investigatorName}</Fact>
        )}
        {complaint.entrustedTo === null ? null : (
          <Fact label={t('complaint.entrustedTo')}>
            {complaint.entrustedTo}
            {complaint.entrustedUntil === null ? null : (
              <span className="soft"> {t('objection.untilDay', { day: day(complaint.entrustedUntil) })}</span>
            )}
          </Fact>
        )}
        {findings.entrusting === '' ? null : <Fact label={t('complaint.question')}>{findings.entrusting}</Fact>}
        {findings.returned.map((one) => (
          <Fact key={one.on + one.report} label={t('complaint.returned')}>
            <span className={css.prose}>{one.report}</span> <span className="soft">{day(one.on)}</span>
          </Fact>
        ))}
        {complaint.toldFederations.length === 0 ? null : (
          <Fact label={t('complaint.told')}>
            {complaint.toldFederations.map(words.federation).join(t('word.list'))}
          </Fact>
        )}
        {findings.findings === '' ? null : (
          <Fact label={t('complaint.findings')}>
            <span className={css.prose}>{findings.findings}</span>
          </Fact>
        )}
        {findings.sentBack.map((one) => (
          <Fact key={one.on + one.reason} label={t('complaint.sentBack')}>
            {one.reason} <span className="soft">{day(one.on)}</span>
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

function Decided({ page: { complaint, findings } }: { page: ComplaintPage }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const day = (on: string): string => dayInWords(on, language, today());
  if (complaint.outcome === null && complaint.refusedGround === null) return null;
  return (
    <section>
      <h2>{t('complaint.decision')}</h2>
      <Facts>
        {complaint.refusedGround === null ? null : (
          <>
            <Fact label={t('complaint.refusedGround')}>{words.refusedGround(complaint.refusedGround)}</Fact>
            <Fact label={t('complaint.reason')}>
              {findings.refusal}
              {findings.refusalCitation === '' ? null : <span className="soft"> {findings.refusalCitation}</span>}
            </Fact>
          </>
        )}
        {complaint.outcome === null ? null : (
          <Fact label={t('complaint.outcome')}>{t(`complaint.outcome.${complaint.outcome}`)}</Fact>
        )}
        {complaint.decidedOn === null ? null : <Fact label={t('complaint.decidedOn')}>{day(complaint.decidedOn)}</Fact>}
        {complaint.measures.length === 0 ? null : (
          <Fact label={t('complaint.measures')}>
            {complaint.measures.map((measure) => t(`complaint.measure.${measure}`)).join(t('word.list'))}
          </Fact>
        )}
        {findings.measureNote === '' ? null : <Fact label={t('complaint.measureNote')}>{findings.measureNote}</Fact>}
        {complaint.servedOn === null ? null : <Fact label={t('complaint.servedOn')}>{day(complaint.servedOn)}</Fact>}
        {findings.followUp === '' ? null : <Fact label={t('complaint.followUp')}>{findings.followUp}</Fact>}
      </Facts>
      {findings.reasons.length === 0 ? null : (
        <ol className={facts.grounds}>
          {findings.reasons.map((reason) => (
            <li key={reason.text}>
              {reason.text}
              <span className="soft"> {reason.citation}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Where it came from, or went on to: another bureau, or an earlier complaint. */
function Elsewhere({ page: { complaint, findings, beside } }: { page: ComplaintPage }): ReactNode {
  const { t } = useWords();
  const { nameOf } = useScope();
  const { passedTo, passedFrom, mergedInto } = complaint;
  if (passedTo === null && passedFrom === null && mergedInto === null) return null;
  const into = beside.find(({ id }) => id === mergedInto);
  return (
    <section>
      <h2>{t('complaint.elsewhere')}</h2>
      <Facts>
        {passedFrom === null ? null : <Fact label={t('complaint.passedFrom')}>{nameOf(passedFrom.tenant)}</Fact>}
        {passedTo === null ? null : <Fact label={t('complaint.passedTo')}>{passedTo.name}</Fact>}
        {findings.passing === '' ? null : <Fact label={t('complaint.reason')}>{findings.passing}</Fact>}
        {mergedInto === null ? null : (
          <Fact label={t('complaint.mergedInto')}>
            <Link to="/complaints/$tenant/$complaintId" params={{ tenant: complaint.tenant, complaintId: mergedInto }}>
              {into?.number ?? t('complaint.open')}
            </Link>
          </Fact>
        )}
        {findings.merging === '' ? null : <Fact label={t('complaint.reason')}>{findings.merging}</Fact>}
      </Facts>
    </section>
  );
}
