import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApplicationRow } from './applications.ts';
import type { CaseRow } from './cases.ts';
import { call, get } from './http.ts';
import type { PersonView } from './matter.ts';
import type { Page } from './page.ts';
import { isProblem } from './problem.ts';
import { fromApplication, fromCase, type WorkItem } from './work-item.ts';

/** How many matters one search shows. */
const most = 12;
/** How many persons found by telephone, pinyin or number are followed to their matters. */
const mostPersons = 4;

/**
 * Matters by number, by the beginning of a name, by pinyin, telephone or identity number. What a role may not search is left out; a
 * matter that has become a case is found once, as the case.
 */
export const searchQuery = (asked: string) =>
  queryOptions({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

async function search(asked: string, signal: AbortSignal): Promise<readonly WorkItem[]> {
  const [applications, cases, persons] = await Promise.all([
    applicationsLike(asked, signal),
    casesLike(asked, signal),
    personsLike(asked, signal),
  ]);
  // Names that the text itself would not have found: the person was told by number, telephone or pinyin.
  const names = [...new Set(persons.map((person) => person.name))]
    .filter((name) => !name.startsWith(asked))
    .slice(0, mostPersons);
  const theirs = await Promise.all(names.map((name) => applicationsLike(name, signal)));
  return oncePerMatter([...cases.map(fromCase), ...[...applications, ...theirs.flat()].map(fromApplication)]).slice(
    0,
    most,
  );
}

/** The first item of each matter; cases stand in front of the applications they came from. */
export function oncePerMatter(items: readonly WorkItem[]): readonly WorkItem[] {
  const seen = new Map<string, WorkItem>();
  for (const item of items) if (!seen.has(item.matterId)) seen.set(item.matterId, item);
  return [...seen.values()];
}

async function applicationsLike(text: string, signal: AbortSignal): Promise<readonly ApplicationRow[]> {
  return (
    (await allowed(get<Page<ApplicationRow>>('/api/applications', { search: text, all: true, limit: most }, signal)))
      ?.rows ?? []
  );
}

async function casesLike(text: string, signal: AbortSignal): Promise<readonly CaseRow[]> {
  return (await allowed(get<Page<CaseRow>>('/api/cases', { search: text, limit: most }, signal)))?.rows ?? [];
}

/** The text may be a telephone or identity number: it travels in the body, never in an address that proxies write down. */
async function personsLike(text: string, signal: AbortSignal): Promise<readonly PersonView[]> {
  const body = { text, limit: mostPersons };
  return (await allowed(call<Page<PersonView>>('POST', '/api/people/search', { body, signal })))?.rows ?? [];
}

/** What this person may not look through, or what is no text to look for there, finds nothing. */
async function allowed<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isProblem(error) && (error.status === 403 || error.status === 400)) return undefined;
    throw error;
  }
}
