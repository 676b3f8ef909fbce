/** One page of a list, by keyset: `next` goes back as `after`; null on the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
