import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayReveal, mayRevealShielded } from '../permissions.ts';
import type { ProtectedField, RevealReason } from '../schema.ts';
import { openValues } from '../sealed.ts';
import { loadPerson } from '../store.ts';

export interface RevealPerson {
  readonly tenant: string;
  readonly personId: string;
  /** The matter in whose history the reveal is kept; the person's own when left out. */
  readonly matterId?: string | undefined;
  readonly fields: readonly ProtectedField[];
  readonly reason: RevealReason;
}

/** Whether this member of staff handles a matter that concerns the person. Told by the room of cases. */
export type Concerned = (
  tx: Tx,
  actor: Actor,
  about: { readonly tenant: string; readonly personId: string; readonly matterId: string | undefined },
) => Promise<boolean>;

export type RevealedValues = { readonly [F in ProtectedField]?: string | null };

/**
 * 查看隐去的信息: whole values, for a stated reason, remembered for good: who, which fields, why; never the values. The
 * address of a shielded person opens only to the reviewer and to the handler of the matter. Somebody who is only a
 * handler sees only people of matters of their own, and nobody's where no `concerned` is given.
 * @throws Refusal `auth.forbidden`, `person.shielded`, `person.reason`, `person.reasonHoldsNumber`, `record.notFound`
 */
export async function revealPerson(
  tx: Tx,
  actor: Actor,
  input: RevealPerson,
  concerned?: Concerned,
): Promise<RevealedValues> {
  const place = { tenant: input.tenant };
  actor.must(mayReveal, place);
  const text = input.reason.text.trim();
  checkReason(text);
  const row = await loadPerson(tx, input.tenant, input.personId);

  const about = { tenant: input.tenant, personId: input.personId, matterId: input.matterId };
  const handles = async (): Promise<boolean> =>
    actor.holds(['handler'], place) && concerned !== undefined && (await concerned(tx, actor, about));
  const atDesk = (roles: readonly string[]): boolean => actor.holds(withoutHandler(roles), place);
  if (!atDesk(mayReveal.roles) && !(await handles())) {
    throw new Refusal('auth.forbidden', { permission: mayReveal.key });
  }
  if (row.shielded && input.fields.includes('address') && !atDesk(mayRevealShielded.roles) && !(await handles())) {
    throw new Refusal('person.shielded');
  }
  if (input.matterId !== undefined) await mustExist(tx, input.tenant, input.matterId);

  const { documentNumber, phone, address } = openValues(tx, row);
  const values = { identityNumber: documentNumber, phone, address };
  const fields = [...new Set(input.fields)];
  tx.record({
    tenant: input.tenant,
    matterId: input.matterId ?? input.personId,
    kind: 'person.revealed',
    subject: 'person',
    subjectId: input.personId,
    payload: { fields, reasonCode: input.reason.code, reason: text },
  });
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function checkReason(text: string): void {
  const refuse = (code: string): never => {
    throw new Refusal('input.invalid', {}, [{ pointer: '/reason/text', code }]);
  };
  if ([...text].length < 4) refuse('person.reason');
  if (/\p{Cc}|\p{Cs}/u.test(text)) refuse('input.controlCharacters');
  // The reason stays in the history of the matter: no place for a phone or identity number.
  if (/\d{11}|\d{17}[\dXx]/.test(text.normalize('NFKC').replace(/[\s-]/g, ''))) refuse('person.reasonHoldsNumber');
}

/** A history begins with its matter, not with a look at somebody. */
async function mustExist(tx: Tx, tenant: string, matterId: string): Promise<void> {
  const head = await tx.db
    .selectFrom('eventHead')
    .select('seq')
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .executeTakeFirst();
  if (head === undefined) throw new Refusal('record.notFound');
}

const withoutHandler = (roles: readonly string[]): readonly string[] => roles.filter((role) => role !== 'handler');
