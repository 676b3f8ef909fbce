import type { FastifyInstance } from 'fastify';
import { type Body, bodyOf, textOf, typedFor, withStep } from '../bodies.ts';
import { changeDraft, keepDraft, openDraft } from '../drafts.ts';
import { ResumePage } from '../pages/later.tsx';
import { questionnaireOf } from '../questionnaires.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, knock, mustBeOurForm, type Site } from '../site.ts';
import { stepById } from '../steps/journey.ts';

/** Coming back with the code; answers of a page whose session had ended come along and are saved. */
export function resumePages(app: FastifyInstance, site: Site): void {
  const hidden = { schema: { hide: true } };

  app.get('/resume', hidden, async (request, reply) =>
    sendPage(reply, <ResumePage frame={frameOf(site, request, reply)} typed="" fault={undefined} />),
  );

  app.post('/resume', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'resume', request);
    const form = questionnaireOf(textOf(body, 'form'));
    const step = stepById(textOf(body, 'step'), form);
    const kept = step === undefined ? {} : typedFor(step, withoutPrefix(body));
    const open = await openDraft(site, textOf(body, 'code'));
    if (open === undefined) {
      return sendPage(
        reply,
        <ResumePage
          frame={frameOf(site, request, reply)}
          typed={textOf(body, 'code').slice(0, 40)}
          fault="unknown"
          kept={step === undefined ? undefined : { form: form.key, step: step.id, answers: kept }}
        />,
        422,
      );
    }
    keepDraft(site, reply, open);
    const { base } = open.form;
    // The code may be that of another form than the one whose page was open.
    if (step === undefined || open.form !== form || open.draft.submitted !== null) return seeOther(reply, base);
    await changeDraft(site, open, ({ answers }) => ({
      answers: { ...answers, typed: withStep(answers.typed, step, kept) },
    }));
    return seeOther(reply, `${base}/${step.id}`);
  });
}

function withoutPrefix(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (name.startsWith('kept-') ? [[name.slice(5), value]] : [])),
  );
}
