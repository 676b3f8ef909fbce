import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runUseCase } from '../../../kernel/use-case/index.ts';
import { groundsOfAsker, replacementGroundText, requestReplacement } from '../../../modules/cases/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { DonePage } from '../pages/done.tsx';
import { ReplacePage, type ReplaceProps } from '../pages/replace.tsx';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, knock, mustBeOurForm, plainFrame, type Site } from '../site.ts';
import { clean } from '../steps/readers.ts';
import { readWay } from './progress.tsx';
import { matterIn } from './send.tsx';

const hidden = { schema: { hide: true } };
const grounds = groundsOfAsker.recipient.map((value) => ({ value, text: replacementGroundText[value] }));

/** The case in which a recipient may ask for another handler now. */
interface Replaceable {
  readonly tenant: string;
  readonly caseId: string;
  readonly version: number;
  readonly handler: string;
}

/** 请求更换承办人, on the recipient's own page. */
export function replacePages(app: FastifyInstance, site: Site): void {
  app.get('/progress/replace', hidden, async (request, reply) => {
    const open = await replaceableCase(site, request);
    return open === undefined
      ? seeOther(reply, '/progress/matter')
      : show(site, request, reply, open, { ground: '', facts: '' }, []);
  });

  app.post('/progress/replace', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'lookUp', request);
    const open = await replaceableCase(site, request);
    // Asked already, perhaps by the first of two presses: the way shows it.
    if (open === undefined) return seeOther(reply, '/progress/matter');
    const typed = { ground: textOf(body, 'ground'), facts: clean(textOf(body, 'facts')).slice(0, 2000) };
    const ground = groundsOfAsker.recipient.find((known) => known === typed.ground);
    const faults: ReplaceProps['faults'] = [
      ...(ground === undefined ? [{ target: 'ground-0', text: 'replace.why.missing' as const }] : []),
      ...(typed.facts === '' ? [{ target: 'facts', text: 'replace.facts.missing' as const }] : []),
    ];
    if (ground === undefined || faults.length > 0) return show(site, request, reply, open, typed, faults, 422);
    // What was on screen when the person decided is what the request is about.
    const version = Number(textOf(body, 'version'));
    if (version !== open.version) throw new Refusal('record.stale', { current: open.version });
    const actor = citizenActor(open.tenant);
    const { tenant, caseId } = open;
    await runUseCase(
      site.deps.runner,
      actor,
      (tx) =>
        requestReplacement(tx, actor, { tenant, caseId, version, askedBy: 'recipient', ground, facts: typed.facts }),
      // Of two presses at once both bring the page that says it was sent.
      { idempotency: { tenant, key: `replace:${caseId}:${version}`, request: { version } } },
    );
    return seeOther(reply, '/progress/replace/sent');
  });

  app.get('/progress/replace/sent', hidden, async (request, reply) =>
    sendPage(
      reply,
      <DonePage
        frame={plainFrame(site, request)}
        title="replace.sent.title"
        text="replace.sent.text"
        next={{ href: '/progress/matter', text: 'receipt.progress' }}
      />,
    ),
  );
}

async function replaceableCase(site: Site, request: FastifyRequest): Promise<Replaceable | undefined> {
  const held = matterIn(request);
  const way = held === undefined ? undefined : await readWay(site, held);
  const last = way?.applications.at(-1)?.progress;
  const found = way?.cases.find(({ progress }) => progress.mayAskReplacement)?.progress;
  return last === undefined || found === undefined
    ? undefined
    : { tenant: last.tenant, caseId: found.caseId, version: found.version, handler: found.handler?.name ?? '' };
}

function show(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { handler, version }: Replaceable,
  typed: ReplaceProps['typed'],
  faults: ReplaceProps['faults'],
  status = 200,
): FastifyReply {
  return sendPage(
    reply,
    <ReplacePage
      frame={frameOf(site, request, reply)}
      handler={handler}
      version={version}
      grounds={grounds}
      typed={typed}
      faults={faults}
    />,
    status,
  );
}
