import type { HandlerInView } from '../rules/designation.ts';
import type { CaseFacts } from '../rules/eligibility.ts';
import type { MatterFacts } from '../rules/ranking.ts';

/** A lawyer of ten years whom nothing keeps from acting. */
export const handler = (id: string, over: Partial<HandlerInView> = {}): HandlerInView => ({
  id,
  kind: 'lawyer',
  status: 'active',
  licenceNumber: '15305201010000001',
  licensedFrom: '2012-05-01',
  criminalDefenceSince: '2014-03-01',
  trainedForMinors: true,
  paidByTreasury: false,
  declinedBefore: false,
  replacedBefore: false,
  refusedBefore: false,
  sex: 'male',
  specialities: [],
  languages: ['mandarin'],
  openCases: 0,
  minutes: 20,
  schematic: true,
  servedBefore: false,
  grades: [],
  agencyId: `firm-${id}`,
  ownFirm: true,
  weight: 1,
  designatedSince: 0,
  ...over,
});

/** A dispute over pay before the court. */
export const matter: CaseFacts & MatterFacts = {
  class: 'civil',
  aidForm: 'litigationRepresentation',
  criminal: null,
  recipientMinor: false,
  on: '2026-11-24',
  specialities: ['labour'],
  language: null,
  girl: false,
};
