/** The two languages of the desk; the cookie `lang` carries the choice to the server too. */
export type Language = 'zh' | 'en';

/** The person's choice, else the browser's, else Chinese. */
export function chosenLanguage(cookies: string, preferred: readonly string[]): Language {
  const chosen = /(?:^|;\s*)lang=(zh|en)(?:;|$)/.exec(cookies)?.[1];
  if (chosen === 'zh' || chosen === 'en') return chosen;
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'zh';
}
