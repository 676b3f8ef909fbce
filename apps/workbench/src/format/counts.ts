import type { CountCell } from '../api/statistics.ts';

/** One value of a dimension with its count. */
export interface Count {
  readonly value: string;
  readonly n: number;
}

/** The count of a measure over all its cells in view. */
export function totalOf(cells: readonly CountCell[], name: string): number {
  return sum(cells.filter((cell) => cell.name === name && cell.dimension === 'all'));
}

/** Counts along one dimension, the largest first. Along `month` in their order, along `tenant` summed over everything else. */
export function countsBy(cells: readonly CountCell[], name: string, dimension: string): readonly Count[] {
  const along = dimension === 'month' || dimension === 'tenant';
  const groups = new Map<string, number>();
  for (const cell of cells) {
    if (cell.name !== name || cell.dimension !== (along ? 'all' : dimension)) continue;
    const value = dimension === 'month' ? cell.month : dimension === 'tenant' ? cell.tenant : cell.value;
    groups.set(value, (groups.get(value) ?? 0) + cell.n);
  }
  const counts = [...groups].map(([value, n]) => ({ value, n }));
  return dimension === 'month'
    ? counts.sort((a, b) => a.value.localeCompare(b.value))
    : counts.sort((a, b) => b.n - a.n || a.value.localeCompare(b.value));
}

/** Hundredths of all counts that reach a value of an order, the best first; whole, rounded down: what is told was truly reached. */
export function shareReaching(counts: readonly Count[], order: readonly string[], value: string): number {
  const enough = order.slice(0, order.indexOf(value) + 1);
  const total = counts.reduce((all, { n }) => all + n, 0);
  const reached = counts.reduce((all, count) => all + (enough.includes(count.value) ? count.n : 0), 0);
  return total === 0 ? 0 : Math.floor((100 * reached) / total);
}

/** Every month from one to another, `YYYY-MM`. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

function sum(cells: readonly CountCell[]): number {
  return cells.reduce((total, cell) => total + cell.n, 0);
}
