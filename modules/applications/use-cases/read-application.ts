import { canonicalJson } from '../../../kernel/crypto/index.ts';
import { type DeadlineRow, openDeadlines } from '../../../kernel/deadlines/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { mustStand } from '../../archive/index.ts';
import { type DocumentSummary, documentsOfMatter } from '../../documents/index.ts';
import type { Language } from '../../network/index.ts';
import { loadPersons, type PersonView } from '../../people/index.ts';
import { requestsFor } from '../cooperation-store.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { mayRead, mayReadContested } from '../permissions.ts';
import { groundsFrom } from '../rules/decision.ts';
import { stillNeeded } from '../rules/still-needed.ts';
import { openFacts, openNarrative } from '../sealed.ts';
import {
  type ApplicationRow,
  loadApplication,
  type MaterialRow,
  materialsOf,
  type ProvisionalRow,
  partiesOf,
  provisionalOf,
  type SupplementRow,
  supplementOf,
  wasContested,
} from '../store.ts';
import { type CooperationView, viewOf } from './answer-cooperation.ts';
import { readStory, type StoryEvent } from './read-story.ts';

export interface ApplicationPage {
  readonly application: Omit<ApplicationRow, 'factsSealed' | 'narrativeSealed' | 'queryCodeIndex'>;
  readonly narrative: string;
  readonly wanted: string | null;
  readonly organName: string | null;
  /** What the person asked to be spoken to in. */
  readonly language: Language | null;
  /** Income stands behind a reveal: here only whether it was given. */
  readonly household: {
    readonly members: number;
    readonly opponentInHousehold: boolean;
    /** Another value whenever anything of the household was changed, income too; it tells nothing of what stands there. */
    readonly mark: string;
  } | null;
  readonly parties: readonly {
    readonly role: string;
    readonly detail: unknown;
    readonly person: PersonView | null;
    readonly name: string;
    readonly personId: string;
  }[];
  readonly materials: readonly MaterialRow[];
  /** What somebody who applies for another has still to show. */
  readonly stillNeeded: readonly string[];
  readonly supplement: SupplementRow | null;
  readonly provisional: ProvisionalRow | null;
  /** What was asked of other centres, newest first. */
  readonly cooperation: readonly CooperationView[];
  readonly deadlines: readonly DeadlineRow[];
  readonly documents: readonly DocumentSummary[];
  readonly story: readonly StoryEvent[];
  readonly allowedActions: readonly string[];
  /** What a refusal could start from. */
  readonly suggestedGrounds: readonly { readonly text: string; readonly citation: string }[];
}

/** 案件页: everything a reviewer needs to decide, personal data masked. Reading it is remembered. */
export async function readApplication(
  tx: Tx,
  actor: Actor,
  input: { tenant: string; applicationId: string },
): Promise<ApplicationPage> {
  const row = await loadForReading(tx, actor, input);
  await mustStand(tx, row);
  const parties = await partiesOf(tx, row.tenant, row.id);
  const persons = await loadPersons(
    tx,
    row.tenant,
    parties.map((p) => p.personId),
  );
  const byId = new Map(persons.map((p) => [p.personId, p]));
  const facts = openFacts(tx, row);
  const words = openNarrative(tx, row);
  const { factsSealed: _facts, narrativeSealed: _words, queryCodeIndex: _code, ...application } = row;
  const allowed = allowedActions(applicationLifecycle, row.state, actor, { tenant: row.tenant });
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: 'application.read',
    subject: 'application',
    subjectId: row.id,
  });
  const materials = await materialsOf(tx, row.tenant, row.id);
  return {
    application,
    narrative: words.narrative,
    wanted: words.wanted ?? null,
    organName: words.organName ?? null,
    language: words.language ?? null,
    household:
      facts.household === undefined
        ? null
        : {
            members: facts.household.members,
            opponentInHousehold: facts.household.opponentInHousehold === true,
            // Bound to the application: equal households of two families give different marks.
            mark: tx.cipher.blindIndex('householdMark', `${row.id}\n${canonicalJson(facts.household)}`),
          },
    parties: parties.map((p) => ({
      role: p.role,
      detail: p.detail,
      personId: p.personId,
      name: p.name,
      person: byId.get(p.personId) ?? null,
    })),
    materials,
    stillNeeded: stillNeeded(row, materials),
    supplement: (await supplementOf(tx, row.tenant, row.id)) ?? null,
    provisional: (await provisionalOf(tx, row.tenant, row.id)) ?? null,
    cooperation: (await requestsFor(tx, row.tenant, row.id)).map((request) => viewOf(tx, request, actor)),
    deadlines: await openDeadlines(tx, row.tenant, [row.id]),
    documents: await documentsOfMatter(tx, row.tenant, row.matterId),
    story: await readStory(tx, row.tenant, row.matterId),
    allowedActions: withoutForbidden(allowed, row, actor),
    suggestedGrounds: groundsFrom(row.assessment),
  };
}

/** True for the bureau's reviewer of a matter that an objection has brought before the bureau: they read its papers too. */
export async function reviewsMatter(
  tx: Tx,
  actor: Actor,
  matter: { readonly tenant: string; readonly matterId: string },
): Promise<boolean> {
  return actor.holds(mayReadContested.roles, matter) && (await wasContested(tx, matter));
}

/** Staff of the centre read any application of theirs; the bureau those that an objection has brought before it. */
async function loadForReading(
  tx: Tx,
  actor: Actor,
  { tenant, applicationId }: { tenant: string; applicationId: string },
): Promise<ApplicationRow> {
  if (actor.holds(mayReadContested.roles, { tenant })) {
    const row = await loadApplication(tx, tenant, applicationId);
    if (await wasContested(tx, row)) return row;
  }
  actor.must(mayRead, { tenant });
  return loadApplication(tx, tenant, applicationId);
}

/** Buttons the table allows but separation of duties does not: the proposer never sees "approve", and one outcome was proposed. */
function withoutForbidden(actions: readonly string[], row: ApplicationRow, actor: Actor): readonly string[] {
  return actions.filter((action) => {
    if (action !== 'grant' && action !== 'refuse') return true;
    return row.proposal?.outcome === action && row.proposedBy !== actor.id;
  });
}
