import fc from 'fast-check';
import { epochDayOf, localDateOfEpochDay } from '../../../kernel/calendar/index.ts';
import { firstDayOfLaw } from '../law/check-packs.ts';
import {
  causes,
  criminalRoles,
  criminalStages,
  type Facts,
  groups,
  impairments,
  matterClasses,
  notifyingOrgans,
  residences,
} from '../schema.ts';

/** Any day from one to another. */
export const day = (from: string, to: string) =>
  fc.integer({ min: epochDayOf(from), max: epochDayOf(to) }).map(localDateOfEpochDay);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Fen a year, small and beyond belief. */
export const money = fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 10_000_000_000_000 }));

export const household = fc.record({
  members: fc.integer({ min: 1, max: 12 }),
  annualIncome: money,
  applicantAnnualIncome: money,
  opponentInHousehold: maybe(fc.boolean()),
});

const criminal = fc.record({
  stage: fc.constantFrom(...criminalStages),
  role: fc.constantFrom(...criminalRoles),
  notifiedBy: maybe(fc.constantFrom(...notifyingOrgans)),
  hasDefender: fc.boolean(),
  lifeOrDeathPossible: maybe(fc.boolean()),
  inAbsentia: maybe(fc.boolean()),
  summaryOrFastTrack: maybe(fc.boolean()),
  hearingOn: maybe(day('2003-09-01', '2030-12-31')),
});

/** Any facts that the schema lets in, every class, stage, group and day from the first law on. */
export const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    receivedOn: day(firstDayOfLaw, '2030-12-31'),
    region: fc.constantFrom('530500', '530502', '530521', '530523', '530524', '530581', '530102', '110101'),
    class: fc.constantFrom(...matterClasses),
    cause: fc.constantFrom(...causes),
    causeInCriminal: fc.boolean(),
    criminal,
    limitationExpiresOn: maybe(day('2003-09-01', '2030-12-31')),
    daysLeft: maybe(fc.integer({ min: -3, max: 9 })),
    needsPreservation: maybe(fc.boolean()),
    ageInDays: fc.integer({ min: 0, max: 36_000 }),
    residence: fc.constantFrom(...residences),
    groups: maybe(fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 5 })),
    noFixedLivelihood: maybe(fc.boolean()),
    impairments: maybe(fc.uniqueArray(fc.constantFrom(...impairments), { maxLength: 2 })),
    household: maybe(household),
  })
  .map((raw) => {
    const isCriminal = raw.class === 'criminal';
    const received = epochDayOf(raw.receivedOn);
    return JSON.parse(
      JSON.stringify({
        receivedOn: raw.receivedOn,
        region: raw.region,
        matter: {
          class: raw.class,
          cause: isCriminal && !raw.causeInCriminal ? undefined : raw.cause,
          limitationExpiresOn:
            raw.daysLeft === undefined ? raw.limitationExpiresOn : localDateOfEpochDay(received + raw.daysLeft),
          needsPreservation: raw.needsPreservation,
          criminal: isCriminal ? raw.criminal : undefined,
        },
        applicant: {
          birthDate: localDateOfEpochDay(received - raw.ageInDays),
          residence: raw.residence,
          groups: raw.groups,
          noFixedLivelihood: raw.noFixedLivelihood,
          impairments: raw.impairments,
        },
        household: raw.household,
      }),
    ) as Facts;
  });
