import type { Calendar } from '../../kernel/calendar/index.ts';
import { type Instant, localDateOf } from '../../kernel/time/index.ts';
import type { RecordService } from '../../modules/documents/index.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import type { Tenant } from './tenants.ts';
import { afterGap } from './timing.ts';

/** The decision of a matter handed over: to whom, when and how. */
export interface ServiceStory {
  readonly at: Instant;
  readonly tenant: Tenant;
  /** The story whose decision it is. */
  readonly about: string;
  readonly served: Omit<RecordService, 'tenant' | 'documentId'>;
}

/** Each way of service and each kind of receipt that needs no screen to sign on. */
const ways: readonly {
  /** Working days after the decision. */
  readonly gap: number;
  readonly way: Omit<ServiceStory['served'], 'recipient' | 'servedOn' | 'consentOn'>;
}[] = [
  { gap: 1, way: { method: 'direct', signing: 'paper' } },
  { gap: 1, way: { method: 'direct', signing: 'fingerprint', remark: '受援人不会写字，由工作人员宣读后按指印。' } },
  { gap: 2, way: { method: 'direct', signing: 'paper', receivedBy: '杨小芬', relation: '同住的女儿' } },
  { gap: 1, way: { method: 'electronic' } },
  { gap: 2, way: { method: 'post', trackingNumber: '演示10012345678' } },
  {
    gap: 3,
    way: { method: 'entrusted', signing: 'paper', receivedBy: '李村长', relation: '委托的村法律援助联络员' },
  },
  { gap: 3, way: { method: 'left', remark: '受援人在家拒绝签收，邀请村委会两名干部见证，留在住处。' } },
  { gap: 6, way: { method: 'announced', remark: '住处无人、电话停机，在本中心公告栏和网站公告。' } },
];

export interface ServicePlan {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly until: Instant;
  readonly stories: readonly Story[];
}

/** 送达 of the latest decisions of the county that is shown, each way in turn; oldest first. */
export function serveDecisions({ random, calendar, until, stories }: ServicePlan): readonly ServiceStory[] {
  const decided = stories
    .flatMap((story) => {
      const decision = story.steps.find(({ event }) => event === 'grant' || event === 'refuse');
      return story.tenant !== '530502' || decision === undefined || story.application.matter.class === 'criminal'
        ? []
        : [{ story, at: decision.at }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const told: ServiceStory[] = [];
  for (const { story, at: decidedAt } of decided) {
    const next = ways[told.length];
    if (next === undefined) break;
    const at = afterGap(calendar, random.fork(story.key), decidedAt, { workdays: next.gap });
    if (at >= until) continue;
    const servedOn = localDateOf(at);
    told.push({
      at,
      tenant: story.tenant,
      about: story.key,
      served: {
        ...next.way,
        recipient: story.application.recipient.name,
        servedOn,
        ...(next.way.method === 'electronic' ? { consentOn: localDateOf(decidedAt) } : {}),
      },
    });
  }
  return told.sort((a, b) => (a.at < b.at ? -1 : 1));
}
