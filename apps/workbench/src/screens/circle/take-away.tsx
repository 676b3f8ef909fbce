import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  type CircleQuestion,
  type CircleView,
  type Isochrones,
  reportOf,
  type StationCosts,
  type WayTaken,
} from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveFile } from '../../parts/save-file.ts';
import css from './circle.module.css';
import { mapData } from './map-data.ts';

interface TakeAwayProps {
  readonly view: CircleView;
  /** What is on the map, a plan's new points among it. */
  readonly question: CircleQuestion;
  readonly costs: StationCosts | undefined;
  readonly isochrones: Isochrones | undefined;
  readonly way: WayTaken | undefined;
}

/** What is shown, to take along: a report to print, and the map as data for other programs. */
export function TakeAway({ view, question, costs, isochrones, way }: TakeAwayProps): ReactNode {
  const { t } = useWords();
  const report = useMutation({
    mutationFn: () => reportOf(question, costs),
    onSuccess: (pdf) => saveFile(`${t('circle.reportName')}.pdf`, pdf),
  });
  return (
    <div className={css.take}>
      <Button size="small" icon={<Icon name="download" />} loading={report.isPending} onClick={() => report.mutate()}>
        {t('circle.report')}
      </Button>
      <Button
        size="small"
        icon={<Icon name="download" />}
        onClick={() =>
          saveFile(
            `${t('circle.mapDataName')}.geojson`,
            new Blob([mapData(view, isochrones, way)], { type: 'application/geo+json' }),
          )
        }
      >
        {t('circle.mapData')}
      </Button>
      {report.isError ? <ProblemNote error={report.error} onRetry={() => report.mutate()} /> : null}
    </div>
  );
}
