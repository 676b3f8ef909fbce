import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { HandlerKind } from '../../network/index.ts';
import { mayListCandidates } from '../permissions.ts';
import type { Barred, Candidate } from '../rules/designation.ts';
import { type FirmInView, firmsFor, offeredTo } from '../rules/methods.ts';
import { rankingVersion } from '../rules/ranking.ts';
import type { CaseKey } from '../schema.ts';
import { loadCase } from '../store/cases.ts';
import { firmsAsked } from '../store/firms.ts';
import { viewHandlers } from './view-handlers.ts';

/** Who a handler is, for the list. */
export interface HandlerCard {
  readonly handlerId: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly kind: HandlerKind;
  readonly agencyName: string;
  readonly specialities: readonly string[];
  readonly languages: readonly string[];
  readonly demonstration: boolean;
}

export interface CandidateList {
  readonly caseId: string;
  readonly version: number;
  readonly turnSince: string;
  readonly rankingVersion: number;
  readonly candidates: readonly (Candidate & { readonly handler: HandlerCard })[];
  /** How many would be asked if the case were offered. */
  readonly offerable: number;
  /** Firms that it may go to, the best placed first. */
  readonly firms: readonly (FirmInView & { readonly agencyName: string })[];
  /** Listed with the reason; nobody can select them. */
  readonly barred: readonly (Barred & { readonly handler: HandlerCard })[];
}

/** 候选名单: ranked with reasons, and those who may not act with theirs. */
export async function listCandidates(tx: Tx, actor: Actor, input: CaseKey): Promise<CandidateList> {
  actor.must(mayListCandidates, { tenant: input.tenant });
  const aidCase = await loadCase(tx, input);
  const view = await viewHandlers(tx, aidCase);
  const asked = await firmsAsked(tx, aidCase.tenant, aidCase.id);
  const gaveBack = asked.filter(({ state }) => state === 'givenBack').map(({ agencyId }) => agencyId);
  const unitName = new Map([...view.handlers.values()].map((h) => [h.agencyId, h.agencyName]));
  const withCard = <T extends { readonly handlerId: string }>(entry: T): (T & { handler: HandlerCard })[] => {
    const handler = view.handlers.get(entry.handlerId);
    if (handler === undefined) return [];
    const { name, sex, kind, agencyName, specialities, languages, demonstration } = handler;
    return [
      {
        ...entry,
        handler: { handlerId: handler.id, name, sex, kind, agencyName, specialities, languages, demonstration },
      },
    ];
  };
  return {
    caseId: aidCase.id,
    version: aidCase.version,
    turnSince: view.turnSince,
    rankingVersion,
    offerable: offeredTo(view.ranking).length,
    firms: firmsFor(view.ranking, gaveBack).map((firm) => ({
      ...firm,
      agencyName: unitName.get(firm.agencyId) ?? '',
    })),
    candidates: view.ranking.candidates.flatMap(withCard),
    barred: view.ranking.barred.flatMap(withCard),
  };
}
