import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { citizenActor, runQuery, type Tx } from '../../../kernel/use-case/index.ts';
import {
  displayApplicationNumber,
  lookUpProgress,
  mayBeWithdrawn,
  type Progress,
  parseApplicationNumber,
  progressOfApplication,
  tenantOfNumber,
} from '../../../modules/applications/index.ts';
import { type CitizenProgress, caseProgressForCitizen } from '../../../modules/cases/index.ts';
import { lookUpComplaint, parseComplaintNumber } from '../../../modules/complaints/index.ts';
import { type ObjectionForCitizen, objectionForCitizen } from '../../../modules/objections/index.ts';
import { satisfactionOf } from '../../../modules/quality/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { clearCookie, sessionCookie } from '../cookies.ts';
import { type HeldComplaint, holdComplaint, tenantOf } from '../held-complaint.ts';
import { LookUpPage, ProgressPage } from '../pages/progress.tsx';
import { applicationPath, casePath } from '../progress-path.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, knock, mustBeOurForm, plainFrame, type Site } from '../site.ts';
import { type HeldMatter, matterIn, matterText } from './send.tsx';

const hidden = { schema: { hide: true } };

/** Looking progress up by number and code. */
export function progressPages(app: FastifyInstance, site: Site): void {
  app.get('/progress', hidden, async (request, reply) =>
    sendPage(
      reply,
      <LookUpPage frame={frameOf(site, request, reply)} typed={{ number: '', code: '' }} unknown={false} />,
    ),
  );

  app.post('/progress', hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'lookUp', request);
    const typed = { number: textOf(body, 'number').slice(0, 60), code: textOf(body, 'code').slice(0, 40) };
    const number = parseApplicationNumber(typed.number);
    const complaint = number === undefined ? parseComplaintNumber(typed.number)?.number : undefined;
    const code = typed.code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '');
    if (complaint !== undefined && (await opensComplaint(site, { number: complaint, code }))) {
      holdComplaint(site, reply, { number: complaint, code });
      return seeOther(reply, '/complaint');
    }
    const known = number !== undefined && (await opens(site, { number, code }));
    // Unknown number and wrong code read the same, so that numbers cannot be tried out.
    if (number === undefined || !known)
      return sendPage(reply, <LookUpPage frame={frameOf(site, request, reply)} typed={typed} unknown />, 422);
    sessionCookie(site, reply, 'matter', matterText({ number, code, urgent: false, guarded: false }));
    return seeOther(reply, '/progress/matter');
  });

  app.get('/progress/matter', hidden, async (request, reply) => {
    const held = matterIn(request);
    if (held === undefined) return seeOther(reply, '/progress');
    const way = await readWay(site, held);
    sessionCookie(site, reply, 'matter', matterText(held));
    return showWay(site, request, reply, way);
  });

  app.get('/progress/leave', hidden, async (_request, reply) => {
    clearCookie(site, reply, 'matter');
    clearCookie(site, reply, 'complaint');
    return seeOther(reply, '/progress');
  });
}

async function opensComplaint(site: Site, held: HeldComplaint): Promise<boolean> {
  return isKnown('complaint.codeUnknown', () =>
    runQuery(site.deps.runner, citizenActor(tenantOf(held)), (tx) => lookUpComplaint(tx, held)),
  );
}

async function opens(site: Site, held: { number: string; code: string }): Promise<boolean> {
  return isKnown('application.codeUnknown', () =>
    runQuery(site.deps.runner, citizenActor(tenantOfNumber(held.number)), (tx) => lookUpProgress(tx, held)),
  );
}

async function isKnown(unknown: string, look: () => Promise<unknown>): Promise<boolean> {
  try {
    await look();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === unknown) return false;
    throw error;
  }
}

/** A matter's whole way: its application, where it was handed over the next one, and the cases that came of it. */
export interface Way {
  readonly applications: readonly { readonly progress: Progress; readonly objection: ObjectionForCitizen | null }[];
  readonly cases: readonly {
    readonly tenant: string;
    readonly progress: CitizenProgress;
    readonly rated: boolean;
    /** The objection to its termination; null where it was never terminated. */
    readonly objection: ObjectionForCitizen | null;
  }[];
}

export async function readWay(site: Site, held: HeldMatter): Promise<Way> {
  const { runner } = site.deps;
  const first = await runQuery(runner, citizenActor(tenantOfNumber(held.number)), async (tx) =>
    hopOf(tx, await lookUpProgress(tx, held)),
  );
  const read = ({ tenant, applicationId }: { tenant: string; applicationId: string }) =>
    runQuery(runner, citizenActor(tenant), async (tx) =>
      hopOf(tx, await progressOfApplication(tx, { tenant, applicationId })),
    );
  // A matter may have been handed on more than once, and may be asked for by any of its numbers; each hop lies with another centre.
  const hops = [first];
  for (let before = first.progress.transferredFrom; before !== null && hops.length < 6; ) {
    const hop = await read(before);
    hops.unshift(hop);
    before = hop.progress.transferredFrom;
  }
  for (let next = first.progress.transferredTo; next !== null && hops.length < 12; ) {
    const hop = await read(next);
    hops.push(hop);
    next = hop.progress.transferredTo;
  }
  return { applications: hops, cases: hops.flatMap(({ cases }) => cases) };
}

async function hopOf(tx: Tx, progress: Progress) {
  const objection =
    progress.refusedOn === null
      ? null
      : await objectionForCitizen(tx, { tenant: progress.tenant, applicationId: progress.applicationId });
  return { progress, objection, cases: await casesOf(tx, progress) };
}

async function casesOf(tx: Tx, { tenant, matterId }: Progress): Promise<Way['cases']> {
  const found = await caseProgressForCitizen(tx, { tenant, matterId });
  return Promise.all(
    found.map(async (progress) => ({
      tenant,
      progress,
      objection: progress.terminated ? await objectionForCitizen(tx, { tenant, caseId: progress.caseId }) : null,
      rated: (await satisfactionOf(tx, tenant, progress.caseId)) !== undefined,
    })),
  );
}

function showWay(site: Site, request: FastifyRequest, reply: FastifyReply, { applications, cases }: Way): FastifyReply {
  const frame = plainFrame(site, request);
  const last = applications.at(-1)?.progress;
  const numbers = applications.map(({ progress }) => displayApplicationNumber(progress.number));
  const current = cases.at(-1)?.progress;
  return sendPage(
    reply,
    <ProgressPage
      frame={frame}
      number={numbers.at(-1) ?? ''}
      earlier={numbers.slice(0, -1)}
      centre={last?.centre ?? null}
      handler={current?.handler ?? null}
      steps={[
        ...applications.flatMap(({ progress, objection }) => applicationPath(progress, objection, frame)),
        ...cases.flatMap(({ progress, rated, objection }) => casePath(progress, rated, objection, frame)),
      ]}
      replaceable={cases.some(({ progress }) => progress.mayAskReplacement)}
      withdrawable={last !== undefined && mayBeWithdrawn(last.state)}
      notes={cases.flatMap(({ progress }) => progress.news)}
    />,
  );
}
