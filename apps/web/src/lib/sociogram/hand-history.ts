import type { HandPlaces } from '@samhold/analysis';

export type Place = { readonly x: number; readonly y: number };
/** Where pupils go, by id; to where the picture puts them when null. */
export type Moves = ReadonlyMap<string, Place | null>;
type Step = { readonly from: Moves; readonly to: Moves; readonly at: number };

/** What was moved by hand in one round and can be undone, and what was undone and can be done again; last one last. */
export type HandHistory = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const noHistory: HandHistory = { done: [], undone: [] };

/** Steps of one pupil this close in time, as when a key is held down, are undone together. In ms. */
const together = 1000;

export const afterMoves = (places: HandPlaces, moves: Moves): HandPlaces => {
  const after = new Map(places);
  for (const [id, place] of moves) {
    if (place === null) after.delete(id);
    else after.set(id, place);
  }
  return after;
};

/** The moves that take back `moves` of somebody who stood as in `places`. */
const backFrom = (places: HandPlaces, moves: Moves): Moves =>
  new Map([...moves.keys()].map((id) => [id, places.get(id) ?? null]));

/** The history after `moves` at the time `at`; `continues` when it goes on from the step before, if that was just now. */
export const withMoves = (
  { done }: HandHistory,
  places: HandPlaces,
  moves: Moves,
  at: number,
  continues = false,
): HandHistory => {
  const last = done.at(-1);
  const same = last !== undefined && [...moves.keys()].join() === [...last.to.keys()].join();
  if (continues && same && at - last.at < together)
    return { done: [...done.slice(0, -1), { from: last.from, to: moves, at }], undone: [] };
  return { done: [...done, { from: backFrom(places, moves), to: moves, at }], undone: [] };
};

type Turned = { readonly history: HandHistory; readonly moves: Moves };

/** The history with its last step taken back, and what to move for that; null when there is none. */
export const undone = ({ done, undone: later }: HandHistory): Turned | null => {
  const step = done.at(-1);
  return step === undefined
    ? null
    : { history: { done: done.slice(0, -1), undone: [...later, step] }, moves: step.from };
};

export const redone = ({ done, undone: later }: HandHistory): Turned | null => {
  const step = later.at(-1);
  return step === undefined
    ? null
    : {
        history: { done: [...done, { ...step, at: -Infinity }], undone: later.slice(0, -1) },
        moves: step.to,
      };
};
