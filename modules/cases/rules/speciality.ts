import type { Speciality } from '../../network/index.ts';
import type { Cause, MatterClass } from '../../policy/index.ts';

const ofCause: Readonly<Record<Cause, Speciality | null>> = {
  stateCompensation: 'stateCompensation',
  socialInsurance: 'socialSecurity',
  socialAssistance: 'socialSecurity',
  pension: 'socialSecurity',
  maintenance: 'family',
  labourPay: 'labour',
  labourRelation: 'labour',
  legalCapacity: 'family',
  workInjury: 'labour',
  trafficInjury: 'injury',
  foodDrugInjury: 'consumerAndProducts',
  medicalInjury: 'injury',
  productInjury: 'consumerAndProducts',
  propertyLossFromAccident: 'injury',
  environmentalDamage: 'injury',
  actOfBravery: 'injury',
  heroesPersonality: null,
  acquittalCompensation: 'stateCompensation',
  domesticViolence: 'family',
  abuseOrAbandonment: 'family',
  labourContract: 'labour',
  marriageAndFamily: 'family',
  agriculturalInputs: 'consumerAndProducts',
  landContract: 'land',
  forestRights: 'land',
  employment: 'labour',
  schooling: 'administrative',
  medicalCare: 'socialSecurity',
  resettlement: 'land',
  other: null,
};

const ofClass: Readonly<Record<MatterClass, Speciality | null>> = {
  criminal: 'criminalDefence',
  administrative: 'administrative',
  stateCompensation: 'stateCompensation',
  civil: null,
};

/** The fields (专长) that help in a matter; several for a minor, none for a matter of no particular kind. */
export function specialitiesFor(matter: {
  class: MatterClass;
  cause: Cause | null;
  recipientMinor: boolean;
}): readonly Speciality[] {
  const fields = [
    ofClass[matter.class],
    matter.cause === null ? null : ofCause[matter.cause],
    matter.recipientMinor ? 'minors' : null,
  ];
  return [...new Set(fields.filter((field): field is Speciality => field !== null))];
}
