import { supplementItems } from '../phrases.ts';
import type { StepAct, StepBy, StoryEnd } from '../story.ts';
import type { Tenant } from '../tenants.ts';
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
  if (end === 'provisional' || end === 'provisionalOverdue')
    return [
      acknowledge,
      step({ workdays: 0 }, approver, {
        event: 'provideProvisionally',
        input: {
          ground: 'preservation',
          note: '对方正在转移财产，需要立即申请财产保全。',
          days: end === 'provisional' ? 7 : 3,
          toComplete: ['身份证复印件', '家庭经济困难状况说明'],
        },
      }),
    ];
  if (end === 'awaitingCooperation')
    return [
      acknowledge,
      step({ workdays: 0 }, reviewer, {
        event: 'requestCooperation',
        input: {
          toTenant: tenant === '530502' ? '530581' : '530502',
          question: '申请人自述配偶在你地务工，请核查其务工单位和月收入是否属实。',
          days: 7,
        },
      }),
    ];
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
    event: refusal === null ? 'grant' : 'refuse',
    input: { note: refusal === null ? '同意给予。' : '同意不予。' },
  });
  return [...start, ...proposals, decision, ...objectionSteps(tenant, end)];
}

/** 异议: raised by the person from their telephone, decided by the bureau, carried out by the centre (art. 49). */
function objectionSteps(tenant: Tenant, end: StoryEnd): readonly PlottedStep[] {
  const bureau: StepBy = { role: 'bureauReviewer', tenant };
  const step = (gap: Gap, by: StepBy, act: StepAct): PlottedStep => ({ gap, by, act: () => act });
  const raised = step(
    { days: 2 },
    { role: 'citizen' },
    {
      event: 'raiseObjection',
      input: { reasons: '家里实际情况和决定书写的不一样，还有老人要赡养，请再看一看。' },
    },
  );
  const maintained = step({ workdays: 2 }, bureau, {
    event: 'maintain',
    input: {
      grounds: [
        { text: '经核对家庭收入和人口，原决定认定事实清楚。', citation: '《法律援助法》第三十四条、第四十九条' },
      ],
      correction: '',
    },
  });
  const ordered = step({ workdays: 2 }, bureau, {
    event: 'orderCorrection',
    input: {
      grounds: [{ text: '原决定未计入共同生活的老人，认定事实有误。', citation: '《法律援助法》第四十九条' }],
      correction: '撤销不予法律援助的决定，对申请人给予法律援助',
    },
  });
  const carriedOut = step(
    { workdays: 0 },
    { role: 'approver', tenant },
    {
      event: 'grantCorrected',
      input: { note: '按司法局决定给予。' },
    },
  );
  const parts: Partial<Record<StoryEnd, readonly PlottedStep[]>> = {
    objected: [raised],
    refusedFinal: [raised, maintained],
    correctionOrdered: [raised, ordered],
    corrected: [raised, ordered, carriedOut],
  };
  return parts[end] ?? [];
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
