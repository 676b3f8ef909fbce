import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ComplaintRow } from './store.ts';

export type ComplaintCounter = 'complaints.received' | 'complaints.decided' | 'complaints.upheld';

type Counted = Pick<ComplaintRow, 'tenant' | 'id' | 'grounds' | 'againstKind' | 'outcome' | 'handlerId' | 'agencyId'>;

/** Count one complaint: by ground and by whom it is about; once decided by how; found true by handler and firm too. */
export function countComplaint(tx: Tx, name: ComplaintCounter, of: Counted, day: LocalDate): void {
  const cells: (readonly [dimension: string, value: string | null])[] = [
    ['all', ''],
    ['against', of.againstKind],
    ...of.grounds.map((ground) => ['ground', ground] as const),
    ...(name === 'complaints.decided' ? [['outcome', of.outcome] as const] : []),
    ...(name === 'complaints.upheld'
      ? ([
          ['handler', of.handlerId],
          ['firm', of.agencyId],
        ] as const)
      : []),
  ];
  for (const [dimension, value] of cells)
    if (value !== null)
      tx.count({ tenant: of.tenant, name, month: day.slice(0, 7), dimension, value, by: 1, recordId: of.id });
}
