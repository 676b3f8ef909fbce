import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runUseCase } from '../../../kernel/use-case/index.ts';
import { type ObjectionForCitizen, raiseObjection } from '../../../modules/objections/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { timeLeft } from '../objection-path.ts';
import { DonePage } from '../pages/done.tsx';
import { ObjectionPage, type ObjectionProps } from '../pages/objection.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, knock, plainFrame, type Site } from '../site.ts';
import { clean } from '../steps/readers.ts';
import { readWay } from './progress.tsx';
import { matterIn } from './send.tsx';

const hidden = { schema: { hide: true } };
const nothing = { reasons: '', lateReason: '' };

/** Objecting to a refusal or a termination from the telephone (art. 49): straight to the bureau, past the centre. */
export function objectionPages(app: FastifyInstance, site: Site): void {
  app.get('/progress/objection', hidden, async (request, reply) => {
    const open = await openDecision(site, request);
    return open === undefined ? seeOther(reply, '/progress/matter') : page(site, request, reply, open, nothing, []);
  });

  app.post('/progress/objection', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    const open = await openDecision(site, request);
    // Raised already, perhaps by the first of two presses: the way shows it.
    if (open === undefined) return seeOther(reply, '/progress/matter');
    knock(site, 'send', request);
    const typed = {
      reasons: clean(textOf(body, 'reasons')).slice(0, 3000),
      lateReason: clean(textOf(body, 'lateReason')).slice(0, 1000),
    };
    if (!isOurForm(site, request, textOf(body, 'csrf'))) return page(site, request, reply, open, typed, [], 403);
    const faults = (['reasons', 'lateReason'] as const).filter(
      (field) => typed[field] === '' && (field === 'reasons' || isLate(open, plainFrame(site, request).today)),
    );
    if (faults.length > 0) return page(site, request, reply, open, typed, faults, 422);
    const { against, version } = open;
    // What was on screen when the person wrote is what is objected to: anything newer is looked at first.
    if (Number(textOf(body, 'version')) !== version) throw new Refusal('record.stale', { current: version });
    const actor = citizenActor(against.tenant);
    await runUseCase(site.deps.runner, actor, (tx) =>
      raiseObjection(tx, actor, { ...against, version, door: 'web', ...typed }),
    );
    return seeOther(reply, '/progress/objection/sent');
  });

  app.get('/progress/objection/sent', hidden, async (request, reply) =>
    sendPage(
      reply,
      <DonePage
        frame={plainFrame(site, request)}
        title="objection.sent.title"
        text="objection.sent.text"
        next={{ href: '/progress/matter', text: 'receipt.progress' }}
      />,
    ),
  );
}

/** The decision that may be objected to now, at the version that is on screen. */
interface OpenDecision {
  readonly against:
    | { readonly tenant: string; readonly applicationId: string }
    | { readonly tenant: string; readonly caseId: string };
  readonly version: number;
  readonly objection: ObjectionForCitizen | null;
}

/** The refusal of the matter held, or else the termination of its case, that was not yet objected to. */
async function openDecision(site: Site, request: FastifyRequest): Promise<OpenDecision | undefined> {
  const held = matterIn(request);
  if (held === undefined) return undefined;
  const { applications, cases } = await readWay(site, held);
  const last = applications.at(-1);
  if (last?.progress.state === 'REFUSED') {
    const { tenant, applicationId, version } = last.progress;
    return { against: { tenant, applicationId }, version, objection: last.objection };
  }
  const ended = cases.find(({ progress }) => progress.state === 'TERMINATED');
  if (ended === undefined) return undefined;
  const { caseId, version } = ended.progress;
  return { against: { tenant: ended.tenant, caseId }, version, objection: ended.objection };
}

function isLate({ objection }: OpenDecision, today: string): boolean {
  const time = objection?.time ?? null;
  return time !== null && today > time.until;
}

function page(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenDecision,
  typed: ObjectionProps['typed'],
  faults: ObjectionProps['faults'],
  status = 200,
): FastifyReply {
  const frame = frameOf(site, request, reply);
  return sendPage(
    reply,
    <ObjectionPage
      frame={frame}
      version={open.version}
      terminated={'caseId' in open.against}
      time={timeLeft(open.objection?.time ?? null, frame)}
      late={isLate(open, frame.today)}
      typed={typed}
      faults={faults}
    />,
    status,
  );
}
