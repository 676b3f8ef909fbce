import { useRouter } from '@tanstack/react-router';
import { Button, Checkbox, Popover } from 'antd';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../locales/i18n.ts';
import { saveCsv } from './csv.ts';
import { Cell, type Column, Lead } from './data-cell.tsx';
import css from './data-table.module.css';
import { Icon } from './icon.tsx';
import { useChosenColumns } from './use-chosen-columns.ts';
import { useRowKeys } from './use-row-keys.ts';

interface DataTableProps<Row> {
  /** Remembers the chosen columns. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads: the address of a page, or something to open here. Undefined for a row that leads nowhere. */
  readonly hrefOf?: (row: Row) => string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly openKey?: string | undefined;
  readonly loading?: boolean;
  readonly empty: ReactNode;
  readonly more?: { readonly has: boolean; readonly loading: boolean; readonly load: () => void };
  /** Beside the tools, over the table. */
  readonly tools?: ReactNode;
  readonly bare?: boolean;
}

/**
 * The list of the desk: sticky head, rows of 36 px, figures to the right, chosen columns, export. `j` and `k` walk the rows, Enter opens;
 * on a phone each row becomes a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { t } = useWords();
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const { shown, toggle } = useChosenColumns(props.name, props.columns);
  const columns = props.columns.filter((column) => shown.has(column.key));
  useRowKeys(body, props.more?.has === true && !props.more.loading ? props.more.load : undefined);

  const open = (row: Row, event: MouseEvent): void => {
    if (props.hrefOf !== undefined) {
      const href = props.hrefOf(row);
      if (href === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      router.history.push(href);
    } else {
      props.onOpen?.(row);
    }
  };
  const opensRow = (row: Row): boolean =>
    props.hrefOf === undefined ? props.onOpen !== undefined : props.hrefOf(row) !== undefined;

  return (
    <div className={css.frame}>
      {props.bare === true ? null : (
        <div className={css.tools}>
          <div className={css.own}>{props.tools}</div>
          <div className={css.aux}>
            <Popover
              trigger="click"
              placement="bottomRight"
              content={
                <div className={css.chooser}>
                  {props.columns
                    .filter((column) => column.rank !== 'lead')
                    .map((column) => (
                      <Checkbox key={column.key} checked={shown.has(column.key)} onChange={() => toggle(column.key)}>
                        {column.title}
                      </Checkbox>
                    ))}
                </div>
              }
            >
              <Button type="text" size="small" icon={<Icon name="columns" />}>
                {t('table.columns')}
              </Button>
            </Popover>
            <Button
              type="text"
              size="small"
              icon={<Icon name="download" />}
              disabled={props.rows.length === 0}
              onClick={() => saveCsv(props.caption, columns, props.rows)}
            >
              {t('table.export')}
            </Button>
          </div>
        </div>
      )}
      {props.rows.length === 0 && props.loading !== true ? (
        props.empty
      ) : (
        <table className={css.table} aria-busy={props.loading === true}>
          <caption className="unseen">{props.caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.figure === true ? 'figure' : undefined}
                  style={{ width: column.width }}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {props.loading === true && props.rows.length === 0 ? <Waiting columns={columns.length} /> : null}
            {props.rows.map((row) => {
              const key = props.keyOf(row);
              const opens = opensRow(row);
              return (
                <tr
                  key={key}
                  className={`${opens ? css.opens : ''} ${props.openKey === key ? css.opened : ''}`}
                  onClick={(event) => {
                    if (opens && !isControl(event.target) && window.getSelection()?.isCollapsed !== false)
                      open(row, event);
                  }}
                >
                  {columns.map((column) => (
                    <td key={column.key} className={cellClass(column)} data-label={column.title}>
                      {column.rank === 'lead' && opens ? (
                        <Lead href={props.hrefOf?.(row)} onOpen={(event) => open(row, event)}>
                          {column.cell(row)}
                        </Lead>
                      ) : (
                        <Cell row={row} column={column} />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {props.more?.has === true ? (
        <div className={css.more}>
          <Button onClick={props.more.load} loading={props.more.loading}>
            {t('table.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Waiting({ columns }: { columns: number }): ReactNode {
  return Array.from({ length: 8 }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: eight equal bars in a fixed order
    <tr key={index}>
      <td colSpan={columns}>
        <span className={css.bar} />
      </td>
    </tr>
  ));
}

function cellClass<Row>(column: Column<Row>): string {
  return [
    column.figure === true ? 'figure' : '',
    column.narrow === 'hide' ? css.narrowHide : '',
    column.narrow === 'first' ? css.narrowFirst : '',
    column.rank === 'lead' ? css.leadCell : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}
