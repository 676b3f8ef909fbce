import type { ReactElement } from 'react';
import { fileRefusals } from '../../../kernel/files/index.ts';
import type { Language } from '../../../kernel/i18n/index.ts';
import { groundsOfAsker, replacementGroundText } from '../../../modules/cases/index.ts';
import {
  childrenOf,
  findPlaces,
  type NearPlace,
  type NewAgency,
  type PointView,
  type Register,
} from '../../../modules/network/index.ts';
import { demonstrationIdentityNumber, demonstrationPhone } from '../../../modules/people/index.ts';
import type { Frame } from '../frame.ts';
import { wordsOf } from '../locales/locale.ts';
import { CalendarPage } from '../pages/calendar.tsx';
import { CheckPage } from '../pages/check.tsx';
import { DeclarePage } from '../pages/declare.tsx';
import { DisclosurePage, type DisclosureProps } from '../pages/disclosure.tsx';
import { DonePage } from '../pages/done.tsx';
import { HomePage } from '../pages/home.tsx';
import { LaterPage, ResumePage } from '../pages/later.tsx';
import { NearestPage } from '../pages/nearest/page.tsx';
import { PointPage } from '../pages/nearest/point.tsx';
import { ObjectionPage } from '../pages/objection.tsx';
import { PapersPage } from '../pages/papers.tsx';
import { ProblemPage } from '../pages/problem.tsx';
import { LookUpPage, ProgressPage } from '../pages/progress.tsx';
import { QuestionPage } from '../pages/question.tsx';
import { RatePage } from '../pages/rate.tsx';
import { RatesPage } from '../pages/rates.tsx';
import { EligiblePage, PrivacyPage, QuestionsPage } from '../pages/reading.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { ReplacePage } from '../pages/replace.tsx';
import { StartPage } from '../pages/start.tsx';
import { SupplementPage } from '../pages/supplement.tsx';
import { VerifyPage } from '../pages/verify.tsx';
import { WithdrawPage } from '../pages/withdraw.tsx';
import { application, questionnaires } from '../questionnaires.ts';
import { causesFor } from '../steps/causes-for.ts';
import type { JourneyContext } from '../steps/context.ts';
import { type Answers, readStep, stepById, walk } from '../steps/journey.ts';
import { steps } from '../steps.ts';
import { complaintSamples } from './complaint-samples.tsx';
import { preCheckSamples } from './pre-check-samples.tsx';

// Every page with invented answers: what the tests measure (weight, contrast, structure) and the preview draws.

export interface SampleOptions {
  readonly language: Language;
  readonly large?: boolean;
  readonly kiosk?: boolean;
}

const article22 = '《办理法律援助案件程序规定》第二十二条（待核实）';
const today = '2026-11-24';

/** A migrant worker's journey, told to the end. The identity number is of a region that does not exist. */
export const wageAnswers: Answers = {
  seen: steps.map((step) => step.id),
  typed: {
    need: 'wages',
    story:
      '去年三月到十月，我在板桥镇的工地干木工，包工头王某一直没发工资，一共欠我18600元，打电话也不接。\n我想要回工钱。',
    cause: 'labourPay',
    organ: 'labourArbitration',
    organName: '隆阳区劳动人事争议仲裁委员会',
    place: '530502',
    urgent: ['deadline'],
    'limitationExpiresOn-y': '2026',
    'limitationExpiresOn-m': '11',
    'limitationExpiresOn-d': '28',
    forWhom: 'self',
    name: '阿依·买买提',
    documentKind: 'residentCard',
    documentNumber: demonstrationIdentityNumber('1986-03-12', 1, 'female'),
    ethnicity: '傈僳族',
    phone: demonstrationPhone(17),
    contactWay: 'anyTime',
    contactNote: '晚上八点以后',
    homeCounty: '530502',
    homeTownship: '530502101',
    homeVillage: 'unsure',
    address: '三组，村小学旁边',
    residence: 'rural',
    help: ['interpreter'],
    spokenLanguage: '傈僳语',
    groups: ['migrantWorker', 'farmer'],
    householdMembers: '4',
    opponentInHousehold: 'no',
    householdIncome: '2.4万',
    ownIncome: '12,000',
    proof: 'commitment',
    opponentKind: 'person',
    opponentName: '工地上的老王',
    opponentMore: 'no',
  },
};

export function sampleFrame(options: SampleOptions, here = '/'): Frame {
  return {
    words: wordsOf(options.language),
    city: options.language === 'zh' ? '保山市' : 'Baoshan',
    today,
    demonstration: true,
    large: options.large ?? false,
    kiosk: options.kiosk ?? false,
    here,
    csrf: 'sample-token',
  };
}

export function sampleContext(register: Register): JourneyContext {
  return { today, register, city: '530500', demonstration: true, causesFor, meansMatter: () => true };
}

const sampleDisclosure: DisclosureProps['centres'] = [
  {
    tenant: '530502',
    name: '隆阳区法律援助中心',
    work: [2026, 2025].map((year, i) => ({
      tenant: '530502',
      year,
      counts: {
        'applications.submitted': 1262 + 61 * i,
        'applications.granted': 1014 + 40 * i,
        'applications.refused': 87,
        'cases.opened': 1103,
        'cases.closed': 968,
        'duty.helps': 412,
        'objections.raised': 9,
        'objections.corrected': null,
        'complaints.received': 0,
        'complaints.upheld': 0,
      },
    })),
    funds: [
      { tenant: '530502', source: 'central', year: 2026, appropriated: 120_000_000, expended: 83_452_050 },
      { tenant: '530502', source: 'county', year: 2025, appropriated: 40_000_000, expended: 40_000_000 },
    ],
  },
];

/** All pages by name. */
export function samplePages(register: Register, options: SampleOptions): Readonly<Record<string, ReactElement>> {
  const frame = sampleFrame(options);
  const context = sampleContext(register);
  const journey = walk(wageAnswers, context);
  const question = (id: string, typed = wageAnswers.typed, faulty = false): ReactElement => {
    const step = stepById(id);
    if (step === undefined) throw new Error(`no step ${id}`);
    const errors = faulty ? readStep(step, typed, journey.values, context).errors : [];
    return (
      <QuestionPage
        frame={frame}
        context={context}
        journey={journey}
        step={step}
        typed={typed}
        errors={errors}
        code="K7QM2-X9BPD"
        was=""
      />
    );
  };
  const limits = { mb: 20, n: 10 };
  const decide = { days: 7, citation: '《法律援助法》第四十三条' };
  const designate = { days: 3, citation: '《法律援助法》第四十三条' };
  const centre = { name: '隆阳区法律援助中心', phone: '0875-0000000', address: '隆阳区永昌街道正阳南路1号' };
  const counties = childrenOf(register, '530500').map((r) => ({ value: r.code, label: { zh: r.name, en: r.name } }));
  const questions = Object.fromEntries(
    steps.filter((s) => s.fields.length > 0 && s.id !== 'declare').map((s) => [`question-${s.id}`, question(s.id)]),
  );
  return {
    home: <HomePage frame={frame} unfinished={[]} />,
    'home-unfinished': <HomePage frame={frame} unfinished={questionnaires} />,
    start: <StartPage frame={frame} need="wages" decide={decide} designate={designate} />,
    'start-violence': <StartPage frame={frame} need="violence" decide={decide} designate={designate} />,
    ...questions,
    'question-identity-wrong': question(
      'identity',
      { documentKind: 'residentCard', documentNumber: '000000860312002' },
      true,
    ),
    'question-birth-wrong': question('birth', { 'birthDate-y': '1986', 'birthDate-m': '2', 'birthDate-d': '30' }, true),
    papers: (
      <PapersPage
        frame={frame}
        form={application}
        about="wages"
        papers={[
          { id: 'a', name: '欠条.jpg', bytes: 812_000 },
          { id: 'b', name: '微信聊天截图-2025-11-03.png', bytes: 2_400_000 },
        ]}
        limits={limits}
        faults={[
          { key: 'papers.fault', slots: { name: '录音.exe', why: fileRefusals['files.executable'][options.language] } },
        ]}
        done={{ key: 'papers.added', slots: { n: 2 } }}
        back="/apply/opponent"
        guarded={false}
      />
    ),
    check: (
      <CheckPage
        frame={frame}
        context={context}
        journey={journey}
        papers={['欠条.jpg', '微信聊天截图-2025-11-03.png']}
      />
    ),
    declare: <DeclarePage frame={frame} values={journey.values} errors={[]} />,
    later: <LaterPage frame={frame} code="K7QM2X9BPD" days={30} until="2026-12-24" next="phone" guarded={false} />,
    resume: <ResumePage frame={frame} typed="" fault={undefined} />,
    'resume-wrong': <ResumePage frame={frame} typed="K7QM2-X9BPE" fault="unknown" />,
    receipt: (
      <ReceiptPage
        frame={frame}
        number="530502 2611 000042 7"
        code="T4WXK9QC"
        submittedOn={today}
        centre={centre}
        decide={{ ...decide, by: '2026-12-01' }}
        designate={designate}
        urgent
        guarded={false}
      />
    ),
    'progress-ask': <LookUpPage frame={frame} typed={{ number: '', code: '' }} unknown={false} />,
    'progress-unknown': <LookUpPage frame={frame} typed={{ number: '530502 2611 000042 7', code: 'T4WX' }} unknown />,
    progress: (
      <ProgressPage
        frame={frame}
        number="530502 2611 000042 7"
        centre={centre}
        handler={null}
        notes={[]}
        steps={[
          { state: 'done', title: { key: 'progress.submitted' }, on: '2026-11-10' },
          { state: 'done', title: { key: 'progress.acknowledged' }, on: '2026-11-10' },
          {
            state: 'now',
            title: { key: 'progress.supplement' },
            texts: [{ key: 'progress.supplement.text' }],
            items: ['身份证照片（正反两面）', '和工头的聊天记录'],
            paused: true,
            action: { href: '/progress/supplement', text: { key: 'progress.supplement.do' } },
          },
          { state: 'next', title: { key: 'progress.decide' } },
          { state: 'next', title: { key: 'progress.designate' } },
        ]}
      />
    ),
    'progress-late': (
      <ProgressPage
        frame={frame}
        number="530502 2611 000038 5"
        centre={centre}
        handler={{ name: '岩温罕', unit: '保山兰城律师事务所' }}
        notes={[{ on: '2026-11-20', text: '已向隆阳区仲裁委递交申请书，等待开庭通知。' }]}
        steps={[
          { state: 'done', title: { key: 'progress.submitted' }, on: '2025-12-30' },
          { state: 'done', title: { key: 'progress.granted' }, on: '2026-01-05' },
          {
            state: 'now',
            title: { zh: '请和承办人签委托协议', en: 'Sign the agreement with them' },
            due: { by: '2026-11-20', citation: '《办理法律援助案件程序规定》第二十七条' },
          },
          { state: 'next', title: { key: 'progress.handle' } },
          {
            state: 'next',
            title: { zh: '办结', en: 'Closing' },
            due: { by: '2027-01-12', citation: '《办理法律援助案件程序规定》第四十条' },
          },
        ]}
      />
    ),
    'progress-objected': (
      <ProgressPage
        frame={frame}
        number="530521 2611 000007 3"
        earlier={['530502 2611 000040 1']}
        centre={centre}
        handler={null}
        notes={[]}
        steps={[
          { state: 'done', title: { key: 'progress.submitted' }, on: '2026-11-02' },
          {
            state: 'done',
            title: { key: 'progress.transferred', slots: { centre: '施甸县法律援助中心' } },
            texts: [{ key: 'progress.transferred.text', slots: { centre: '施甸县法律援助中心' } }],
          },
          { state: 'done', title: { key: 'progress.refused' }, on: '2026-11-16' },
          { state: 'done', title: { key: 'objection.raised' }, on: '2026-11-20' },
          {
            state: 'now',
            title: { key: 'objection.review' },
            texts: [{ key: 'objection.review.text' }],
            due: { by: '2026-11-25', citation: '《法律援助法》第四十九条第二款' },
          },
        ]}
      />
    ),
    'progress-provisional': (
      <ProgressPage
        frame={frame}
        number="530502 2611 000044 3"
        centre={centre}
        handler={null}
        notes={[]}
        steps={[
          { state: 'done', title: { key: 'progress.submitted' }, on: '2026-11-23' },
          {
            state: 'done',
            title: { key: 'progress.provisional' },
            on: '2026-11-23',
            texts: [{ key: 'progress.provisional.text' }],
          },
          {
            state: 'now',
            title: { key: 'progress.provisionalPapers' },
            texts: [
              { key: 'progress.provisionalPapers.due', slots: { date: '11月30日（星期一）', n: 6 } },
              { key: 'progress.supplement.text' },
            ],
            items: ['身份证复印件', '家庭经济困难状况说明'],
            action: { href: '/progress/supplement', text: { key: 'progress.provisionalPapers.do' } },
          },
          { state: 'next', title: { key: 'progress.designate' } },
        ]}
      />
    ),
    objection: (
      <ObjectionPage
        frame={frame}
        version={3}
        time={[{ key: 'objection.until', slots: { date: '12月9日（星期三）', n: 15, citation: article22 } }]}
        late={false}
        typed={{ reasons: '', lateReason: '' }}
        faults={[]}
      />
    ),
    'objection-late': (
      <ObjectionPage
        frame={frame}
        version={3}
        time={[{ key: 'objection.over', slots: { date: '11月20日（星期五）', citation: article22 } }]}
        late
        typed={{ reasons: '老母亲也住在一起，没有算进去。', lateReason: '' }}
        faults={['lateReason']}
      />
    ),
    supplement: (
      <SupplementPage
        frame={frame}
        items={['身份证照片（正反两面）', '和工头的聊天记录']}
        note=""
        at="/progress/matter"
        action="/progress/supplement"
        until={[{ key: 'progress.supplement.due', slots: { date: '12月2日（星期三）', n: 8 } }]}
        typed=""
        limits={limits}
        faults={[]}
      />
    ),
    rate: <RatePage frame={frame} faces={sampleFaces} missing={false} typed="" />,
    'rate-thanks': (
      <DonePage frame={frame} title="rate.thanks" text="rate.thanks.text" next={{ href: '/', text: 'problem.do' }} />
    ),
    replace: (
      <ReplacePage
        frame={frame}
        handler="岩温罕"
        version={4}
        grounds={groundsOfAsker.recipient.map((value) => ({ value, text: replacementGroundText[value] }))}
        typed={{ ground: '', facts: '' }}
        faults={[{ target: 'ground-0', text: 'replace.why.missing' }]}
      />
    ),
    withdraw: (
      <WithdrawPage frame={frame} of="application" at="/progress/matter" action="/progress/withdraw" version={3} />
    ),
    rates: (
      <RatesPage
        frame={frame}
        from="2025-12"
        to="2026-11"
        centres={[
          {
            tenant: '530502',
            name: '隆阳区法律援助中心',
            rates: [
              { tenant: '530502', step: 'decide', promise: false, inTime: 118, late: 2, rate: 98 },
              { tenant: '530502', step: 'handOver', promise: true, inTime: 3, late: 0, rate: null },
            ],
          },
        ]}
        grades={[
          {
            tenant: '530502',
            name: '隆阳区法律援助中心',
            rows: [
              {
                tenant: '530502',
                unit: null,
                assessed: 20,
                grades: { excellent: 4, good: 9, pass: 6, fail: 1 },
                good: 65,
                pass: 95,
              },
              { tenant: '530502', unit: '云南示范律师事务所', assessed: 3, grades: null, good: null, pass: null },
            ],
          },
        ]}
      />
    ),
    disclosure: <DisclosurePage frame={frame} centres={sampleDisclosure} />,
    'disclosure-nothing': <DisclosurePage frame={frame} centres={[]} />,
    verify: <VerifyPage frame={frame} typed={{ number: '', code: '' }} answer={undefined} />,
    'verify-unknown': (
      <VerifyPage frame={frame} typed={{ number: '（2026）保法援民字第000123号', code: 'K7QM' }} answer="unknown" />
    ),
    'verify-genuine': (
      <VerifyPage
        frame={frame}
        typed={{ number: '', code: '' }}
        answer={{
          title: { zh: '给予法律援助决定书', en: 'Decision to grant legal aid' },
          number: '（2026）保法援民字第000123号',
          agency: '隆阳区法律援助中心',
          issuedOn: '2026-11-20',
          demonstration: true,
        }}
      />
    ),
    nearest: (
      <NearestPage
        frame={frame}
        counties={counties}
        townships={[]}
        chosen={{ county: '530502', township: '' }}
        found={{
          start: { kind: 'region', region: '530502', name: '隆阳区' },
          place: '隆阳区',
          by: 'drive',
          modes: ['drive', 'walk'],
          places: [
            samplePoint,
            { ...samplePoint, agency: { ...samplePoint.agency, id: '1' }, openNow: true, closes: '17:30' },
          ],
        }}
      />
    ),
    'nearest-search': (
      <NearestPage
        frame={frame}
        counties={counties}
        townships={[]}
        chosen={{ county: '', township: '' }}
        searched={{
          text: '板桥',
          places: findPlaces(register, '板桥', { on: today }),
          points: [samplePoint],
        }}
        found={undefined}
      />
    ),
    'nearest-unknown': (
      <NearestPage
        frame={frame}
        counties={counties}
        townships={[]}
        chosen={{ county: '', township: '' }}
        searched={{ text: '很远很远的地方', places: [], points: [] }}
        found={undefined}
      />
    ),
    'nearest-device': (
      <NearestPage
        frame={frame}
        counties={counties}
        townships={[]}
        chosen={{ county: '', township: '' }}
        found={{
          start: { kind: 'device', lon: 99.17, lat: 25.12 },
          place: frame.words.t('nearest.here'),
          by: 'walk',
          modes: ['drive', 'motorcycle', 'walk'],
          places: [samplePoint],
        }}
      />
    ),
    point: (
      <PointPage
        frame={frame}
        by="drive"
        modes={['drive', 'motorcycle', 'walk']}
        start={{ from: { kind: 'region', region: '530502101205', name: '板桥镇' }, name: '隆阳区板桥镇' }}
        view={samplePointView}
      />
    ),
    'point-without-start': (
      <PointPage
        frame={frame}
        by="drive"
        modes={[]}
        start={undefined}
        view={{ ...samplePointView, from: null, travel: null, way: null, bus: null }}
      />
    ),
    eligible: <EligiblePage frame={frame} days={7} minutes={30} />,
    ...complaintSamples(frame, context),
    ...preCheckSamples(register, frame, [samplePoint]),
    faq: <QuestionsPage frame={frame} />,
    privacy: <PrivacyPage frame={frame} />,
    'problem-404': <ProblemPage frame={frame} status={404} seconds={0} requestId="" />,
    'problem-410': <ProblemPage frame={frame} status={410} seconds={0} requestId="" />,
    'problem-429': <ProblemPage frame={frame} status={429} seconds={40} requestId="" />,
    'problem-503': <ProblemPage frame={frame} status={503} seconds={5} requestId="" />,
    'problem-kept': (
      <ProblemPage
        frame={frame}
        status={503}
        seconds={5}
        requestId=""
        kept={{ action: '/apply/story', values: [['story', '包工头欠我工钱']] }}
      />
    ),
    calendar: <CalendarPage words={frame.words} today={today} />,
  };
}

const sampleFaces = ['非常满意', '满意', '一般', '不满意', '很不满意'].map((text, at) => ({ value: String(at), text }));

/** The centre of the sample county, as it is registered. */
export const sampleCentre: NewAgency = {
  tenant: '530502',
  code: 'C',
  kind: 'centre',
  host: null,
  name: '隆阳区法律援助中心',
  shortName: '隆阳区',
  reportsTo: null,
  region: '530502002',
  address: '永昌街道',
  phone: '0875-2120000',
  position: { kind: 'schematic', lon: 99.17, lat: 25.11 },
  barrierFree: true,
  streetLevel: true,
  services: ['consultation', 'acceptance', 'decision'],
  hours: { weekly: { 2: [{ from: '09:00', to: '17:00' }] }, onHolidays: 'closed', exceptions: [] },
  openedOn: null,
  demonstration: true,
};

const samplePoint: NearPlace = {
  agency: {
    id: '0',
    tenant: '530502',
    code: 'S-1',
    kind: 'townshipStation',
    host: null,
    name: '板桥镇法律援助工作站',
    shortName: '板桥镇',
    reportsToId: null,
    region: '530502101',
    address: '板桥镇街道1号（司法所一楼）',
    phone: '0875-0000001',
    position: { kind: 'schematic', lon: 99.17, lat: 25.2 },
    barrierFree: true,
    streetLevel: true,
    services: ['consultation', 'acceptance'],
    hours: {
      weekly: Object.fromEntries(
        ['1', '2', '3', '4', '5'].map((d) => [
          d,
          [
            { from: '09:00', to: '12:00' },
            { from: '14:00', to: '17:30' },
          ],
        ]),
      ),
      onHolidays: 'closed',
      exceptions: [],
    },
    openedOn: null,
    demonstration: true,
    status: 'open',
    version: 1,
  },
  travel: { straightKm: 6.1, roadKm: 10.4, minutes: 21, by: 'straightLine', schematic: true },
  openNow: false,
  today: [],
  next: { day: '2026-11-25', from: '09:00' },
  closes: null,
  bus: null,
  week: ['24', '25', '26', '27', '28', '29', '30'].map((d, n) => ({
    day: `2026-11-${d}`,
    spans: n === 4 || n === 5 || n === 2 ? [] : [{ from: '09:00', to: '17:30' }],
    ...(n === 2 && { because: { kind: 'holiday' as const, name: '国庆节' } }),
  })),
};

/** A way over four roads, two of them the same, one without a name. */
const samplePointView: PointView = {
  ...samplePoint,
  photo: null,
  bus: {
    leave: 86_400 + 28_680,
    arrive: 86_400 + 34_260,
    rides: [
      { line: '3路', from: '板桥街口', depart: 86_400 + 29_400, to: '客运站', arrive: 86_400 + 31_200 },
      { line: '5路', from: '客运站', depart: 86_400 + 31_500, to: '县政府', arrive: 86_400 + 34_200 },
    ],
  },
  from: { kind: 'schematic', lon: 99.1, lat: 25.1 },
  travel: { straightKm: 13.2, roadKm: null, minutes: 31, by: 'road', schematic: true },
  way: {
    minutes: 30.6,
    kilometres: 18.4,
    onFoot: 4.2,
    roads: [
      { name: '', kilometres: 1.4, minutes: 3.1 },
      { name: '隆阳区—板桥镇县道（示意）', kilometres: 9.9, minutes: 14.1 },
      { name: '隆阳区—昌宁县高速（示意）', kilometres: 6.9, minutes: 7.2 },
      { name: '', kilometres: 0.04, minutes: 0.1 },
    ],
    line: [
      [99.1, 25.1],
      [99.12, 25.11],
      [99.13, 25.15],
      [99.16, 25.16],
      [99.17, 25.2],
    ],
    around: [
      [
        [99.0, 25.18],
        [99.12, 25.15],
        [99.3, 25.19],
      ],
    ],
  },
};
