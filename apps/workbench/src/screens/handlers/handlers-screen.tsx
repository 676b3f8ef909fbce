import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { handlerKinds, isOneOf, languages } from '../../api/codes.ts';
import { type RosterHandler, rosterQuery } from '../../api/handlers.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { LanguagesPanel } from './languages-panel.tsx';

/** 承办人名册: who is on the roster, what they can be spoken to in. */
export function HandlersScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant = session.account.tenant } = useScope();
  const [open, setOpen] = useState<string>();
  const query = useQuery(rosterQuery(tenant));
  const rows = (query.data?.handlers ?? []).filter(({ status }) => status !== 'left');
  const chosen = rows.find(({ id }) => id === open);
  const spoken = (handler: RosterHandler): string =>
    handler.languages.map((code) => (isOneOf(languages, code) ? t(`language.${code}`) : code)).join(t('word.list'));
  const kind = (handler: RosterHandler): string =>
    isOneOf(handlerKinds, handler.kind) ? t(`handlerKind.${handler.kind}`) : handler.kind;
  const columns: readonly Column<RosterHandler>[] = [
    {
      key: 'name',
      title: t('column.handler'),
      rank: 'lead',
      width: 150,
      cell: (h) => (
        <>
          {h.name} {h.status === 'suspended' ? <Tag tone="amber">{t('handlers.suspended')}</Tag> : null}
        </>
      ),
      text: (h) => h.name,
    },
    { key: 'kind', title: t('column.class'), width: 170, narrow: 'hide', cell: kind, text: kind },
    {
      key: 'agency',
      title: t('fact.unit'),
      width: 220,
      narrow: 'hide',
      cell: (h) => h.agencyName,
      text: (h) => h.agencyName,
    },
    { key: 'languages', title: t('handlers.languages'), cell: spoken, text: spoken },
  ];
  return (
    <>
      <ScreenHead title={t('nav.handlers')} beside={t('handlers.hint')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="handlers"
        caption={t('nav.handlers')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
        loading={query.isPending}
        empty={<Empty title={t('handlers.empty')} />}
      />
      {chosen === undefined ? null : (
        <LanguagesPanel key={chosen.id} handler={chosen} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
