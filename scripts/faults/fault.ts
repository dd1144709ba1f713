/** What a run of a fault came to. A breach is a sentence about what should have held and did not. */
export type Outcome = {
  readonly figures: readonly Figure[];
  readonly breaches: readonly string[];
  /** What the figures rest on, a line each. */
  readonly notes: readonly string[];
  /** The version of the database, where one was used. */
  readonly postgres?: string;
};

export type Figure = { readonly what: string; readonly measured: string };

export type Options = {
  /** The same seed draws the same moments and the same places. */
  readonly seed: number;
  /** How many times processes are killed. */
  readonly kills: number;
  readonly requests: number;
};

export type Fault = {
  readonly name: string;
  /** What must hold, in a sentence. */
  readonly rule: string;
  readonly run: (options: Options) => Promise<Outcome>;
};

/** A whole number with its thousands apart. */
export const count = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ');

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
