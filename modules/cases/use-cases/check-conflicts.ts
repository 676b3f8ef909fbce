import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlersAround } from '../../network/index.ts';
import { findPersonsByIdentity, nameSearchKeys } from '../../people/index.ts';
import type { CheckConflicts } from '../conflict-schema.ts';
import { mayCheckConflicts } from '../permissions.ts';
import { type Conflict, conflictsOf, type PartyRole } from '../rules/conflicts.ts';
import { partyMatches, type SoughtParty } from '../store/parties.ts';

/** A handler with a conflict in what is being written down. */
export interface ConflictedHandler {
  readonly handlerId: string;
  readonly name: string;
  readonly agencyName: string;
  readonly conflicts: readonly Conflict[];
}

/**
 * 利益冲突检查, on entry: who of the centre's handlers could not act, or has to be looked into, were this a case already. The same
 * search judges again at the designation.
 */
export async function checkConflicts(
  tx: Tx,
  actor: Actor,
  input: CheckConflicts,
): Promise<readonly ConflictedHandler[]> {
  const { tenant, recipient, opponents, coDefendants, organCaseNumber } = input;
  actor.must(mayCheckConflicts, { tenant });
  const given: [PartyRole, CheckConflicts['recipient']][] = [
    ['recipient', recipient],
    ...opponents.map((party): [PartyRole, typeof party] => ['opponent', party]),
    ...coDefendants.map((party): [PartyRole, typeof party] => ['coDefendant', party]),
  ];
  const parties: SoughtParty[] = [];
  for (const [role, { name, documentNumber }] of given) {
    const rows =
      documentNumber === undefined
        ? []
        : await findPersonsByIdentity(tx, { number: documentNumber, tenants: [tenant] });
    parties.push({ role, personIds: rows.map((p) => p.personId), name, nameKey: nameSearchKeys(name).folded });
  }
  const matches = await partyMatches(tx, {
    tenant,
    caseId: null,
    matterId: null,
    organCaseNumber: organCaseNumber ?? null,
    parties,
  });
  if (matches.length === 0) return [];
  // Whoever is tied, and their colleagues: a firm is bound by what one of its own does.
  const handlers = await handlersAround(tx, tenant, {
    ids: [...new Set(matches.map((m) => m.handlerId))],
    agencyIds: [...new Set(matches.map((m) => m.agencyId))],
  });
  return handlers
    .flatMap((h) => {
      const conflicts = conflictsOf({ id: h.id, agencyId: h.agencyId, ownFirm: h.agencyKind !== 'centre' }, matches);
      return conflicts.length === 0 ? [] : [{ handlerId: h.id, name: h.name, agencyName: h.agencyName, conflicts }];
    })
    .sort((a, b) => (b.conflicts[0]?.score ?? 0) - (a.conflicts[0]?.score ?? 0));
}
