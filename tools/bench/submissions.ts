import { runLoad } from './load/index.ts';
import { median } from './median.ts';
import { preparePgbench, runPgbench } from './pgbench.ts';

export interface SubmissionFigures {
  readonly clients: number;
  readonly rounds: readonly { readonly tpcb: number; readonly submitted: number; readonly p95: number }[];
  /** Submissions a second for each TPC-B-like transaction a second: the median of the rounds. */
  readonly ratio: number;
}

/** Submissions and TPC-B in turns on the same server, so that whatever else the machine does falls on both. */
export async function benchSubmissions(at: {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly tenant: string;
  readonly pgbenchUrl: string;
  readonly postgresBin: string;
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
}): Promise<SubmissionFigures> {
  const { port, headers, tenant, clients, seconds } = at;
  const submit = (round: number, length: number) =>
    runLoad({ port, clients, seconds: length, headers, kind: { name: 'submit', tenant, from: round * 200_000 } });
  preparePgbench(at.postgresBin, at.pgbenchUrl);
  await submit(0, 5);
  runPgbench(at.postgresBin, at.pgbenchUrl, clients, 3);
  const rounds: { tpcb: number; submitted: number; p95: number }[] = [];
  for (let round = 1; round <= at.rounds; round++) {
    const tpcb = runPgbench(at.postgresBin, at.pgbenchUrl, clients, seconds);
    const { answered, seconds: took, p95 } = await submit(round, seconds);
    rounds.push({ tpcb, submitted: answered / took, p95 });
  }
  return { clients, rounds, ratio: median(rounds.map((r) => r.submitted / r.tpcb)) };
}
