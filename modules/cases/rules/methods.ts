import { fault, ok, type Result } from '../../../kernel/errors/index.ts';
import type { HandlerKind } from '../../network/index.ts';
import { offerHours } from '../method-schema.ts';
import type { DesignationMethod, Words } from '../schema.ts';
import { type Candidate, type DesignationFault, decideDesignation, type Ranking } from './designation.ts';

/** One way in which a case comes to its handler. */
export interface Method extends Words {
  /** What it does, in a sentence for whoever chooses. */
  readonly does: Words;
  /** The move of the case's table that begins it: its row says who may and which clock it keeps. */
  readonly begins: 'designate' | 'openOffer' | 'designateFirm';
  /** Kinds of handler that it may end with. */
  readonly kinds: readonly HandlerKind[];
  /** Hours for which it waits for an answer unless told otherwise, and the most that may be told; null where nobody is waited for. */
  readonly hours: { readonly usual: number; readonly most: number } | null;
  readonly citation: string;
  /** False: the rule's text has not been read. */
  readonly verified: boolean;
}

const everybody: readonly HandlerKind[] = ['lawyer', 'basicLegalServiceWorker', 'centreStaff'];
const ofFirms: readonly HandlerKind[] = ['lawyer', 'basicLegalServiceWorker'];

/** Every method as data: the screens print it, the use cases ask it. */
export const methods: Readonly<Record<DesignationMethod, Method>> = {
  direct: {
    zh: '直接指派',
    en: 'Directly',
    does: { zh: '按排序选人，不选第一位要说明理由', en: 'From the ranking; passing over the first needs a reason' },
    begins: 'designate',
    kinds: everybody,
    hours: null,
    citation: '《法律援助法》第四十三条',
    verified: true,
  },
  turn: {
    zh: '轮派',
    en: 'By turn',
    does: { zh: '轮到谁就是谁，不看其他得分', en: 'Whoever’s turn it is, whatever the other points' },
    begins: 'designate',
    kinds: everybody,
    hours: null,
    citation: '《办理法律援助案件程序规定》第二十五条',
    verified: false,
  },
  choice: {
    zh: '受援人点援',
    en: 'The recipient’s choice',
    does: { zh: '由受援人点名，登记其意愿', en: 'Named by the recipient; the wish is written down' },
    begins: 'designate',
    kinds: everybody,
    hours: null,
    citation: '《办理法律援助案件程序规定》第二十五条',
    verified: false,
  },
  offer: {
    zh: '公开征集（抢单）',
    en: 'Offered to the qualified',
    does: {
      zh: '向全部符合条件的人征集，先接受的承办，过期自动收回',
      en: 'Offered to all who may act; the first to accept has it, and it lapses by itself',
    },
    begins: 'openOffer',
    kinds: everybody,
    hours: offerHours,
    citation: '《办理法律援助案件程序规定》第二十五条',
    verified: false,
  },
  firm: {
    zh: '指派到单位',
    en: 'To a firm, and then its lawyer',
    does: {
      zh: '先指派律师事务所或者法律服务所，由其安排人员',
      en: 'To a firm or office, which names one of its people',
    },
    begins: 'designateFirm',
    kinds: ofFirms,
    hours: null,
    citation: '《法律援助法》第十六条、第四十三条；《办理法律援助案件程序规定》第二十七条',
    verified: true,
  },
  inHouse: {
    zh: '安排本机构人员',
    en: 'The centre’s own staff',
    does: { zh: '由本机构有律师资格或者法律职业资格的人员承办', en: 'By qualified staff of the centre itself' },
    begins: 'designate',
    kinds: ['centreStaff'],
    hours: null,
    citation: '《法律援助法》第十三条',
    verified: true,
  },
};

export type MethodFault =
  | DesignationFault
  | { readonly code: 'case.notTheirTurn' }
  | { readonly code: 'case.wishMissing' }
  | { readonly code: 'case.methodKind' }
  | { readonly code: 'case.notOffered' }
  | { readonly code: 'case.notOfFirm' };

export interface Choice {
  readonly method: DesignationMethod;
  readonly handlerId: string;
  readonly reason?: string | undefined;
  /** True when the recipient's wish is on record. */
  readonly wished?: boolean | undefined;
  /** The firm that a two-step designation went to. */
  readonly firmId?: string | undefined;
}

/**
 * The candidate, if this method may end with this handler. Every method judges the same ranking, made for this click: whoever is
 * barred is on none of its lists, so no method can reach them. A possible conflict is looked into by a person; an offer, where
 * nobody looks, leaves those who have one out.
 */
export function decideByMethod(ranking: Ranking, choice: Choice): Result<Candidate, MethodFault> {
  const { method, handlerId, reason } = choice;
  const found = decideDesignation(ranking, handlerId, reason ?? 'asked below');
  if (!found.ok) return found;
  const candidate = found.value;
  if (!methods[method].kinds.includes(candidate.kind)) return fault({ code: 'case.methodKind' });
  if (method !== 'offer' && reason === undefined && candidate.cautions.length > 0) {
    return fault({ code: 'case.cautionReason' });
  }
  const misses = needs[method](candidate, ranking, choice);
  return misses === undefined ? ok(candidate) : fault(misses);
}

type Needs = (candidate: Candidate, ranking: Ranking, choice: Choice) => MethodFault | undefined;

const needs: Readonly<Record<DesignationMethod, Needs>> = {
  direct: ({ rank }, _ranking, { reason }) =>
    rank > 1 && reason === undefined ? { code: 'case.overrideReason' } : undefined,
  turn: ({ turn }) => (turn === 0 ? undefined : { code: 'case.notTheirTurn' }),
  choice: (_candidate, _ranking, { wished }) => (wished === true ? undefined : { code: 'case.wishMissing' }),
  offer: ({ cautions }) => (cautions.length === 0 ? undefined : { code: 'case.notOffered' }),
  firm: ({ agencyId }, _ranking, { firmId }) => (agencyId === firmId ? undefined : { code: 'case.notOfFirm' }),
  inHouse: (candidate, { candidates }, { reason }) => {
    const first = candidates.find(({ kind }) => kind === 'centreStaff');
    return first !== candidate && reason === undefined ? { code: 'case.overrideReason' } : undefined;
  },
};

/** Who is asked when a case is offered: everybody who may act and in whom nothing has to be looked into. */
export function offeredTo({ candidates }: Ranking): readonly Candidate[] {
  return candidates.filter(
    (candidate) => candidate.cautions.length === 0 && methods.offer.kinds.includes(candidate.kind),
  );
}

/** A firm to which the case may go, with what of its people makes it so. */
export interface FirmInView {
  readonly agencyId: string;
  /** How many of its people may act. */
  readonly fit: number;
  /** The place of its best in the ranking. */
  readonly bestRank: number;
}

/** The firms with somebody who may act, the best placed first; those that gave this case back are left out. */
export function firmsFor({ candidates }: Ranking, gaveBack: readonly string[]): readonly FirmInView[] {
  const firms = new Map<string, FirmInView>();
  for (const { agencyId, kind, rank } of candidates) {
    if (!methods.firm.kinds.includes(kind) || gaveBack.includes(agencyId)) continue;
    const known = firms.get(agencyId);
    firms.set(agencyId, { agencyId, fit: (known?.fit ?? 0) + 1, bestRank: known?.bestRank ?? rank });
  }
  return [...firms.values()];
}
