import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../../kernel/use-case/index.ts';
import {
  applicationRefusals,
  closeDraft,
  displayApplicationNumber,
  lookUpProgress,
  parseApplicationNumber,
  readDraft,
  settleRoute,
  submitApplication,
  tenantOfNumber,
} from '../../../modules/applications/index.ts';
import { bodyOf, textOf, typedFor } from '../bodies.ts';
import { clearCookie, cookieNames, sessionCookie } from '../cookies.ts';
import { draftOf, type OpenDraft } from '../drafts.ts';
import { CheckPage } from '../pages/check.tsx';
import { DeclarePage } from '../pages/declare.tsx';
import { DonePage } from '../pages/done.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { sending, sentBefore } from '../sending.ts';
import { frameOf, isOurForm, journeyContext, knock, plainFrame, type Site } from '../site.ts';
import { applicationFrom } from '../steps/application-input.ts';
import { type Journey, readStep, stepById, walk } from '../steps/journey.ts';
import { isGuarded, isUrgent } from '../steps/notes.ts';
import type { FieldError } from '../steps/values.ts';
import { limitOf } from './open-pages.tsx';
import { type AskedOn, refusedAnswers } from './refused-answers.ts';

const hidden = { schema: { hide: true } };

/** Declaring, sending, and the receipt. */
export function sendPages(app: FastifyInstance, site: Site): void {
  app.get('/apply/declare', hidden, async (request, reply) => {
    const ready = await readyDraft(site, request, reply);
    return ready === undefined ? reply : declaration(site, request, reply, ready.journey, []);
  });

  app.post('/apply/declare', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    const open = await draftOf(site, request);
    if (open === undefined) return seeOther(reply, matterIn(request) === undefined ? '/resume' : '/apply/receipt');
    // Pressed twice: the first press has sent it. A browser drops the answer to its first press, so the second brings the receipt as well.
    if (open.draft.submitted !== null) {
      const before = isOurForm(site, request, textOf(body, 'csrf'))
        ? await sentBefore<HeldMatter>(site, open.draft)
        : undefined;
      if (before !== undefined) return receipt(site, reply, before);
      return seeOther(reply, matterIn(request) === undefined ? '/resume' : '/apply/receipt');
    }
    const journey = walk(open.answers, journeyContext(site));
    if (journey.next !== 'check') return seeOther(reply, '/apply/check');
    if (!isOurForm(site, request, textOf(body, 'csrf'))) return declaration(site, request, reply, journey, [], 403);
    knock(site, 'send', request);
    const step = stepById('declare');
    const { errors } =
      step === undefined ? { errors: [] } : readStep(step, typedFor(step, body), journey.values, journeyContext(site));
    if (errors.length > 0) return declaration(site, request, reply, journey, errors, 422);
    const sent = await send(site, request, open, journey).catch((error: unknown) =>
      refusedAnswers(error, request, askedOn, applicationRefusals),
    );
    if ('refused' in sent) {
      return sendPage(
        reply,
        <CheckPage
          frame={plainFrame(site, request)}
          context={journeyContext(site)}
          journey={journey}
          papers={open.draft.files.map((file) => file.fileName)}
          refused={sent.refused}
        />,
        422,
      );
    }
    return receipt(site, reply, sent);
  });

  app.get('/apply/receipt', hidden, async (request, reply) => {
    const matter = matterIn(request);
    if (matter === undefined)
      return sendPage(
        reply,
        <DonePage
          frame={plainFrame(site, request)}
          title="receipt.title"
          text="receipt.gone"
          next={{ href: '/progress', text: 'receipt.progress' }}
        />,
      );
    const { runner } = site.deps;
    const progress = await runQuery(runner, citizenActor(tenantOfNumber(matter.number)), (tx) =>
      lookUpProgress(tx, matter),
    );
    const decision = progress.steps.find((step) => step.key === 'decision');
    const decide = limitOf(site, 'decide');
    const frame = plainFrame(site, request);
    return sendPage(
      reply,
      <ReceiptPage
        frame={frame}
        number={displayApplicationNumber(progress.number)}
        code={matter.code}
        submittedOn={progress.steps.find((step) => step.key === 'submitted')?.on ?? frame.today}
        centre={progress.centre}
        decide={{ days: decide.days, citation: decision?.citation ?? decide.citation, by: decision?.dueOn ?? null }}
        designate={limitOf(site, 'designate')}
        urgent={matter.urgent}
        guarded={matter.guarded}
      />,
    );
  });
}

/** Hand the browser its receipt: the draft's code is of no more use, the matter's number and code are. */
function receipt(site: Site, reply: FastifyReply, sent: HeldMatter): FastifyReply {
  clearCookie(site, reply, 'draft');
  sessionCookie(site, reply, 'matter', matterText(sent));
  return seeOther(reply, '/apply/receipt');
}

/** One transaction: the application at the competent centre, and the draft closed. A second press with the same draft gives the same answer. */
async function send(site: Site, request: FastifyRequest, { draft }: OpenDraft, journey: Journey): Promise<HeldMatter> {
  const { today, city, demonstration } = journeyContext(site);
  const kiosk = request.cookies[cookieNames.kiosk] === '1';
  const input = {
    ...applicationFrom(journey.values, kiosk ? 'kiosk' : 'web', {
      today,
      city,
      demonstration,
      meansAsked: journey.steps.some((step) => step.id === 'household'),
    }),
    materials: draft.files.map(({ id: _, ...file }) => ({ ...file, kind: 'facts' as const })),
  };
  const route = settleRoute(site.register, input);
  if (!route.ok) throw new Refusal('input.invalid', {}, [route.fault]);
  const { tenant } = route.value;
  const actor = citizenActor(tenant);
  return runUseCase(
    site.deps.runner,
    actor,
    async (tx) => {
      const current = await readDraft(tx, { tenant: draft.tenant, id: draft.id });
      if (current.submitted !== null) throw new Refusal('draft.submitted');
      // What was checked is what is sent: a change made in another tab since then is looked at first.
      if (current.version !== draft.version) throw new Refusal('record.stale', { current: current.version });
      const submitted = await submitApplication(tx, actor, input, { tenant });
      await closeDraft(tx, {
        tenant: draft.tenant,
        id: draft.id,
        submitted: { tenant, applicationId: submitted.applicationId, number: submitted.number },
      });
      return {
        number: submitted.number,
        code: submitted.queryCode,
        urgent: isUrgent(journey.values, today),
        guarded: isGuarded(journey.values),
      };
    },
    { scope: { tenants: [...new Set([draft.tenant, tenant])], agencies: [] }, idempotency: sending(tenant, draft) },
  );
}

/** Where each part of an application is asked. */
const askedOn: AskedOn = {
  otherwise: 'need',
  steps: [
    ['/recipient/name', 'name'],
    ['/recipient/document', 'identity'],
    ['/recipient/birthDate', 'birth'],
    ['/recipient/sex', 'birth'],
    ['/recipient/phone', 'phone'],
    ['/recipient', 'address'],
    ['/agent', 'agent'],
    ['/opponents/0', 'opponent'],
    ['/opponents/1', 'opponent-2'],
    ['/opponents/2', 'opponent-3'],
    ['/matter/narrative', 'story'],
    ['/matter/cause', 'cause'],
    ['/matter/criminal', 'criminal-stage'],
    ['/matter/limitationExpiresOn', 'deadline'],
    ['/matter', 'place'],
    ['/household', 'income'],
    ['/proof', 'proof'],
    ['/materials', 'papers'],
  ],
};

/** The draft, when everything in it is answered; otherwise the person is led to what is missing. */
async function readyDraft(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ open: OpenDraft; journey: Journey } | undefined> {
  const open = await draftOf(site, request);
  if (open === undefined) {
    seeOther(reply, '/resume');
    return undefined;
  }
  if (open.draft.submitted !== null) {
    seeOther(reply, '/apply/receipt');
    return undefined;
  }
  const journey = walk(open.answers, journeyContext(site));
  if (journey.next !== 'check') {
    seeOther(reply, '/apply/check');
    return undefined;
  }
  return { open, journey };
}

function declaration(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  journey: Journey,
  errors: readonly FieldError[],
  status = 200,
): FastifyReply {
  return sendPage(
    reply,
    <DeclarePage
      frame={{ ...frameOf(site, request, reply), here: '/apply/declare' }}
      values={journey.values}
      errors={errors}
      expired={status === 403}
    />,
    status,
  );
}

/** The matter a browser may look at: number and code, as they stand on the receipt. */
export interface HeldMatter {
  readonly number: string;
  readonly code: string;
  readonly urgent: boolean;
  readonly guarded: boolean;
}

export function matterText({ number, code, urgent, guarded }: HeldMatter): string {
  return [number, code, `${urgent ? 'u' : ''}${guarded ? 'g' : ''}`].join('.');
}

export function matterIn(request: FastifyRequest): HeldMatter | undefined {
  const [number = '', code = '', flags = ''] = (request.cookies[cookieNames.matter] ?? '').split('.');
  if (parseApplicationNumber(number) === undefined || !/^[0-9A-Z]{4,20}$/.test(code)) return undefined;
  return { number, code, urgent: flags.includes('u'), guarded: flags.includes('g') };
}
