import { fault, ok, type Result } from '../../../kernel/errors/index.ts';
import { countyOf, type Register, regionOf } from '../register/register.ts';

/**
 * What decides which centre is competent. Regions are codes of the register, of any level.
 * `organRegion` is the seat of the organ that handles the case (办案机关) or the dispute (争议处理机关);
 * a city-level organ is given by the city's own code (`530500`), although it stands in one of the counties.
 */
export interface CompetenceQuestion {
  readonly matterClass: 'civil' | 'administrative' | 'stateCompensation' | 'criminal';
  /** 诉讼 or 非诉讼; a criminal matter is always litigation. */
  readonly proceeding: 'litigation' | 'nonLitigation';
  readonly organRegion?: string;
  readonly occurrenceRegion?: string;
  /** Tenant of the centre that received the application first, when one has. */
  readonly receivedBy?: string;
}

export interface Competence {
  /** The centre that takes the matter. */
  readonly tenant: string;
  /** Every centre the law calls competent; more than one only for a non-litigation matter. */
  readonly competent: readonly string[];
  readonly ground: 'organSeat' | 'disputeOrganSeat' | 'placeOfOccurrence' | 'firstReceiver';
  readonly citation: string;
}

export type CompetenceFault =
  /** No organ and no place is known yet: ask for one. */
  | { readonly code: 'placeMissing'; readonly asks: readonly ('organRegion' | 'occurrenceRegion')[] }
  /** A region that this register does not hold: tell the applicant where to go (转交或告知). */
  | { readonly code: 'outsideRegister'; readonly region: string };

const article = '《法律援助法》第三十八条';

/**
 * 管辖: which centre is competent (Legal Aid Law art. 38). Litigation: where the handling organ sits. Non-litigation: where
 * the organ that settles the dispute sits, or where the matter arose; of two competent centres the first receiver handles it.
 * A suit not yet brought has no handling organ: the place where the matter arose stands in until there is one.
 */
export function competentCentre(register: Register, question: CompetenceQuestion): Result<Competence, CompetenceFault> {
  const { organRegion, occurrenceRegion, receivedBy } = question;
  const litigation = question.proceeding === 'litigation' || question.matterClass === 'criminal';
  if (organRegion === undefined && (question.matterClass === 'criminal' || occurrenceRegion === undefined)) {
    const asks =
      question.matterClass === 'criminal' ? (['organRegion'] as const) : (['organRegion', 'occurrenceRegion'] as const);
    return fault({ code: 'placeMissing', asks });
  }
  const places = litigation ? [organRegion ?? occurrenceRegion] : [organRegion, occurrenceRegion];
  const competent: string[] = [];
  for (const place of places) {
    if (place === undefined) continue;
    const tenant = tenantOfRegion(register, place);
    if (tenant === undefined) {
      // A non-litigation matter with one place outside still has the other inside.
      if (litigation || places.filter((p) => p !== undefined).length === 1)
        return fault({ code: 'outsideRegister', region: place });
      continue;
    }
    if (!competent.includes(tenant)) competent.push(tenant);
  }
  const [first] = competent;
  if (first === undefined) return fault({ code: 'outsideRegister', region: organRegion ?? occurrenceRegion ?? '' });
  if (competent.length > 1 && receivedBy !== undefined && competent.includes(receivedBy)) {
    return ok({ tenant: receivedBy, competent, ground: 'firstReceiver', citation: article });
  }
  const byOrgan = organRegion !== undefined && tenantOfRegion(register, organRegion) === first;
  const ground = byOrgan ? (litigation ? 'organSeat' : 'disputeOrganSeat') : 'placeOfOccurrence';
  return ok({ tenant: first, competent, ground, citation: article });
}

/** The tenant a region belongs to: its county; for a city's or province's own code, that code. */
export function tenantOfRegion(register: Register, code: string): string | undefined {
  const region = regionOf(register, code);
  if (region === undefined) return undefined;
  return region.level === 'city' || region.level === 'province' ? region.code : countyOf(register, region.code)?.code;
}
