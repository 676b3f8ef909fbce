import type { ReactNode } from 'react';
import type { ScoreSheet, SheetView } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { GradeTag } from './grade-tag.tsx';
import { points } from './points.ts';
import css from './review.module.css';

/** 评分对照: what each reviewer gave, line by line; who they are is not told. */
export function SheetTable({ sheet, sheets }: { sheet: ScoreSheet; sheets: readonly SheetView[] }): ReactNode {
  const { t, side } = useWords();
  if (sheets.length === 0) return null;
  const vetoes = new Map(sheet.vetoes.map(({ key, name }) => [key, side(name)]));
  const nameOf = ({ seat, round }: SheetView): string => t(round === 1 ? 'peer.seat' : 'peer.seatAgain', { seat });
  return (
    <>
      <div className={css.scroll}>
        <table className={css.sheets}>
          <caption className="unseen">{t('peer.sheets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('peer.line')}</th>
              {sheets.map((one) => (
                <th scope="col" key={`${one.round}/${one.seat}`} className={css.figure}>
                  {nameOf(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.items.map((item) => (
              <tr key={item.key}>
                <th scope="row">{side(item.name)}</th>
                {sheets.map((one) => {
                  const line = one.scores.find(({ key }) => key === item.key);
                  return (
                    <td key={`${one.round}/${one.seat}`} className={css.figure} title={line?.reason ?? ''}>
                      {line === undefined || line.points === null
                        ? t('peer.notApplicable')
                        : `${line.points} / ${item.max}`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('peer.total')}</th>
              {sheets.map((one) => (
                <td key={`${one.round}/${one.seat}`} className={css.figure}>
                  {points(one.tenths)} <GradeTag grade={one.grade} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <ul className={css.list}>
        {sheets.map((one) => (
          <li key={`${one.round}/${one.seat}`}>
            <strong>{nameOf(one)}</strong>
            {one.vetoes.length === 0
              ? null
              : ` · ${t('peer.vetoes')}：${one.vetoes.map((key) => vetoes.get(key) ?? key).join(t('word.list'))}`}
            <p>{one.opinion}</p>
            {one.scores
              .filter(({ reason }) => reason !== '')
              .map(({ key, reason }) => (
                <p key={key} className="soft">
                  {side(sheet.items.find((item) => item.key === key)?.name ?? { zh: key, en: key })}
                  {t('word.dot')}
                  {reason}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
