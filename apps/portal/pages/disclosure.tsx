import type { ReactElement } from 'react';
import {
  fewestPublished,
  type PublishedCount,
  type PublishedWork,
  publishedCounts,
} from '../../../modules/statistics/index.ts';
import { fundSourceText, type PublishedFund } from '../../../modules/subsidies/index.ts';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import { yuanText } from '../steps/display.ts';
import { rich, typeset } from '../typography.tsx';

export interface DisclosureProps {
  readonly frame: Frame;
  readonly centres: readonly {
    readonly tenant: string;
    readonly name: string;
    /** Newest year first. */
    readonly work: readonly PublishedWork[];
    readonly funds: readonly PublishedFund[];
  }[];
}

/** 信息公开: what was handled and what the money went for, place by place (Legal Aid Law art. 58). No sign-in, and nothing of any person. */
export function DisclosurePage({ frame, centres }: DisclosureProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('disclosure.title')} back="/">
      <h1>{words.t('disclosure.title')}</h1>
      <p className="lead">{rich(words, 'disclosure.lead')}</p>
      <p>
        <a href="/rates">{words.t('disclosure.rates')}</a>
      </p>
      {centres.map(({ tenant, name, work, funds }) => (
        <section key={tenant}>
          <h2>{typeset(name, words.language)}</h2>
          <WorkTable words={words} work={work} />
          {funds.length > 0 && <FundTable words={words} funds={funds} />}
        </section>
      ))}
      <p className="soft">{rich(words, 'disclosure.how', { count: String(fewestPublished) })}</p>
    </Shell>
  );
}

const countWords: Readonly<Record<PublishedCount, LocaleKey>> = {
  'applications.submitted': 'disclosure.submitted',
  'applications.granted': 'disclosure.granted',
  'applications.refused': 'disclosure.refused',
  'cases.opened': 'disclosure.opened',
  'cases.closed': 'disclosure.closed',
  'duty.helps': 'disclosure.helps',
  'objections.raised': 'disclosure.objections',
  'objections.corrected': 'disclosure.corrected',
  'complaints.received': 'disclosure.complaints',
  'complaints.upheld': 'disclosure.upheld',
};

function WorkTable({ words, work }: { words: Frame['words']; work: readonly PublishedWork[] }): ReactElement {
  return (
    <table className="rates">
      <caption>{words.t('disclosure.work')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('disclosure.what')}</th>
          {work.map(({ year }) => (
            <th key={year} scope="col">
              {words.t('disclosure.year', { year: String(year) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {publishedCounts.map((name) => (
          <tr key={name}>
            <th scope="row">{words.t(countWords[name])}</th>
            {work.map(({ year, counts }) => (
              <td key={year}>{counts[name] ?? words.t('disclosure.few', { count: String(fewestPublished) })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two columns and not one for each figure: amounts do not break, and a telephone is narrow. */
function FundTable({ words, funds }: { words: Frame['words']; funds: readonly PublishedFund[] }): ReactElement {
  const english = words.language === 'en';
  return (
    <table className="rates amounts">
      <caption>{words.t('disclosure.funds')}</caption>
      {funds.map(({ source, year, appropriated, expended }) => (
        <tbody key={`${source}${year}`}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {words.t('disclosure.fund', {
                year: String(year),
                source: english ? fundSourceText[source].en : fundSourceText[source].zh,
              })}
            </th>
          </tr>
          <tr>
            <th scope="row">{words.t('disclosure.appropriated')}</th>
            <td>{yuanText(appropriated)}</td>
          </tr>
          <tr>
            <th scope="row">{words.t('disclosure.expended')}</th>
            <td>{yuanText(expended)}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
