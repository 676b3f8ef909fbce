import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { deadline, markedCitation } from '../../../modules/policy/index.ts';
import { type Asset, allAssets } from '../assets.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { clearCookie, cookieNames, sessionCookie } from '../cookies.ts';
import { beginDraft, draftOf } from '../drafts.ts';
import { wordsOf } from '../locales/locale.ts';
import { CalendarPage } from '../pages/calendar.tsx';
import { HomePage } from '../pages/home.tsx';
import { PrivacyPage, QuestionsPage } from '../pages/reading.tsx';
import { type Limit, StartPage } from '../pages/start.tsx';
import { type Questionnaire, questionnaires } from '../questionnaires.ts';
import { acceptsGzip, ownPath, seeOther, sendPage } from '../send-page.ts';
import { forget, frameOf, knock, lawInUse, mustBeOurForm, plainFrame, type Site, today } from '../site.ts';
import { needs } from '../steps/fields-matter.ts';
import { isKioskPlace } from './nearest.tsx';

/** A statutory limit as the law of today sets it. */
export function limitOf(
  site: Site,
  step: 'decide' | 'designate' | 'acceptComplaint' | 'decideComplaint' | 'replyComplaint',
): Limit {
  const answer = deadline({ step, from: today(site) }, site.deps.runner.calendar(), lawInUse(site));
  if (!answer.ok) throw new Error(`no limit on file for ${step}`);
  const { amount, citation, verified = true } = answer.value;
  return { days: amount, citation: markedCitation(citation, verified) };
}

/** Pages that need nothing but a reader, the way in, and the reader's wishes. */
export function openPages(app: FastifyInstance, site: Site): void {
  const hidden = { schema: { hide: true } };

  for (const asset of allAssets) serveAsset(app, asset);

  app.get('/', hidden, async (request, reply) => {
    return sendPage(reply, <HomePage frame={plainFrame(site, request)} unfinished={await unfinished(site, request)} />);
  });

  app.get('/start', hidden, async (request, reply) =>
    sendPage(
      reply,
      <StartPage
        frame={frameOf(site, request, reply)}
        need={needIn(request.query)}
        decide={limitOf(site, 'decide')}
        designate={limitOf(site, 'designate')}
      />,
    ),
  );

  app.post('/start', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'start', request);
    const need = needIn(body);
    const open = await beginDraft(site, request.language, need === undefined ? {} : { need });
    sessionCookie(site, reply, 'draft', open.code);
    return seeOther(reply, '/apply/need');
  });

  app.get('/questions', hidden, async (request, reply) =>
    sendPage(reply, <QuestionsPage frame={plainFrame(site, request)} />),
  );
  app.get('/privacy', hidden, async (request, reply) =>
    sendPage(reply, <PrivacyPage frame={plainFrame(site, request)} />),
  );

  // Leaving in a hurry: this browser forgets the draft and the matter; only their codes open them again.
  app.get('/calendar', hidden, async (request, reply) => {
    forget(site, reply);
    return sendPage(reply, <CalendarPage words={wordsOf(request.language)} today={today(site)} />);
  });

  app.get('/settings', hidden, async (request, reply) => {
    const { to, back } = request.query as { to?: string; back?: string };
    if (to === 'large') sessionCookie(site, reply, 'large', '1');
    if (to === 'normal') clearCookie(site, reply, 'large');
    if (to === 'zh' || to === 'en') sessionCookie(site, reply, 'lang', to);
    return seeOther(reply, ownPath(back));
  });

  app.get('/kiosk', hidden, async (request, reply) => {
    // Said once when the terminal is set up: where it stands.
    const { at } = request.query as { at?: unknown };
    if (typeof at === 'string') {
      if (!(await isKioskPlace(site, at))) throw new Refusal('record.notFound');
      sessionCookie(site, reply, 'kioskAt', at);
      sessionCookie(site, reply, 'kiosk', '1');
      return seeOther(reply, '/kiosk');
    }
    if (request.cookies[cookieNames.kiosk] !== '1') {
      sessionCookie(site, reply, 'kiosk', '1');
      return seeOther(reply, '/kiosk');
    }
    return sendPage(reply, <HomePage frame={plainFrame(site, request)} unfinished={await unfinished(site, request)} />);
  });

  app.get('/kiosk/leave', hidden, async (_request, reply) => {
    forget(site, reply);
    clearCookie(site, reply, 'large');
    clearCookie(site, reply, 'lang');
    return seeOther(reply, '/kiosk');
  });

  // For the staff who set a terminal up: an ordinary browser again.
  app.get('/kiosk/off', hidden, async (_request, reply) => {
    forget(site, reply);
    clearCookie(site, reply, 'kiosk');
    clearCookie(site, reply, 'kioskAt');
    return seeOther(reply, '/');
  });
}

/** The forms that this browser has begun and not sent. */
async function unfinished(site: Site, request: FastifyRequest): Promise<readonly Questionnaire[]> {
  const drafts = await Promise.all(questionnaires.map((form) => draftOf(site, request, form)));
  return drafts.flatMap((open) => (open?.draft.submitted === null ? [open.form] : []));
}

function serveAsset(app: FastifyInstance, asset: Asset): void {
  app.get(asset.path, { schema: { hide: true } }, async (_request, reply) => {
    void reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'Accept-Encoding')
      .type(asset.type);
    return acceptsGzip(reply) ? reply.header('content-encoding', 'gzip').send(asset.gzip) : reply.send(asset.body);
  });
}

function needIn(source: unknown): (typeof needs)[number] | undefined {
  const wanted = (source as { need?: unknown }).need;
  return needs.find((need) => need === wanted);
}
