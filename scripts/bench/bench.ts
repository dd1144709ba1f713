/** One line of a table of figures. `aim` says in words what is aimed at; `met` is absent where nothing is. */
export type Figure = {
  readonly what: string;
  readonly measured: string;
  readonly baseline?: string;
  readonly aim?: string;
  readonly met?: boolean;
};

export type BenchResult = {
  readonly figures: readonly Figure[];
  /** What the figures rest on, a line each. */
  readonly notes: readonly string[];
  /** The figures in one sentence. */
  readonly sentence: string;
  /** The version of the database, where one was used. */
  readonly postgres?: string;
};

export type Bench = { readonly name: string; readonly run: () => Promise<BenchResult> };
