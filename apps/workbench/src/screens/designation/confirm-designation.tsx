import { Form } from 'antd';
import type { ReactNode } from 'react';
import { type Candidate, type CasePage, moveCase } from '../../api/cases.ts';
import { useWords } from '../../locales/i18n.ts';
import { MoveForm } from '../../parts/move-form.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import css from './candidates-screen.module.css';

interface Values {
  readonly reason?: string;
}

/** Names what will be done, and asks for the reason where the choice departs from the ranking or passes over a caution. */
export function ConfirmDesignation({
  page,
  candidate,
  onDone,
}: {
  page: CasePage;
  candidate: Candidate | undefined;
  onDone: () => void;
}): ReactNode {
  const { t } = useWords();
  if (!page.allowedActions.includes('designate')) return <p className="soft">{t('candidates.notNow')}</p>;
  if (candidate === undefined) return <p className="soft">{t('candidates.choose')}</p>;
  const needsReason = candidate.rank > 1 || candidate.cautions.length > 0;
  return (
    <section className={css.confirm}>
      <MoveForm<Values>
        key={candidate.handlerId}
        movable={{
          subject: 'case',
          tenant: page.case.tenant,
          id: page.case.id,
          version: page.case.version,
          state: page.case.state,
          events: page.allowedActions,
        }}
        story={page.story}
        page={['cases']}
        event="designate"
        send={({ reason }, version, key) =>
          moveCase(
            page.case,
            'designate',
            {
              version,
              handlerId: candidate.handlerId,
              ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
            },
            key,
          )
        }
        onDone={onDone}
        intro={
          <p>
            {t('candidates.confirm', {
              handler: candidate.handler.name,
              unit: candidate.handler.agencyName,
              recipient: page.case.recipientName,
            })}
          </p>
        }
      >
        {needsReason ? (
          <Form.Item
            name="reason"
            label={
              candidate.cautions.length > 0
                ? t('candidates.reasonCaution')
                : t('candidates.reasonRank', { rank: candidate.rank })
            }
            rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
          >
            <ProseField maxLength={500} />
          </Form.Item>
        ) : null}
      </MoveForm>
    </section>
  );
}
