import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor } from '../../../kernel/use-case/index.ts';
import { type FigureInForce, figuresInForce, type Law, packsOnFile } from '../../policy/index.ts';
import { mayAskWhatIf } from '../permissions.ts';

/** A draft that a trial may take as law. */
export interface DraftPack {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly effectiveFrom: LocalDate;
}

/** What a trial can change: the figures in force on a day where the actor answers for applications, and the drafts on file. */
export function listFigures(
  actor: Actor,
  { on, tenant }: { readonly on: LocalDate; readonly tenant?: string | undefined },
  law: Law,
): { readonly on: LocalDate; readonly figures: readonly FigureInForce[]; readonly drafts: readonly DraftPack[] } {
  const inReach = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (place) => actor.holds(mayAskWhatIf.roles, { tenant: place }) && (tenant === undefined || place === tenant),
  );
  if (inReach.length === 0) throw new Refusal('auth.forbidden', { permission: mayAskWhatIf.key });
  return {
    on,
    figures: figuresInForce(law.packs, on, inReach),
    drafts: packsOnFile()
      .filter((pack) => pack.draft)
      .map(({ key, title, effectiveFrom }) => ({ key, title, effectiveFrom })),
  };
}
