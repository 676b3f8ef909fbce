import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type AreaCoverage, type CircleRun, type CircleRunRow, runAgain, runQuery } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './circle.module.css';
import { differences } from './runs.ts';
import { percent, signed } from './words.ts';

interface RunsComparedProps {
  readonly older: CircleRunRow;
  readonly newer: CircleRunRow;
  readonly onClose: () => void;
}

/** Two kept reckonings side by side, with what else than the network has changed between them. */
export function RunsCompared({ older, newer, onClose }: RunsComparedProps): ReactNode {
  const { t } = useWords();
  const [a, b] = [useQuery(runQuery(older)), useQuery(runQuery(newer))];
  const failed = a.error ?? b.error;
  const other = differences(older.prints, newer.prints);
  return (
    <section className={css.compared} aria-label={t('circle.compared')}>
      <header className={css.cardHead}>
        <h2>{t('circle.comparedOf', { older: older.name, newer: newer.name })}</h2>
        <button type="button" className={css.close} aria-label={t('word.close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <p className={css.tags}>
        {other.length === 0 ? <Tag tone="green">{t('circle.allTheSame')}</Tag> : null}
        {other.map((part) => (
          <Tag key={part} tone={part === 'stations' ? 'qing' : 'amber'}>
            {t(`circle.differs.${part}`)}
          </Tag>
        ))}
      </p>
      {other.includes('question') ? <p className={css.aside}>{t('circle.notComparable')}</p> : null}
      {failed === null ? null : <ProblemNote error={failed} />}
      {a.data === undefined || b.data === undefined ? null : <Tables older={a.data} newer={b.data} />}
      {[older, newer].map((run) => (
        <Again key={run.id} run={run} />
      ))}
    </section>
  );
}

interface Line {
  readonly code: string;
  readonly name: string;
  readonly before: AreaCoverage | undefined;
  readonly after: AreaCoverage;
}

function Tables({ older, newer }: { older: CircleRun; newer: CircleRun }): ReactNode {
  const { t } = useWords();
  const rows: readonly Line[] = [
    { code: newer.whole.code, name: newer.whole.name, before: older.whole, after: newer.whole },
    ...newer.counties.map((after) => ({
      code: after.code,
      name: after.name,
      before: older.counties.find(({ code }) => code === after.code),
      after,
    })),
  ];
  const share = (area: AreaCoverage | undefined): number | null => area?.bands.at(-1)?.share ?? null;
  const points = ({ before, after }: Line): string => {
    const [was, is] = [share(before), share(after)];
    return was === null || is === null ? '–' : signed(100 * (is - was), 1);
  };
  const mean = (area: AreaCoverage | undefined): string => area?.meanMinutes?.toFixed(1) ?? '–';
  const before = new Map(older.villages.map(({ code, deciseconds }) => [code, deciseconds]));
  const timeLost = (code: string, now: number | null): number =>
    before.has(code) ? (now ?? Number.POSITIVE_INFINITY) - (before.get(code) ?? Number.POSITIVE_INFINITY) : Number.NaN;
  const lost = newer.villages.map(({ code, deciseconds }) => timeLost(code, deciseconds));
  const turned = {
    nearer: lost.filter((deciseconds) => deciseconds <= -600).length,
    farther: lost.filter((deciseconds) => deciseconds >= 600).length,
  };
  const column = (key: string, title: string, text: (line: Line) => string) => ({
    key,
    title,
    figure: true,
    cell: text,
    text,
  });
  return (
    <>
      <DataTable
        name="circle-runs-compared"
        caption={t('circle.compared')}
        columns={[
          {
            key: 'name',
            title: t('circle.area'),
            rank: 'lead',
            narrow: 'first',
            cell: ({ name }: Line) => name,
            text: ({ name }: Line) => name,
          },
          column('before', older.name, ({ before: area }) => percent(share(area))),
          column('after', newer.name, ({ after }) => percent(share(after))),
          column('points', t('circle.points'), points),
          column('mean', t('circle.mean'), ({ before: area, after }) => `${mean(area)} → ${mean(after)}`),
        ]}
        rows={rows}
        keyOf={({ code }) => code}
        empty={null}
      />
      <p className={css.aside}>{t('circle.villagesTurned', turned)}</p>
    </>
  );
}

/** Made again from what was kept with it: the proof that the figure is no accident. */
function Again({ run }: { run: CircleRunRow }): ReactNode {
  const { t } = useWords();
  const again = useMutation({ mutationFn: () => runAgain(run) });
  return (
    <p className={css.again} aria-live="polite">
      <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
        {t('circle.runAgain', { name: run.name })}
      </Button>{' '}
      {again.data === undefined ? null : again.data.graph === 'other' ? (
        <Tag tone="amber" icon="alert">
          {t('circle.againOther', { kept: run.roads.checksum, onFile: again.data.onFile })}
        </Tag>
      ) : again.data.differing.length === 0 ? (
        <Tag tone="green" icon="check">
          {t('circle.againSame')}
        </Tag>
      ) : (
        <Tag tone="zhu" icon="alert">
          {t('circle.againDiffers', { count: again.data.differing.length })}
        </Tag>
      )}
      {again.isError ? <ProblemNote error={again.error} /> : null}
    </p>
  );
}
