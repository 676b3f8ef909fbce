import { wholeCountry } from '../../../kernel/db/index.ts';
import {
  type Actor,
  type Runner,
  type RunOptions,
  runUseCase,
  systemActor,
  type Tx,
} from '../../../kernel/use-case/index.ts';
import {
  acknowledgeMaterials,
  answerSupplement,
  grantApplication,
  grantCorrected,
  lapseSupplements,
  proposeDecision,
  provideProvisionally,
  refuseApplication,
  requestCooperation,
  requestSupplement,
  returnProposal,
  transferApplication,
  withdrawApplication,
} from '../../../modules/applications/index.ts';
import {
  acceptDesignation,
  acceptFile,
  approveReplacement,
  catalogueFor,
  declineDesignation,
  designateFirm,
  designateHandler,
  noteProgress,
  openOffer,
  recordAgreement,
  recordHandover,
  recordNotification,
  reportClosing,
  requestReplacement,
  returnFile,
  submitFile,
  terminateCase,
} from '../../../modules/cases/index.ts';
import { listHandlers } from '../../../modules/network/index.ts';
import { maintainDecision, orderCorrection, raiseObjection } from '../../../modules/objections/index.ts';
import { answerSatisfaction } from '../../../modules/quality/index.ts';
import type { Story, StoryStep } from '../story.ts';

/** A matter as far as it has been played: ids and versions that the next step needs. */
export interface Played {
  readonly tenant: string;
  readonly applicationId: string;
  readonly version: number;
  readonly number: string;
  readonly code: string;
  readonly caseId?: string;
  readonly caseVersion?: number;
  /** Where the matter went on, once it was handed over to the competent centre. */
  readonly movedTo?: { readonly tenant: string; readonly applicationId: string };
}

/** Play one step after the submission through its use case. */
export async function playStep(
  runner: Runner,
  actor: Actor,
  story: Story,
  step: StoryStep,
  matter: Played,
): Promise<Played> {
  const { tenant, applicationId, version } = matter;
  const place = { tenant, applicationId, version };
  const run = <T>(work: (tx: Tx) => Promise<T>, options?: RunOptions): Promise<T> =>
    runUseCase(runner, actor, work, options);
  const application = async (
    work: (tx: Tx) => Promise<{ version: number }>,
    options?: RunOptions,
  ): Promise<Played> => ({
    ...matter,
    version: (await run(work, options)).version,
  });
  const key = { tenant, caseId: matter.caseId ?? '', version: matter.caseVersion ?? 0 };
  const onCase = async (work: (tx: Tx) => Promise<{ version: number }>): Promise<Played> => ({
    ...matter,
    caseVersion: (await run(work)).version,
  });

  switch (step.event) {
    case 'submit':
      return matter;
    case 'acknowledge':
      return application((tx) => acknowledgeMaterials(tx, actor, place));
    case 'requestSupplement':
      return application((tx) =>
        requestSupplement(tx, actor, { ...place, ...step.input, items: [...step.input.items] }),
      );
    case 'answerSupplement':
      return application((tx) => answerSupplement(tx, actor, { ...place, ...step.input, materials: [] }));
    case 'lapse':
      await run((tx) => lapseSupplements(tx, systemActor), { scope: wholeCountry });
      return { ...matter, version: version + 1 };
    case 'propose':
      return application((tx) =>
        proposeDecision(tx, actor, { ...place, ...step.input, grounds: [...step.input.grounds] }),
      );
    case 'returnProposal':
      return application((tx) => returnProposal(tx, actor, { ...place, ...step.input }));
    case 'grant': {
      const decided = await run((tx) => grantApplication(tx, actor, { ...place, ...step.input }));
      return {
        ...matter,
        version: decided.version,
        caseVersion: 1,
        ...(decided.caseId === undefined ? {} : { caseId: decided.caseId }),
      };
    }
    case 'raiseObjection':
      return application((tx) => raiseObjection(tx, actor, { ...place, ...step.input, door: 'web', lateReason: '' }));
    case 'maintain':
    case 'orderCorrection': {
      const review = step.event === 'maintain' ? maintainDecision : orderCorrection;
      return application((tx) => review(tx, actor, { ...place, ...step.input, grounds: [...step.input.grounds] }));
    }
    case 'grantCorrected':
    case 'provideProvisionally': {
      const opened = await run((tx) =>
        step.event === 'grantCorrected'
          ? grantCorrected(tx, actor, { ...place, ...step.input })
          : provideProvisionally(tx, actor, { ...place, ...step.input, toComplete: [...step.input.toComplete] }),
      );
      return {
        ...matter,
        version: opened.version,
        caseVersion: 1,
        ...(opened.caseId === undefined ? {} : { caseId: opened.caseId }),
      };
    }
    case 'requestCooperation': {
      const scope = { tenants: [tenant, step.input.toTenant], agencies: [] };
      return application((tx) => requestCooperation(tx, actor, { ...place, ...step.input }), { scope });
    }
    case 'refuse':
      return application((tx) => refuseApplication(tx, actor, { ...place, ...step.input }));
    case 'withdraw':
      return application((tx) => withdrawApplication(tx, actor, { ...place, ...step.input }));
    case 'transfer': {
      const { toTenant } = step.input;
      const scope = { tenants: [tenant, toTenant], agencies: [] };
      const moved = await run((tx) => transferApplication(tx, actor, { ...place, ...step.input }), { scope });
      return { ...matter, version: moved.version, movedTo: { tenant: toTenant, applicationId: moved.toApplicationId } };
    }
    case 'designate':
      return onCase(async (tx) => {
        const handler = (await listHandlers(tx, { tenant })).find((h) => h.code === step.input.handler);
        if (handler === undefined) throw new Error(`no handler ${step.input.handler}`);
        return designateHandler(tx, actor, { ...key, handlerId: handler.id, reason: step.input.reason });
      });
    case 'openOffer':
      return onCase((tx) => openOffer(tx, actor, { ...key, ...step.input }));
    case 'designateFirm':
      return onCase(async (tx) => {
        const handler = (await listHandlers(tx, { tenant })).find((h) => h.code === step.input.handler);
        if (handler === undefined) throw new Error(`no handler ${step.input.handler}`);
        return designateFirm(tx, actor, { ...key, agencyId: handler.agencyId });
      });
    case 'accept':
      return onCase((tx) => acceptDesignation(tx, actor, key));
    case 'decline':
      return onCase((tx) => declineDesignation(tx, actor, { ...key, ...step.input }));
    case 'recordAgreement':
      return onCase((tx) => recordAgreement(tx, actor, { ...key, scope: 'general', specialPowers: [], ...step.input }));
    case 'noteProgress':
      return onCase((tx) => noteProgress(tx, actor, { ...key, ...step.input }));
    case 'requestReplacement':
      return onCase((tx) => requestReplacement(tx, actor, { ...key, ...step.input }));
    case 'approveReplacement':
      return onCase((tx) => approveReplacement(tx, actor, { ...key, ...step.input }));
    case 'recordHandover':
      return onCase((tx) => recordHandover(tx, actor, { ...key, ...step.input, materials: [...step.input.materials] }));
    case 'reportClosing':
      return onCase((tx) => reportClosing(tx, actor, { ...key, ...step.input }));
    case 'submitFile':
      return onCase((tx) => submitFile(tx, actor, { ...key, ...fileOf(story, step.input.complete) }));
    case 'returnFile':
      return onCase((tx) => returnFile(tx, actor, { ...key, ...step.input, reasons: [...step.input.reasons] }));
    case 'acceptFile':
      return onCase((tx) => acceptFile(tx, actor, key));
    case 'terminate':
      return onCase((tx) => terminateCase(tx, actor, { ...key, ...step.input }));
    case 'recordNotification':
      return onCase((tx) => recordNotification(tx, actor, { ...key, ...step.input }));
    case 'rate':
      await run((tx) => answerSatisfaction(tx, actor, { tenant, caseId: key.caseId, ...step.input }));
      return matter;
  }
}

/** The file as handed in: every piece of its catalogue, or, when it will be returned, the required ones alone. */
function fileOf(story: Story, complete: boolean) {
  const { matter } = story.application;
  const defence = matter.criminal?.role === 'suspectOrDefendant';
  const list = catalogueFor({
    aidForm:
      matter.class !== 'criminal' ? 'litigationRepresentation' : defence ? 'criminalDefence' : 'criminalRepresentation',
    stage: matter.criminal?.stage ?? null,
  });
  const pieces = list.pieces.filter((piece) => complete || piece.required);
  return {
    pieces: pieces.map((piece, i) => ({ key: piece.key, name: piece.name.zh, pages: 1 + (i % 7) })),
    without: [],
  };
}
