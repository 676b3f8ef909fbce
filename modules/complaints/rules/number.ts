/** 投诉编号: `TS530521-2026-00012`, the place in front, counted without gaps within the year. */
export function formatComplaintNumber(tenant: string, year: number, serial: number): string {
  return `TS${tenant}-${year}-${String(serial).padStart(5, '0')}`;
}

/** As a person may type it: spaces, small letters, full-width forms, other dashes and missing letters in front are forgiven. */
export function parseComplaintNumber(text: string): { readonly number: string; readonly tenant: string } | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  // Without its letters only a serial of the usual length is taken: longer ones look like the number of an application.
  const found = /^(?:TS)?(\d{6})(20\d{2})(\d{5,7})$/.exec(plain);
  if (found === null || (!plain.startsWith('TS') && plain.length !== 15)) return undefined;
  const [, tenant = '', year = '', serial = ''] = found;
  return { tenant, number: `TS${tenant}-${year}-${serial}` };
}
