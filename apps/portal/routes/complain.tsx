import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../../kernel/use-case/index.ts';
import { closeDraft, displayApplicationNumber, readDraft } from '../../../modules/applications/index.ts';
import {
  attachToComplaint,
  complaintRefusals,
  lookUpComplaint,
  registerComplaint,
} from '../../../modules/complaints/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { attachmentsFrom, complaintFrom } from '../complaint-input.ts';
import { clearCookie } from '../cookies.ts';
import { beginDraft, draftOf, keepDraft, type OpenDraft } from '../drafts.ts';
import { complaintIn, type HeldComplaint, holdComplaint, tenantOf } from '../held-complaint.ts';
import { CheckPage } from '../pages/check.tsx';
import { ComplainPage, ComplaintReceiptPage } from '../pages/complain.tsx';
import { DonePage } from '../pages/done.tsx';
import { complaint } from '../questionnaires.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { sending, sentBefore } from '../sending.ts';
import { frameOf, isOurForm, journeyContext, knock, mustBeOurForm, plainFrame, type Site } from '../site.ts';
import { type Journey, walk } from '../steps/journey.ts';
import { limitOf } from './open-pages.tsx';
import { readWay } from './progress.tsx';
import { type AskedOn, refusedAnswers } from './refused-answers.ts';
import { matterIn } from './send.tsx';

const hidden = { schema: { hide: true } };
const { base } = complaint;

/** Complaining (投诉): what it is, sending it, and the receipt. The questions between are those of any questionnaire. */
export function complainPages(app: FastifyInstance, site: Site): void {
  app.get(`${base}/start`, hidden, async (request, reply) =>
    sendPage(
      reply,
      <ComplainPage
        frame={frameOf(site, request, reply)}
        number={await numberHeld(site, request)}
        limits={{
          accept: limitOf(site, 'acceptComplaint'),
          decide: limitOf(site, 'decideComplaint'),
          reply: limitOf(site, 'replyComplaint'),
        }}
      />,
    ),
  );

  app.post(`${base}/start`, hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'start', request);
    const number = textOf(body, 'about') === 'matter' ? await numberHeld(site, request) : undefined;
    const typed = number === undefined ? {} : { complaintMatter: number };
    keepDraft(site, reply, await beginDraft(site, request.language, typed, { form: complaint }));
    return seeOther(reply, `${base}/matter`);
  });

  app.post(`${base}/send`, hidden, async (request, reply) => {
    const csrf = textOf(bodyOf(request.body), 'csrf');
    const open = await draftOf(site, request, complaint);
    if (open === undefined) return seeOther(reply, complaintIn(request) === undefined ? '/resume' : `${base}/receipt`);
    // Pressed twice: a browser drops the answer to its first press, so the second brings the receipt as well.
    if (open.draft.submitted !== null) {
      const before = isOurForm(site, request, csrf) ? await sentBefore<HeldComplaint>(site, open.draft) : undefined;
      return before === undefined ? seeOther(reply, `${base}/receipt`) : receipt(site, reply, before);
    }
    const journey = walk(open.answers, journeyContext(site), complaint);
    if (journey.next !== 'check') return seeOther(reply, `${base}/check`);
    if (!isOurForm(site, request, csrf)) return check(site, request, reply, open, journey, { status: 403 });
    knock(site, 'send', request);
    const sent = await send(site, request, open, journey).catch((error: unknown) =>
      refusedAnswers(error, request, askedOn, complaintRefusals),
    );
    return 'refused' in sent
      ? check(site, request, reply, open, journey, { status: 422, ...sent })
      : receipt(site, reply, sent);
  });

  app.get(`${base}/receipt`, hidden, async (request, reply) => {
    const held = complaintIn(request);
    const frame = plainFrame(site, request);
    if (held === undefined)
      return sendPage(
        reply,
        <DonePage
          frame={frame}
          title="complain.receipt.title"
          text="receipt.gone"
          next={{ href: '/progress', text: 'receipt.progress' }}
        />,
      );
    const seen = await runQuery(site.deps.runner, citizenActor(tenantOf(held)), (tx) => lookUpComplaint(tx, held));
    return sendPage(
      reply,
      <ComplaintReceiptPage
        frame={frame}
        complaint={seen}
        code={held.code}
        limits={{ decide: limitOf(site, 'decideComplaint'), reply: limitOf(site, 'replyComplaint') }}
      />,
    );
  });
}

/** One transaction: the complaint at the bureau of the place, its files, and the draft closed. */
async function send(
  site: Site,
  request: FastifyRequest,
  { draft }: OpenDraft,
  journey: Journey,
): Promise<HeldComplaint> {
  const input = complaintFrom(journey.values, journeyContext(site), request.language);
  const { tenant } = input;
  const actor = citizenActor(tenant);
  return runUseCase(
    site.deps.runner,
    actor,
    async (tx) => {
      const current = await readDraft(tx, { tenant: draft.tenant, id: draft.id });
      if (current.submitted !== null) throw new Refusal('draft.submitted');
      // What was checked is what is sent: a change made in another tab since then is looked at first.
      if (current.version !== draft.version) throw new Refusal('record.stale', { current: current.version });
      const registered = await registerComplaint(tx, actor, input);
      const { complaintId, number, queryCode } = registered;
      await attachToComplaint(tx, actor, registered, attachmentsFrom(draft.files));
      await closeDraft(tx, {
        tenant: draft.tenant,
        id: draft.id,
        submitted: { tenant, complaintId, number },
      });
      return { number, code: queryCode };
    },
    { scope: { tenants: [...new Set([draft.tenant, tenant])], agencies: [] }, idempotency: sending(tenant, draft) },
  );
}

/** Where each part of a complaint is asked. */
const askedOn: AskedOn = {
  otherwise: 'matter',
  steps: [
    ['/complainant', 'contact'],
    ['/against', 'whom'],
    ['/matterNumber', 'matter'],
  ],
};

function check(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenDraft,
  journey: Journey,
  { status, refused }: { readonly status: number; readonly refused?: readonly { step: string; text: string }[] },
): FastifyReply {
  return sendPage(
    reply,
    <CheckPage
      frame={{ ...frameOf(site, request, reply), here: `${base}/check` }}
      context={journeyContext(site)}
      journey={journey}
      papers={open.draft.files.map((file) => file.fileName)}
      expired={status === 403}
      {...(refused === undefined ? {} : { refused })}
    />,
    status,
  );
}

/** Hand the browser its receipt: the draft's code is of no more use, the complaint's number and code are. */
function receipt(site: Site, reply: FastifyReply, sent: HeldComplaint): FastifyReply {
  clearCookie(site, reply, complaint.cookie);
  holdComplaint(site, reply, sent);
  return seeOther(reply, `${base}/receipt`);
}

/** The number that the matter on screen has now, as it is shown; undefined where none is being looked at. */
async function numberHeld(site: Site, request: FastifyRequest): Promise<string | undefined> {
  const held = matterIn(request);
  if (held === undefined) return undefined;
  const last = (await readWay(site, held)).applications.at(-1);
  return last === undefined ? undefined : displayApplicationNumber(last.progress.number);
}
