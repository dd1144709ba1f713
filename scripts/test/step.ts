import type { Outcome } from './outcome.ts';

export type Step = { readonly name: string; readonly run: () => Promise<Outcome> };
