import type { ReactNode } from 'react';
import type { Cause, Group } from '../../api/codes.ts';
import type { Changed, Cut, Direction, ListOf, Report } from '../../api/what-if.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import { CostView } from './cost-view.tsx';
import css from './what-if.module.css';

interface ReportViewProps {
  readonly report: Report;
  /** What was tried, in words: the first half of the finding. */
  readonly tried: string;
  readonly period: string;
  readonly onOpen: (of: ListOf) => void;
}

const shown = ['gains', 'loses', 'other'] as const satisfies readonly Direction[];

/** The finding told first, then its figures; each figure opens the list behind it. */
export function ReportView({ report, tried, period, onOpen }: ReportViewProps): ReactNode {
  const { t } = useWords();
  const words = useCodeWords();
  const { nameOf } = useScope();
  const { changed, by } = report;
  const total = sum(changed);
  const places =
    report.tenants.length === 1
      ? nameOf(report.tenants[0] ?? '')
      : t('whatIf.places', { count: report.tenants.length });
  const parts = shown
    .filter((direction) => changed[direction] > 0)
    .map((direction) => t(`whatIf.part.${direction}`, { count: figure(changed[direction]) }));
  return (
    <div className={css.report}>
      <h2 className={css.finding}>
        {total === 0
          ? t('whatIf.findingNone', { tried, period, examined: figure(report.examined) })
          : t('whatIf.finding', {
              tried,
              period,
              examined: figure(report.examined),
              count: figure(total),
              parts: parts.join(t('word.comma')),
            })}
      </h2>
      <p className="soft">
        {t('whatIf.scope', { places })}{' '}
        {report.standardsVerified ? null : (
          <>
            {t('whatIf.standards')} <Tag tone="amber">{t('mark.unverified')}</Tag>
          </>
        )}
      </p>
      <div className={css.figures}>
        {shown.map((direction) => (
          <button
            key={direction}
            type="button"
            className={css.figure}
            disabled={changed[direction] === 0}
            onClick={() => onOpen({ direction })}
          >
            <span>{t(`whatIf.direction.${direction}`)}</span>
            <span className={css.number}>{figure(changed[direction])}</span>
          </button>
        ))}
        <div className={css.figure}>
          <span>{t('whatIf.examined')}</span>
          <span className={css.number}>{figure(report.examined)}</span>
        </div>
      </div>
      <CostView report={report} />
      {total === 0 ? null : (
        <div className={css.cuts}>
          <section className={css.cut}>
            <h3>{t('whatIf.matrix')}</h3>
            <table className={`${css.table} ${css.matrix}`}>
              <thead>
                <tr>
                  <th scope="col">{t('whatIf.before')}</th>
                  <th scope="col">{t('whatIf.after')}</th>
                  <th scope="col">{t('statistics.count')}</th>
                </tr>
              </thead>
              <tbody>
                {report.matrix.map(({ before, after, n }) => (
                  <tr key={`${before}>${after}`}>
                    <td>{words.outcome(before)}</td>
                    <td>{words.outcome(after)}</td>
                    <td>
                      <Opens
                        n={n}
                        what={`${words.outcome(before)} → ${words.outcome(after)}`}
                        onOpen={() => onOpen({ before, after })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <CutTable
            title={t('whatIf.byGroup')}
            head={t('column.groups')}
            cuts={by.group}
            label={words.group}
            note={t('statistics.groupsNotSummed')}
            onOpen={(group, direction) => onOpen({ group: group as Group, direction })}
          />
          {by.tenant.length > 1 || report.tenants.length > 1 ? (
            <CutTable
              title={t('whatIf.byTenant')}
              head={t('column.place')}
              cuts={by.tenant}
              label={nameOf}
              onOpen={(tenant, direction) => onOpen({ tenant, direction })}
            />
          ) : null}
          <CutTable
            title={t('whatIf.byCause')}
            head={t('column.subject')}
            cuts={by.cause}
            label={(value) => words.subject({ class: value, cause: isClass(value) ? null : value })}
            onOpen={(cause, direction) => onOpen({ cause: cause as Cause, direction })}
          />
        </div>
      )}
      <Notes report={report} />
    </div>
  );
}

/** What a reader must know before quoting the figures. */
function Notes({ report }: { report: Report }): ReactNode {
  const { t } = useWords();
  const notes = [
    report.rerouted > 0 ? t('whatIf.note.rerouted', { count: figure(report.rerouted) }) : undefined,
    report.drifted > 0 ? t('whatIf.note.drifted', { count: figure(report.drifted) }) : undefined,
    report.unreadable > 0 ? t('whatIf.note.unreadable', { count: figure(report.unreadable) }) : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? null : (
    <ul className={css.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Icon name="alert" size={12} /> {note}
        </li>
      ))}
    </ul>
  );
}

interface CutTableProps {
  readonly title: string;
  readonly head: string;
  readonly cuts: readonly Cut[];
  readonly label: (value: string) => string;
  readonly note?: string;
  readonly onOpen: (value: string, direction: Direction) => void;
}

function CutTable({ title, head, cuts, label, note, onOpen }: CutTableProps): ReactNode {
  const { t } = useWords();
  const used = shown.filter((direction) => cuts.some(({ changed }) => changed[direction] > 0));
  if (cuts.length === 0) return null;
  return (
    <section className={css.cut}>
      <h3>{title}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('whatIf.examinedShort')}</th>
            {used.map((direction) => (
              <th key={direction} scope="col">
                {t(`whatIf.short.${direction}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cuts.map(({ value, examined, changed }) => (
            <tr key={value}>
              <td>{label(value)}</td>
              <td className="soft">{figure(examined)}</td>
              {used.map((direction) => (
                <td key={direction}>
                  {changed[direction] === 0 ? (
                    <span className="soft">0</span>
                  ) : (
                    <Opens
                      n={changed[direction]}
                      what={`${label(value)} ${t(`whatIf.short.${direction}`)}`}
                      onOpen={() => onOpen(value, direction)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note === undefined ? null : <p className={css.small}>{note}</p>}
    </section>
  );
}

function Opens({ n, what, onOpen }: { n: number; what: string; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={css.opens}
      aria-label={t('statistics.openList', { what, count: figure(n) })}
      onClick={onOpen}
    >
      {figure(n)}
    </button>
  );
}

const figure = (n: number): string => n.toLocaleString('en-US');
const sum = (changed: Changed): number => shown.reduce((total, direction) => total + changed[direction], 0);
const isClass = (value: string): boolean => ['criminal', 'civil', 'administrative'].includes(value);
