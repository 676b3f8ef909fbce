import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addDays } from '../../../kernel/time/index.ts';
import { type Body, bodyOf, markOf, textOf, typedFor, withStep } from '../bodies.ts';
import { clearCookie, sessionCookie } from '../cookies.ts';
import { changeDraft, draftDays, draftOf, keepDraft, type OpenDraft } from '../drafts.ts';
import { CheckPage } from '../pages/check.tsx';
import { codeText, LaterPage, ResumePage } from '../pages/later.tsx';
import { QuestionPage } from '../pages/question.tsx';
import type { Questionnaire } from '../questionnaires.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, journeyContext, plainFrame, type Site, today } from '../site.ts';
import { typedLine } from '../steps/display.ts';
import { after, type Journey, readStep, stepById, walk } from '../steps/journey.ts';
import { isGuarded } from '../steps/notes.ts';
import type { FieldError, Typed } from '../steps/values.ts';
import type { Step } from '../steps.ts';

/** The pages of a questionnaire: each saves what was typed before it says anything about it. */
export function questionPages(app: FastifyInstance, site: Site, form: Questionnaire): void {
  const hidden = { schema: { hide: true } };
  const { base } = form;

  app.get(base, hidden, async (request, reply) => {
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    return seeOther(reply, `${base}/${walk(open.answers, journeyContext(site), form).next}`);
  });

  app.get(`${base}/later`, hidden, async (request, reply) => {
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    const journey = walk(open.answers, journeyContext(site), form);
    return sendPage(
      reply,
      <LaterPage
        frame={plainFrame(site, request)}
        code={open.code}
        days={draftDays}
        until={addDays(today(site), draftDays)}
        next={`${base}/${journey.next}`}
        guarded={isGuarded(journey.values)}
      />,
    );
  });

  app.get(`${base}/check`, hidden, async (request, reply) => {
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, `${base}/receipt`);
    const context = journeyContext(site);
    keepDraft(site, reply, open);
    return sendPage(
      reply,
      <CheckPage
        frame={frameOf(site, request, reply)}
        context={context}
        journey={walk(open.answers, context, form)}
        papers={open.draft.files.map((file) => file.fileName)}
      />,
    );
  });

  app.get<{ Params: { step: string } }>(`${base}/:step`, hidden, async (request, reply) => {
    const step = stepById(request.params.step, form);
    if (step === undefined || step.fields.length === 0) return reply.callNotFound();
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, `${base}/receipt`);
    const journey = walk(open.answers, journeyContext(site), form);
    if (!isReachable(journey, step)) return seeOther(reply, `${base}/${journey.next}`);
    return question(site, request, reply, { open, journey, step, typed: open.answers.typed, errors: [] });
  });

  app.post<{ Params: { step: string } }>(`${base}/:step`, hidden, async (request, reply) => {
    const step = stepById(request.params.step, form);
    if (step === undefined || step.fields.length === 0) return reply.callNotFound();
    const body = bodyOf(request.body);
    const typed = typedFor(step, body);
    const open = await draftOf(site, request, form);
    if (open === undefined) {
      // The session ended while the page was open: what was typed waits in the next page until the code is given.
      return sendPage(
        reply,
        <ResumePage
          frame={frameOf(site, request, reply)}
          typed=""
          fault={undefined}
          kept={{ form: form.key, step: step.id, answers: typed }}
        />,
      );
    }
    if (open.draft.submitted !== null) return seeOther(reply, `${base}/receipt`);
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
  const { form } = open;
  const { base } = form;
  const wish = textOf(body, 'do') || 'continue';
  const journey = walk(open.answers, context, form);
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

  const before = walk({ ...open.answers, typed: withStep(open.answers.typed, step, typed) }, context, form);
  const { errors } = readStep(step, typed, before.values, context);
  const sound = errors.length === 0;
  const saved = await changeDraft(site, open, ({ answers }) => ({
    answers: {
      ...answers,
      typed: withStep(answers.typed, step, typed),
      seen: wish === 'continue' && sound ? [...new Set([...answers.seen, step.id])] : answers.seen,
    },
  }));
  keepDraft(site, reply, saved);

  if (wish === 'later') return seeOther(reply, `${base}/later`);
  if (wish === 'large') sessionCookie(site, reply, 'large', '1');
  if (wish === 'normal') clearCookie(site, reply, 'large');
  if (wish === 'zh' || wish === 'en') sessionCookie(site, reply, 'lang', wish);
  if (wish !== 'continue') return seeOther(reply, `${base}/${step.id}`);
  const now = walk(saved.answers, context, form);
  if (!sound)
    return question(site, request, reply, {
      open: saved,
      journey: now,
      step,
      typed: saved.answers.typed,
      errors,
      status: 422,
    });
  return seeOther(reply, `${base}/${now.next === 'check' ? 'check' : after(now, step.id)}`);
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
  keepDraft(site, reply, open);
  return sendPage(
    reply,
    <QuestionPage
      frame={{ ...frameOf(site, request, reply), here: `${open.form.base}/${step.id}` }}
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
