import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { listHandlers } from '../../network/index.ts';
import type { ReadLedger } from '../method-schema.ts';
import { mayReadLedger } from '../permissions.ts';
import { fairShares } from '../rules/fair-share.ts';
import type { ScoreLine } from '../rules/ranking.ts';
import { designationsSince, shareWeights } from '../store/designations.ts';
import { type LedgerRow, ledgerRows } from '../store/ledger.ts';
import { turnSince } from './view-handlers.ts';

/** One designation as colleagues may read it. */
export interface LedgerLine extends Omit<LedgerRow, 'score' | 'designatedAt'> {
  readonly total: number;
  /** The parts of the score that say nothing of the recipient. */
  readonly lines: readonly ScoreLine[];
  /** Points of the other parts together: what they were would tell of the recipient. */
  readonly otherPoints: number;
}

/** How one handler stands in the turn, were everybody in it. */
export interface LedgerShare {
  readonly handlerId: string;
  readonly name: string;
  readonly agencyName: string;
  readonly weight: number;
  readonly count: number;
  readonly ideal: number;
}

export interface Ledger {
  readonly rows: readonly LedgerLine[];
  readonly next: string | null;
  /** Since when the turn is counted. */
  readonly since: string;
  /** With the first page only. */
  readonly shares: readonly LedgerShare[];
}

const openParts: readonly ScoreLine['part'][] = ['fairShare', 'load', 'speciality', 'distance'];

/**
 * 指派公示: where each case went and why, for every handler of the centre to see. Of the recipient nothing: no name, sex, age, cause or
 * place below the county, and no words that anybody wrote.
 */
export async function readLedger(tx: Tx, actor: Actor, input: ReadLedger): Promise<Ledger> {
  const { tenant, method, handlerId, after, limit } = input;
  actor.must(mayReadLedger, { tenant });
  const found = await ledgerRows(tx, {
    tenant,
    method,
    handlerId,
    after: after === undefined ? undefined : keyOf(after),
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const handlers = await listHandlers(tx, { tenant, statuses: ['active', 'suspended'] });
  const weights = await shareWeights(tx, tenant);
  const since = turnSince(handlers, weights);
  return {
    rows: page.map(({ score, designatedAt: _, ...row }): LedgerLine => {
      const lines = score.lines.filter(({ part }) => openParts.includes(part));
      const open = lines.reduce((sum, { points }) => sum + points, 0);
      return { ...row, total: score.total, lines, otherPoints: Math.round((score.total - open) * 10) / 10 };
    }),
    next: found.length > limit && last !== undefined ? `${last.designatedAt}~${last.id}` : null,
    since,
    shares: after === undefined ? await sharesOf(tx, tenant, handlers, weights, since) : [],
  };
}

async function sharesOf(
  tx: Tx,
  tenant: string,
  handlers: Awaited<ReturnType<typeof listHandlers>>,
  weights: Awaited<ReturnType<typeof shareWeights>>,
  since: string,
): Promise<readonly LedgerShare[]> {
  const counts = await designationsSince(tx, tenant, since);
  const weightOf = new Map(weights.map((w) => [w.handlerId, w.weight]));
  const inTurn = handlers.filter(({ status }) => status === 'active');
  const byId = new Map(inTurn.map((h) => [h.id, h]));
  const shares = fairShares(
    inTurn.map(({ id }) => ({ id, weight: weightOf.get(id) ?? 1, count: counts.get(id) ?? 0 })),
  );
  return shares.flatMap(({ id, count, ideal }) => {
    const handler = byId.get(id);
    if (handler === undefined) return [];
    const { name, agencyName } = handler;
    return [{ handlerId: id, name, agencyName, weight: weightOf.get(id) ?? 1, count, ideal }];
  });
}

function keyOf(after: string): { at: string; id: string } {
  const [at = '', id = ''] = after.split('~');
  return { at, id };
}
