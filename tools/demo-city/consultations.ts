import type { Calendar } from '../../kernel/calendar/index.ts';
import { addDays, type Instant, localDateOf } from '../../kernel/time/index.ts';
import { causeLabels } from '../../modules/policy/index.ts';
import { castScene, type Stage } from './cast.ts';
import type { Random } from './random.ts';
import { aidScenes, outOfScopeScenes } from './scenes/index.ts';
import type { ConsultationStory, Story } from './story.ts';
import { afterGap, inOffice } from './timing.ts';

/** What an answer says, by the kind of trouble: plain words, where to go, what to bring. */
const answers: Readonly<Record<string, string>> = {
  labourPay:
    '先把记工本、欠条、聊天和转账记录收好，不要把原件交出去。可以到劳动监察投诉，也可以仲裁或者起诉。农民工讨薪申请法律援助不查家庭收入，带身份证来就可以办。',
  labourRelation: '工牌、打卡记录、工友证言都能证明劳动关系。先申请劳动仲裁，时效是一年。',
  workInjury: '单位三十天内不申请工伤认定的，您自己在一年内可以申请。先把诊断证明和病历复印好。',
  socialInsurance: '没有交社保可以先向社保经办机构投诉，要求补缴；造成损失的可以申请仲裁。',
  maintenance:
    '子女都有赡养的义务，嫁出去的女儿也一样；父母对未成年的孩子要付抚养费。可以先请司法所调解，也可以直接起诉。',
  domesticViolence:
    '有危险先打 110。报警回执、病历、照片都留着。可以向法院申请人身安全保护令，不收费，七十二小时内作出裁定。您的住址我们替您保密。申请法律援助不看收入。',
  trafficInjury: '先治病，票据都收好。交警认定书下来后，先由对方的保险在限额内赔，不够的按责任分。伤情稳定再做鉴定。',
  marriageAndFamily: '协议不成可以起诉离婚。单纯离婚不在法律援助范围内；有家庭暴力的可以申请。起诉状我们可以教您写。',
  landContract: '先请村委会、乡镇调解，也可以到土地仲裁委申请仲裁或者起诉。把承包证和确权登记带上。',
  other: '这件事不在法律援助的范围内，可以到法院立案窗口咨询起诉，诉状模板可以在窗口拿。',
};
const plainAnswer = '把有关的材料带来窗口，我们帮您看属于哪一类、该找哪个部门；符合条件的当场就可以申请法律援助。';

export interface ConsultationsPlan extends Stage {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly until: Instant;
  readonly n: number;
}

/** Consultations over the ten months, oldest first. A few of the newest wait for an answer. */
export function hearConsultations(plan: ConsultationsPlan): readonly ConsultationStory[] {
  const { random, calendar, until, n } = plan;
  const scenes = [...aidScenes, ...outOfScopeScenes].filter((scene) => scene.criminal?.notified !== true);
  const told = Array.from({ length: n }, (_, index): ConsultationStory => {
    const draw = random.fork(String(index));
    const scene = draw.weighted(scenes.map((candidate) => [candidate, candidate.weight + 2] as const));
    // Half of them in the last two months, so that the desk's first page is full.
    const back = draw.chance(0.5) ? draw.int(1, 60) : draw.int(1, 295);
    const at = inOffice(calendar, draw, addDays(localDateOf(until), -back - 3));
    const cast = castScene(plan, draw.fork('cast'), scene, localDateOf(at), draw.chance(0.3));
    const channel = draw.weighted([
      ['window', 34],
      ['hotline', 40],
      ['web', 12],
      ['letter', 3],
      ['liaison', 9],
      ['kiosk', 2],
    ] as const);
    const hotline = channel === 'hotline' || channel === 'web';
    const home = cast.application.recipient.region ?? '';
    const tenant = hotline ? '530500' : (home.slice(0, 6) as ConsultationStory['tenant']);
    const later = channel === 'web' || channel === 'letter';
    const answered = !(later && back < 4);
    return {
      key: '',
      at,
      tenant,
      agency: channel === 'liaison' ? `${tenant}-V-${home}` : `${tenant}-C`,
      by: hotline ? 'hotlineAgent' : channel === 'liaison' ? 'liaison' : 'clerk',
      channel,
      person: draw.chance(0.3) ? null : whoAsks(cast.application),
      groups: cast.application.groups,
      topic: scene.cause ?? 'other',
      class: scene.class,
      region: home,
      question: cast.application.matter.narrative,
      answer: answered ? (answers[scene.cause ?? ''] ?? plainAnswer) : '',
      answeredAt: !answered ? null : later ? afterGap(calendar, draw, at, { workdays: draw.int(1, 4) }) : at,
      callBack: hotline && draw.chance(0.12),
    };
  });
  return told
    .filter(({ answeredAt }) => answeredAt === null || answeredAt <= until)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((consultation, index) => ({ ...consultation, key: `C${String(index + 1).padStart(4, '0')}` }));
}

/** What somebody first asked at the window where, the same day, they also applied. */
export function firstAsked(story: Story, random: Random): ConsultationStory | null {
  const [submit] = story.steps;
  const { application, intake } = story;
  if (
    submit === undefined ||
    intake === null ||
    !['window', 'phone'].includes(application.door) ||
    !random.chance(0.35)
  )
    return null;
  const at = new Date(Date.parse(submit.at) - random.int(15, 70) * 60_000).toISOString();
  const { cause } = application.matter;
  return {
    key: `C-${story.key}`,
    at,
    tenant: intake.tenant,
    agency: intake.agency,
    by: application.door === 'phone' ? 'hotlineAgent' : 'clerk',
    channel: application.door === 'phone' ? 'hotline' : 'window',
    person: whoAsks(application),
    groups: application.groups,
    topic: cause ?? 'other',
    class: application.matter.class,
    region: application.recipient.region ?? intake.tenant,
    question: application.matter.narrative,
    answer: `属于“${cause === undefined ? '刑事' : causeLabels[cause].zh}”，可以申请法律援助，已帮您转为申请。${answers[cause ?? ''] ?? ''}`,
    answeredAt: at,
    callBack: false,
  };
}

/** The one who asks: the person it is about, or the kin who speak for them. */
function whoAsks({ recipient, agent }: Story['application']): Story['application']['recipient'] {
  if (agent === undefined) return recipient;
  const { relation: _, ...person } = agent;
  return person;
}
