import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../kernel/http/index.ts';
import { bodyOf } from './bodies.ts';
import { ProblemPage, type ProblemProps } from './pages/problem.tsx';
import { questionnaires } from './questionnaires.ts';
import { answerPages } from './routes/answers.tsx';
import { complainPages } from './routes/complain.tsx';
import { complaintPages } from './routes/complaint.tsx';
import { disclosurePages } from './routes/disclosure.tsx';
import { nearestPages } from './routes/nearest.tsx';
import { objectionPages } from './routes/objection.tsx';
import { openPages } from './routes/open-pages.tsx';
import { paperPages } from './routes/papers.tsx';
import { preCheckPages } from './routes/pre-check.tsx';
import { progressPages } from './routes/progress.tsx';
import { questionPages } from './routes/question-pages.tsx';
import { ratesPages } from './routes/rates.tsx';
import { replacePages } from './routes/replace.tsx';
import { resumePages } from './routes/resume.tsx';
import { sendPages } from './routes/send.tsx';
import { verifyPages } from './routes/verify.tsx';
import { ownPath } from './send-page.ts';
import { renderPage } from './shell.tsx';
import { openSite, type PortalDeps, plainFrame, type Site } from './site.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Set by the portal, so that a problem anywhere gets a page in the portal's frame. */
    portalSite?: Site;
  }
}

/** All pages of the citizen's side. */
export async function portalRoutes(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  const site = openSite(deps);
  app.decorate('portalSite', site);
  await app.register(async (portal) => {
    // Also where a page ends in a problem: what it shows may be personal.
    portal.addHook('onRequest', async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
    });
    openPages(portal, site);
    for (const form of questionnaires) {
      questionPages(portal, site, form);
      paperPages(portal, site, form);
    }
    complainPages(portal, site);
    complaintPages(portal, site);
    sendPages(portal, site);
    resumePages(portal, site);
    progressPages(portal, site);
    answerPages(portal, site);
    replacePages(portal, site);
    objectionPages(portal, site);
    nearestPages(portal, site);
    preCheckPages(portal, site);
    verifyPages(portal, site);
    ratesPages(portal, site);
    disclosurePages(portal, site);
  });
}

/** A person's page for a problem, wherever it arose. The seconds to wait stand in the problem's own words. */
export function portalErrorPage(problem: Problem, request: FastifyRequest): string {
  const site = request.server.portalSite;
  if (site === undefined) throw new Error('portalRoutes comes before the first request');
  const seconds = Number(/\d+/.exec(problem.detail)?.[0] ?? 5);
  return renderPage(
    <ProblemPage
      frame={{ ...plainFrame(site, request), here: '/' }}
      status={problem.status}
      seconds={seconds}
      requestId={request.id}
      kept={worthKeeping.has(problem.status) ? formIn(request) : undefined}
    />,
  );
}

/** Problems that pass: the same form may be taken a moment later. */
const worthKeeping = new Set([429, 500, 503, 507]);

/** The form that was sent, when it was one of ours without files. */
function formIn(request: FastifyRequest): ProblemProps['kept'] {
  const type = String(request.headers['content-type'] ?? '');
  if (request.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const values = Object.entries(bodyOf(request.body)).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  return values.length === 0 ? undefined : { action: ownPath(request.url), values };
}
