/** One page of a list, by keyset: `next` goes back as `after`; null on the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export const firstPage: string | undefined = undefined;

/** What to ask for after this page; undefined where there is nothing more. */
export const nextPage = <Row>(page: Page<Row>): string | undefined => page.next ?? undefined;
