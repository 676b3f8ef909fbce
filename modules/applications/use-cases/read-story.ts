import type { Tx } from '../../../kernel/use-case/index.ts';

/** One line of a matter's story, as staff see it. */
export interface StoryEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly actorKind: string;
  readonly actorName: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Mere looks at a record, and attempts that were refused, are in the memory but not in the story. */
const quiet = [
  'application.read',
  'application.moveDenied',
  'application.materialOpened',
  'case.read',
  'complaint.read',
  'complaint.denied',
  'objection.read',
];

/** The story of a matter, newest on top. */
export async function readStory(tx: Tx, tenant: string, matterId: string): Promise<readonly StoryEvent[]> {
  return tx.db
    .selectFrom('event')
    .select(['seq', 'at', 'kind', 'subject', 'subjectId', 'actorKind', 'actorName', 'payload'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('kind', 'not in', quiet)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
}
