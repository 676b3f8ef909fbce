import type { Tx } from '../../../kernel/use-case/index.ts';
import type { SubsidyLine } from '../../policy/index.ts';
import type { Asked } from '../schema.ts';
import { dbOf } from './db.ts';

/**
 * Forget what was written about a matter's subsidy and costs (销毁): what for, remarks, the recipient's name, names of receipts.
 * Amounts, tariff, handler and payment stay, and so do the receipts themselves: they are vouchers of a fund, which has a term of its own.
 */
export async function eraseCostWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  const db = dbOf(tx);
  const subsidies = await db
    .selectFrom('subsidy')
    .select(['id', 'asked', 'lines'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  for (const { id, asked, lines } of subsidies) {
    await db
      .updateTable('subsidy')
      .set({ recipientName: '', returnReason: null, ...(asked === null ? {} : wordless(asked, lines)) })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute();
  }
  const costs = await db
    .updateTable('directCost')
    .set({ purpose: '', note: null })
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .returning('id')
    .execute();
  for (const { id } of costs) {
    await db
      .updateTable('directCostReceipt')
      .set({ fileName: '' })
      .where('tenant', '=', tenant)
      .where('costId', '=', id)
      .execute();
  }
  return [];
}

/** What was asked of the tariff and what it made of it, so that the amount can still be worked out again, without the words that went with it. */
function wordless({ reason, additions, deductions, ...asked }: Asked, lines: readonly SubsidyLine[] | null) {
  const said = [reason, ...[...additions, ...deductions].map((item) => item.reason)].flatMap((text) => text ?? []);
  // A line of the tariff ends in the reason given for it (`compute-subsidy.ts`).
  const bare = (text: string) =>
    said.reduce((rest, words) => rest.replace(new RegExp(`[；;] ?${escaped(words)}$`, 'u'), ''), text);
  const quiet = (items: Asked['additions']) => items.map((item) => ({ ...item, reason: '' }));
  return {
    asked: JSON.stringify({ ...asked, additions: quiet(additions), deductions: quiet(deductions) } satisfies Asked),
    ...(lines && {
      lines: JSON.stringify(
        lines.map((line) => ({ ...line, text: { zh: bare(line.text.zh), en: bare(line.text.en) } })),
      ),
    }),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
