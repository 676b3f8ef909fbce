import { sm3 } from '../../../kernel/crypto/index.ts';
import type { Assessment } from '../../policy/index.ts';

/** 抽查: one in so many, by the number drawn from the application's own id. The centre's figure; no law sets one. */
export const oneInDrawn = 10;
/** Income that comes this near to the line is always checked: hundredths of the standard. The centre's figure. */
export const nearLine = 90;
/** 核查期限, in days from the grant. The centre's own, not the law's. */
export const daysToCheck = 30;

/** Why a commitment is checked: drawn, or its income is near the line. */
export type Drawn = 'sample' | 'nearLine';

/** True where aid was given on what the person said of their means; elsewhere the commitment decided nothing. */
export function decidesOn(proof: string, { route }: Pick<Assessment, 'route'>): boolean {
  return proof === 'commitment' && route === 'meansTested';
}

/**
 * Whether a commitment is checked afterwards, settled by the application alone: whoever draws again gets the same answer,
 * and nobody of the centre can choose. The id's random part makes it unforeseeable to the applicant.
 * @param applicationId UUIDv7
 * @returns the reason, or null where it stands unchecked
 */
export function drawn(
  applicationId: string,
  { standard, assessedPerCapitaIncome }: Pick<Assessment, 'standard' | 'assessedPerCapitaIncome'>,
): Drawn | null {
  if (
    standard !== undefined &&
    assessedPerCapitaIncome !== undefined &&
    assessedPerCapitaIncome * 100 > standard.threshold * nearLine
  )
    return 'nearLine';
  return Number.parseInt(sm3(applicationId.toLowerCase()).slice(0, 8), 16) % oneInDrawn === 0 ? 'sample' : null;
}
