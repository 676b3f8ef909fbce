import highsModule from 'highs';

// Its types describe the CommonJS build, whose function is `default` of the module; the ESM build that runs exports it as such.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What HiGHS made of a model. */
export type MilpAnswer =
  /** Proven within the gap asked for. */
  | { readonly status: 'optimal'; readonly value: number; readonly valueOf: (name: string) => number }
  | { readonly status: 'infeasible' }
  /** Out of time, or stopped for its own reasons: nothing is proven, and what it had is not used. */
  | { readonly status: 'unfinished' };

export interface MilpOptions {
  readonly seconds: number;
  /** Absolute gap that still counts as proof: just under the step of the objective where it has one. */
  readonly gap: number;
}

let loaded: ReturnType<typeof loadHighs> | undefined;

/**
 * HiGHS (MIT), compiled to WebAssembly, ready for `solveMilp`. It blocks its thread while it runs, so long models belong in a
 * worker.
 */
export async function openHighs(): Promise<Milp> {
  loaded ??= loadHighs();
  const highs = await loaded;
  return (lp, { seconds, gap }) => {
    const { Status, ObjectiveValue, Columns } = highs.solve(lp, {
      time_limit: Math.max(0.01, seconds),
      mip_rel_gap: 0,
      mip_abs_gap: gap,
      output_flag: false,
    });
    // The status is read before anything else: after a time limit the value is that of some set, not of the best one.
    if (Status === 'Infeasible') return { status: 'infeasible' };
    if (Status !== 'Optimal') return { status: 'unfinished' };
    const columns = Columns as Readonly<Record<string, { readonly Primal?: number }>>;
    return { status: 'optimal', value: ObjectiveValue, valueOf: (name) => columns[name]?.Primal ?? 0 };
  };
}

/** Solve a model in CPLEX LP format. */
export type Milp = (lp: string, options: MilpOptions) => MilpAnswer;
