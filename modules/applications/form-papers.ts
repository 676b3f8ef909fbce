import type { Tx } from '../../kernel/use-case/index.ts';
import type { FormBody } from '../documents/index.ts';
import { personInputOf } from '../people/index.ts';
import { criminalRoleLabels } from '../policy/index.ts';
import { aidFormOf } from './case-of.ts';
import { openFacts, openNarrative } from './sealed.ts';
import { type ApplicationRow, materialsOf, partiesOf } from './store.ts';

/* 法律援助申请表 and 经济困难状况说明表, filled from what the person told, for their signature. */

/** Doors at which the person pressed the button on a screen of their own: nobody asks them to sign on paper again. */
const ownScreen = new Set(['web', 'kiosk']);

/** 由本人网上确认 on a screen of their own; else a line to sign on. */
function signature(row: ApplicationRow, name: string): { signedBy?: string; signedOn?: string } {
  return ownScreen.has(row.door) ? { signedBy: `${name}（网上提交时确认）`, signedOn: row.receivedOn } : {};
}

export async function applicationFormBody(
  tx: Tx,
  row: ApplicationRow,
  causeText: string,
): Promise<FormBody<'applicationForm'>> {
  const facts = openFacts(tx, row);
  const words = openNarrative(tx, row);
  const parties = await partiesOf(tx, row.tenant, row.id);
  const materials = await materialsOf(tx, row.tenant, row.id);
  const person = async (id: string) => printed(await personInputOf(tx, row.tenant, id));
  const agent = parties.find(({ role }) => role === 'agent');
  const agentPerson = agent && (await person(agent.personId));
  const opponents = parties.filter(({ role }) => role === 'opponent');
  const [first] = opponents;
  const opponent = first && (await person(first.personId));
  const { criminal } = facts.matter;
  return {
    applicant: { ...(await person(row.recipientId)), birthDate: facts.applicant.birthDate },
    ...(agent === undefined || agentPerson === undefined
      ? {}
      : {
          agent: {
            name: agent.name,
            ...(agent.detail.relation === undefined ? {} : { relation: agent.detail.relation }),
            ...(agentPerson.identityNumber === undefined ? {} : { identityNumber: agentPerson.identityNumber }),
            ...(agentPerson.phone === undefined ? {} : { phone: agentPerson.phone }),
          },
        }),
    groups: [...(facts.applicant.groups ?? [])],
    matterClass: facts.matter.class,
    aidForms: [aidFormOf(row, criminal?.role)],
    cause: causeText,
    ...(criminal === undefined ? {} : { position: criminalRoleLabels[criminal.role].zh, stage: criminal.stage }),
    ...(words.organName === undefined || words.organName === '' ? {} : { handlingOrgan: words.organName }),
    ...(opponent === undefined
      ? {}
      : {
          opponent: {
            name: opponents
              .map(({ name }) => name)
              .join('、')
              .slice(0, 200),
            ...(opponent.phone === undefined ? {} : { phone: opponent.phone }),
            ...(opponent.address === undefined ? {} : { address: opponent.address }),
          },
        }),
    facts: words.narrative,
    ...(words.wanted === undefined || words.wanted === '' ? {} : { request: words.wanted }),
    means: meansOf(row),
    materials: materials.map(({ fileName }) => ({ name: fileName, kind: 'electronic' as const })),
    ...signature(row, agent?.name ?? row.recipientName),
  };
}

/** Whether the means of this person are looked at, so that the statement belongs to their papers (art. 41). */
export function statesHardship(tx: Tx, row: ApplicationRow): boolean {
  const means = meansOf(row);
  return row.commitment !== null || (means === 'meansTested' && openFacts(tx, row).household !== undefined);
}

const checkedBy = (proof: string): FormBody<'hardshipStatement'>['checking'] =>
  proof === 'commitment' ? 'integrityCommitment' : proof === 'documents' ? 'documents' : 'dataSharing';

export async function hardshipStatementBody(tx: Tx, row: ApplicationRow): Promise<FormBody<'hardshipStatement'>> {
  const { applicant, household } = openFacts(tx, row);
  const { commitment, assessment } = row;
  const { standard } = assessment;
  const person = printed(await personInputOf(tx, row.tenant, row.recipientId));
  const agent = (await partiesOf(tx, row.tenant, row.id)).find(({ role }) => role === 'agent');
  return {
    applicant: {
      name: row.recipientName,
      ...(person.identityNumber === undefined ? {} : { identityNumber: person.identityNumber }),
    },
    residence: applicant.residence,
    members: [
      {
        name: row.recipientName,
        relation: '本人',
        ...(household === undefined ? {} : { annualIncome: household.applicantAnnualIncome }),
      },
    ],
    ...(household === undefined
      ? {}
      : {
          memberCount: household.members,
          totals: {
            annualIncome: household.annualIncome,
            perCapita:
              assessment.assessedPerCapitaIncome ?? Math.floor(household.annualIncome / Math.max(1, household.members)),
          },
          opponentInHousehold: household.opponentInHousehold === true,
        }),
    ...(standard === undefined
      ? {}
      : {
          standard: {
            threshold: { fen: standard.threshold, verified: standard.verified },
            basis:
              standard.basis === 'subsistenceAllowance'
                ? `按当地最低生活保障标准的${standard.multiplier}倍计算`
                : '按当地农村居民人均可支配收入计算',
            citation: '《法律援助法》第三十四条',
          },
        }),
    checking: checkedBy(row.proof),
    ...(commitment?.readAloud && commitment.toldBy !== null ? { readAloudBy: commitment.toldBy } : {}),
    ...(commitment === null || commitment.signed === 'screen' ? signature(row, agent?.name ?? row.recipientName) : {}),
  };
}

function meansOf(row: ApplicationRow): FormBody<'applicationForm'>['means'] {
  const { route } = row;
  if (route === 'meansExempt' || route === 'verificationWaived' || route === 'meansTested') return route;
  return row.commitment !== null ? 'meansTested' : 'notApplicable';
}

type Person = Awaited<ReturnType<typeof personInputOf>>;

/** As printed on the person's own form. The home of somebody who must not be found stands on no paper. */
function printed(person: Person): Omit<FormBody<'applicationForm'>['applicant'], 'birthDate'> {
  const { name, sex, ethnicity, document, phone, address, shielded } = person;
  return {
    name,
    ...(sex === undefined ? {} : { sex }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
    ...(document === undefined ? {} : { identityNumber: document.number }),
    ...(phone === undefined ? {} : { phone }),
    ...(shielded === true ? { address: '（依法保密）' } : address === undefined ? {} : { address }),
  };
}
