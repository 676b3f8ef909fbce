import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/errors/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { type Draft, type DraftFile, resumeDraft, saveDraft, startDraft } from '../../modules/applications/index.ts';
import { cookieNames, sessionCookie } from './cookies.ts';
import { application, complaint, type Questionnaire, questionnaireOf } from './questionnaires.ts';
import type { Site } from './site.ts';
import { type Answers, noAnswers } from './steps/journey.ts';
import type { Typed } from './steps/values.ts';

// A journey under way: its answers on the server, its code with the person.

/** As written by `makeCode`: ten characters that nobody confuses. */
export const draftCodeLength = 10;

/** Days that an untouched draft is kept; the worker deletes it afterwards. */
export const draftDays = 30;

export interface OpenDraft {
  readonly form: Questionnaire;
  readonly code: string;
  readonly draft: Draft;
  readonly answers: Answers;
}

const actorOf = (site: Site) => citizenActor(site.city);

export async function beginDraft(
  site: Site,
  language: string,
  typed: Typed,
  { carried = [], form = application }: { readonly carried?: readonly string[]; readonly form?: Questionnaire } = {},
): Promise<OpenDraft> {
  const answers: Answers = {
    typed,
    seen: carried,
    ...(carried.length === 0 ? {} : { carried }),
    ...(form === application ? {} : { form: form.key }),
  };
  const begun = await runUseCase(site.deps.runner, actorOf(site), (tx) =>
    startDraft(tx, actorOf(site), { tenant: site.city, language, answers: { ...answers } }),
  );
  return { form, code: begun.code, draft: begun, answers };
}

/** The draft of that kind whose code the browser holds; undefined where it holds none, or one that no longer opens anything. */
export async function draftOf(
  site: Site,
  request: FastifyRequest,
  form: Questionnaire = application,
): Promise<OpenDraft | undefined> {
  const code = request.cookies[cookieNames[form.cookie]];
  const open = code === undefined ? undefined : await openDraft(site, code);
  return open?.form === form ? open : undefined;
}

/** Let the browser hold the draft's code for another while. */
export function keepDraft(site: Site, reply: FastifyReply, { form, code }: OpenDraft): void {
  sessionCookie(site, reply, form.cookie, code);
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
    const answers = answersIn(draft);
    return { form: formOf(draft, answers), code, draft, answers };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'draft.codeUnknown') return undefined;
    throw error;
  }
}

/** A draft that was sent has no answers any more: what it became tells what it was. */
function formOf({ submitted }: Draft, answers: Answers): Questionnaire {
  return submitted !== null && 'complaintId' in submitted ? complaint : questionnaireOf(answers.form);
}

function answersIn(draft: Draft): Answers {
  const { typed, seen, carried, form } = draft.answers as Partial<Answers>;
  return {
    typed: typed ?? noAnswers.typed,
    seen: seen ?? noAnswers.seen,
    ...(carried === undefined ? {} : { carried }),
    ...(form === undefined ? {} : { form }),
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
      return { ...open, draft, answers: answersIn(draft) };
    } catch (error) {
      const stale = error instanceof Refusal && error.code === 'record.stale';
      const fresh = stale && attempt < 5 ? await openDraft(site, open.code) : undefined;
      if (fresh === undefined) throw error;
      current = fresh;
    }
  }
}
