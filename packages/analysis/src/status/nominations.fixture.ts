import type { Choice } from '../network.ts';
import type { InvestigationBasis } from './investigation-basis.ts';
import { investigationInput, type InvestigationInput } from './investigation-input.ts';

export const research: InvestigationBasis = { kind: 'research', purpose: 'a test' };

/** Pupils p00, p01, … of whom number j received `liked[j]` likes and `disliked[j]` dislikes; all answered. */
export function withReceived(liked: readonly number[], disliked: readonly number[]): InvestigationInput {
  const roster = liked.map((_, j) => `p${String(j).padStart(2, '0')}`);
  const from = (j: number, first: number, count = 0): Choice[] =>
    Array.from({ length: count }, (_, s) => ({
      from: roster[(j + 1 + first + s) % roster.length] ?? '',
      to: roster[j] ?? '',
    }));
  return investigationInput(research, {
    roster,
    respondents: roster,
    likes: roster.flatMap((_, j) => from(j, 0, liked[j])),
    dislikes: roster.flatMap((_, j) => from(j, liked[j] ?? 0, disliked[j])),
  });
}
