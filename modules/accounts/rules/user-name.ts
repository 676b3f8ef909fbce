/** The one spelling of a user name: what is typed in capitals or full-width letters is the same name. */
export function foldUserName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export function isUserName(folded: string): boolean {
  return /^[a-z0-9][a-z0-9._@-]{2,31}$/.test(folded);
}
