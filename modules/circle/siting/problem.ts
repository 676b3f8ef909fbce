/** Which question is asked: least total travel, most people within the radius, or fewest sites that reach everyone. */
export type SitingModel = 'pmedian' | 'mclp' | 'lscp';

/** Where new sites may stand and where they already do. */
export interface Candidates {
  /** Unique. */
  readonly ids: readonly string[];
  /** County of each, for {@link SitingProblem.countyLimits}. */
  readonly counties?: readonly string[];
  /** What opening each costs, fen; 0 or more. */
  readonly prices?: readonly number[];
}

/** Who is to be served. */
export interface Demand {
  readonly ids: readonly string[];
  /** People, or any count; 0 or more. */
  readonly weights: readonly number[];
  /** Of each named group, the count at each place. */
  readonly groups?: Readonly<Record<string, readonly number[]>>;
}

/** A siting question. Data only: it travels to a worker thread as it is. */
export interface SitingProblem {
  readonly model: SitingModel;
  readonly candidates: Candidates;
  readonly demand: Demand;
  /**
   * Travel of demand place d to candidate j at `[j * demand + d]`, in one unit of the caller's (deciseconds, metres);
   * Infinity where there is no way.
   */
  readonly travel: Float64Array;
  /** Candidates that stand already and stay. */
  readonly fixed?: readonly string[];
  /** p: how many sites the plan has in all, fixed ones among them. For `lscp`, the most it may have. */
  readonly sites?: number;
  /** Farthest travel that counts as reached, unit of `travel`; for `mclp` and `lscp`. */
  readonly radius?: number;
  /** Most that the new sites may cost together, fen; in place of `sites` or beside it. */
  readonly budget?: number;
  /** Most new sites in each named county; counties not named are free. */
  readonly countyLimits?: Readonly<Record<string, number>>;
  /** `pmedian`: what counts as the travel of a place that nothing reaches; by default twice the longest finite travel. */
  readonly unreached?: number;
  /** Serve the worst-served group of {@link Demand.groups} as well as can be first, and only then everybody. */
  readonly worstGroupFirst?: boolean;
  /** How many of the best plans are wanted; 1 by default. */
  readonly alternatives?: number;
  /** Longest search, seconds; 5 by default. */
  readonly seconds?: number;
  /** Seed of the search; the same seed and data give the same plan where the search is not cut off by time. */
  readonly seed?: number;
}

/** One choice of sites. */
export interface Choice {
  /** Ids, fixed ones first, each in the order of the candidates. */
  readonly sites: readonly string[];
  readonly objective: number;
}

/** What came out. */
export interface SitingPlan extends Choice {
  readonly model: SitingModel;
  /** Sites in the plan, fixed ones among them. */
  readonly p: number;
  /**
   * What no plan can be better than: below for `pmedian` and `lscp`, above for `mclp`. Worst group first: no plan that serves every group
   * at least as well.
   */
  readonly bound: number;
  /** |objective − bound| / |objective|, 0 where proven. */
  readonly gap: number;
  /** `optimal` only with a proof. */
  readonly status: 'optimal' | 'feasible';
  readonly seconds: number;
  /** The next best plans, best first, where asked for; proven to be the next best where the status is `optimal`. */
  readonly alternatives: readonly Choice[];
  /** Demand places no site could ever reach: they count in no objective but are said. */
  readonly unreachable: readonly string[];
  /** Worst group first: what the worst-served group gets (mean travel, or share reached), and which it is. */
  readonly worstGroup?: {
    readonly group: string;
    readonly value: number;
    /** No plan serves its worst-served group better: below for travel, above for the share reached. */
    readonly bound: number;
    /** |value − bound| / |value|, 0 where proven. */
    readonly gap: number;
  };
}

/** Where the search stands. */
export interface SitingProgress {
  readonly objective: number;
  readonly bound: number | null;
  readonly sites: readonly string[];
  readonly seconds: number;
}
