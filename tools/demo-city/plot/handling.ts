import { localDateOf } from '../../../kernel/time/index.ts';
import { courses } from '../courses/index.ts';
import type { StepBy } from '../story.ts';
import type { Gap } from '../timing.ts';
import { type PlotInput, type PlottedStep, wayOf, workdays } from './step.ts';

export function designationSteps({ random, cast, handler, declinedBy, end }: PlotInput): readonly PlottedStep[] {
  const { tenant } = cast;
  const designate = (whom: string, gap: Gap): PlottedStep => ({
    gap,
    by: { role: 'designator', tenant },
    act: () => ({ event: 'designate', input: { handler: whom, reason: '按专长、在办数量和距离选定' } }),
  });
  const declined: readonly PlottedStep[] =
    declinedBy === null || end === 'designated'
      ? []
      : [
          designate(declinedBy, workdays(random, 0, 1)),
          {
            gap: workdays(random, 0, 1),
            by: { role: 'handler', tenant, handler: declinedBy },
            act: () => ({ event: 'decline', input: random.pick(declines) }),
          },
        ];
  const byHandler: StepBy = { role: 'handler', tenant, handler };
  const inCustody = cast.application.matter.criminal?.role === 'suspectOrDefendant';
  return [
    ...declined,
    designate(handler, {
      workdays: random.weighted([
        [0, 5],
        [1, 5],
        [2, 1],
      ]),
    }),
    { gap: workdays(random, 0, 1), by: byHandler, act: () => ({ event: 'accept' }) },
    {
      gap: {
        workdays: random.weighted([
          [1, 6],
          [2, 4],
          [3, 1],
        ]),
      },
      by: byHandler,
      act: (at) => ({
        event: 'recordAgreement',
        input:
          cast.notifiedByOrgan && inCustody
            ? { withoutAgreement: '办案机关通知辩护，会见时本人同意由法律援助律师辩护' }
            : { signedOn: localDateOf(at) },
      }),
    },
  ];
}

/** 公开征集, or 指派到单位: the firm of the handler who would be designated. */
export function otherWay({ random, cast: { tenant }, handler, end }: PlotInput): PlottedStep {
  return {
    gap: workdays(random, 0, 1),
    by: { role: 'designator', tenant },
    act: () =>
      end === 'onOffer' ? { event: 'openOffer', input: { hours: 72 } } : { event: 'designateFirm', input: { handler } },
  };
}

const declines = [
  { ground: 'hearingClash' as const, reason: '同一天在外县开庭，时间冲突' },
  { ground: 'overload' as const, reason: '手上未结案件较多，怕耽误当事人' },
  { ground: 'illness' as const, reason: '本人住院治疗' },
];

/** The notes of the course; a story that is still being handled stops part of the way. */
export function handlingSteps({ random, scene, cast, handler, end }: PlotInput): readonly PlottedStep[] {
  const { notes } = courses[wayOf(scene, cast)];
  const kept =
    end === 'handling'
      ? notes.slice(0, random.int(1, notes.length))
      : ['terminated', 'replacementAsked', 'replaced'].includes(end)
        ? notes.slice(0, 1)
        : notes;
  return kept.map(({ kind, text, open }) => {
    const words = random.pick(text);
    return {
      gap: workdays(random, 3, 14),
      by: { role: 'handler', tenant: cast.tenant, handler },
      act: (at) => ({
        event: 'noteProgress',
        input: { kind, on: localDateOf(at), text: words, visibleToCitizen: open },
      }),
    };
  });
}
