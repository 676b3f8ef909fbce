import { type Runner, runUseCase } from '../../../kernel/use-case/index.ts';
import { readApplication } from '../../../modules/applications/index.ts';
import { recordService } from '../../../modules/documents/index.ts';
import type { ServiceStory } from '../services.ts';
import type { Staff } from './staff.ts';
import type { FollowUp } from './take-over.ts';

export interface Serving {
  readonly runner: Runner;
  readonly staff: Staff;
  /** The application that a story has by now. */
  applicationOf(story: string): string | undefined;
}

const decisions = ['grantDecision', 'refusalDecision'];

/** 送达: the clerk looks the decision up among the papers of the matter and writes down how it was handed over. */
export function serveDecision({ runner, staff, applicationOf }: Serving, story: ServiceStory): FollowUp {
  return {
    at: story.at,
    play: async () => {
      const { tenant, about, served } = story;
      const applicationId = applicationOf(about);
      // A city of which only a part is played does not have every matter.
      if (applicationId === undefined) return undefined;
      const clerk = staff.at(tenant, 'clerk');
      await runUseCase(runner, clerk, async (tx) => {
        const { documents } = await readApplication(tx, clerk, { tenant, applicationId });
        const decision = documents.find(({ formKey }) => decisions.includes(formKey));
        if (decision === undefined) throw new Error(`no decision among the papers of ${about}`);
        await recordService(tx, clerk, { tenant, documentId: decision.documentId, ...served });
      });
      return undefined;
    },
  };
}
