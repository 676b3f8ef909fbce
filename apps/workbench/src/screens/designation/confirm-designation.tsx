import { Form, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Candidate, type CandidateList, type CaseMove, type CasePage, moveCase } from '../../api/cases.ts';
import { type DepartureGround, type DesignationMethod, departureGrounds } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { MoveForm } from '../../parts/move-form.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';
import css from './candidates-screen.module.css';

interface Values {
  readonly reason?: string;
  readonly departure?: DepartureGround;
  readonly wish?: { readonly told: 'written' | 'spoken'; readonly on: string };
  readonly hours?: number;
}

interface ConfirmProps {
  readonly page: CasePage;
  readonly list: CandidateList;
  readonly method: DesignationMethod;
  readonly candidate: Candidate | undefined;
  readonly firmId: string | undefined;
  readonly onDone: () => void;
}

/** Names what will be done, and asks for what the method needs: a reason, the recipient's wish, the hours of an offer. */
export function ConfirmDesignation(props: ConfirmProps): ReactNode {
  const { page, list, method, candidate, firmId, onDone } = props;
  const { t } = useWords();
  const dayRules = useDayRules();
  if (!page.allowedActions.includes('designate')) return <p className="soft">{t('candidates.notNow')}</p>;
  const firm = list.firms.find((one) => one.agencyId === firmId);
  const event: CaseMove = method === 'offer' ? 'openOffer' : method === 'firm' ? 'designateFirm' : 'designate';
  if (event === 'designate' && candidate === undefined) return <p className="soft">{t('candidates.choose')}</p>;
  if (event === 'designateFirm' && firm === undefined) return <p className="soft">{t('method.firmChoose')}</p>;
  if (event === 'openOffer' && list.offerable === 0) return <p className="soft">{t('candidates.nobody')}</p>;
  const needsReason = event === 'designate' && candidate !== undefined && reasonFor(method, candidate, list);
  const bodyOf = ({ reason, departure, wish, hours }: Values): object => {
    if (event === 'openOffer') return { hours };
    if (event === 'designateFirm') return { agencyId: firm?.agencyId };
    return {
      handlerId: candidate?.handlerId,
      method,
      ...(needsReason ? { reason: reason?.trim(), departure } : {}),
      ...(method === 'choice' ? { wish } : {}),
    };
  };
  const intro =
    event === 'openOffer'
      ? t('method.offerIntro', { count: list.offerable })
      : event === 'designateFirm'
        ? t('method.firmIntro', { unit: firm?.agencyName ?? '' })
        : t('candidates.confirm', {
            handler: candidate?.handler.name ?? '',
            unit: candidate?.handler.agencyName ?? '',
            recipient: page.case.recipientName,
          });
  return (
    <section className={css.confirm}>
      <MoveForm<Values>
        key={`${method}${candidate?.handlerId ?? ''}${firm?.agencyId ?? ''}`}
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
        event={event}
        initial={{ hours: 24, wish: { told: 'spoken', on: today() } }}
        send={(values, version, key) => moveCase(page.case, event, { version, ...bodyOf(values) }, key)}
        onDone={onDone}
        intro={<p>{intro}</p>}
      >
        {event === 'openOffer' ? (
          <Form.Item
            name="hours"
            label={t('method.hours')}
            rules={[{ required: true, message: t('form.hoursMissing') }]}
          >
            <InputNumber min={1} max={72} precision={0} />
          </Form.Item>
        ) : null}
        {method === 'choice' ? (
          <>
            <Form.Item name={['wish', 'told']} label={t('method.wishTold')}>
              <Radio.Group
                options={(['spoken', 'written'] as const).map((value) => ({ value, label: t(`method.${value}`) }))}
              />
            </Form.Item>
            <Form.Item
              name={['wish', 'on']}
              label={t('method.wishOn')}
              rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
            >
              <DayField />
            </Form.Item>
          </>
        ) : null}
        {needsReason && candidate !== undefined ? (
          <>
            <Form.Item
              name="departure"
              label={t('method.departure')}
              rules={[{ required: true, message: t('form.reasonMissing') }]}
            >
              <Select options={departureGrounds.map((value) => ({ value, label: t(`departure.${value}`) }))} />
            </Form.Item>
            <ReasonItem
              label={
                candidate.cautions.length > 0
                  ? t('candidates.reasonCaution')
                  : t('candidates.reasonRank', { rank: candidate.rank })
              }
              maxLength={500}
            />
          </>
        ) : null}
      </MoveForm>
    </section>
  );
}

/** Whether the server will ask for a reason. */
function reasonFor(method: DesignationMethod, candidate: Candidate, list: CandidateList): boolean {
  if (candidate.cautions.length > 0) return true;
  if (method === 'direct') return candidate.rank > 1;
  if (method === 'inHouse') return list.candidates.find((one) => one.kind === 'centreStaff') !== candidate;
  return false;
}
