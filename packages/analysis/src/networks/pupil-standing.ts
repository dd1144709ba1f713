import type { SeenGraph } from './seen-graph.ts';

/** A figure of the pupil at a position in the roster; null where it rests on an answer that is missing. */
export type PupilFigure<T> = (seen: SeenGraph, pupil: number) => T;

export const received: PupilFigure<number> = ({ graph }, i) => graph.into[i]!.length;

/** The respondents other than the pupil: how many could have chosen the pupil. */
export const possible: PupilFigure<number> = ({ respondents, answered }, i) => respondents - answered[i]!;

export const given: PupilFigure<number | null> = ({ graph, answered }, i) =>
  answered[i] === 1 ? graph.out[i]!.length : null;

/** Mutual ties seen. */
export const mutualTies: PupilFigure<number | null> = ({ graph, answered }, i) =>
  answered[i] === 1 ? graph.mutual[i]!.length : null;

/** Received 0 from those who answered; null when nobody could have chosen the pupil. */
export const unchosen: PupilFigure<boolean | null> = (seen, i) =>
  possible(seen, i) === 0 ? null : received(seen, i) === 0;

/** Received 0 and gave 0. */
export const isolate: PupilFigure<boolean | null> = (seen, i) => {
  const own = given(seen, i);
  return bothHold(unchosen(seen, i), own === null ? null : own === 0);
};

/** No mutual tie. A tie is still open when it was seen from one side and the other side did not answer. */
export const withoutMutual: PupilFigure<boolean | null> = ({ graph, answered }, i) => {
  if (graph.mutual[i]!.length > 0) return false;
  if (answered[i] === 1) return graph.out[i]!.some((j) => answered[j] === 0) ? null : true;
  const others = answered.some((flag, j) => flag === 0 && j !== i);
  return graph.into[i]!.length > 0 || others ? null : true;
};

/** The figure of every pupil, in the order of the roster. */
export const ofEach = <T>(seen: SeenGraph, figure: PupilFigure<T>): T[] =>
  Array.from({ length: seen.graph.n }, (_, i) => figure(seen, i));

/** How many pupils have a property; those of whom it is not known are not counted. */
export const countOfPupils = (seen: SeenGraph, property: PupilFigure<boolean | null>): number =>
  ofEach(seen, property).filter((holds) => holds === true).length;

function bothHold(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
