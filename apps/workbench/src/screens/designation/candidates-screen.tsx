import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { candidatesQuery, caseQuery } from '../../api/cases.ts';
import type { DesignationMethod } from '../../api/codes.ts';
import { methodsQuery } from '../../api/designation.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { Clocks } from '../matter/clocks.tsx';
import { BarredList } from './barred-list.tsx';
import { CandidateRow } from './candidate-row.tsx';
import css from './candidates-screen.module.css';
import { ConfirmDesignation } from './confirm-designation.tsx';
import { FirmList } from './firm-list.tsx';
import { MethodPicker } from './method-picker.tsx';

const route = getRouteApi('/designation/$tenant/$caseId');

/** How many of the ranking are in sight before more are asked for. */
const firstSight = 12;

/** 指派承办人: the ranking with its reasons; those who may not act, with theirs; one is chosen and confirmed. */
export function CandidatesScreen(): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const { tenant, caseId } = route.useParams();
  const navigate = useNavigate();
  const aidCase = useQuery(caseQuery(tenant, caseId));
  const list = useQuery(candidatesQuery(tenant, caseId));
  const methods = useQuery(methodsQuery).data?.methods ?? [];
  const [method, setMethod] = useState<DesignationMethod>('direct');
  const [picked, setChosen] = useState<string>();
  const [firm, setFirm] = useState<string>();
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const error = aidCase.error ?? list.error;
  if (error !== null)
    return <ProblemNote error={error} onRetry={() => void Promise.all([aidCase.refetch(), list.refetch()])} page />;
  if (aidCase.data === undefined || list.data === undefined) return null;

  const page = aidCase.data;
  // By turn there is nothing to choose; in-house there are the centre's own only.
  const inTurn = list.data.candidates.find((candidate) => candidate.turn === 0);
  const chosen = method === 'turn' ? inTurn?.handlerId : picked;
  const listed = list.data.candidates.filter(
    (candidate) =>
      (method !== 'inHouse' || candidate.kind === 'centreStaff') && (method !== 'turn' || candidate === inTurn),
  );
  const found = listed.filter(
    (candidate) => filter === '' || `${candidate.handler.name}${candidate.handler.agencyName}`.includes(filter),
  );
  const shown = all || filter !== '' ? found : found.slice(0, firstSight);
  const candidate = listed.find((one) => one.handlerId === chosen);
  const back = {
    to: '/matters/$tenant/$matterId',
    params: { tenant, matterId: page.case.matterId },
    search: { case: caseId },
  } as const;

  return (
    <>
      <ScreenHead
        title={t('candidates.title')}
        beside={
          <>
            <Link {...back}>{page.case.recipientName}</Link> {words.subject(page.case)}{' '}
            <span className="whole">{page.case.number}</span>
          </>
        }
      />
      <div className={css.screen}>
        <section className={css.list} aria-label={t('candidates.ranked')}>
          <div className={css.tools}>
            <span>
              {method === 'firm'
                ? t('firms.count', { count: list.data.firms.length })
                : t('candidates.count', { count: listed.length })}
            </span>
            {method === 'firm' ? null : (
              <Input
                allowClear
                className={css.filter ?? ''}
                placeholder={t('candidates.filter')}
                aria-label={t('candidates.filter')}
                value={filter}
                onChange={(event) => setFilter(event.target.value.trim())}
              />
            )}
          </div>
          {listed.length === 0 ? <Empty title={t('candidates.nobody')} hint={t('candidates.nobodyHint')} /> : null}
          {method === 'firm' ? (
            <FirmList firms={list.data.firms} chosen={firm} onChoose={setFirm} />
          ) : (
            <ol>
              {shown.map((one) => (
                <CandidateRow
                  key={one.handlerId}
                  candidate={one}
                  chosen={one.handlerId === chosen}
                  onChoose={method === 'offer' ? undefined : () => setChosen(one.handlerId)}
                />
              ))}
            </ol>
          )}
          {method !== 'firm' && shown.length < found.length ? (
            <p className={css.more}>
              <TextButton onClick={() => setAll(true)}>{t('candidates.showAll', { count: found.length })}</TextButton>
            </p>
          ) : null}
          <BarredList barred={list.data.barred} />
        </section>
        <aside className={css.side}>
          <Clocks deadlines={page.deadlines} />
          {page.allowedActions.includes('designate') ? (
            <MethodPicker
              methods={methods}
              chosen={method}
              onChoose={(next) => {
                setMethod(next);
                setChosen(undefined);
              }}
            />
          ) : null}
          <ConfirmDesignation
            key={method}
            page={page}
            list={list.data}
            method={method}
            candidate={candidate}
            firmId={firm}
            onDone={() => void navigate(back)}
          />
        </aside>
      </div>
    </>
  );
}
