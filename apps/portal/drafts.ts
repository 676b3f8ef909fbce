import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/errors/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { type Draft, type DraftFile, resumeDraft, saveDraft, startDraft } from '../../modules/applications/index.ts';
import { cookieNames } from './cookies.ts';
import type { Site } from './site.ts';
import { type Answers, noAnswers } from './steps/journey.ts';
import type { Typed } from './steps/values.ts';

// A journey under way: its answers on the server, its code with the person.

/** As written by `makeCode`: ten characters that nobody confuses. */
export const draftCodeLength = 10;

/** Days that an untouched draft is kept; the worker deletes it afterwards. */
export const draftDays = 30;

export interface OpenDraft {
  readonly code: string;
  readonly draft: Draft;
  readonly answers: Answers;
}

const actorOf = (site: Site) => citizenActor(site.city);

export async function beginDraft(
  site: Site,
  language: string,
  typed: Typed,
  carried: readonly string[] = [],
): Promise<OpenDraft> {
  const answers: Answers = { typed, seen: carried, ...(carried.length === 0 ? {} : { carried }) };
  const begun = await runUseCase(site.deps.runner, actorOf(site), (tx) =>
    startDraft(tx, actorOf(site), { tenant: site.city, language, answers: { ...answers } }),
  );
  return { code: begun.code, draft: begun, answers };
}

/** The draft whose code the browser holds; undefined where it holds none, or one that no longer opens anything. */
export async function draftOf(site: Site, request: FastifyRequest): Promise<OpenDraft | undefined> {
  const code = request.cookies[cookieNames.draft];
  return code === undefined ? undefined : openDraft(site, code);
}

/** The draft of a code, as typed by a person; undefined where there is none. */
export async function openDraft(site: Site, typedCode: string): Promise<OpenDraft | undefined> {
  const code = typedCode
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (code.length !== draftCodeLength) return undefined;
  try {
    const draft = await runQuery(site.deps.runner, actorOf(site), (tx) => resumeDraft(tx, { tenant: site.city, code }));
    return { code, draft, answers: answersIn(draft) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'draft.codeUnknown') return undefined;
    throw error;
  }
}

function answersIn(draft: Draft): Answers {
  const { typed, seen, carried } = draft.answers as Partial<Answers>;
  return {
    typed: typed ?? noAnswers.typed,
    seen: seen ?? noAnswers.seen,
    ...(carried === undefined ? {} : { carried }),
  };
}

export interface DraftChange {
  readonly answers?: Answers;
  readonly files?: readonly DraftFile[];
}

/**
 * Change the draft as it stands now: when another tab saved in between, the change is made again on top of that.
 * @throws Refusal `draft.submitted`
 */
export async function changeDraft(
  site: Site,
  open: OpenDraft,
  change: (current: OpenDraft) => DraftChange,
): Promise<OpenDraft> {
  let current = open;
  for (let attempt = 1; ; attempt++) {
    const { answers, files } = change(current);
    const { tenant, id, version } = current.draft;
    try {
      const draft = await runUseCase(site.deps.runner, actorOf(site), (tx) =>
        saveDraft(tx, actorOf(site), {
          tenant,
          id,
          version,
          ...(answers === undefined ? {} : { answers: { ...answers } }),
          ...(files === undefined ? {} : { files }),
        }),
      );
      return { code: open.code, draft, answers: answersIn(draft) };
    } catch (error) {
      const stale = error instanceof Refusal && error.code === 'record.stale';
      const fresh = stale && attempt < 5 ? await openDraft(site, open.code) : undefined;
      if (fresh === undefined) throw error;
      current = fresh;
    }
  }
}
