import type { ReactNode } from 'react';
import type { CandidateList } from '../../api/cases.ts';
import { useWords } from '../../locales/i18n.ts';
import { Empty } from '../../parts/empty.tsx';
import css from './candidates-screen.module.css';

/** Firms with somebody who may act, the best placed first. */
export function FirmList({
  firms,
  chosen,
  onChoose,
}: {
  firms: CandidateList['firms'];
  chosen: string | undefined;
  onChoose: (agencyId: string) => void;
}): ReactNode {
  const { t } = useWords();
  if (firms.length === 0) return <Empty title={t('firms.none')} hint={t('firms.noneHint')} />;
  return (
    <ol>
      {firms.map((firm) => (
        <li key={firm.agencyId} className={firm.agencyId === chosen ? `${css.row} ${css.chosen}` : css.row}>
          <label className={css.pick}>
            <input
              type="radio"
              name="firm"
              checked={firm.agencyId === chosen}
              onChange={() => onChoose(firm.agencyId)}
            />
            <span className={css.rank}>{firm.bestRank}</span>
            <span className={css.who}>
              <strong>{firm.agencyName}</strong>
            </span>
          </label>
          <span>{t('firms.fit', { count: firm.fit, rank: firm.bestRank })}</span>
        </li>
      ))}
    </ol>
  );
}
