import { localDateOf } from '../../../kernel/time/index.ts';
import type { StepBy } from '../story.ts';
import { type PlotInput, type PlottedStep, workdays } from './step.ts';

const requests = [
  { askedBy: 'recipient', ground: 'unreachable', facts: '二十天里打了三次电话都没有人接，发的信息也没有回。' },
  { askedBy: 'recipient', ground: 'dutyNotDone', facts: '开庭前没有见过面，也没有问过证据在哪里。' },
  { askedBy: 'handler', ground: 'illness', facts: '住院手术，预计两个月不能出庭。' },
  { askedBy: 'handler', ground: 'hearingClash', facts: '同日在外地开庭，已书面申请改期，法院没有同意。' },
] as const;

/** 请求更换: the recipient on their own page, or the handler. Those accused and in custody have their handler ask. */
export function askForAnother({ random, cast, handler, end }: PlotInput): PlottedStep {
  const inCustody = cast.application.matter.criminal?.role === 'suspectOrDefendant';
  const input = random.pick(
    inCustody ? requests.slice(2) : end === 'replacementAsked' ? requests.slice(0, 2) : requests,
  );
  const by: StepBy =
    input.askedBy === 'handler' ? { role: 'handler', tenant: cast.tenant, handler } : { role: 'citizen' };
  return { gap: workdays(random, 2, 6), by, act: () => ({ event: 'requestReplacement', input }) };
}

/** Agreed to within the five days, designated anew, accepted, the agreement signed again, the papers handed over. */
export function replacementSteps({ random, cast, successor }: PlotInput): readonly PlottedStep[] {
  const { tenant } = cast;
  const bySuccessor: StepBy = { role: 'handler', tenant, handler: successor };
  return [
    {
      gap: workdays(random, 1, 2),
      by: { role: 'approver', tenant },
      act: () => ({ event: 'approveReplacement', input: { opinion: '已向承办单位核实，情况属实，同意更换。' } }),
    },
    {
      gap: workdays(random, 0, 1),
      by: { role: 'designator', tenant },
      act: () => ({ event: 'designate', input: { handler: successor, reason: '更换承办人，按专长和在办数量选定' } }),
    },
    { gap: workdays(random, 0, 1), by: bySuccessor, act: () => ({ event: 'accept' }) },
    {
      gap: workdays(random, 1, 2),
      by: bySuccessor,
      act: (at) => ({
        event: 'recordHandover',
        input: {
          handedOverOn: localDateOf(at),
          materials: [{ name: '谈话笔录' }, { name: '证据材料复印件' }, { name: '委托手续' }],
        },
      }),
    },
    {
      gap: workdays(random, 0, 1),
      by: bySuccessor,
      act: (at) => ({ event: 'recordAgreement', input: { signedOn: localDateOf(at) } }),
    },
  ];
}
