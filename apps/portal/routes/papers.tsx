import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../bodies.ts';
import { clearCookie, sessionCookie } from '../cookies.ts';
import { changeDraft, draftOf, keepDraft, type OpenDraft } from '../drafts.ts';
import type { Say } from '../frame.ts';
import { PapersPage } from '../pages/papers.tsx';
import type { Questionnaire } from '../questionnaires.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, journeyContext, knock, type Site } from '../site.ts';
import { after, before, walk } from '../steps/journey.ts';
import { isGuarded } from '../steps/notes.ts';
import { limitsOf, mostFiles, takeUploads } from '../uploads.ts';

/** Uploads to the draft: several at a time, each answered for itself, removable until the application is sent. */
export function paperPages(app: FastifyInstance, site: Site, form: Questionnaire): void {
  const hidden = { schema: { hide: true } };
  const { base } = form;

  app.get(`${base}/papers`, hidden, async (request, reply) => {
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, `${base}/receipt`);
    return papers(site, request, reply, open, [], undefined);
  });

  app.post(`${base}/papers`, hidden, async (request, reply) => {
    const open = await draftOf(site, request, form);
    if (open === undefined) return seeOther(reply, '/resume');
    if (open.draft.submitted !== null) return seeOther(reply, `${base}/receipt`);
    knock(site, 'upload', request);
    const { body, ours, kept, faults } = await takeUploads(
      site,
      request,
      Math.max(0, mostFiles - open.draft.files.length),
    );
    if (!ours) return papers(site, request, reply, open, faults, undefined, 403);
    const wish = textOf(body, 'do');
    const removed = wish === 'remove' ? open.draft.files.find((file) => file.id === textOf(body, 'remove')) : undefined;
    const goingOn = wish === 'continue' && faults.length === 0;
    const saved = await changeDraft(site, open, ({ answers, draft }) => ({
      files: [...draft.files.filter((file) => file.id !== removed?.id && !kept.some((k) => k.id === file.id)), ...kept],
      answers: goingOn ? { ...answers, seen: [...new Set([...answers.seen, 'papers'])] } : answers,
    }));
    if (goingOn) {
      const journey = walk(saved.answers, journeyContext(site), form);
      return seeOther(reply, `${base}/${journey.next === 'check' ? 'check' : after(journey, 'papers')}`);
    }
    if (wish === 'later') return seeOther(reply, `${base}/later`);
    if (wish === 'large') sessionCookie(site, reply, 'large', '1');
    if (wish === 'normal') clearCookie(site, reply, 'large');
    if (wish === 'zh' || wish === 'en') sessionCookie(site, reply, 'lang', wish);
    if (wish === 'large' || wish === 'normal' || wish === 'zh' || wish === 'en')
      return seeOther(reply, `${base}/papers`);
    const nothing: readonly Say[] =
      wish === 'upload' && kept.length === 0 && faults.length === 0 ? [{ key: 'papers.fault.none' }] : [];
    const done: Say | undefined =
      removed !== undefined
        ? { key: 'papers.removed', slots: { name: removed.fileName } }
        : kept.length > 0
          ? { key: 'papers.added', slots: { n: kept.length } }
          : undefined;
    return papers(
      site,
      request,
      reply,
      saved,
      [...faults, ...nothing],
      done,
      faults.length + nothing.length > 0 ? 422 : 200,
    );
  });
}

function papers(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenDraft,
  faults: readonly Say[],
  done: Say | undefined,
  status = 200,
): FastifyReply {
  const { form } = open;
  const journey = walk(open.answers, journeyContext(site), form);
  keepDraft(site, reply, open);
  return sendPage(
    reply,
    <PapersPage
      frame={{ ...frameOf(site, request, reply), here: `${form.base}/papers` }}
      form={form}
      about={form.key === 'complaint' ? 'complaint' : (journey.values.need ?? 'other')}
      papers={open.draft.files.map((file) => ({ id: file.id, name: file.fileName, bytes: file.bytes }))}
      limits={limitsOf(site)}
      faults={faults}
      done={done}
      back={`${form.base}/${before(journey, 'papers') ?? ''}`}
      guarded={isGuarded(journey.values)}
    />,
    status,
  );
}
