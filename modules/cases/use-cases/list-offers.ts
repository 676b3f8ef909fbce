import { Refusal } from '../../../kernel/errors/index.ts';
import type { Instant, LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { maskName } from '../../people/index.ts';
import type { Cause, CriminalStage, MatterClass } from '../../policy/index.ts';
import { mayAnswerOffers } from '../permissions.ts';
import { tellingNameLength } from '../rules/conflicts.ts';
import type { CaseAidForm } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { offersFor } from '../store/offers.ts';
import { partiesOf } from '../store/parties.ts';

/** What a handler reads of a case before it is theirs: the work, and of people no more than a surname. */
export interface CaseInShort {
  readonly tenant: string;
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly class: MatterClass;
  readonly cause: Cause | null;
  readonly stage: CriminalStage | null;
  readonly aidForm: CaseAidForm;
  readonly county: string;
  readonly recipient: string;
  /** The other side: a company by its name, so that whoever acts for it knows; a person by the surname. */
  readonly others: readonly string[];
  readonly hearingOn: LocalDate | null;
  readonly urgent: boolean;
  readonly demonstration: boolean;
}

export interface WaitingOffer extends CaseInShort {
  readonly offerId: string;
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
  readonly asked: number;
}

/** 待接征集: what is offered to this handler now. */
export async function listOffers(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string },
): Promise<readonly WaitingOffer[]> {
  actor.must(mayAnswerOffers, input);
  const own = await handlerByAccount(tx, input.tenant, actor.id);
  if (own === undefined) throw new Refusal('case.notYours');
  const waiting = await offersFor(tx, input.tenant, own.id);
  const rows: WaitingOffer[] = [];
  for (const { offer, aidCase } of waiting) {
    rows.push({
      ...(await inShort(tx, aidCase)),
      offerId: offer.id,
      offeredAt: offer.offeredAt,
      expiresAt: offer.expiresAt,
      asked: offer.offeredTo.length,
    });
  }
  return rows;
}

export async function inShort(tx: Tx, c: AidCase): Promise<CaseInShort> {
  const others = (await partiesOf(tx, c.tenant, c.id)).filter(({ role }) => role !== 'recipient');
  return {
    tenant: c.tenant,
    caseId: c.id,
    number: c.number,
    version: c.version,
    class: c.class,
    cause: c.cause,
    stage: c.stage,
    aidForm: c.aidForm,
    county: c.region.slice(0, 6),
    recipient: maskName(c.recipientName),
    others: others.map(({ name }) => (name.length >= tellingNameLength ? name : maskName(name))),
    hearingOn: c.criminal?.hearingOn ?? null,
    urgent: c.urgent,
    demonstration: c.demonstration,
  };
}
