import { violatedUnique } from '../../../kernel/db/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import type { Register } from '../register/register.ts';
import { handlerFaults } from '../rules/registration.ts';
import type { NewHandler } from '../schema.ts';
import { agencyIdsByCode } from '../store/agencies.ts';
import { insertHandlers } from '../store/handlers.ts';
import { byTenant, type ImportReport, recordImport } from './record-import.ts';

/**
 * Put one handler (承办人) on the roster.
 * @returns the handler's id
 * @throws Refusal `network.codeTaken`, `network.licenceTaken`, or `input.invalid` with every fault
 */
export async function registerHandler(
  tx: Tx,
  actor: Actor,
  register: Register,
  handler: NewHandler,
): Promise<{ id: string }> {
  actor.must(mayManageNetwork, handler);
  const [row] = await rowsOf(tx, register, handler.tenant, [handler], () => '');
  if (row === undefined || (await insert(tx, [row])).length === 0)
    throw new Refusal('network.codeTaken', { code: handler.code });
  const { tenant, kind, code } = handler;
  tx.record({
    tenant,
    matterId: row.id,
    kind: 'handler.registered',
    subject: 'handler',
    subjectId: row.id,
    payload: { kind, code },
  });
  return { id: row.id };
}

/** Put a whole roster on file; handlers whose number is on file already are left as they are. */
export async function registerHandlers(
  tx: Tx,
  actor: Actor,
  register: Register,
  handlers: readonly NewHandler[],
): Promise<ImportReport> {
  let inserted = 0;
  for (const [tenant, batch] of byTenant(handlers)) {
    actor.must(mayManageNetwork, { tenant });
    inserted += (await insert(tx, await rowsOf(tx, register, tenant, batch, (index) => `/${index}`))).length;
    recordImport(tx, tenant, 'handlers', batch);
  }
  return { inserted, skipped: handlers.length - inserted };
}

async function insert(tx: Tx, rows: Parameters<typeof insertHandlers>[1]): Promise<readonly string[]> {
  try {
    return await insertHandlers(tx, rows);
  } catch (error) {
    if (violatedUnique(error) === 'handler_licence') throw new Refusal('network.licenceTaken');
    throw error;
  }
}

async function rowsOf(
  tx: Tx,
  register: Register,
  tenant: string,
  handlers: readonly NewHandler[],
  pointer: (index: number) => string,
) {
  const units = await agencyIdsByCode(tx, tenant);
  const faults = handlers.flatMap((handler, index) =>
    handlerFaults(register, handler, units.get(handler.agency)?.kind, tx.today).map((fault) => ({
      ...fault,
      pointer: pointer(index) + fault.pointer,
    })),
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return handlers.map(({ agency, ...handler }) => ({
    ...handler,
    id: tx.newId(),
    agencyId: units.get(agency)?.id ?? '',
    statusSince: handler.joinedOn,
  }));
}
