import type { ReactElement, ReactNode } from 'react';

export interface Row {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** A link to change it, and what it changes for those who hear the page. */
  readonly change?: { readonly href: string; readonly text: string; readonly of: string };
}

/** A summary list: what was asked, what was answered, and where to change it. */
export function Rows({ rows }: { rows: readonly Row[] }): ReactElement {
  const plain = rows.every((row) => row.change === undefined);
  return (
    <dl className={plain ? 'rows plain' : 'rows'}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes order
        <div key={at}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change !== undefined && (
            <dd className="do">
              <a href={row.change.href}>
                {row.change.text}
                <span className="vh"> {row.change.of}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
