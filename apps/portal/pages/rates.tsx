import type { ReactElement } from 'react';
import { fewest, type PublishedRate } from '../../../modules/clocks/index.ts';
import { stepLabels } from '../../../modules/policy/index.ts';
import { fewestAssessed, type PublishedGrades } from '../../../modules/quality/index.ts';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

export interface RatesProps {
  readonly frame: Frame;
  /** `YYYY-MM`, both included. */
  readonly from: string;
  readonly to: string;
  readonly centres: readonly {
    readonly tenant: string;
    readonly name: string;
    readonly rates: readonly PublishedRate[];
  }[];
  /** 质量评估结果 of finished plans (Legal Aid Law art. 58). */
  readonly grades: readonly {
    readonly tenant: string;
    readonly name: string;
    readonly rows: readonly PublishedGrades[];
  }[];
}

/** 按期办理率: how many of its own time limits each centre kept, as published. No sign-in, and nothing of any person. */
export function RatesPage({ frame, from, to, centres, grades }: RatesProps): ReactElement {
  const { words } = frame;
  const month = (key: string): string =>
    words.t('rates.month', { year: key.slice(0, 4), month: String(Number(key.slice(5))) });
  return (
    <Shell frame={frame} title={words.t('rates.title')} back="/">
      <h1>{words.t('rates.title')}</h1>
      <p className="lead">{rich(words, 'rates.lead', { from: month(from), to: month(to) })}</p>
      {centres.length === 0 && <p>{words.t('rates.none')}</p>}
      {centres.map(({ tenant, name, rates }) => (
        <section key={tenant}>
          <h2>{name}</h2>
          <table className="rates">
            <thead>
              <tr>
                <th scope="col">{words.t('rates.step')}</th>
                <th scope="col">{words.t('rates.due')}</th>
                <th scope="col">{words.t('rates.kept')}</th>
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => (
                <tr key={`${rate.step}${rate.promise}`}>
                  <th scope="row">
                    {stepName(words, rate.step)}
                    {rate.promise && <span className="soft"> {words.t('rates.promise')}</span>}
                  </th>
                  {rate.rate === null ? (
                    <td colSpan={2} className="soft">
                      {words.t('rates.few', { count: fewest })}
                    </td>
                  ) : (
                    <>
                      <td>{rate.inTime + rate.late}</td>
                      <td>{words.t('rates.percent', { rate: rate.rate })}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="soft">{rich(words, 'rates.how')}</p>
      {grades.length > 0 && (
        <>
          <h2>{words.t('grades.title')}</h2>
          <p>{words.t('grades.lead')}</p>
          {grades.map(({ tenant, name, rows }) => (
            <Grades key={tenant} words={words} name={name} rows={rows} />
          ))}
        </>
      )}
    </Shell>
  );
}

/** 评估结果 of one place and its units; too few are not told apart. */
function Grades({
  words,
  name,
  rows,
}: {
  words: Frame['words'];
  name: string;
  rows: readonly PublishedGrades[];
}): ReactElement {
  return (
    <table className="rates">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('grades.unit')}</th>
          <th scope="col">{words.t('grades.good')}</th>
          <th scope="col">{words.t('grades.pass')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, assessed, good, pass }) => (
          <tr key={unit ?? ''}>
            <th scope="row">
              {unit ?? words.t('grades.whole')}
              {good !== null && <span className="soft"> {words.t('grades.assessed', { count: assessed })}</span>}
            </th>
            {good === null || pass === null ? (
              <td colSpan={2} className="soft">
                {words.t('rates.few', { count: fewestAssessed })}
              </td>
            ) : (
              <>
                <td>{words.t('rates.percent', { rate: good })}</td>
                <td>{words.t('rates.percent', { rate: pass })}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The law's steps by the law's words; the house's own by ours. */
function stepName(words: Frame['words'], step: string): string {
  if (step in stepLabels) return stepLabels[step as keyof typeof stepLabels][words.language];
  return step in own ? words.t(own[step as keyof typeof own]) : step;
}

const own = {
  acknowledgeMatter: 'rates.step.acknowledgeMatter',
  carryOutCorrection: 'rates.step.carryOutCorrection',
  followRelief: 'rates.step.followRelief',
  provisionalPapers: 'rates.step.provisionalPapers',
  handOver: 'rates.step.handOver',
  cooperation: 'rates.step.cooperation',
  checkCommitment: 'rates.step.checkCommitment',
  returnComplaint: 'rates.step.returnComplaint',
  handInReview: 'rates.step.handInReview',
  askReassessment: 'rates.step.askReassessment',
  replyRectification: 'rates.step.replyRectification',
  answerSupervision: 'rates.step.answerSupervision',
  callBack: 'rates.step.callBack',
} as const satisfies Readonly<Record<string, LocaleKey>>;
