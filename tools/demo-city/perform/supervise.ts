import { localDateOf } from '../../../kernel/time/index.ts';
import { type Actor, type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import {
  acceptReply,
  dropQuestion,
  recordSupervision,
  replySupervision,
  type SupervisionMoved,
  sendBackReply,
} from '../../../modules/quality/index.ts';
import type { SupervisionStep, SupervisionStory } from '../supervisions.ts';
import type { Staff } from './staff.ts';
import type { FollowUp } from './take-over.ts';

export interface Supervising {
  readonly runner: Runner;
  readonly staff: Staff;
  /** The case that a story has by now. */
  caseOf(story: string): string | undefined;
}

/** 督促检查: written down by the quality officer, then asked, answered and settled as the story has it. */
export function superviseAndFollow(stage: Supervising, story: SupervisionStory): FollowUp {
  return {
    at: story.at,
    play: async () => {
      const { runner, staff, caseOf } = stage;
      const { tenant, kind, said } = story;
      const caseId = caseOf(story.about);
      // A city of which only a part is played does not have every case.
      if (caseId === undefined) return undefined;
      const officer = staff.at(tenant, 'quality');
      const moved = await runUseCase(runner, officer, (tx) =>
        recordSupervision(tx, officer, { tenant, caseId, kind, happenedOn: localDateOf(story.at), ...said }),
      );
      return step(stage, story, moved, 0);
    },
  };
}

function step(
  stage: Supervising,
  story: SupervisionStory,
  before: SupervisionMoved,
  index: number,
): FollowUp | undefined {
  const next = story.steps[index];
  if (next === undefined) return undefined;
  return {
    at: next.at,
    play: async () => {
      const { runner, staff } = stage;
      const { tenant, handler } = story;
      const actor = next.event === 'reply' ? staff.handler(tenant, handler) : staff.at(tenant, 'quality');
      const at = { tenant, supervisionId: before.supervisionId, version: before.version };
      const moved = await runUseCase(runner, actor, (tx) => play(tx, actor, at, next));
      return step(stage, story, moved, index + 1);
    },
  };
}

function play(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly supervisionId: string; readonly version: number },
  act: SupervisionStep,
): Promise<SupervisionMoved> {
  switch (act.event) {
    case 'reply':
      return replySupervision(tx, actor, { ...at, text: act.text });
    case 'sendBack':
      return sendBackReply(tx, actor, { ...at, text: act.text });
    case 'accept':
      return acceptReply(tx, actor, at);
    case 'drop':
      return dropQuestion(tx, actor, at);
  }
}
