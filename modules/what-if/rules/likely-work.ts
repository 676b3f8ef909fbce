import { type ApplicationState, aidFormOf } from '../../applications/index.ts';
import type { Direction, Facts, MatterClass, Route, SubsidyQuestion } from '../../policy/index.ts';
import { tariffQuestion } from '../../subsidies/index.ts';

/** The case that an application would become, as the tariff asks for it: handled from the day of receipt, by somebody paid by the case. */
export function likelyWork(
  application: { readonly tenant: string; readonly class: string; readonly receivedOn: string },
  facts: Facts,
  route: Route | null,
): SubsidyQuestion {
  const { criminal } = facts.matter;
  return tariffQuestion({
    tenant: application.tenant,
    class: application.class as MatterClass,
    aidForm: aidFormOf({ class: application.class, route }, criminal?.role),
    stage: criminal?.stage ?? null,
    designatedOn: application.receivedOn,
    closedOn: application.receivedOn,
    paidByTreasury: false,
  });
}

const gone: readonly ApplicationState[] = ['WITHDRAWN', 'DEEMED_WITHDRAWN'];

/**
 * Whether a changed answer would change what the fund pays. Not where the decision already went that way against the assessment (a grant for
 * stated reasons, a refusal), and not where the person has withdrawn.
 */
export function movesMoney(direction: Direction, state: ApplicationState): boolean {
  if (gone.includes(state)) return false;
  if (direction === 'gains') return state !== 'GRANTED';
  return direction === 'loses' && state !== 'REFUSED';
}
