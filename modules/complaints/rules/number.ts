/** 投诉编号: `TS530521-2026-00012`, the place in front, counted without gaps within the year. */
export function formatComplaintNumber(tenant: string, year: number, serial: number): string {
  return `TS${tenant}-${year}-${String(serial).padStart(5, '0')}`;
}

/** As a person may type it: spaces, small letters, full-width forms and other dashes are forgiven. */
export function parseComplaintNumber(text: string): { readonly number: string; readonly tenant: string } | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const found = /^TS(\d{6})(20\d{2})(\d{5,7})$/.exec(plain);
  if (found === null) return undefined;
  const [, tenant = '', year = '', serial = ''] = found;
  return { tenant, number: `TS${tenant}-${year}-${serial}` };
}
