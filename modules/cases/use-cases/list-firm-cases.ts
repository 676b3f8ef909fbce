import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayNameHandlers } from '../permissions.ts';
import type { Conflict } from '../rules/conflicts.ts';
import type { BarReason } from '../rules/eligibility.ts';
import { casesAtFirms } from '../store/firms.ts';
import { type CaseInShort, inShort } from './list-offers.ts';
import { viewHandlers } from './view-handlers.ts';

/** One of the firm's people, as this case sees them. */
export interface FirmPerson {
  readonly handlerId: string;
  readonly name: string;
  readonly openCases: number;
  /** Empty for whoever may act. */
  readonly barred: readonly BarReason[];
  readonly cautions: readonly Conflict[];
}

export interface FirmCase extends CaseInShort {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly designatedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly dueCitation: string | null;
  readonly people: readonly FirmPerson[];
}

/** 待本单位确定承办人的案件: for the head of a firm, the firm's own; at the counter, every firm's of the tenant. */
export async function listFirmCases(
  tx: Tx,
  actor: Actor,
  { tenant }: { readonly tenant: string },
): Promise<readonly FirmCase[]> {
  const own = actor.grants.flatMap((g) =>
    g.role === 'firmHead' && g.tenant === tenant && g.agency !== undefined ? [g.agency] : [],
  );
  const whole = actor.holds(mayNameHandlers.roles, { tenant });
  if (own.length === 0 && !whole) throw new Refusal('auth.forbidden', { permission: mayNameHandlers.key });
  const rows: FirmCase[] = [];
  for (const { asked, aidCase } of await casesAtFirms(tx, tenant, whole ? '*' : own)) {
    const { ranking, handlers, loads } = await viewHandlers(tx, aidCase);
    const people = [...handlers.values()].filter((h) => h.agencyId === aidCase.firmId);
    rows.push({
      ...(await inShort(tx, aidCase)),
      agencyId: aidCase.firmId ?? '',
      agencyName: asked.agencyName,
      designatedOn: asked.designatedOn,
      dueOn: aidCase.dueOn,
      dueCitation: aidCase.dueCitation,
      people: people.map((h): FirmPerson => {
        const candidate = ranking.candidates.find((c) => c.handlerId === h.id);
        return {
          handlerId: h.id,
          name: h.name,
          openCases: loads.get(h.id) ?? 0,
          barred: ranking.barred.find((b) => b.handlerId === h.id)?.reasons ?? [],
          cautions: candidate?.cautions ?? [],
        };
      }),
    });
  }
  return rows;
}
