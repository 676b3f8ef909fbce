import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addDays } from '../../../kernel/time/index.ts';
import { type Body, bodyOf, markOf, textOf, typedFor, withStep } from '../bodies.ts';
import { clearCookie, sessionCookie } from '../cookies.ts';
import { changeDraft, draftDays, draftOf, type OpenDraft } from '../drafts.ts';
import { CheckPage } from '../pages/check.tsx';
import { codeText, LaterPage, ResumePage } from '../pages/later.tsx';
import { QuestionPage } from '../pages/question.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, journeyContext, plainFrame, type Site, today } from '../site.ts';
import { typedLine } from '../steps/display.ts';
import { after, type Journey, readStep, stepById, walk } from '../steps/journey.ts';
import { isGuarded } from '../steps/notes.ts';
import type { FieldError, Typed } from '../steps/values.ts';
import type { Step } from '../steps.ts';

/** The pages of the journey: each saves what was typed before it says anything about it. */
export function applyPages(app: FastifyInstance, site: Site): void {
  const hidden = { schema: { hide: true } };

  app.get('/apply', hidden, async (request, reply) => {
    const open = await draftOf(site, request);
    if (open === undefined) return seeOther(reply, '/resume');
    return seeOther(reply, `/apply/${walk(open.answers, journeyContext(site)).next}`);
  });

  app.get('/apply/later', hidden, async (request, reply) => {
    const open = await draftOf(site, request);
    if (open === undefined) return seeOther(reply, '/resume');
    const journey = walk(open.answers, journeyContext(site));
    return sendPage(
      reply,
      <LaterPage
        frame={plainFrame(site, request)}
        code={open.code}
        days={draftDays}
        until={addDays(today(site), draftDays)}
        next={journey.next}
        guarded={isGuarded(journey.values)}
      />,
    );
  });

  app.get('/apply/check', hidden, async (request, reply) => {
    const open = await draftOf(site, request);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, '/apply/receipt');
    const context = journeyContext(site);
    sessionCookie(site, reply, 'draft', open.code);
    return sendPage(
      reply,
      <CheckPage
        frame={plainFrame(site, request)}
        context={context}
        journey={walk(open.answers, context)}
        papers={open.draft.files.map((file) => file.fileName)}
      />,
    );
  });

  app.get<{ Params: { step: string } }>('/apply/:step', hidden, async (request, reply) => {
    const step = stepById(request.params.step);
    if (step === undefined || step.fields.length === 0) return reply.callNotFound();
    const open = await draftOf(site, request);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, '/apply/receipt');
    const journey = walk(open.answers, journeyContext(site));
    if (!isReachable(journey, step)) return seeOther(reply, `/apply/${journey.next}`);
    return question(site, request, reply, { open, journey, step, typed: open.answers.typed, errors: [] });
  });

  app.post<{ Params: { step: string } }>('/apply/:step', hidden, async (request, reply) => {
    const step = stepById(request.params.step);
    if (step === undefined || step.fields.length === 0) return reply.callNotFound();
    const body = bodyOf(request.body);
    const typed = typedFor(step, body);
    const open = await draftOf(site, request);
    if (open === undefined) {
      // The session ended while the page was open: what was typed waits in the next page until the code is given.
      return sendPage(
        reply,
        <ResumePage
          frame={frameOf(site, request, reply)}
          typed=""
          fault={undefined}
          kept={{ step: step.id, answers: typed }}
        />,
      );
    }
    if (open.draft.submitted !== null) return seeOther(reply, '/apply/receipt');
    return answer(site, request, reply, { open, step, typed, body });
  });
}

interface Answered {
  readonly open: OpenDraft;
  readonly step: Step;
  readonly typed: Typed;
  readonly body: Body;
}

async function answer(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { open, step, typed, body }: Answered,
): Promise<FastifyReply> {
  const context = journeyContext(site);
  const wish = textOf(body, 'do') || 'continue';
  const journey = walk(open.answers, context);
  if (!isOurForm(site, request, textOf(body, 'csrf'))) {
    // Not our form, or one that outlived its browser session: nothing is saved, nothing is lost, the person presses once more.
    return question(site, request, reply, {
      open,
      journey,
      step,
      typed: withStep(open.answers.typed, step, typed),
      errors: [],
      status: 403,
    });
  }
  const stored = markOf(step, open.answers.typed, open.draft.id);
  const was = textOf(body, 'was');
  const changedElsewhere = was !== '' && was !== stored && markOf(step, typed, open.draft.id) !== stored;
  if (changedElsewhere) {
    return question(site, request, reply, {
      open,
      journey,
      step,
      typed: withStep(open.answers.typed, step, typed),
      errors: [],
      status: 409,
      changedElsewhere: typedLine(step.fields, open.answers.typed),
    });
  }

  const before = walk({ ...open.answers, typed: withStep(open.answers.typed, step, typed) }, context);
  const { errors } = readStep(step, typed, before.values, context);
  const sound = errors.length === 0;
  const saved = await changeDraft(site, open, ({ answers }) => ({
    answers: {
      ...answers,
      typed: withStep(answers.typed, step, typed),
      seen: wish === 'continue' && sound ? [...new Set([...answers.seen, step.id])] : answers.seen,
    },
  }));
  sessionCookie(site, reply, 'draft', saved.code);

  if (wish === 'later') return seeOther(reply, '/apply/later');
  if (wish === 'large') sessionCookie(site, reply, 'large', '1');
  if (wish === 'normal') clearCookie(site, reply, 'large');
  if (wish === 'zh' || wish === 'en') sessionCookie(site, reply, 'lang', wish);
  if (wish !== 'continue') return seeOther(reply, `/apply/${step.id}`);
  const now = walk(saved.answers, context);
  if (!sound)
    return question(site, request, reply, {
      open: saved,
      journey: now,
      step,
      typed: saved.answers.typed,
      errors,
      status: 422,
    });
  return seeOther(reply, `/apply/${now.next === 'check' ? 'check' : after(now, step.id)}`);
}

interface Asked {
  readonly open: OpenDraft;
  readonly journey: Journey;
  readonly step: Step;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly changedElsewhere?: string;
  readonly status?: number;
}

function question(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { open, journey, step, typed, errors, changedElsewhere, status = 200 }: Asked,
): FastifyReply {
  sessionCookie(site, reply, 'draft', open.code);
  return sendPage(
    reply,
    <QuestionPage
      frame={{ ...frameOf(site, request, reply), here: `/apply/${step.id}` }}
      context={journeyContext(site)}
      journey={journey}
      step={step}
      typed={typed}
      errors={errors}
      code={codeText(open.code)}
      was={markOf(step, open.answers.typed, open.draft.id)}
      expired={status === 403}
      changedElsewhere={changedElsewhere}
    />,
    status,
  );
}

/** A page that applies and is not beyond the first unanswered one. */
function isReachable(journey: Journey, step: Step): boolean {
  const at = journey.steps.findIndex((s) => s.id === step.id);
  const next = journey.steps.findIndex((s) => s.id === journey.next);
  return at >= 0 && at <= next;
}
