/** How somebody stood in a case: the recipient of aid, the other side, or accused with the recipient. */
export type PartyRole = 'recipient' | 'opponent' | 'coDefendant';

/** How a handler is tied to somebody: by a case's party, as the duty lawyer who helped them, or as a relative. */
export type TieThere = PartyRole | 'helped' | 'relative';

/**
 * What the tie rests on. `identity`: the same person on file. `name`: only the name is the same. `proceeding`: accused in the same
 * proceeding, by the organ's case number. `declared`: told by the handler, by name.
 */
export type Evidence = 'identity' | 'name' | 'proceeding' | 'declared';

/** Somebody of another case who seems to be a party of this one, and the handler who is tied to them. */
export interface PartyMatch {
  /** The role in this case of the party that was found. */
  readonly roleHere: PartyRole;
  readonly roleThere: TieThere;
  readonly caseId: string;
  /** The other case's number; of a help its day, of a relative the name as it stands here. */
  readonly caseNumber: string;
  /** True while the other case is being handled. */
  readonly open: boolean;
  /** True when both cases are one criminal proceeding, or belong to one matter. */
  readonly sameProceeding: boolean;
  readonly handlerId: string;
  readonly agencyId: string;
  readonly by: Evidence;
  /** The length of the matched name in characters; a long name (a company's) is as good as a number. */
  readonly nameLength: number;
}

export const conflictKinds = [
  'actsForOtherSide',
  'firmActsForOtherSide',
  'actsAgainstRecipient',
  'defendsCoDefendant',
  'dutyLawyerOfCoSuspect',
  'relativeOfOtherSide',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A conflict of interest of one handler in this case, with what it comes from. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly by: Evidence;
  /** 0 to 100: how sure it is that it is this very person, and that the tie is one that bars. */
  readonly score: number;
  /** False: to be looked into by the designator. */
  readonly certain: boolean;
}

/** From this many characters a name tells one party from another (companies, offices); 李丽 does not. */
export const tellingNameLength = 6;

/** From this score a conflict bars; below it a person looks. An office's choice. */
const certainFrom = 80;

/**
 * The conflicts of one handler, in the directions the law knows: acting for the other side, a colleague of the same firm doing so, acting
 * against the recipient elsewhere, defending two who are accused together, having been the duty lawyer of somebody accused with the
 * recipient, being a relative of the other side. The surest first.
 */
export function conflictsOf(
  handler: { readonly id: string; readonly agencyId: string; readonly ownFirm: boolean },
  matches: readonly PartyMatch[],
): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const match of matches) {
    const kind = kindOf(handler, match);
    if (kind === undefined) continue;
    const score = scoreOf(match);
    const key = `${kind}/${match.caseId}`;
    if ((found.get(key)?.score ?? -1) >= score) continue;
    const { caseId, caseNumber, by } = match;
    found.set(key, { kind, caseId, caseNumber, by, score, certain: score >= certainFrom });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/**
 * How sure the tie is. Whoever advised one of two suspects on duty knows what the other must not learn, so that in one proceeding the help
 * bars the defence; a name alone does not, and neither does a relative, who is told by name.
 */
function scoreOf({ by, roleThere, nameLength }: PartyMatch): number {
  if (roleThere === 'relative') return 60;
  if (roleThere === 'helped') return by === 'name' ? 40 : 90;
  if (by === 'identity') return 100;
  if (by === 'proceeding') return 95;
  return nameLength >= tellingNameLength ? 90 : 40;
}

function kindOf(
  handler: { id: string; agencyId: string; ownFirm: boolean },
  match: PartyMatch,
): ConflictKind | undefined {
  const same = match.handlerId === handler.id;
  // The staff of a centre are no firm: two of them may act on two sides, as two firms may.
  const firm = !same && handler.ownFirm && match.agencyId === handler.agencyId;
  if (match.roleThere === 'relative') return same && match.roleHere !== 'recipient' ? 'relativeOfOtherSide' : undefined;
  if (match.roleThere === 'helped')
    return same && match.roleHere === 'coDefendant' ? 'dutyLawyerOfCoSuspect' : undefined;
  if (match.roleHere === 'opponent' && match.roleThere === 'recipient') {
    if (same) return 'actsForOtherSide';
    // A firm is barred by the same dispute, and by a client it still serves; a client of long ago binds the lawyer alone.
    return firm && (match.sameProceeding || match.open) ? 'firmActsForOtherSide' : undefined;
  }
  if (!same) return undefined;
  if (match.roleHere === 'recipient' && match.roleThere === 'opponent') {
    return match.open ? 'actsAgainstRecipient' : undefined;
  }
  if (match.roleHere === 'coDefendant' && match.roleThere === 'recipient') {
    return 'defendsCoDefendant';
  }
  return undefined;
}
