import { fault, ok, type Result } from '../../../kernel/errors/index.ts';
import type { HandlerKind } from '../../network/index.ts';
import { type Conflict, conflictsOf, type PartyMatch } from './conflicts.ts';
import { type BarReason, type CaseFacts, type HandlerFacts, mayAct } from './eligibility.ts';
import { fairShares } from './fair-share.ts';
import { type CandidateFacts, type MatterFacts, rank, type ScoreLine } from './ranking.ts';

/** Everything that is known of one handler of the tenant when a case is to be designated. */
export interface HandlerInView extends HandlerFacts, Omit<CandidateFacts, 'share'> {
  readonly agencyId: string;
  /** True for the people of a firm or office; false for a centre's own staff, who are no firm. */
  readonly ownFirm: boolean;
  readonly weight: number;
  readonly designatedSince: number;
}

/** 候选人: may act; best first. `cautions` are possible conflicts that rest on a like name. */
export interface Candidate {
  readonly handlerId: string;
  readonly agencyId: string;
  readonly kind: HandlerKind;
  readonly rank: number;
  /** Place in the turn (轮派); 0 for the one whose turn it is. */
  readonly turn: number;
  readonly total: number;
  readonly lines: readonly ScoreLine[];
  readonly cautions: readonly Conflict[];
}

export interface Barred {
  readonly handlerId: string;
  readonly reasons: readonly BarReason[];
  readonly conflicts: readonly Conflict[];
}

export interface Ranking {
  readonly candidates: readonly Candidate[];
  readonly barred: readonly Barred[];
}

/** Part the handlers into those who may act, ranked with reasons, and those who may not, with theirs. */
export function rankHandlers(
  handlers: readonly HandlerInView[],
  matter: CaseFacts & MatterFacts,
  matches: readonly PartyMatch[],
): Ranking {
  const judged = handlers.map((handler) => {
    const conflicts = conflictsOf(handler, matches);
    return { handler, conflicts, reasons: mayAct(handler, matter, conflicts) };
  });
  const fit = judged.filter((j) => j.reasons.length === 0);
  const shares = new Map(
    fairShares(fit.map(({ handler: h }) => ({ id: h.id, weight: h.weight, count: h.designatedSince }))).map((s) => [
      s.id,
      s,
    ]),
  );
  const of = new Map(fit.map(({ handler }) => [handler.id, handler]));
  const facts = fit.flatMap(({ handler }): CandidateFacts[] => {
    const share = shares.get(handler.id);
    return share === undefined ? [] : [{ ...handler, share }];
  });
  const cautions = new Map(fit.map((j) => [j.handler.id, j.conflicts]));
  return {
    candidates: rank(facts, matter).flatMap(({ id, total, lines, turn }, i): Candidate[] => {
      const handler = of.get(id);
      if (handler === undefined) return [];
      const { agencyId, kind } = handler;
      return [{ handlerId: id, agencyId, kind, rank: i + 1, turn, total, lines, cautions: cautions.get(id) ?? [] }];
    }),
    barred: judged
      .filter((j) => j.reasons.length > 0)
      .map(({ handler, conflicts, reasons }) => ({ handlerId: handler.id, reasons, conflicts })),
  };
}

export type DesignationFault =
  | { readonly code: 'case.handlerUnknown' }
  | { readonly code: 'case.handlerBarred'; readonly reasons: readonly BarReason[] }
  | { readonly code: 'case.cautionReason' }
  | { readonly code: 'case.overrideReason' };

/**
 * The candidate, if this designation may be made: on the list, and with a reason wherever it departs from the first of the
 * ranking or passes over a possible conflict.
 */
export function decideDesignation(
  ranking: Ranking,
  handlerId: string,
  reason: string | undefined,
): Result<Candidate, DesignationFault> {
  const barred = ranking.barred.find((b) => b.handlerId === handlerId);
  if (barred !== undefined) return fault({ code: 'case.handlerBarred', reasons: barred.reasons });
  const candidate = ranking.candidates.find((c) => c.handlerId === handlerId);
  if (candidate === undefined) return fault({ code: 'case.handlerUnknown' });
  if (reason === undefined && candidate.cautions.length > 0) return fault({ code: 'case.cautionReason' });
  if (reason === undefined && candidate.rank > 1) return fault({ code: 'case.overrideReason' });
  return ok(candidate);
}
