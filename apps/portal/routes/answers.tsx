import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { daysBetween } from '../../../kernel/time/index.ts';
import { citizenActor, runUseCase } from '../../../kernel/use-case/index.ts';
import {
  answerSupplement,
  completePapers,
  mayBeWithdrawn,
  type Progress,
  withdrawApplication,
} from '../../../modules/applications/index.ts';
import { answerSatisfaction, faces, faceText } from '../../../modules/quality/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { dayText } from '../dates.ts';
import type { Say } from '../frame.ts';
import { DonePage } from '../pages/done.tsx';
import { RatePage } from '../pages/rate.tsx';
import { SupplementPage } from '../pages/supplement.tsx';
import { WithdrawPage } from '../pages/withdraw.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, knock, mustBeOurForm, plainFrame, type Site } from '../site.ts';
import { clean } from '../steps/readers.ts';
import { filesAtOnce, limitsOf, takeUploads } from '../uploads.ts';
import { readWay, type Way } from './progress.tsx';
import { matterIn } from './send.tsx';

const hidden = { schema: { hide: true } };

/** What a person answers after the application: what was missing, and how it was. */
export function answerPages(app: FastifyInstance, site: Site): void {
  app.get('/progress/supplement', hidden, async (request, reply) => {
    const asked = await askedSupplement(site, request);
    return asked === undefined ? seeOther(reply, '/progress/matter') : supplement(site, request, reply, asked, '', []);
  });

  app.post('/progress/supplement', hidden, async (request, reply) => {
    const asked = await askedSupplement(site, request);
    // Answered already, perhaps by the first of two presses: the way shows it.
    if (asked === undefined) return seeOther(reply, '/progress/matter');
    knock(site, 'upload', request);
    const { body, ours, kept, faults } = await takeUploads(site, request, filesAtOnce);
    const note = clean(textOf(body, 'note')).slice(0, 1000);
    if (!ours) return supplement(site, request, reply, asked, note, [], 403);
    if (faults.length > 0) return supplement(site, request, reply, asked, note, faults, 422);
    if (kept.length === 0 && note === '')
      return supplement(site, request, reply, asked, note, [{ key: 'supplement.nothing' }], 422);
    const actor = citizenActor(asked.tenant);
    await runUseCase(
      site.deps.runner,
      actor,
      (tx) =>
        asked.take(tx, actor, {
          tenant: asked.tenant,
          applicationId: asked.applicationId,
          version: asked.version,
          note,
          materials: kept.map(({ id: _, ...file }) => ({ ...file, kind: 'facts' as const })),
        }),
      {
        idempotency: {
          tenant: asked.tenant,
          key: `supplement:${asked.applicationId}:${asked.version}`,
          request: { version: asked.version },
        },
      },
    );
    return seeOther(reply, '/progress/supplement/sent');
  });

  app.get('/progress/supplement/sent', hidden, async (request, reply) =>
    sendPage(
      reply,
      <DonePage
        frame={plainFrame(site, request)}
        title="supplement.sent.title"
        text="supplement.sent.text"
        next={{ href: '/progress/matter', text: 'receipt.progress' }}
      />,
    ),
  );

  app.get('/progress/withdraw', hidden, async (request, reply) => {
    const open = await openApplication(site, request);
    if (open === undefined) return seeOther(reply, '/progress/matter');
    return sendPage(
      reply,
      <WithdrawPage
        frame={frameOf(site, request, reply)}
        of="application"
        at="/progress/matter"
        action="/progress/withdraw"
        version={open.version}
      />,
    );
  });

  app.post('/progress/withdraw', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    const open = await openApplication(site, request);
    if (open === undefined) return seeOther(reply, '/progress/matter');
    // What was on screen when the person decided is what is withdrawn: anything newer is looked at first.
    const version = Number(textOf(body, 'version'));
    if (version !== open.version) throw new Refusal('record.stale', { current: open.version });
    const { tenant, applicationId } = open;
    const actor = citizenActor(tenant);
    const reason = clean(textOf(body, 'reason')).slice(0, 1000);
    await runUseCase(site.deps.runner, actor, (tx) =>
      withdrawApplication(tx, actor, { tenant, applicationId, version, reason }),
    );
    return seeOther(reply, '/progress/matter');
  });

  app.get('/progress/rate', hidden, async (request, reply) => {
    const rateable = await rateableCase(site, request);
    return rateable === undefined ? seeOther(reply, '/progress/matter') : rate(site, request, reply, false, '');
  });

  app.post('/progress/rate', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    const rateable = await rateableCase(site, request);
    if (rateable === undefined) return seeOther(reply, '/progress/matter');
    const words = clean(textOf(body, 'words')).slice(0, 1000);
    const face = faces.find((known) => known === textOf(body, 'face'));
    if (!isOurForm(site, request, textOf(body, 'csrf'))) return rate(site, request, reply, false, words, 403);
    if (face === undefined) return rate(site, request, reply, true, words, 422);
    const actor = citizenActor(rateable.tenant);
    try {
      await runUseCase(site.deps.runner, actor, (tx) => answerSatisfaction(tx, actor, { ...rateable, face, words }));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'quality.alreadyAnswered') throw error;
    }
    return seeOther(reply, '/progress/rate/thanks');
  });

  app.get('/progress/rate/thanks', hidden, async (request, reply) =>
    sendPage(
      reply,
      <DonePage
        frame={plainFrame(site, request)}
        title="rate.thanks"
        text="rate.thanks.text"
        next={{ href: '/progress/matter', text: 'receipt.progress' }}
      />,
    ),
  );
}

/** An application that waits for the person's papers, and the use case that takes them in. */
interface Asked {
  readonly tenant: string;
  readonly applicationId: string;
  readonly version: number;
  readonly asks: { readonly items: readonly string[]; readonly note: string; readonly dueOn: string };
  readonly take: typeof answerSupplement;
}

/** The application of the matter held that waits for papers; undefined when none does. */
async function askedSupplement(site: Site, request: FastifyRequest): Promise<Asked | undefined> {
  const way = await wayHeld(site, request);
  const last = way?.applications.at(-1)?.progress;
  if (last === undefined) return undefined;
  const { tenant, applicationId, version, supplement, provisional } = last;
  if (supplement !== null) return { tenant, applicationId, version, asks: supplement, take: answerSupplement };
  if (provisional === null) return undefined;
  const asks = { items: provisional.toComplete, note: '', dueOn: provisional.dueOn };
  return { tenant, applicationId, version, asks, take: completePapers };
}

/** The application of the matter held that may still be taken back. */
async function openApplication(site: Site, request: FastifyRequest): Promise<Progress | undefined> {
  const last = (await wayHeld(site, request))?.applications.at(-1)?.progress;
  return last !== undefined && mayBeWithdrawn(last.state) ? last : undefined;
}

/** The closed case of the matter held that has no face yet. */
async function rateableCase(
  site: Site,
  request: FastifyRequest,
): Promise<{ tenant: string; caseId: string } | undefined> {
  const way = await wayHeld(site, request);
  const last = way?.applications.at(-1)?.progress;
  const wanted = way?.cases.find(
    ({ progress, rated }) =>
      !rated &&
      (progress.state === 'CLOSED_PENDING_FILE' ||
        progress.state === 'FILE_UNDER_REVIEW' ||
        progress.state === 'ARCHIVED'),
  );
  return last === undefined || wanted === undefined
    ? undefined
    : { tenant: last.tenant, caseId: wanted.progress.caseId };
}

async function wayHeld(site: Site, request: FastifyRequest): Promise<Way | undefined> {
  const held = matterIn(request);
  return held === undefined ? undefined : readWay(site, held);
}

function supplement(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  typed: string,
  faults: readonly Say[],
  status = 200,
): FastifyReply {
  const { items, note, dueOn } = asked.asks;
  const frame = frameOf(site, request, reply);
  const slots = { date: dayText(frame.words, dueOn, frame.today), n: Math.max(0, daysBetween(frame.today, dueOn)) };
  return sendPage(
    reply,
    <SupplementPage
      frame={frame}
      at="/progress/matter"
      action="/progress/supplement"
      items={items}
      note={note}
      until={[{ key: 'progress.supplement.due', slots }]}
      typed={typed}
      limits={limitsOf(site)}
      faults={faults}
    />,
    status,
  );
}

function rate(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  missing: boolean,
  typed: string,
  status = 200,
): FastifyReply {
  const choices = faces.map((face) => ({ value: face, text: faceText[face][request.language] }));
  return sendPage(
    reply,
    <RatePage frame={frameOf(site, request, reply)} faces={choices} missing={missing} typed={typed} />,
    status,
  );
}
