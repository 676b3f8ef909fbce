/** What a load process is told to do. */
export interface LoadJob {
  readonly port: number;
  /** Connections, each with one request at a time. */
  readonly clients: number;
  /** Ends after this many seconds, or after `requests` answers, whichever comes first. */
  readonly seconds: number;
  readonly requests?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly kind:
    | { readonly name: 'submit'; readonly tenant: string; readonly from: number }
    | { readonly name: 'get'; readonly paths: readonly string[] }
    | {
        readonly name: 'lookUp';
        readonly pairs: readonly (readonly [number: string, code: string])[];
        readonly csrf: string;
      };
}

/** What it saw. Milliseconds. */
export interface LoadResult {
  readonly answered: number;
  readonly failed: number;
  readonly firstFailure: string | null;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
