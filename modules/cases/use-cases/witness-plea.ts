import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { issueDocument } from '../../documents/index.ts';
import { type Agency, bureauOf, centreOf, type Handler, handlerByAccount } from '../../network/index.ts';
import type { RecordHelp } from '../duty-schema.ts';
import { type PleaWitness, pleaMatters, pleaText } from '../plea-schema.ts';
import { helpById } from '../store/duty.ts';
import { insertPlea } from '../store/pleas.ts';

/** 具结见证: kept beside the help, with its paper for the lawyer's and the person's signatures. The caller has judged the record. */
export async function keepPlea(
  tx: Tx,
  actor: Actor,
  input: Pick<RecordHelp, 'tenant' | 'stage' | 'helpedOn' | 'outcome' | 'mode'> & { readonly plea: PleaWitness },
  of: { readonly helpId: string; readonly personName: string; readonly handler: Handler; readonly agency: Agency },
): Promise<{ readonly documentId: string }> {
  const { tenant, plea } = input;
  const centre = await centreOf(tx, tenant);
  const host = centre ?? of.agency;
  const bureau = await bureauOf(tx, tenant);
  const paper = await issueDocument(tx, actor, {
    tenant,
    agencyId: host.id,
    matterId: of.helpId,
    subject: 'dutyHelp',
    subjectId: of.helpId,
    formKey: 'pleaWitnessRecord',
    matterClass: 'criminal',
    head: {
      agency: {
        name: host.name,
        bureau: bureau?.name ?? host.name,
        ...(host.address === null ? {} : { address: host.address }),
        ...(host.phone === null ? {} : { phone: host.phone }),
      },
      demonstration: of.agency.demonstration,
    },
    body: {
      personName: of.personName,
      stage: input.stage,
      organ: plea.organ,
      place: plea.place,
      on: input.helpedOn,
      byVideo: input.mode === 'video',
      lawyer: {
        name: of.handler.name,
        ...(of.handler.licenceNumber === null ? {} : { licenceNumber: of.handler.licenceNumber }),
      },
      charge: plea.charge,
      sentence: plea.sentence,
      told: plea.told.map((one) => pleaText.told[one].zh),
      advice: plea.advice,
      views: pleaMatters.map((matter) => ({
        matter: pleaText.matter[matter].zh,
        view: pleaText.view[plea.views[matter]].zh,
      })),
      ...(plea.dissent === undefined ? {} : { dissent: plea.dissent }),
      voluntary: plea.voluntary,
      signed: input.outcome === 'pleaSigned',
      ...(plea.unsigned === undefined ? {} : { unsigned: pleaText.unsigned[plea.unsigned].zh }),
      lawyerSigned: plea.lawyerSigned,
    },
  });
  await insertPlea(tx, {
    tenant,
    helpId: of.helpId,
    organ: plea.organ,
    place: plea.place,
    charge: plea.charge,
    sentence: plea.sentence,
    told: plea.told,
    advice: plea.advice,
    viewCharge: plea.views.charge,
    viewSentence: plea.views.sentence,
    viewProcedure: plea.views.procedure,
    dissent: plea.dissent ?? null,
    voluntary: plea.voluntary,
    unsigned: plea.unsigned ?? null,
    lawyerSigned: plea.lawyerSigned,
    documentId: paper.documentId,
  });
  return paper;
}

/** Whether the papers of this matter are those of a help that the actor gave: a duty lawyer prints their own record. */
export async function gaveHelp(
  tx: Tx,
  actor: Actor,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<boolean> {
  if (!actor.holds(['handler'], { tenant })) return false;
  const own = await handlerByAccount(tx, tenant, actor.id);
  return own !== undefined && (await helpById(tx, tenant, matterId))?.handlerId === own.id;
}
