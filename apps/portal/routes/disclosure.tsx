import type { FastifyInstance } from 'fastify';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { runQuery, systemActor } from '../../../kernel/use-case/index.ts';
import { centresOnFile } from '../../../modules/network/index.ts';
import { readPublishedWork } from '../../../modules/statistics/index.ts';
import { readPublishedFunds } from '../../../modules/subsidies/index.ts';
import { DisclosurePage } from '../pages/disclosure.tsx';
import { sendPage } from '../send-page.ts';
import { plainFrame, type Site } from '../site.ts';

/** 信息公开, for everybody. */
export function disclosurePages(app: FastifyInstance, site: Site): void {
  app.get('/disclosure', { schema: { hide: true } }, async (request, reply) => {
    const centres = await runQuery(
      site.deps.runner,
      systemActor,
      async (tx) => {
        const places = await centresOnFile(tx);
        const tenants = [...new Set(places.map(({ tenant }) => tenant))];
        const work = await readPublishedWork(tx, tenants);
        const funds = await readPublishedFunds(tx, tenants);
        return places.map(({ tenant, name }) => ({
          tenant,
          name,
          work: work.filter((row) => row.tenant === tenant),
          funds: funds.filter((fund) => fund.tenant === tenant),
        }));
      },
      wholeCountry,
    );
    return sendPage(reply, <DisclosurePage frame={plainFrame(site, request)} centres={centres} />);
  });
}
