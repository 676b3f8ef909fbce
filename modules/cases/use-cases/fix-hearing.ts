import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { FixHearing, MoveHearing } from '../notice-schema.ts';
import { type HearingWarning, hearingWarnings } from '../rules/hearings.ts';
import type { AidCase } from '../store/cases.ts';
import { designationsOf } from '../store/designations.ts';
import { progressOf } from '../store/handling.ts';
import { hearingsOf, hearingsOfHandler, insertHearing, updateHearing } from '../store/hearings.ts';
import { checkNotBefore } from './check-day.ts';
import { loadForMove, moveCase } from './move.ts';

export interface HearingFixed {
  readonly version: number;
  readonly hearingId: string | null;
  readonly warnings: readonly HearingWarning[];
}

type Times = Pick<FixHearing, 'heldOn' | 'startsAt' | 'place' | 'note' | 'despiteWarnings'>;

/** 登记开庭. @throws Refusal `case.hearingWarned` with each warning, unless it is written down in spite of them */
export async function fixHearing(tx: Tx, actor: Actor, input: FixHearing): Promise<HearingFixed> {
  const aidCase = await loadForMove(tx, actor, input, 'fixHearing');
  const { id, warnings } = await writeDown(tx, actor, aidCase, input);
  const moved = await moveCase(tx, aidCase, 'fixHearing', criminalDay(aidCase, input.heldOn), {
    hearingId: id,
    heldOn: input.heldOn,
    warnings: warnings.map((w) => w.code),
  });
  return { version: moved.version, hearingId: id, warnings };
}

/** 开庭改期或者取消, with the reason; the old date stays on file. */
export async function moveHearing(tx: Tx, actor: Actor, input: MoveHearing): Promise<HearingFixed> {
  const aidCase = await loadForMove(tx, actor, input, 'moveHearing');
  const old = (await hearingsOf(tx, aidCase.tenant, aidCase.id)).find((h) => h.id === input.hearingId);
  if (old === undefined) throw new Refusal('record.notFound');
  if (old.state !== 'fixed') throw new Refusal('case.hearingOver');
  const { heldOn } = input;
  const next = heldOn === undefined ? undefined : await writeDown(tx, actor, aidCase, { ...input, heldOn });
  await updateHearing(tx, aidCase.tenant, old.id, {
    state: next === undefined ? 'cancelled' : 'moved',
    movedTo: next?.id ?? null,
    note: input.note,
  });
  const moved = await moveCase(tx, aidCase, 'moveHearing', heldOn === undefined ? {} : criminalDay(aidCase, heldOn), {
    hearingId: old.id,
    from: old.heldOn,
    heldOn: heldOn ?? null,
    movedTo: next?.id ?? null,
  });
  return { version: moved.version, hearingId: next?.id ?? null, warnings: next?.warnings ?? [] };
}

async function writeDown(
  tx: Tx,
  actor: Actor,
  aidCase: AidCase,
  { heldOn, startsAt, place, note, despiteWarnings }: Times,
): Promise<{ id: string; warnings: readonly HearingWarning[] }> {
  const at = { heldOn, startsAt: startsAt ?? null };
  await checkOrder(tx, aidCase, heldOn);
  const { tenant, handlerId } = aidCase;
  const others =
    handlerId === null ? [] : await hearingsOfHandler(tx, { tenant, handlerId, on: heldOn, except: aidCase.id });
  const warnings = hearingWarnings(at, others, tx.calendar);
  if (warnings.length > 0 && !despiteWarnings) {
    const faults = warnings.map(({ code, other }) => ({
      pointer: '/heldOn',
      code: `case.hearingWarning.${code}`,
      details: { at: other?.startsAt ?? '', number: other?.caseNumber ?? '' },
    }));
    throw new Refusal('case.hearingWarned', {}, faults);
  }
  const id = tx.newId();
  await insertHearing(tx, {
    tenant,
    id,
    caseId: aidCase.id,
    state: 'fixed',
    ...at,
    place: place ?? null,
    note: note ?? null,
    fixedBy: actor.id,
    fixedAt: tx.at,
  });
  return { id, warnings };
}

/**
 * No hearing before the case had anybody to attend it, nor before the papers were handed to the court that sits. Counted from the first
 * designation: after a replacement a hearing that the former handler attended may still be written down.
 */
async function checkOrder(tx: Tx, { tenant, id }: AidCase, heldOn: string): Promise<void> {
  const first = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;
  const designated = first((await designationsOf(tx, tenant, id)).map((d) => d.designatedOn));
  checkNotBefore(heldOn, '/heldOn', designated, 'case.dateBeforeDesignation');
  const filings = (await progressOf(tx, tenant, [id])).filter(({ kind }) => kind === 'filedWithCourt');
  checkNotBefore(heldOn, '/heldOn', first(filings.map((p) => p.happenedOn)), 'case.dateBeforeFiling');
}

/** The papers of a criminal case carry the next hearing. */
function criminalDay(aidCase: AidCase, hearingOn: string): { criminal?: string } {
  return aidCase.criminal === null ? {} : { criminal: JSON.stringify({ ...aidCase.criminal, hearingOn }) };
}
