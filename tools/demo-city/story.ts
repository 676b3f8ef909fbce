import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { ApplicationInput } from '../../modules/applications/index.ts';
import type { Facts } from '../../modules/policy/index.ts';
import type { CaseOutcome, ClosingEvent, ProgressKind } from './case-words.ts';
import type { Tenant } from './tenants.ts';

/** Where a story stands when the curtain falls. */
export type StoryEnd =
  | 'submitted'
  | 'underReview'
  | 'reviewOverdue'
  | 'awaitingSupplement'
  | 'deemedWithdrawn'
  | 'proposed'
  | 'refused'
  | 'objected'
  | 'refusedFinal'
  | 'correctionOrdered'
  | 'corrected'
  | 'provisional'
  | 'provisionalOverdue'
  | 'awaitingCooperation'
  | 'transferred'
  | 'withdrawn'
  | 'awaitingDesignation'
  | 'designationOverdue'
  | 'onOffer'
  | 'atFirm'
  | 'designated'
  | 'accepted'
  | 'handling'
  | 'replacementAsked'
  | 'replaced'
  | 'closedPendingFile'
  | 'fileOverdue'
  | 'fileReturned'
  | 'fileUnderReview'
  | 'archived'
  | 'terminated';

/** Who takes a step: a role at the matter's centre (or, for the intake, at its door), a handler by roster number, the person. */
export type StepBy =
  | { readonly role: 'citizen' | 'system' }
  | {
      readonly role: 'clerk' | 'reviewer' | 'approver' | 'designator' | 'hotlineAgent' | 'liaison' | 'bureauReviewer';
      readonly tenant: Tenant;
    }
  | { readonly role: 'handler'; readonly tenant: Tenant; readonly handler: string };

/** Each step is one use case with its input, without ids and versions: the player knows those. */
export type StepAct =
  | { readonly event: 'submit' }
  | { readonly event: 'acknowledge' }
  | {
      readonly event: 'requestSupplement';
      readonly input: { readonly items: readonly string[]; readonly note: string; readonly days: number };
    }
  | { readonly event: 'answerSupplement'; readonly input: { readonly note: string } }
  | { readonly event: 'lapse' }
  | {
      readonly event: 'propose';
      readonly input: {
        readonly outcome: 'grant' | 'refuse';
        readonly grounds: readonly { readonly text: string; readonly citation: string }[];
        readonly note: string;
      };
    }
  | { readonly event: 'returnProposal'; readonly input: { readonly reason: string } }
  | { readonly event: 'grant' | 'refuse'; readonly input: { readonly note: string } }
  | { readonly event: 'raiseObjection'; readonly input: { readonly reasons: string } }
  | {
      readonly event: 'maintain' | 'orderCorrection';
      readonly input: {
        readonly grounds: readonly { readonly text: string; readonly citation: string }[];
        readonly correction: string;
      };
    }
  | { readonly event: 'grantCorrected'; readonly input: { readonly note: string } }
  | {
      readonly event: 'provideProvisionally';
      readonly input: {
        readonly ground: 'preservation';
        readonly note: string;
        readonly days: number;
        readonly toComplete: readonly string[];
      };
    }
  | {
      readonly event: 'requestCooperation';
      readonly input: { readonly toTenant: Tenant; readonly question: string; readonly days: number };
    }
  | { readonly event: 'withdraw'; readonly input: { readonly reason: string } }
  | { readonly event: 'transfer'; readonly input: { readonly toTenant: Tenant; readonly reason: string } }
  | { readonly event: 'designate'; readonly input: { readonly handler: string; readonly reason: string } }
  | { readonly event: 'openOffer'; readonly input: { readonly hours: number } }
  /** The firm is that of this handler. */
  | { readonly event: 'designateFirm'; readonly input: { readonly handler: string } }
  | { readonly event: 'accept' }
  | {
      readonly event: 'decline';
      readonly input: { readonly ground: 'hearingClash' | 'illness' | 'overload'; readonly reason: string };
    }
  | {
      readonly event: 'recordAgreement';
      readonly input: { readonly signedOn: LocalDate } | { readonly withoutAgreement: string };
    }
  | {
      readonly event: 'noteProgress';
      readonly input: {
        readonly kind: ProgressKind;
        readonly on: LocalDate;
        readonly text: string;
        readonly visibleToCitizen: boolean;
      };
    }
  | {
      readonly event: 'requestReplacement';
      readonly input: {
        readonly askedBy: 'recipient' | 'handler';
        readonly ground: 'unreachable' | 'dutyNotDone' | 'illness' | 'hearingClash';
        readonly facts: string;
      };
    }
  | { readonly event: 'approveReplacement'; readonly input: { readonly opinion: string } }
  | {
      readonly event: 'recordHandover';
      readonly input: { readonly handedOverOn: LocalDate; readonly materials: readonly { readonly name: string }[] };
    }
  | {
      readonly event: 'reportClosing';
      readonly input: {
        readonly closedOn: LocalDate;
        readonly event: ClosingEvent;
        readonly outcome: CaseOutcome;
        /** Fen. */
        readonly recovered?: number;
        readonly work: {
          readonly meetings: number;
          readonly hearings: number;
          readonly fileReviews: number;
          readonly serviceDays: number;
        };
        readonly summary: string;
        readonly result: string;
      };
    }
  | { readonly event: 'submitFile'; readonly input: { readonly complete: boolean } }
  | {
      readonly event: 'returnFile';
      readonly input: { readonly reasons: readonly string[]; readonly resubmitBy: LocalDate };
    }
  | { readonly event: 'acceptFile' }
  | {
      readonly event: 'terminate';
      readonly input: { readonly ground: 'recipientAsks' | 'ownCounsel' | 'meansNoLongerMet'; readonly facts: string };
    }
  | {
      readonly event: 'recordNotification';
      readonly input: { readonly recipientServedOn: LocalDate; readonly unitToldOn: LocalDate };
    }
  | {
      readonly event: 'rate';
      readonly input: {
        readonly face: 'verySatisfied' | 'satisfied' | 'neutral' | 'dissatisfied' | 'veryDissatisfied';
        readonly words: string;
      };
    };

export type StoryStep = { readonly at: Instant; readonly by: StepBy } & StepAct;

/** One invented matter: what is handed in, and everything that happens to it, in order. */
export interface Story {
  readonly key: string;
  readonly scene: string;
  readonly end: StoryEnd;
  /** The competent centre. */
  readonly tenant: Tenant;
  /** The counter that took it in (an agency's number), unless it came by the person's own phone. */
  readonly intake: { readonly tenant: Tenant; readonly agency: string } | null;
  /** The consultation it grew out of. */
  readonly consultation: string | null;
  /** True where an organ's notice stands at the beginning (Legal Aid Law arts 25, 36). */
  readonly notifiedByOrgan: boolean;
  readonly application: Omit<ApplicationInput, 'intakeAgency' | 'consultationId'>;
  /** What the law will be asked about it. */
  readonly facts: Facts;
  readonly steps: readonly StoryStep[];
}

/** One consultation (咨询), most of which lead nowhere further. */
export interface ConsultationStory {
  readonly key: string;
  readonly at: Instant;
  readonly tenant: Tenant;
  readonly agency: string;
  readonly by: 'clerk' | 'hotlineAgent' | 'liaison';
  readonly channel: 'window' | 'hotline' | 'web' | 'letter' | 'liaison' | 'kiosk';
  readonly person: ApplicationInput['recipient'] | null;
  readonly groups: ApplicationInput['groups'];
  readonly topic: NonNullable<ApplicationInput['matter']['cause']>;
  readonly class: ApplicationInput['matter']['class'];
  readonly region: string;
  readonly question: string;
  /** Empty while nobody has answered. */
  readonly answer: string;
  readonly answeredAt: Instant | null;
  readonly callBack: boolean;
}

/** Who has most to do in a place, by roster number: the account that is shown to visitors is theirs. */
export function busiestHandler(stories: readonly Story[], tenant: Tenant): string | undefined {
  const busy = new Map<string, number>();
  for (const { steps } of stories)
    for (const { by } of steps)
      if (by.role === 'handler' && by.tenant === tenant) busy.set(by.handler, (busy.get(by.handler) ?? 0) + 1);
  return [...busy].sort((a, b) => b[1] - a[1])[0]?.[0];
}
