/** One line of a table of figures. `aim` says in words what is aimed at; `met` is absent where nothing is. */
export type Figure = {
  readonly what: string;
  readonly measured: string;
  readonly baseline?: string;
  readonly aim?: string;
  readonly met?: boolean;
};

/** Lines of a plot: `points` are x and y. Where `aim` is given, a line is drawn at that y. */
export type Chart = {
  readonly name: string;
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly lines: readonly {
    readonly what: string;
    readonly points: readonly (readonly [number, number])[];
  }[];
  readonly aim?: number;
};

export type BenchResult = {
  readonly figures: readonly Figure[];
  /** What the figures rest on, a line each. */
  readonly notes: readonly string[];
  /** The figures in one sentence. */
  readonly sentence: string;
  readonly charts?: readonly Chart[];
  /** The version of the database, where one was used. */
  readonly postgres?: string;
};

export type Bench = { readonly name: string; readonly run: () => Promise<BenchResult> };
