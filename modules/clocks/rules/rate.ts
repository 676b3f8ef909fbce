/** Fewer than this are not told: a reader could guess whose matter it was. */
export const fewest = 5;

export interface Kept {
  readonly inTime: number;
  readonly late: number;
}

/** 按期办理率 in hundredths, rounded down, so that 100 means every one; null where there were too few to tell. */
export function rateOf({ inTime, late }: Kept): number | null {
  const all = inTime + late;
  return all < fewest ? null : Math.floor((inTime * 100) / all);
}
