import { type ChainedEvent, eventHash, genesisHash, headText, type Seal } from '../use-case/index.ts';

/**
 * What is wrong with one row of the event log, or with the end of its chain:
 * `altered` the row is not what was written; `dropped` a row before others is gone; `reordered` the row stands in another's
 * place; `tailDropped` a row after the last one kept is gone; `sealBroken` the end of the chain was not sealed by this house.
 */
export type FaultKind = 'altered' | 'dropped' | 'reordered' | 'tailDropped' | 'sealBroken';

export interface AuditFault {
  readonly tenant: string;
  readonly matterId: string;
  readonly seq: number;
  readonly kind: FaultKind;
}

export type StoredEvent = ChainedEvent & { readonly previousHash: string; readonly hash: string };

/** The sealed end of a chain: how many events there are and the hash of the last. */
export interface StoredHead {
  readonly seq: number;
  readonly hash: string;
  readonly seal: string;
}

/** One chain under examination. Rows are taken in order of `seq`; nothing but faulty rows is kept. */
export interface ChainWalk {
  readonly tenant: string;
  readonly matterId: string;
  readonly next: (event: StoredEvent) => void;
  /** The faults of the chain, in order of `seq`. */
  readonly end: (head: StoredHead | undefined) => readonly AuditFault[];
}

/** A gap is told row by row up to this many rows; a counter set to billions must not fill the memory. */
const rowsNamedInGap = 1000;

/** Beyond this many faulty rows in one chain, their places are no longer compared with each other. */
const rowsCompared = 200;

export function walkChain(tenant: string, matterId: string, seal: Seal): ChainWalk {
  const faults = new Map<number, FaultKind>();
  const suspects: StoredEvent[] = [];
  let previous: StoredEvent | undefined;

  const missing = (from: number, to: number, kind: FaultKind): void => {
    for (let seq = from; seq <= to && seq < from + rowsNamedInGap; seq++) faults.set(seq, kind);
  };

  const next = (event: StoredEvent): void => {
    const expected = Math.max(previous?.seq ?? 0, 0) + 1;
    if (event.seq > expected) missing(expected, event.seq - 1, 'dropped');
    if (!isAsWritten(event)) {
      faults.set(event.seq, 'altered');
      suspects.push(event);
    } else if (event.seq === expected && event.previousHash !== (previous?.hash ?? genesisHash)) {
      // Both rows agree with their own hashes, so the earlier one was replaced together with its hash.
      const replaced = previous?.seq ?? event.seq;
      if (!faults.has(replaced)) faults.set(replaced, 'altered');
    }
    previous = event;
  };

  const end = (head: StoredHead | undefined): readonly AuditFault[] => {
    for (const seq of misplaced(suspects)) faults.set(seq, 'reordered');
    const last = previous?.seq ?? 0;
    if (head === undefined || seal(headText(tenant, matterId, head.seq, head.hash)) !== head.seal || head.seq < last) {
      faults.set(Math.max(last, head?.seq ?? 0), faults.get(last) ?? 'sealBroken');
    } else if (head.seq > last) {
      missing(last + 1, head.seq, 'tailDropped');
    } else if (previous !== undefined && previous.hash !== head.hash && !faults.has(last)) {
      faults.set(last, 'altered');
    }
    return [...faults].sort(([a], [b]) => a - b).map(([seq, kind]) => ({ tenant, matterId, seq, kind }));
  };

  return { tenant, matterId, next, end };
}

function isAsWritten(event: StoredEvent): boolean {
  try {
    return eventHash(event.previousHash, event) === event.hash;
  } catch {
    return false; // a previous hash that is no hash, a payload that cannot be written canonically
  }
}

/** Rows whose content is genuine, but belongs to the place of another faulty row: moved with their hashes or without. */
function misplaced(suspects: readonly StoredEvent[]): readonly number[] {
  if (suspects.length > rowsCompared) return [];
  return suspects
    .filter((event) =>
      suspects.some(
        ({ seq, previousHash, hash }) =>
          seq !== event.seq && (isAsWritten({ ...event, seq }) || isAsWritten({ ...event, seq, previousHash, hash })),
      ),
    )
    .map((event) => event.seq);
}
