/**
 * A day as a person types it: `2026-03-12`, `20260312`, `2026.3.12`, `2026年3月12日`, or `0312` for this year's. `YYYY-MM-DD`, or
 * undefined when there is no such day.
 */
export function dayOfTyped(typed: string, today: string): string | undefined {
  const clean = typed
    .normalize('NFKC')
    .replace(/[年月./]/g, '-')
    .replace(/[日\s]/g, '');
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(clean) ?? thisYear(clean, today);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? undefined : written;
}

function thisYear(clean: string, today: string): readonly string[] | null {
  const parts = /^(\d{1,2})-(\d{1,2})$/.exec(clean) ?? /^(\d{2})(\d{2})$/.exec(clean);
  return parts === null ? null : ['', today.slice(0, 4), parts[1] ?? '', parts[2] ?? ''];
}
