import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../kernel/http/index.ts';
import { ProblemPage } from './pages/problem.tsx';
import { answerPages } from './routes/answers.tsx';
import { applyPages } from './routes/apply.tsx';
import { nearestPages } from './routes/nearest.tsx';
import { openPages } from './routes/open-pages.tsx';
import { paperPages } from './routes/papers.tsx';
import { progressPages } from './routes/progress.tsx';
import { resumePages } from './routes/resume.tsx';
import { sendPages } from './routes/send.tsx';
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
    openPages(portal, site);
    applyPages(portal, site);
    paperPages(portal, site);
    sendPages(portal, site);
    resumePages(portal, site);
    progressPages(portal, site);
    answerPages(portal, site);
    nearestPages(portal, site);
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
    />,
  );
}
