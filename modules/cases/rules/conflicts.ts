/** How somebody stood in a case: the recipient of aid, the other side, or accused with the recipient. */
export type PartyRole = 'recipient' | 'opponent' | 'coDefendant';

/** A party of another case that seems to be a party of this one, and who acts there. */
export interface PartyMatch {
  /** The role in this case of the party that was found. */
  readonly roleHere: PartyRole;
  /** The role in the other case. */
  readonly roleThere: PartyRole;
  readonly caseId: string;
  readonly caseNumber: string;
  /** True while the other case is being handled. */
  readonly open: boolean;
  /** True when both cases are one criminal proceeding, or belong to one matter. */
  readonly sameProceeding: boolean;
  readonly handlerId: string;
  readonly agencyId: string;
  /** `identity`: the same person on file; `name`: only the name is the same. */
  readonly by: 'identity' | 'name';
  /** The length of the matched name in characters; a long name (a company's) is as good as a number. */
  readonly nameLength: number;
}

export type ConflictKind = 'actsForOtherSide' | 'firmActsForOtherSide' | 'actsAgainstRecipient' | 'defendsCoDefendant';

/** A conflict of interest of one handler in this case, with the case that it comes from. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly caseId: string;
  readonly caseNumber: string;
  /** False: a like name only, to be looked into by the designator. */
  readonly certain: boolean;
}

/** From this many characters a name tells one party from another (companies, offices); 李丽 does not. */
export const tellingNameLength = 6;

/**
 * The conflicts of one handler, in the directions the law knows: acting for the other side, a colleague of the same firm
 * doing so, acting against the recipient elsewhere, defending two who are accused together.
 */
export function conflictsOf(
  handler: { readonly id: string; readonly agencyId: string; readonly ownFirm: boolean },
  matches: readonly PartyMatch[],
): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const match of matches) {
    const kind = kindOf(handler, match);
    if (kind === undefined) continue;
    const certain = match.by === 'identity' || match.nameLength >= tellingNameLength;
    const key = `${kind}/${match.caseId}`;
    if (found.get(key)?.certain !== true) {
      found.set(key, { kind, caseId: match.caseId, caseNumber: match.caseNumber, certain });
    }
  }
  return [...found.values()];
}

function kindOf(
  handler: { id: string; agencyId: string; ownFirm: boolean },
  match: PartyMatch,
): ConflictKind | undefined {
  const same = match.handlerId === handler.id;
  // The staff of a centre are no firm: two of them may act on two sides, as two firms may.
  const firm = !same && handler.ownFirm && match.agencyId === handler.agencyId;
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
