import type { ApplicationPage } from '../../api/applications.ts';
import type { Deadline, MatterDocument, StoryEvent } from '../../api/matter.ts';
import type { Subject } from '../../parts/lifecycle-words.ts';

/** One record of the matter that can be moved on, with the moves the server allows this person. */
export interface Movable {
  readonly subject: Subject;
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly events: readonly string[];
}

/** 一件事: the application and what came of it, as one page shows it. */
export interface MatterView {
  readonly tenant: string;
  readonly matterId: string;
  readonly number: string;
  readonly recipientName: string;
  readonly class: string;
  readonly cause: string | null;
  readonly urgent: boolean;
  readonly demonstration: boolean;
  /** The record that is being worked on now; the furthest along. */
  readonly current: Movable;
  readonly deadlines: readonly Deadline[];
  readonly documents: readonly MatterDocument[];
  readonly story: readonly StoryEvent[];
  readonly application: ApplicationPage | null;
}

export function matterViewOf(page: ApplicationPage): MatterView {
  const { application } = page;
  return {
    tenant: application.tenant,
    matterId: application.matterId,
    number: application.number,
    recipientName: application.recipientName,
    class: application.class,
    cause: application.cause,
    urgent: application.urgent,
    demonstration: application.demonstration,
    current: {
      subject: 'application',
      tenant: application.tenant,
      id: application.id,
      version: application.version,
      state: application.state,
      events: page.allowedActions,
    },
    deadlines: page.deadlines,
    documents: page.documents,
    story: page.story,
    application: page,
  };
}
