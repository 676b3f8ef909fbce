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

/** Mere looks at a record, and moves that were refused, are in the memory but not in the story. */
const quiet = [
  'application.read',
  'case.read',
  'case.pieceOpened',
  'case.moveForbidden',
  'assessment.fileRead',
  'assessment.pieceOpened',
];

/** When and by whom a file was accepted. */
export async function acceptanceOf(
  tx: Tx,
  tenant: string,
  matterId: string,
  caseId: string,
): Promise<Pick<StoryEvent, 'at' | 'actorName'>> {
  return tx.db
    .selectFrom('event')
    .select(['at', 'actorName'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('subjectId', '=', caseId)
    .where('kind', '=', 'case.archived')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The story of a matter, newest on top; of one subject alone when it is named. */
export async function storyOf(
  tx: Tx,
  tenant: string,
  matterId: string,
  subjectId?: string,
): Promise<readonly StoryEvent[]> {
  let query = tx.db
    .selectFrom('event')
    .select(['seq', 'at', 'kind', 'subject', 'subjectId', 'actorKind', 'actorName', 'payload'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('kind', 'not in', quiet);
  if (subjectId !== undefined) query = query.where('subjectId', '=', subjectId);
  return query.orderBy('seq', 'desc').limit(500).execute();
}
