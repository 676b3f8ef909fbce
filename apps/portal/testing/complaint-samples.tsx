import type { ReactElement } from 'react';
import {
  type ComplaintForCitizen,
  type ComplaintState,
  complaintLifecycle,
} from '../../../modules/complaints/index.ts';
import { demonstrationPhone } from '../../../modules/people/index.ts';
import { complaintPath, supplyUntil } from '../complaint-path.ts';
import { complaintSteps } from '../complaint-steps.ts';
import type { Frame } from '../frame.ts';
import { CheckPage } from '../pages/check.tsx';
import { ComplainPage, ComplaintReceiptPage } from '../pages/complain.tsx';
import { ComplaintPage } from '../pages/complaint.tsx';
import { PapersPage } from '../pages/papers.tsx';
import { QuestionPage } from '../pages/question.tsx';
import { SupplementPage } from '../pages/supplement.tsx';
import { WithdrawPage } from '../pages/withdraw.tsx';
import { complaint } from '../questionnaires.ts';
import type { JourneyContext } from '../steps/context.ts';
import { type Answers, readStep, stepById, walk } from '../steps/journey.ts';

const measuresOf2025 = '《法律援助投诉处理办法》（暂按2013年办法的天数）（待核实）';

/** A recipient who complains under a long name with a rare character. */
export const complaintAnswers: Answers = {
  form: 'complaint',
  seen: complaintSteps.map((step) => step.id),
  typed: {
    complaintMatter: '',
    complaintPlace: '530521',
    againstKind: 'handler',
    againstName: '岩温罕',
    complaintGrounds: ['noReport', 'neglected'],
    complaintStory: '三月份安排了律师，到现在没有见过面。\n打电话说在忙，问办到哪一步了也不说。',
    complaintWish: '请告诉我案子到哪一步了，不行就换一个人。',
    standing: 'recipient',
    complainantKind: 'named',
    complainantName: '阿卜杜热合曼·㛃买提',
    complainantPhone: demonstrationPhone(731),
    complainantAddress: '石瓢村三组',
  },
};

const limits = {
  accept: { days: 5, citation: measuresOf2025 },
  decide: { days: 45, citation: measuresOf2025 },
  reply: { days: 5, citation: measuresOf2025 },
};

const bureau = { name: '施甸县司法局', phone: '0875-0000012' };

/** A complaint as its person sees it in a state, with the days that lie behind it. */
export function complaintIn(state: ComplaintState, change: Partial<ComplaintForCitizen> = {}): ComplaintForCitizen {
  const behind = (...states: readonly ComplaintState[]): boolean => states.includes(state);
  const answered = behind('REPLIED', 'SERVED', 'CLOSED');
  const accepted =
    answered || behind('ACCEPTED', 'ENTRUSTED', 'INVESTIGATING', 'REPORTED', 'DECIDED') ? '2026-11-20' : null;
  const ended = Object.keys(complaintLifecycle.states[state].on).length === 0;
  const step =
    state === 'AWAITING_INFORMATION'
      ? 'supplement'
      : accepted === null
        ? 'acceptComplaint'
        : state === 'DECIDED'
          ? 'replyComplaint'
          : 'decideComplaint';
  return {
    tenant: '530521',
    complaintId: '00000000-0000-7000-8000-000000000001',
    number: 'TS530521-2026-00012',
    version: 1,
    state,
    receivedOn: '2026-11-17',
    suppliedOn: null,
    acceptedOn: accepted,
    decidedOn: answered ? '2026-11-23' : null,
    repliedOn: answered ? '2026-11-23' : null,
    servedOn: behind('SERVED', 'CLOSED') ? '2026-11-24' : null,
    endedOn: ended ? '2026-11-24' : null,
    due: ended || answered ? null : { on: '2026-12-01', step, citation: measuresOf2025 },
    missing: state === 'AWAITING_INFORMATION' ? ['案件编号，或者收到过的文书', '转账记录'] : [],
    refusal: state === 'NOT_ACCEPTED' ? '所说的律师不是由法律援助中心指派的。' : '',
    outcome: answered ? 'partly' : null,
    measures: answered ? ['orderCorrection', 'replaceHandler'] : [],
    passedTo: state === 'PASSED_ON' ? '隆阳区司法局' : null,
    goesOn: null,
    mergedInto: state === 'MERGED' ? 'TS530521-2026-00009' : null,
    moves: [
      ...(state === 'AWAITING_INFORMATION' ? ['supplyInformation'] : []),
      ...(ended || answered || state === 'DECIDED' ? [] : ['withdraw']),
    ],
    papers: answered
      ? [
          {
            documentId: '00000000-0000-7000-8000-000000000002',
            title: '法律援助投诉受理通知书',
            titleEn: 'Acceptance of the complaint',
            issuedOn: '2026-11-20',
          },
          {
            documentId: '00000000-0000-7000-8000-000000000003',
            title: '法律援助投诉答复书',
            titleEn: 'Answer to the complaint',
            issuedOn: '2026-11-23',
          },
        ]
      : [],
    bureau,
    demonstration: true,
    ...change,
  };
}

/** All pages of complaining. */
export function complaintSamples(frame: Frame, context: JourneyContext): Readonly<Record<string, ReactElement>> {
  const journey = walk(complaintAnswers, context, complaint);
  const question = (id: string, typed = complaintAnswers.typed, faulty = false): ReactElement => {
    const step = stepById(id, complaint);
    if (step === undefined) throw new Error(`no step ${id}`);
    return (
      <QuestionPage
        frame={frame}
        context={context}
        journey={journey}
        step={step}
        typed={typed}
        errors={faulty ? readStep(step, typed, {}, context).errors : []}
        code="K7QM2-X9BPD"
        was=""
      />
    );
  };
  const way = (...bureaus: readonly ComplaintForCitizen[]): ReactElement => (
    <ComplaintPage
      frame={frame}
      complaint={bureaus.at(-1) ?? complaintIn('RECEIVED')}
      earlier={bureaus.slice(0, -1).map(({ number }) => number)}
      steps={bureaus.flatMap((seen) => complaintPath(seen, frame))}
      papers={bureaus.flatMap(({ tenant, papers }) => papers.map((paper) => ({ ...paper, tenant })))}
    />
  );
  const states = Object.keys(complaintLifecycle.states) as ComplaintState[];
  const asking = complaintIn('AWAITING_INFORMATION');
  return {
    complain: <ComplainPage frame={frame} number={undefined} limits={limits} />,
    'complain-matter': <ComplainPage frame={frame} number="530521 2611 000042 7" limits={limits} />,
    ...Object.fromEntries(
      complaintSteps.filter(({ fields }) => fields.length > 0).map(({ id }) => [`complain-${id}`, question(id)]),
    ),
    'complain-whom-wrong': question('whom', { againstKind: 'staff', againstName: '' }, true),
    'complain-contact-wrong': question(
      'contact',
      { complainantName: '', complainantPhone: '12', complainantAddress: '石瓢村三组' },
      true,
    ),
    'complain-papers': (
      <PapersPage
        frame={frame}
        form={complaint}
        about="complaint"
        papers={[{ id: 'a', name: '转账截图.png', bytes: 812_000 }]}
        limits={{ mb: 20, n: 10 }}
        faults={[]}
        back="/complain/contact"
        guarded={false}
      />
    ),
    'complain-check': (
      <CheckPage frame={frame} context={context} journey={journey} papers={['转账截图.png', '聊天记录.pdf']} />
    ),
    'complain-check-expired': <CheckPage frame={frame} context={context} journey={journey} papers={[]} expired />,
    'complain-receipt': (
      <ComplaintReceiptPage frame={frame} complaint={complaintIn('RECEIVED')} code="T4WXK9QC" limits={limits} />
    ),
    ...Object.fromEntries(
      states.map((state) => [`complaint-${state.toLowerCase().replace('_', '-')}`, way(complaintIn(state))]),
    ),
    'complaint-passed-here': way(
      complaintIn('PASSED_ON', { goesOn: { tenant: '530502', complaintId: '00000000-0000-7000-8000-000000000004' } }),
      complaintIn('RECEIVED', {
        tenant: '530502',
        number: 'TS530502-2026-00003',
        suppliedOn: '2026-11-18',
        bureau: { name: '隆阳区司法局', phone: null },
      }),
    ),
    'complaint-supply': (
      <SupplementPage
        frame={frame}
        at="/complaint"
        action="/complaint/supply"
        items={asking.missing}
        note=""
        until={supplyUntil(asking, frame)}
        typed=""
        limits={{ mb: 20, n: 10 }}
        faults={[{ key: 'supplement.nothing' }]}
      />
    ),
    'complaint-withdraw': (
      <WithdrawPage frame={frame} of="complaint" at="/complaint" action="/complaint/withdraw" version={3} />
    ),
  };
}
