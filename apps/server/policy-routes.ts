import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { clientKey, rateLimiter } from '../../kernel/auth/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { localDateOf } from '../../kernel/time/index.ts';
import {
  assess,
  causeCatalogue,
  criminalRoleLabels,
  criminalStageLabels,
  Facts,
  fieldFaults,
  groupLabels,
  lawOf,
  matterClassLabels,
  outcomeLabels,
  PreCheckAnswers,
  parseFacts,
  preCheck,
  routeLabels,
  stepLabels,
} from '../../modules/policy/index.ts';

const tags = ['policy'];

/** A person, or a village behind one line, asking as fast as people read. */
const preCheckRate = { burst: 120, perMinute: 60 };

/** Law as an interface: the assessment without storing anything, and the words for its codes. `regions` are those whose centres decide here. */
export function policyRoutes(app: FastifyInstance, deps: HttpDeps, regions: readonly string[]): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const limiter = rateLimiter(preCheckRate, () => performance.now());

  api.post(
    '/api/pre-check',
    {
      schema: {
        tags,
        summary:
          '自查：下一个问题，或者大概结果（匿名，不存储） · the next question or how it looks; anonymous, nothing is stored',
        body: PreCheckAnswers,
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async (request) => {
      const answer = limiter.take(clientKey(request.ip));
      if (!answer.allowed) throw new Refusal('rate.limited', { seconds: answer.retryAfterSeconds });
      return { ...preCheck(request.body, { on: localDateOf(deps.runner.clock.now()), regions }) };
    },
  );

  // The law's own check judges the body, faults of shape and faults between fields at once; the schema is there for the reader.
  api.post(
    '/api/assess',
    { attachValidation: true, schema: { tags, summary: '评估（不存储） · assess, nothing is stored', body: Facts } },
    async (request) => {
      await deps.actorOf(request);
      const checked = parseFacts(request.body);
      if (!checked.ok) throw new Refusal('input.invalid', {}, fieldFaults(checked.faults));
      return assess(checked.value, {
        law: lawOf({ handed: deps.runner.handed?.() ?? {} }),
        calendar: deps.runner.calendar(),
      });
    },
  );

  api.get(
    '/api/policy/words',
    {
      schema: {
        tags,
        summary: '案由、人群等用语 · words for causes, groups and outcomes',
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async () => ({
      causes: causeCatalogue,
      groups: groupLabels,
      classes: matterClassLabels,
      outcomes: outcomeLabels,
      routes: routeLabels,
      steps: stepLabels,
      criminalStages: criminalStageLabels,
      criminalRoles: criminalRoleLabels,
    }),
  );
}
