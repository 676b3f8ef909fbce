import type { FastifyInstance } from 'fastify';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { runQuery, systemActor } from '../../../kernel/use-case/index.ts';
import { readPublishedRates } from '../../../modules/clocks/index.ts';
import { centresOnFile } from '../../../modules/network/index.ts';
import { readPublishedGrades } from '../../../modules/quality/index.ts';
import { RatesPage } from '../pages/rates.tsx';
import { sendPage } from '../send-page.ts';
import { plainFrame, type Site } from '../site.ts';

/** 按期办理率, for everybody. */
export function ratesPages(app: FastifyInstance, site: Site): void {
  app.get('/rates', { schema: { hide: true } }, async (request, reply) => {
    const { from, to, rates, centres, assessed } = await runQuery(
      site.deps.runner,
      systemActor,
      async (tx) => ({
        ...(await readPublishedRates(tx, '*')),
        centres: await centresOnFile(tx),
        assessed: (await readPublishedGrades(tx, '*')).rows,
      }),
      wholeCountry,
    );
    const shown = centres
      .map(({ tenant, name }) => ({ tenant, name, rates: rates.filter((rate) => rate.tenant === tenant) }))
      .filter((centre) => centre.rates.length > 0);
    const grades = centres
      .map(({ tenant, name }) => ({ tenant, name, rows: assessed.filter((row) => row.tenant === tenant) }))
      .filter((centre) => centre.rows.length > 0);
    return sendPage(
      reply,
      <RatesPage frame={plainFrame(site, request)} from={from} to={to} centres={shown} grades={grades} />,
    );
  });
}
