/** Which places a mobile team must visit, and what a day allows. Times are whole deciseconds. */
export interface CircuitProblem {
  /** Places to visit, by number from 1; 0 is the base that every day starts from and ends at. */
  readonly places: number;
  /** Travel from a to b at `[a * (places + 1) + b]`; the two ways may differ. */
  readonly travel: Int32Array;
  /** Time of work at each place; that of the base is 0. */
  readonly work: Int32Array;
  /** What travel and work of one day may take together. */
  readonly day: number;
}

/** The places of one day, in the order of the visits. */
export type Circuit = readonly number[];

/** Travel of one day, from the base and back. */
export function travelOf({ travel, places }: CircuitProblem, circuit: Circuit): number {
  let sum = 0;
  let from = 0;
  for (const to of circuit) {
    sum += travel[from * (places + 1) + to] as number;
    from = to;
  }
  return circuit.length === 0 ? 0 : sum + (travel[from * (places + 1)] as number);
}

/** Travel and work of one day. */
export function hoursOf(problem: CircuitProblem, circuit: Circuit): number {
  return circuit.reduce((sum, place) => sum + (problem.work[place] as number), travelOf(problem, circuit));
}

export function totalTravel(problem: CircuitProblem, circuits: readonly Circuit[]): number {
  return circuits.reduce((sum, circuit) => sum + travelOf(problem, circuit), 0);
}

/** Places that cannot be visited within a day even alone: a longer day or another base is needed. */
export function tooFar(problem: CircuitProblem): readonly number[] {
  return Array.from({ length: problem.places }, (_, k) => k + 1).filter(
    (place) => hoursOf(problem, [place]) > problem.day,
  );
}
