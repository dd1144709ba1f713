/** What a step found. `output` is shown when something failed. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
};

export const noOutcome: Outcome = { passed: 0, failed: 0, skipped: 0, output: '' };

/** A check without tests of its own counts as one. */
export const oneCheck = (code: number, output: string): Outcome =>
  code === 0 ? { ...noOutcome, passed: 1 } : { ...noOutcome, failed: 1, output };
