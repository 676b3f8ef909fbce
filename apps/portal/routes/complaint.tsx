import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { downloadHeaders } from '../../../kernel/files/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../../kernel/use-case/index.ts';
import {
  attachToComplaint,
  type ComplaintForCitizen,
  complaintThatGoesOn,
  lookUpComplaint,
  openComplaintPaper,
  supplyInformation,
  withdrawComplaint,
} from '../../../modules/complaints/index.ts';
import { makePress } from '../../../modules/documents/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { attachmentsFrom } from '../complaint-input.ts';
import { complaintPath, supplyUntil } from '../complaint-path.ts';
import type { Say } from '../frame.ts';
import { complaintIn, holdComplaint, tenantOf } from '../held-complaint.ts';
import { ComplaintPage } from '../pages/complaint.tsx';
import { DonePage } from '../pages/done.tsx';
import { SupplementPage } from '../pages/supplement.tsx';
import { WithdrawPage } from '../pages/withdraw.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, knock, mustBeOurForm, plainFrame, type Site } from '../site.ts';
import { clean } from '../steps/readers.ts';
import { filesAtOnce, limitsOf, takeUploads } from '../uploads.ts';

const hidden = { schema: { hide: true } };

/** Following a complaint by number and code, and the two moves that are the person's own. */
export function complaintPages(app: FastifyInstance, site: Site): void {
  const press = makePress(site.deps.files, site.deps.press);

  app.get('/complaint', hidden, async (request, reply) => {
    const held = complaintIn(request);
    const bureaus = await complaintHeld(site, request);
    const last = bureaus?.at(-1);
    if (held === undefined || bureaus === undefined || last === undefined) return seeOther(reply, '/progress');
    holdComplaint(site, reply, held);
    const frame = plainFrame(site, request);
    return sendPage(
      reply,
      <ComplaintPage
        frame={frame}
        complaint={last}
        earlier={bureaus.slice(0, -1).map(({ number }) => number)}
        steps={bureaus.flatMap((seen) => complaintPath(seen, frame))}
        papers={bureaus.flatMap(({ tenant, papers }) => papers.map((paper) => ({ ...paper, tenant })))}
      />,
    );
  });

  app.get<{ Params: { tenant: string; id: string } }>(
    '/complaint/papers/:tenant/:id',
    hidden,
    async (request, reply) => {
      const { tenant, id } = request.params;
      const seen = (await complaintHeld(site, request))?.find(
        (one) => one.tenant === tenant && one.papers.some(({ documentId }) => documentId === id),
      );
      if (seen === undefined) return seeOther(reply, '/progress');
      const { name, format, bytes, stream } = await openComplaintPaper(site.deps.runner, press, seen, id);
      return reply.headers(downloadHeaders({ name, kind: format, bytes, inline: true })).send(stream);
    },
  );

  app.get('/complaint/supply', hidden, async (request, reply) => {
    const open = await openFor(site, request, 'supplyInformation');
    return open === undefined ? seeOther(reply, '/complaint') : supply(site, request, reply, open, '', []);
  });

  app.post('/complaint/supply', hidden, async (request, reply) => {
    const open = await openFor(site, request, 'supplyInformation');
    // Answered already, perhaps by the first of two presses: the way shows it.
    if (open === undefined) return seeOther(reply, '/complaint');
    knock(site, 'upload', request);
    const { body, ours, kept, faults } = await takeUploads(site, request, filesAtOnce);
    const text = clean(textOf(body, 'note')).slice(0, 1000);
    if (!ours) return supply(site, request, reply, open, text, [], 403);
    if (faults.length > 0) return supply(site, request, reply, open, text, faults, 422);
    if (kept.length === 0 && text === '')
      return supply(site, request, reply, open, text, [{ key: 'supplement.nothing' }], 422);
    const { tenant, complaintId, version } = open;
    const actor = citizenActor(tenant);
    await runUseCase(
      site.deps.runner,
      actor,
      async (tx) => {
        const supplied = { tenant, complaintId, version, text: text === '' ? onlyFiles : text };
        await supplyInformation(tx, actor, supplied);
        await attachToComplaint(tx, actor, open, attachmentsFrom(kept));
      },
      { idempotency: { tenant, key: `supply:${complaintId}:${version}`, request: { version } } },
    );
    return seeOther(reply, '/complaint/supply/sent');
  });

  app.get('/complaint/supply/sent', hidden, async (request, reply) =>
    sendPage(
      reply,
      <DonePage
        frame={plainFrame(site, request)}
        title="supplement.sent.title"
        text="complaint.supplied.text"
        next={{ href: '/complaint', text: 'receipt.progress' }}
      />,
    ),
  );

  app.get('/complaint/withdraw', hidden, async (request, reply) => {
    const open = await openFor(site, request, 'withdraw');
    return open === undefined
      ? seeOther(reply, '/complaint')
      : sendPage(
          reply,
          <WithdrawPage
            frame={frameOf(site, request, reply)}
            of="complaint"
            at="/complaint"
            action="/complaint/withdraw"
            version={open.version}
          />,
        );
  });

  app.post('/complaint/withdraw', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    const open = await openFor(site, request, 'withdraw');
    if (open === undefined) return seeOther(reply, '/complaint');
    // What was on screen when the person decided is what is withdrawn: anything newer is looked at first.
    const version = Number(textOf(body, 'version'));
    if (version !== open.version) throw new Refusal('record.stale', { current: open.version });
    const { tenant, complaintId } = open;
    const actor = citizenActor(tenant);
    const reason = clean(textOf(body, 'reason')).slice(0, 500);
    await runUseCase(
      site.deps.runner,
      actor,
      (tx) => withdrawComplaint(tx, actor, { tenant, complaintId, version, reason }),
      { idempotency: { tenant, key: `withdraw:${complaintId}:${version}`, request: { version } } },
    );
    return seeOther(reply, '/complaint');
  });
}

/** What the bureau reads where the person sent files and no words. */
const onlyFiles = '见附件。';

/** How often a complaint may have been passed on before its way is no longer followed. */
const mostBureaus = 8;

/** The complaint that the browser holds, at each bureau it came to; undefined where it holds none, or one that no longer opens. */
async function complaintHeld(site: Site, request: FastifyRequest): Promise<readonly ComplaintForCitizen[] | undefined> {
  const held = complaintIn(request);
  if (held === undefined) return undefined;
  const { runner } = site.deps;
  try {
    const bureaus = [await runQuery(runner, citizenActor(tenantOf(held)), (tx) => lookUpComplaint(tx, held))];
    for (let next = bureaus[0]?.goesOn ?? null; next !== null && bureaus.length < mostBureaus; ) {
      const at = next;
      const there = await runQuery(runner, citizenActor(at.tenant), (tx) => complaintThatGoesOn(tx, at));
      bureaus.push(there);
      next = there.goesOn;
    }
    return bureaus;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'complaint.codeUnknown') return undefined;
    throw error;
  }
}

/** The complaint held, where it lies now, if the person may make this move. */
async function openFor(
  site: Site,
  request: FastifyRequest,
  move: 'supplyInformation' | 'withdraw',
): Promise<ComplaintForCitizen | undefined> {
  const last = (await complaintHeld(site, request))?.at(-1);
  return last?.moves.includes(move) === true ? last : undefined;
}

function supply(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  asking: ComplaintForCitizen,
  typed: string,
  faults: readonly Say[],
  status = 200,
): FastifyReply {
  const frame = frameOf(site, request, reply);
  return sendPage(
    reply,
    <SupplementPage
      frame={frame}
      at="/complaint"
      action="/complaint/supply"
      items={asking.missing}
      note=""
      until={supplyUntil(asking, frame)}
      typed={typed}
      limits={limitsOf(site)}
      faults={faults}
    />,
    status,
  );
}
