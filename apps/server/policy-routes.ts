import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import {
  assess,
  causeCatalogue,
  criminalRoleLabels,
  criminalStageLabels,
  Facts,
  fieldFaults,
  groupLabels,
  matterClassLabels,
  outcomeLabels,
  parseFacts,
  routeLabels,
  stepLabels,
} from '../../modules/policy/index.ts';

const tags = ['policy'];

/** Law as an interface: the assessment without storing anything, and the words for its codes. */
export function policyRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  // The law's own check judges the body, faults of shape and faults between fields at once; the schema is there for the reader.
  api.post(
    '/api/assess',
    { attachValidation: true, schema: { tags, summary: '评估（不存储） · assess, nothing is stored', body: Facts } },
    async (request) => {
      await deps.actorOf(request);
      const checked = parseFacts(request.body);
      if (!checked.ok) throw new Refusal('input.invalid', {}, fieldFaults(checked.faults));
      return assess(checked.value);
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
