import { addDays, localDateOf } from '../../../kernel/time/index.ts';
import { type Actor, citizenActor, type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import {
  acceptComplaint,
  closeComplaint,
  complaintInput,
  decideComplaint,
  declineComplaint,
  entrustComplaint,
  investigateComplaint,
  mergeComplaint,
  passOnComplaint,
  recordComplaintService,
  registerComplaint,
  replyToComplaint,
  reportFindings,
  requestInformation,
  supplyInformation,
  takeReturn,
  withdrawComplaint,
} from '../../../modules/complaints/index.ts';
import type { ComplaintStep, ComplaintStory } from '../complaints.ts';
import type { Staff } from './staff.ts';
import type { FollowUp } from './take-over.ts';

/** A complaint as far as it has been played. */
export interface PlayedComplaint {
  readonly complaintId: string;
  readonly number: string;
  readonly code: string;
  readonly version: number;
}

export interface Complaining {
  readonly runner: Runner;
  readonly staff: Staff;
  /** By the key of its story. */
  readonly played: Map<string, PlayedComplaint>;
  /** The number that a story's matter has by now. */
  numberOf(story: string): string | undefined;
}

/** 投诉: said at its door, then moved on step by step as the bureau and the person would. */
export function complainAndFollow(stage: Complaining, story: ComplaintStory): FollowUp {
  return {
    at: story.at,
    play: async () => {
      stage.played.set(story.key, await register(stage, story));
      return step(stage, story, 0);
    },
  };
}

async function register({ runner, staff, numberOf }: Complaining, story: ComplaintStory): Promise<PlayedComplaint> {
  const { tenant, door, about, said } = story;
  const matterNumber = about === null ? undefined : numberOf(about);
  const actor =
    door === 'web'
      ? citizenActor(tenant)
      : staff.at(tenant, door === 'hotline' ? 'hotlineAgent' : door === 'letter' ? 'bureauReviewer' : 'clerk');
  const input = complaintInput.parse({
    tenant,
    door,
    ...said,
    ...(matterNumber === undefined ? {} : { matterNumber }),
    ...(door === 'web' ? {} : { demonstration: true }),
  });
  const { complaintId, number, queryCode, version } = await runUseCase(runner, actor, (tx) =>
    registerComplaint(tx, actor, input),
  );
  return { complaintId, number, code: queryCode, version };
}

function step(stage: Complaining, story: ComplaintStory, index: number): FollowUp | undefined {
  const next = story.steps[index];
  if (next === undefined) return undefined;
  return {
    at: next.at,
    play: async () => {
      const { runner, staff, played } = stage;
      const before = played.get(story.key);
      if (before === undefined) throw new Error(`complaint ${story.key} was never said`);
      const actor =
        next.by === 'citizen'
          ? citizenActor(story.tenant)
          : next.by === 'first'
            ? staff.at(story.tenant, 'bureauReviewer')
            : staff.secondReviewer(story.tenant);
      const { complaintId, version } = before;
      const at = { tenant: story.tenant, complaintId, version };
      const tenants = next.event === 'passOn' ? [story.tenant, next.to] : [story.tenant];
      const moved = await runUseCase(runner, actor, (tx) => play(tx, actor, at, next, played), {
        scope: { tenants, agencies: [] },
      });
      played.set(story.key, { ...before, version: moved.version });
      return step(stage, story, index + 1);
    },
  };
}

function play(
  tx: Tx,
  actor: Actor,
  at: { readonly tenant: string; readonly complaintId: string; readonly version: number },
  act: ComplaintStep,
  played: Complaining['played'],
): Promise<{ readonly version: number }> {
  const inDays = (days: number): string => addDays(localDateOf(act.at), days);
  switch (act.event) {
    case 'requestInformation':
      return requestInformation(tx, actor, { ...at, missing: [...act.missing], dueOn: inDays(10) });
    case 'supplyInformation':
      return supplyInformation(tx, actor, { ...at, text: act.text });
    case 'accept':
      return acceptComplaint(tx, actor, at);
    case 'declineToAccept':
      return declineComplaint(tx, actor, { ...at, ground: 'notLegalAid', reason: act.reason });
    case 'passOn':
      return passOnComplaint(tx, actor, { ...at, toTenant: act.to, toName: '', reason: act.reason });
    case 'merge': {
      const into = played.get(act.into);
      if (into === undefined) throw new Error(`no complaint ${act.into} to merge into`);
      return mergeComplaint(tx, actor, { ...at, intoId: into.complaintId, reason: act.reason });
    }
    case 'investigate':
      return investigateComplaint(tx, actor, at);
    case 'entrust':
      return entrustComplaint(tx, actor, { ...at, toName: act.to, question: act.question, dueOn: inDays(14) });
    case 'takeReturn':
      return takeReturn(tx, actor, { ...at, report: act.report });
    case 'reportFindings':
      return reportFindings(tx, actor, { ...at, findings: act.findings });
    case 'decide':
      return decideComplaint(tx, actor, {
        ...at,
        outcome: act.outcome,
        reasons: [{ text: act.reason, citation: '《法律援助法》第五十五条' }],
        measures: act.outcome === 'upheld' || act.outcome === 'partly' ? ['critique', 'orderCorrection'] : [],
        measureNote: '',
      });
    case 'reply':
      return replyToComplaint(tx, actor, at);
    case 'recordService':
      return recordComplaintService(tx, actor, { ...at, servedOn: inDays(0), method: 'electronic' });
    case 'close':
      return closeComplaint(tx, actor, { ...at, followUp: act.followUp });
    case 'withdraw':
      return withdrawComplaint(tx, actor, { ...at, reason: '已经联系上律师了。' });
  }
}
