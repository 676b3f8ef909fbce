import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { canonicalJson, sm3 } from '../../kernel/crypto/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import { callerGone } from '../../kernel/http/caller-gone.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import type { Actor } from '../../kernel/use-case/index.ts';
import { lawOf } from '../policy/index.ts';
import { keptResults } from './kept-results.ts';
import { AskWhatIf, ChangedApplication, ListWhatIf, WhatIfReport } from './schema.ts';
import { listChanged } from './use-cases/list-changed.ts';
import { listFigures } from './use-cases/list-figures.ts';
import { prepareWhatIf } from './use-cases/prepare-what-if.ts';
import { type PreparedWhatIf, type RunOptions, runWhatIf, type WhatIfResult } from './use-cases/run-what-if.ts';

const tags = ['policy'];
/** Trials at one time: each keeps a core busy for seconds. */
const mostAtOnce = 2;
const lines = 'application/x-ndjson';

/** 政策推演: the figures that can be tried, a trial, and the list behind each of its counts. */
export function whatIfRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const kept = keptResults(() => Date.parse(runner.clock.now()));
  let running = 0;

  /** At most so many at once; the result is kept for the lists behind its counts. */
  const run = async (key: string, prepared: PreparedWhatIf, options: RunOptions): Promise<WhatIfResult> => {
    running += 1;
    try {
      const result = await runWhatIf(runner, prepared, options);
      kept.keep(key, result);
      return result;
    } finally {
      running -= 1;
    }
  };
  const mustHaveRoom = (): void => {
    if (running >= mostAtOnce) throw new Refusal('whatIf.busy', { seconds: 5 });
  };

  app.get(
    '/api/policy/figures',
    {
      schema: {
        tags,
        summary: '某日现行的数字 · the figures in force on a day that a trial can change',
        querystring: z.strictObject({
          on: z.iso.date(),
          tenant: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
        }),
      },
    },
    async (request) =>
      listFigures(await deps.actorOf(request), request.query, lawOf({ handed: deps.runner.handed?.() ?? {} })),
  );

  app.post(
    '/api/policy/what-if',
    {
      schema: {
        tags,
        summary: '政策推演 · who would be decided otherwise, and what it would cost; nothing is written',
        description: `Every stored application of the period is judged again under the changed law. One event remembers the look. With \`Accept: ${lines}\` the answer comes line by line: \`{"done","of"}\` as it goes on, at last \`{"report"}\`. Closing the connection breaks it off.`,
        body: AskWhatIf,
        response: { 200: WhatIfReport },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      mustHaveRoom();
      const prepared = await prepareWhatIf(runner, actor, request.body);
      const key = keyOf(actor, request.body);
      const signal = callerGone(reply);
      if (request.headers.accept?.includes(lines) !== true) {
        return (await run(key, prepared, { signal })).report;
      }
      const stream = new Readable({ read: () => undefined });
      const say = (line: object): void => void stream.push(`${JSON.stringify(line)}\n`);
      const of = prepared.applications;
      say({ done: 0, of });
      run(key, prepared, { signal, onProgress: (done) => say({ done, of }) })
        .then(({ report }) => say({ report }))
        .catch((error: unknown) => {
          if (signal.aborted) return;
          deps.log.error('what-if failed', { requestId: request.id, error: String(error) });
          say({ problem: { status: 500, code: 'service.failed' } });
        })
        .finally(() => stream.push(null));
      reply.header('cache-control', 'no-store').type(lines);
      return reply.send(stream as never);
    },
  );

  app.post(
    '/api/policy/what-if/applications',
    {
      schema: {
        tags,
        summary: '推演清单 · the list behind one count of a trial',
        description:
          'The same question again, and which of its counts. A result is kept for ten minutes by the process that made it; where it is not at hand the trial runs anew.',
        body: ListWhatIf,
        response: { 200: z.object({ rows: z.array(ChangedApplication), next: z.string().nullable(), total: z.int() }) },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { of, after, limit, ...question } = request.body;
      const known = kept.get(keyOf(actor, question));
      const result = known ?? (await anew(actor, question, callerGone(reply)));
      const page = listChanged(result.changed, { of, after, limit });
      return { ...page, rows: [...page.rows] };
    },
  );

  const anew = async (actor: Actor, question: AskWhatIf, signal: AbortSignal): Promise<WhatIfResult> => {
    mustHaveRoom();
    const prepared = await prepareWhatIf(runner, actor, question);
    return run(keyOf(actor, question), prepared, { signal });
  };
}

/** Who asked, what they may see today, and what was asked. */
function keyOf(actor: Actor, question: AskWhatIf): string {
  return sm3(canonicalJson({ actor: actor.id, scope: actor.scope, grants: actor.grants, question } as never));
}
