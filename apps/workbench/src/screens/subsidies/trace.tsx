import type { ReactNode } from 'react';
import type { SubsidyPage } from '../../api/subsidies.ts';
import { yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './subsidy-panel.module.css';

/** The tariff's band and, once an amount is proposed, how it comes about: line by line, each with its source. */
export function Trace({ subsidy }: { subsidy: SubsidyPage['subsidy'] }): ReactNode {
  const { t, side } = useWords();
  const { offer, lines } = subsidy;
  return (
    <section className={css.band}>
      <h3>{t('tariff.title')}</h3>
      {offer === null ? (
        <p className="soft">{t('tariff.none')}</p>
      ) : (
        <>
          <p>
            {side(offer.band.text)} {offer.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}{' '}
            {offer.taxFree ? <Tag>{t('tariff.taxFree')}</Tag> : null}
          </p>
          <p className={css.citation}>{offer.citation}</p>
          {offer.treasuryPaid ? <p className="soft">{t('tariff.treasuryPaid')}</p> : null}
        </>
      )}
      {lines === null ? null : (
        <table className={css.trace}>
          <tbody>
            {lines.map((line) => (
              <tr key={line.rule}>
                <td>
                  {side(line.text)}
                  <span className={css.citation}>{line.citation}</span>
                </td>
                <td>{yuan(line.amountFen)}</td>
              </tr>
            ))}
            <tr className={css.sum}>
              <th scope="row">{t('tariff.sum')}</th>
              <td>{yuan(subsidy.amount ?? 0)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {subsidy.proposedByName === null ? null : (
        <p className="soft">{t('proposal.by', { name: subsidy.proposedByName })}</p>
      )}
    </section>
  );
}
