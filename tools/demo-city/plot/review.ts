import { supplementItems } from '../phrases.ts';
import type { StepAct, StepBy } from '../story.ts';
import type { Gap } from '../timing.ts';
import { days, type PlotInput, type PlottedStep, workdays } from './step.ts';

export function reviewSteps({ random, scene, cast, end, refusal }: PlotInput): readonly PlottedStep[] {
  const { tenant } = cast;
  const reviewer: StepBy = { role: 'reviewer', tenant };
  const approver: StepBy = { role: 'approver', tenant };
  const step = (gap: Gap, by: StepBy, act: StepAct): PlottedStep => ({ gap, by, act: () => act });
  const acknowledge = step(workdays(random, 0, 1), { role: 'clerk', tenant }, { event: 'acknowledge' });
  if (end === 'underReview' || end === 'reviewOverdue') return [acknowledge];
  if (end === 'withdrawn') {
    const reason = random.pick(['对方已经把钱付清了', '家里商量好了，先不告了', '我自己请了律师']);
    return [acknowledge, step(days(random, 1, 4), { role: 'citizen' }, { event: 'withdraw', input: { reason } })];
  }
  if (end === 'transferred') {
    const toTenant = tenant === '530581' ? '530502' : '530581';
    const reason = '经核实，办案机关在该地，本中心没有管辖权';
    return [
      acknowledge,
      step(workdays(random, 0, 1), { role: 'reviewer', tenant }, { event: 'transfer', input: { toTenant, reason } }),
    ];
  }
  const asked = ['awaitingSupplement', 'deemedWithdrawn'].includes(end) || (refusal === null && random.chance(0.13));
  const supplement = step(workdays(random, 0, 1), reviewer, {
    event: 'requestSupplement',
    input: {
      items: random.sample(supplementItems(scene), random.int(1, 2)),
      note: '请在期限内一次补齐，补齐后时限继续计算。',
      days: random.pick([5, 7, 10]),
    },
  });
  if (end === 'awaitingSupplement') return [acknowledge, supplement];
  if (end === 'deemedWithdrawn')
    return [acknowledge, supplement, step({ days: 12 }, { role: 'system' }, { event: 'lapse' })];
  const answer = step(
    days(random, 1, 4),
    { role: 'citizen' },
    {
      event: 'answerSupplement',
      input: { note: random.pick(['材料已经补上了', '村委会开的证明拍照发来了', '按通知补齐了']) },
    },
  );
  const start = asked ? [acknowledge, supplement, answer] : [acknowledge];
  const propose = (gap: Gap): PlottedStep =>
    step(gap, reviewer, {
      event: 'propose',
      input: {
        outcome: refusal === null ? 'grant' : 'refuse',
        grounds: grounds(refusal),
        note: refusal === null ? '材料齐全，事项和条件符合，建议给予。' : '建议不予，并告知异议权利和其他途径。',
      },
    });
  const returned = end !== 'proposed' && random.chance(0.05);
  const proposals = returned
    ? [
        propose(workdays(random, 0, 1)),
        step({ workdays: 0 }, approver, {
          event: 'returnProposal',
          input: { reason: '请补充说明家庭人口的核对情况。' },
        }),
        propose({ workdays: 0 }),
      ]
    : [propose(workdays(random, 0, 2))];
  if (end === 'proposed') return [...start, ...proposals];
  const decision = step(workdays(random, 0, 1), approver, {
    event: end === 'refused' ? 'refuse' : 'grant',
    input: { note: end === 'refused' ? '同意不予。' : '同意给予。' },
  });
  return [...start, ...proposals, decision];
}

/** Grounds of a refusal: in writing, each with its article (Legal Aid Law art. 43). */
function grounds(refusal: 'income' | 'scope' | null): readonly { text: string; citation: string }[] {
  if (refusal === 'income')
    return [
      {
        text: '家庭人均年收入高于本地经济困难标准，也不属于免予核查或者不受经济困难条件限制的情形。',
        citation: '《法律援助法》第三十四条、第四十二条、第四十三条',
      },
    ];
  if (refusal === 'scope')
    return [
      {
        text: '申请的事项不在法律援助的事项范围内，已告知可以咨询和起诉的途径。',
        citation: '《法律援助法》第三十一条、第四十三条',
      },
    ];
  return [];
}
