import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import css from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The plain text of the cell, for export; columns without it are not exported. */
  readonly text?: (row: Row) => string;
  readonly figure?: boolean;
  /** One line only: what does not fit is cut, and told by the hint. */
  readonly clamp?: boolean;
  readonly width?: number;
  /** `lead` opens the row and is always shown; `extra` is hidden until chosen. */
  readonly rank?: 'lead' | 'extra';
  /** What a phone does with it: `first` heads the card, `hide` leaves it out. */
  readonly narrow?: 'first' | 'hide';
}

/** What stands in a cell. */
export function Cell<Row>({ row, column }: { row: Row; column: Column<Row> }): ReactNode {
  if (column.clamp !== true) return column.cell(row);
  return (
    <span className={css.clamp} title={column.text?.(row)}>
      {column.cell(row)}
    </span>
  );
}

interface LeadProps {
  readonly href: string | undefined;
  readonly onOpen: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

/** The row's own link: what Tab, j, k and Enter hold on to. */
export function Lead({ href, onOpen, children }: LeadProps): ReactNode {
  const router = useRouter();
  if (href !== undefined) {
    return (
      <a data-row className={css.lead} href={router.history.createHref(href)} onClick={onOpen}>
        {children}
      </a>
    );
  }
  return (
    <button data-row type="button" className={css.lead} onClick={onOpen}>
      {children}
    </button>
  );
}
