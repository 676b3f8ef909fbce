import { z } from 'zod';
import { type Checked, type PolicyFault, StandardRow } from '../schema.ts';
import { allShapeFaults } from './shape-faults.ts';

const Rows = z.array(StandardRow);

/**
 * Standards from outside, checked, all faults at once. A row may replace an earlier one of its place from its first day on; two rows of one
 * place and residence that start on the same day contradict each other and are refused.
 */
export function parseStandards(input: unknown): Checked<readonly StandardRow[]> {
  const parsed = Rows.safeParse(input);
  if (!parsed.success) return { ok: false, faults: allShapeFaults(parsed.error.issues, input, '') };
  const faults: PolicyFault[] = [];
  const seen = new Map<string, number>();
  parsed.data.forEach((row, index) => {
    if (row.effectiveTo !== undefined && row.effectiveTo < row.effectiveFrom) {
      faults.push({
        pointer: `/${index}/effectiveTo`,
        code: 'endsBeforeItStarts',
        text: { zh: '结束早于开始', en: 'ends before it starts' },
      });
    }
    const place = `${row.region} ${row.residence} ${row.effectiveFrom}`;
    const other = seen.get(place);
    if (other !== undefined) {
      faults.push({
        pointer: `/${index}/effectiveFrom`,
        code: 'sameStandardTwice',
        text: {
          zh: `与第 ${other + 1} 行是同一地区、同一类居民、同一天起的标准`,
          en: `same place, residence and first day as row ${other}`,
        },
      });
    }
    seen.set(place, index);
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: parsed.data };
}
