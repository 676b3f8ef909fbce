import type { Instant } from '../../kernel/time/index.ts';

/** 正在看这件事的人. */
export interface PresenceTable {
  tenant: string;
  matterId: string;
  accountId: string;
  name: string;
  /** The move whose form is open, `subject.event`; null while only reading. */
  doing: string | null;
  since: Instant;
  seenAt: Instant;
}

export type PresenceTables = { presence: PresenceTable };
