import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { namesOnRegister } from '../../network/index.ts';
import { mayReadStatistics } from '../permissions.ts';
import { type CountCell, selectCounters } from '../store.ts';

/** 统计: the counters of a span of months, cell by cell; screens add up along one dimension at a time, never across groups. */
export async function readStatistics(
  tx: Tx,
  actor: Actor,
  input: { from: string; to: string; tenant?: string | undefined },
): Promise<{
  from: string;
  to: string;
  tenants: readonly string[];
  cells: readonly CountCell[];
  /** Of the handlers and firms among the values, by their ids. */
  names: Readonly<Record<string, string>>;
}> {
  const visible = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) =>
    actor.holds(mayReadStatistics.roles, { tenant }),
  );
  const tenants = input.tenant === undefined ? visible : visible.filter((t) => t === input.tenant);
  const cells = tenants.length === 0 ? [] : await selectCounters(tx, tenants, input.from, input.to);
  const valuesOf = (dimension: string): readonly string[] => [
    ...new Set(cells.filter((cell) => cell.dimension === dimension).map(({ value }) => value)),
  ];
  const names = await namesOnRegister(tx, tenants, { handlers: valuesOf('handler'), agencies: valuesOf('firm') });
  return { from: input.from, to: input.to, tenants, cells, names: Object.fromEntries(names) };
}
