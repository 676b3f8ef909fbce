import type { ResultLine } from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { GradeTag } from './grade-tag.tsx';
import { points } from './points.ts';

/** The columns of results that were told. */
export function useResultColumns(): readonly Column<ResultLine>[] {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  return [
    {
      key: 'grade',
      title: t('result.grade'),
      width: 110,
      narrow: 'first',
      cell: (row) => (row.grade === null ? '' : <GradeTag grade={row.grade} />),
      text: (row) => (row.grade === null ? '' : t(`grade.${row.grade}`)),
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      cell: (row) => row.caseNumber,
      text: (row) => row.caseNumber,
    },
    {
      key: 'points',
      title: t('result.points'),
      width: 90,
      figure: true,
      cell: (row) => (row.tenths === null ? '' : points(row.tenths)),
      text: (row) => (row.tenths === null ? '' : points(row.tenths)),
    },
    {
      key: 'handler',
      title: t('column.handler'),
      width: 110,
      cell: (row) => row.handlerName ?? '',
      text: (row) => row.handlerName ?? '',
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 130,
      cell: (row) => lifecycle.state('assessment', row.state),
      text: (row) => lifecycle.state('assessment', row.state),
    },
    {
      key: 'told',
      title: t('result.toldOn'),
      width: 120,
      cell: (row) => (row.toldOn === null ? '' : dayShort(row.toldOn, language, today())),
      text: (row) => row.toldOn ?? '',
    },
  ];
}
