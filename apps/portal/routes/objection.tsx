import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runUseCase } from '../../../kernel/use-case/index.ts';
import type { Progress } from '../../../modules/applications/index.ts';
import { raiseObjection } from '../../../modules/objections/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { timeLeft } from '../objection-path.ts';
import { DonePage } from '../pages/done.tsx';
import { ObjectionPage, type ObjectionProps } from '../pages/objection.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, knock, plainFrame, type Site } from '../site.ts';
import { clean } from '../steps/readers.ts';
import { readWay, type Way } from './progress.tsx';
import { matterIn } from './send.tsx';

const hidden = { schema: { hide: true } };
const nothing = { reasons: '', lateReason: '' };

/** Objecting to a refusal from the telephone (art. 49): straight to the bureau, past the centre. */
export function objectionPages(app: FastifyInstance, site: Site): void {
  app.get('/progress/objection', hidden, async (request, reply) => {
    const refused = await refusedApplication(site, request);
    return refused === undefined
      ? seeOther(reply, '/progress/matter')
      : page(site, request, reply, refused, nothing, []);
  });

  app.post('/progress/objection', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    const refused = await refusedApplication(site, request);
    // Raised already, perhaps by the first of two presses: the way shows it.
    if (refused === undefined) return seeOther(reply, '/progress/matter');
    knock(site, 'send', request);
    const typed = {
      reasons: clean(textOf(body, 'reasons')).slice(0, 3000),
      lateReason: clean(textOf(body, 'lateReason')).slice(0, 1000),
    };
    if (!isOurForm(site, request, textOf(body, 'csrf'))) return page(site, request, reply, refused, typed, [], 403);
    const faults = (['reasons', 'lateReason'] as const).filter(
      (field) => typed[field] === '' && (field === 'reasons' || isLate(refused, plainFrame(site, request).today)),
    );
    if (faults.length > 0) return page(site, request, reply, refused, typed, faults, 422);
    const { tenant, applicationId, version } = refused.progress;
    // What was on screen when the person wrote is what is objected to: anything newer is looked at first.
    if (Number(textOf(body, 'version')) !== version) throw new Refusal('record.stale', { current: version });
    const actor = citizenActor(tenant);
    await runUseCase(site.deps.runner, actor, (tx) =>
      raiseObjection(tx, actor, { tenant, applicationId, version, door: 'web', ...typed }),
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

type Refused = Way['applications'][number] & { readonly progress: Progress };

/** The application of the matter held that was refused and not yet objected to. */
async function refusedApplication(site: Site, request: FastifyRequest): Promise<Refused | undefined> {
  const held = matterIn(request);
  if (held === undefined) return undefined;
  const last = (await readWay(site, held)).applications.at(-1);
  return last?.progress.state === 'REFUSED' ? last : undefined;
}

function isLate({ objection }: Refused, today: string): boolean {
  const time = objection?.time ?? null;
  return time !== null && today > time.until;
}

function page(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  typed: ObjectionProps['typed'],
  faults: ObjectionProps['faults'],
  status = 200,
): FastifyReply {
  const frame = frameOf(site, request, reply);
  return sendPage(
    reply,
    <ObjectionPage
      frame={frame}
      version={refused.progress.version}
      time={timeLeft(refused.objection?.time ?? null, frame)}
      late={isLate(refused, frame.today)}
      typed={typed}
      faults={faults}
    />,
    status,
  );
}
