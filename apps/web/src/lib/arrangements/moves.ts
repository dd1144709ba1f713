import type { Placed } from './problem-to-solve.ts';

/** Where a pupil is moved: to change with another, or to a group or seat. */
export type Target = { readonly pupilId: string } | { readonly place: string };

/**
 * Everybody's place after one pupil is moved. A seat holds one: who sits there, changes with the pupil. The same list comes back when
 * nothing is moved.
 */
export const afterMove = (placed: Placed, pupilId: string, target: Target, oneInEach: boolean): Placed => {
  const from = placed.find((one) => one.pupilId === pupilId)?.place;
  const other =
    'pupilId' in target
      ? placed.find((one) => one.pupilId === target.pupilId)
      : oneInEach
        ? placed.find((one) => one.place === target.place)
        : undefined;
  const to = 'place' in target ? target.place : other?.place;
  if (from === undefined || to === undefined || from === to) return placed;
  return placed.map((one) => {
    if (one.pupilId === pupilId) return { pupilId, place: to };
    return one.pupilId === other?.pupilId ? { pupilId: one.pupilId, place: from } : one;
  });
};

/** What stood before each move and can stand again; last one last. */
export type MoveHistory = { readonly done: readonly Placed[]; readonly undone: readonly Placed[] };
export const noMoves: MoveHistory = { done: [], undone: [] };

export const withMove = ({ done }: MoveHistory, before: Placed): MoveHistory => ({
  done: [...done, before],
  undone: [],
});

type Turned = { readonly history: MoveHistory; readonly placed: Placed };

export const undo = ({ done, undone }: MoveHistory, now: Placed): Turned | null => {
  const before = done.at(-1);
  return before === undefined
    ? null
    : { history: { done: done.slice(0, -1), undone: [...undone, now] }, placed: before };
};

export const redo = ({ done, undone }: MoveHistory, now: Placed): Turned | null => {
  const after = undone.at(-1);
  return after === undefined
    ? null
    : { history: { done: [...done, now], undone: undone.slice(0, -1) }, placed: after };
};
