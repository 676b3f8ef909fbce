import { addDays, localDateOf } from '../../../kernel/time/index.ts';
import { courses } from '../courses/index.ts';
import { ratingWords, returnReasons } from '../phrases.ts';
import type { StepBy } from '../story.ts';
import type { Gap } from '../timing.ts';
import { days, type PlotInput, type PlottedStep, wayOf, workdays } from './step.ts';

/** 报告结案; before an agreement the recipient's consent is written down. */
export function closingSteps({ random, scene, cast, handler }: PlotInput): readonly PlottedStep[] {
  const course = courses[wayOf(scene, cast)];
  const end = random.weighted(course.ends.map((candidate) => [candidate, candidate.weight] as const));
  const recovered =
    end.recovered === undefined ? undefined : Math.round((cast.stake * random.int(...end.recovered)) / 100 / 100) * 100;
  const work = {
    meetings: random.int(...course.meetings),
    hearings: random.int(...course.hearings),
    fileReviews: course.notes.some(({ kind }) => kind === 'fileReview') ? 1 : 0,
    serviceDays: random.int(3, 9),
  };
  const result = random.pick(end.result);
  const by: StepBy = { role: 'handler', tenant: cast.tenant, handler };
  const agreed = end.event === 'settlement' || end.event === 'mediationAgreement';
  const gap = workdays(random, 4, 20);
  const consent: PlottedStep = {
    gap,
    by,
    act: (at) => ({
      event: 'noteProgress',
      input: {
        kind: 'settlementConsent',
        on: localDateOf(at),
        text: '逐条说明协议内容和不接受的后果，受援人同意并签字。',
        visibleToCitizen: true,
      },
    }),
  };
  const closing: PlottedStep = {
    gap: agreed ? { workdays: 0 } : gap,
    by,
    act: (at) => ({
      event: 'reportClosing',
      input: {
        closedOn: localDateOf(at),
        event: end.event,
        outcome: end.outcome,
        ...(recovered === undefined ? {} : { recovered }),
        work,
        summary: `接受指派后约见受援人${work.meetings}次，${work.hearings > 0 ? `参加庭审${work.hearings}次，` : ''}按程序办结。`,
        result,
      },
    }),
  };
  return agreed ? [consent, closing] : [closing];
}

export function fileSteps({ random, cast, handler, end }: PlotInput): readonly PlottedStep[] {
  const { tenant } = cast;
  const byHandler: StepBy = { role: 'handler', tenant, handler };
  const reviewer: StepBy = { role: 'reviewer', tenant };
  const returned = end === 'fileReturned' || (end === 'archived' && random.chance(0.1));
  const reasons = random.sample(returnReasons, random.int(1, 2));
  const submit = (gap: Gap, complete: boolean): PlottedStep => ({
    gap,
    by: byHandler,
    act: () => ({ event: 'submitFile', input: { complete } }),
  });
  const giveBack: PlottedStep = {
    gap: workdays(random, 2, 8),
    by: reviewer,
    act: (at) => ({ event: 'returnFile', input: { reasons, resubmitBy: addDays(localDateOf(at), 15) } }),
  };
  const accept: PlottedStep = { gap: workdays(random, 1, 12), by: reviewer, act: () => ({ event: 'acceptFile' }) };
  return [
    submit(workdays(random, 3, 16), !returned),
    ...(returned ? [giveBack, submit(workdays(random, 2, 8), true)] : []),
    accept,
  ];
}

export function ratingStep({ random, cast }: PlotInput): PlottedStep {
  const face = random.weighted([
    ['verySatisfied', 52],
    ['satisfied', 31],
    ['neutral', 10],
    ['dissatisfied', 5],
    ['veryDissatisfied', 2],
  ] as const);
  const words = cast.notifiedByOrgan || random.chance(0.35) ? '' : random.pick(ratingWords[face]);
  return { gap: days(random, 0, 9), by: { role: 'citizen' }, act: () => ({ event: 'rate', input: { face, words } }) };
}

export function terminationSteps({ random, cast }: PlotInput): readonly PlottedStep[] {
  const { tenant } = cast;
  const why = random.pick([
    { ground: 'recipientAsks' as const, facts: '受援人与对方和好，书面申请终止援助。' },
    { ground: 'ownCounsel' as const, facts: '受援人另行委托了律师，书面告知本中心。' },
    { ground: 'recipientAsks' as const, facts: '对方已经主动履行，受援人表示不再需要援助。' },
  ]);
  return [
    { gap: workdays(random, 3, 12), by: { role: 'approver', tenant }, act: () => ({ event: 'terminate', input: why }) },
    {
      gap: workdays(random, 0, 2),
      by: { role: 'clerk', tenant },
      act: (at) => ({
        event: 'recordNotification',
        input: { recipientServedOn: localDateOf(at), unitToldOn: localDateOf(at) },
      }),
    },
  ];
}
