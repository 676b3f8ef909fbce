import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { keepPhoto, type NetworkPoint, photoAddress, pointsQuery, removePhoto } from '../../api/network.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './points.module.css';
import { smallerPhoto } from './smaller-photo.ts';

/** 服务点: the points of a place, with the photograph that people see of each, and the address a kiosk there is set up with. */
export function PointsScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant = session.account.tenant } = useScope();
  const query = useQuery(pointsQuery(tenant));
  const columns: readonly Column<NetworkPoint>[] = [
    { key: 'name', title: t('points.name'), rank: 'lead', narrow: 'first', cell: (p) => p.name, text: (p) => p.name },
    { key: 'address', title: t('points.address'), cell: (p) => p.address ?? '', text: (p) => p.address ?? '' },
    { key: 'phone', title: t('points.phone'), cell: (p) => p.phone ?? '', text: (p) => p.phone ?? '' },
    {
      key: 'status',
      title: t('points.status'),
      width: 90,
      cell: (p) => t(`points.status.${p.status}`),
      text: (p) => p.status,
    },
    { key: 'photo', title: t('points.photo'), width: 260, cell: (p) => <Photo tenant={tenant} point={p} /> },
    {
      key: 'kiosk',
      title: t('points.kiosk'),
      rank: 'extra',
      cell: (p) => <code>{kioskAddress(p)}</code>,
      text: kioskAddress,
    },
  ];
  return (
    <>
      <ScreenHead title={t('nav.points')} beside={t('points.hint')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="points"
        caption={t('nav.points')}
        columns={columns}
        rows={query.data?.points ?? []}
        keyOf={(point) => point.id}
        loading={query.isPending}
        empty={<Empty title={t('points.empty')} hint={t('points.emptyHint')} />}
      />
    </>
  );
}

function kioskAddress({ tenant, code }: NetworkPoint): string {
  return `/kiosk?at=${tenant}/${code}`;
}

/** The photograph, and what can be done with it. */
function Photo({ tenant, point }: { readonly tenant: string; readonly point: NetworkPoint }): ReactNode {
  const { t } = useWords();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const renew = () => client.invalidateQueries({ queryKey: pointsQuery(tenant).queryKey });
  const keep = useMutation({
    mutationFn: async (file: File) => keepPhoto(point, await smallerPhoto(file).catch(() => file)),
    onSuccess: async () => {
      await renew();
      void message.success(t('points.kept'));
    },
  });
  const remove = useMutation({ mutationFn: () => removePhoto(point), onSuccess: renew });
  const failed = keep.error ?? remove.error;
  return (
    <div className={css.photo}>
      {point.photo === null ? null : (
        <img src={photoAddress(point)} alt={t('points.photoOf', { name: point.name })} width={72} height={54} />
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        aria-label={t('points.choose', { name: point.name })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) keep.mutate(file);
        }}
      />
      <Button size="small" loading={keep.isPending} onClick={() => input.current?.click()}>
        {t(point.photo === null ? 'points.add' : 'points.replace')}
      </Button>
      {point.photo === null ? null : (
        <Button
          size="small"
          danger
          type="text"
          onClick={() =>
            void modal.confirm({
              title: t('points.removeTitle', { name: point.name }),
              content: t('points.removeText'),
              okText: t('points.remove'),
              cancelText: t('points.keepIt'),
              onOk: () => remove.mutateAsync(),
            })
          }
        >
          {t('points.remove')}
        </Button>
      )}
      {failed === null ? null : <ProblemNote error={failed} />}
    </div>
  );
}
