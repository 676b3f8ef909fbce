import type { Tx } from '../../kernel/use-case/index.ts';
import type { OpenCase } from '../cases/index.ts';
import { openFacts, openNarrative } from './sealed.ts';
import type { ApplicationRow, PartyRow } from './store.ts';

/** What a granted application hands on to the case: what designation and handling turn on, nothing about money or health. */
export function caseOf(tx: Tx, row: ApplicationRow, parties: readonly PartyRow[]): OpenCase {
  const facts = openFacts(tx, row);
  const criminal = facts.matter.criminal;
  return {
    tenant: row.tenant,
    matterId: row.matterId,
    applicationId: row.id,
    applicationNumber: row.number,
    class: facts.matter.class,
    cause: facts.matter.cause ?? null,
    ...(criminal === undefined ? {} : { criminal }),
    region: row.region,
    recipient: {
      personId: row.recipientId,
      name: row.recipientName,
      birthDate: facts.applicant.birthDate,
      minor: isMinor(facts.applicant.birthDate, row.receivedOn),
      groups: facts.applicant.groups ?? [],
      language: openNarrative(tx, row).language,
    },
    opponents: parties.filter((p) => p.role === 'opponent').map((p) => ({ personId: p.personId, name: p.name })),
    grantedOn: tx.today,
    receivedOn: row.receivedOn,
    ruleSet: row.ruleSet,
    urgent: row.urgent,
    aidForm: aidFormOf(row, criminal?.role),
    ...(row.intakeAgency === null ? {} : { intakeAgency: row.intakeAgency }),
    demonstration: row.demonstration,
  };
}

/** 未成年人: under eighteen on the day (民法典 art. 17). */
function isMinor(birthDate: string, on: string): boolean {
  return `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > on;
}

/** 援助形式 (art. 22) that a granted application leads to. */
export function aidFormOf(row: Pick<ApplicationRow, 'class' | 'route'>, role?: string): OpenCase['aidForm'] {
  if (row.class !== 'criminal') return 'litigationRepresentation';
  const defence =
    role === undefined
      ? row.route === 'mandatoryDefence' || row.route === 'discretionaryDefence'
      : role === 'suspectOrDefendant';
  return defence ? 'criminalDefence' : 'criminalRepresentation';
}
