/** The two languages of every screen and every refusal. Chinese first. */
export type Language = 'zh' | 'en';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The caller's language: an explicit choice (`lang` cookie or query), else the Accept-Language header, else Chinese. */
export function chooseLanguage(explicit: string | undefined, acceptLanguage: string | undefined): Language {
  if (explicit === 'zh' || explicit === 'en') return explicit;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=');
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh';
}

/** Fill `{slots}` of a text. An unfilled slot stays visible, so that a test or a person notices. */
export function fill(text: string, details: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) =>
    details[name] === undefined ? slot : String(details[name]),
  );
}
