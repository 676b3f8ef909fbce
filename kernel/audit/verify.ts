import { sql } from 'kysely';
import { type Database, wholeCountry } from '../db/index.ts';
import type { Seal } from '../use-case/index.ts';
import { type AuditFault, type ChainWalk, type StoredEvent, type StoredHead, walkChain } from './chain.ts';

export interface AuditReport {
  /** Chains examined, those of which only the sealed end is left among them. */
  readonly matters: number;
  readonly events: number;
  readonly faults: readonly AuditFault[];
}

export interface AuditOptions {
  /** Rows read at a time. */
  readonly pageSize?: number;
  readonly onProgress?: (soFar: { readonly matters: number; readonly events: number }) => void;
}

type EventRow = StoredEvent & {
  readonly headSeq: number | null;
  readonly headHash: string | null;
  readonly headSeal: string | null;
};

interface Place {
  readonly tenant: string;
  readonly matterId: string;
  readonly seq: number;
}

const beforeAll: Place = { tenant: '', matterId: '00000000-0000-0000-0000-000000000000', seq: 0 };

/**
 * Read the whole event log in the order of its chains and name every row that was altered, dropped or moved.
 * Holds one page in memory and no lock; work may go on. Every page is one statement, so that a chain and its sealed end
 * are seen at the same moment.
 *
 * Not found this way: a chain removed with its sealed end, or set back, rows and end together, to an earlier state of
 * itself. Only a copy kept elsewhere shows those.
 */
export async function verifyAudit(database: Database, seal: Seal, options: AuditOptions = {}): Promise<AuditReport> {
  const { pageSize = 1000, onProgress } = options;
  const faults: AuditFault[] = [];
  let matters = 0;
  let events = 0;
  let walk: ChainWalk | undefined;
  let head: StoredHead | undefined;
  const close = (): void => {
    if (walk !== undefined) faults.push(...walk.end(head));
    walk = undefined;
  };

  for (let last = beforeAll; ; ) {
    const page = await eventsAfter(database, last, pageSize);
    for (const row of page) {
      if (walk?.tenant !== row.tenant || walk.matterId !== row.matterId) {
        close();
        walk = walkChain(row.tenant, row.matterId, seal);
        matters++;
      }
      walk.next(row);
      head = headOf(row);
      events++;
      last = row;
    }
    onProgress?.({ matters, events });
    if (page.length < pageSize) break;
  }
  close();

  for (let last = beforeAll; ; ) {
    const page = await headsWithoutEvents(database, last, pageSize);
    for (const row of page) {
      faults.push(...walkChain(row.tenant, row.matterId, seal).end(row));
      matters++;
      last = row;
    }
    if (page.length < pageSize) break;
  }
  return { matters, events, faults };
}

function headOf(row: EventRow): StoredHead | undefined {
  const { headSeq, headHash, headSeal } = row;
  return headSeq === null ? undefined : { seq: headSeq, hash: headHash ?? '', seal: headSeal ?? '' };
}

function eventsAfter(database: Database, last: Place, limit: number): Promise<readonly EventRow[]> {
  return database.transaction(wholeCountry, (db) =>
    db
      .selectFrom('event as e')
      .leftJoin('eventHead as h', (join) =>
        join.onRef('h.tenant', '=', 'e.tenant').onRef('h.matterId', '=', 'e.matterId'),
      )
      .selectAll('e')
      .select(['h.seq as headSeq', 'h.hash as headHash', 'h.seal as headSeal'])
      .where(sql<boolean>`(e.tenant, e.matter_id, e.seq) > (${last.tenant}, ${last.matterId}::uuid, ${last.seq}::int)`)
      .orderBy('e.tenant')
      .orderBy('e.matterId')
      .orderBy('e.seq')
      .limit(limit)
      .execute(),
  );
}

function headsWithoutEvents(database: Database, last: Place, limit: number): Promise<readonly (Place & StoredHead)[]> {
  return database.transaction(wholeCountry, (db) =>
    db
      .selectFrom('eventHead as h')
      .leftJoin('event as e', (join) => join.onRef('e.tenant', '=', 'h.tenant').onRef('e.matterId', '=', 'h.matterId'))
      .select(['h.tenant', 'h.matterId', 'h.seq', 'h.hash', 'h.seal'])
      .where('e.seq', 'is', null)
      .where(sql<boolean>`(h.tenant, h.matter_id) > (${last.tenant}, ${last.matterId}::uuid)`)
      .orderBy('h.tenant')
      .orderBy('h.matterId')
      .limit(limit)
      .execute(),
  );
}
