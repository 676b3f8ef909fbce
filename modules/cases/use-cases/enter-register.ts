import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { casesInRegister, type OpenArchive, openArchive } from '../../archive/index.ts';
import { causeOf } from '../papers.ts';
import { type AidCase, archivedCases } from '../store/cases.ts';
import { acceptanceOf } from '../store/story.ts';

/** What the register keeps of a case. */
export function filed(
  aidCase: AidCase,
  handler: { readonly handlerName: string; readonly handlerUnit: string },
): OpenArchive {
  return {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    caseId: aidCase.id,
    caseNumber: aidCase.number,
    recipientName: aidCase.recipientName,
    causeText: causeOf(aidCase),
    ...handler,
    closedOn: aidCase.closedOn,
    class: aidCase.class,
    cause: aidCase.cause,
    stage: aidCase.stage,
    lifeOrDeathPossible: aidCase.criminal?.lifeOrDeathPossible ?? false,
    recipientMinor: aidCase.recipientMinor,
    groups: aidCase.groups,
    demonstration: aidCase.demonstration,
  };
}

export interface EnteredPage {
  readonly entered: number;
  /** The last case looked at; undefined when there is none left. */
  readonly last: AidCase | undefined;
}

/**
 * 补登档案: files that were accepted before there was a register enter it, one page of archived cases at a time, with the day, the hand
 * and the term of their acceptance. May run again: what is in it stays as it is. The system's own work, asked for on the command line.
 */
export async function enterRegister(
  tx: Tx,
  actor: Actor,
  after: AidCase | undefined,
  limit: number,
): Promise<EnteredPage> {
  const page = await archivedCases(tx, after, limit);
  let entered = 0;
  for (const tenant of new Set(page.map((aidCase) => aidCase.tenant))) {
    const own = page.filter((aidCase) => aidCase.tenant === tenant);
    const known = await casesInRegister(
      tx,
      tenant,
      own.map(({ id }) => id),
    );
    for (const aidCase of own) {
      const { id, matterId, archivedOn } = aidCase;
      if (known.has(id) || archivedOn === null) continue;
      const { at, actorName } = await acceptanceOf(tx, tenant, matterId, id);
      const handler = { handlerName: aidCase.handlerName ?? '', handlerUnit: aidCase.handlerUnit ?? '' };
      await openArchive(tx, actor, { ...filed(aidCase, handler), accepted: { on: archivedOn, at, by: actorName } });
      entered += 1;
    }
  }
  return { entered, last: page.at(-1) };
}
