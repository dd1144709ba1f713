import type { ClassArrangements } from '@samhold/contract';
import type { Figures } from './figures.ts';
import { wishesOf, type Placed, type ToSolve } from './problem-to-solve.ts';
import type { Proposal } from './propose.ts';
import type { Asked } from './settings.ts';
import type { Reason } from './words.ts';

const isAs = (placed: Placed, proposal: Proposal): boolean => {
  const at = new Map(proposal.placed.map(({ pupilId, place }) => [pupilId, place]));
  return placed.every(({ pupilId, place }) => at.get(pupilId) === place);
};

/**
 * What stood in the way for each pupil without a wish fulfilled, in the order of the list. What the proposal says of a pupil holds
 * only as long as nobody is moved, unless it holds for every arrangement.
 */
export const reasonsOf = (
  { pupils, wishes }: Pick<ClassArrangements, 'pupils' | 'wishes'>,
  asked: Asked,
  { input }: ToSolve,
  {
    placed,
    figures,
    proposal,
  }: {
    readonly placed: Placed;
    readonly figures: Figures;
    readonly proposal: Proposal;
  },
): readonly { readonly pupilId: string; readonly reason: Reason }[] => {
  if (wishes === null) return [];
  const responded = new Set(wishes.responded);
  const wishing = new Set(wishesOf(wishes, asked.criteria).map(({ from }) => from));
  const apart = new Set((input.apart ?? []).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const untouched = isAs(placed, proposal);
  const reasonOf = (id: string): Reason => {
    const own = figures.wishes.get(id) ?? [];
    if (own.length === 0) {
      if (wishing.has(id)) return 'only-others';
      return responded.has(id) ? 'wished-for-nobody' : 'not-answered';
    }
    if (own.every((other) => apart.has(`${id} ${other}`))) return 'kept-apart';
    const proposed = proposal.hindrances[id];
    if (proposed === 'ruled-out' || (untouched && proposed !== undefined)) return proposed;
    return 'moved';
  };
  const there = new Set(input.pupils);
  return pupils.flatMap(({ pupilId }) =>
    there.has(pupilId) && (figures.fulfilled.get(pupilId) ?? []).length === 0
      ? [{ pupilId, reason: reasonOf(pupilId) }]
      : [],
  );
};
