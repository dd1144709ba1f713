import type { DrawnTie, PlacedPupil, Point } from '../layout/sociogram.ts';
import type { Picture } from './picture-request.ts';

/** A picture on the way to the next: how visible its pupils and ties are, from 0 to 1, where not wholly. */
export type MovingPicture = Picture & { readonly fading: ReadonlyMap<string, number> };

/** A name for a tie among the ties of one picture and the next. */
export const tieName = ({ from, to }: Pick<DrawnTie, 'from' | 'to'>): string => `${from} ${to}`;

/**
 * Part of the way from one picture to the next, `share` from 0 to 1, slow at both ends (smoothstep): pupils in both go in a
 * straight line, with their names and ties; who is in one alone fades where it stands, and so do ties. Frame, circles and
 * rings are the next picture's. From a picture still on its way it goes on, with what was fading as visible as it was.
 */
export const betweenPictures = (
  before: Picture & Partial<MovingPicture>,
  after: Picture,
  share: number,
): MovingPicture => {
  const t = share * share * (3 - 2 * share);
  const then = new Map(before.pupils.map((pupil) => [pupil.id, pupil]));
  const now = new Map(after.pupils.map((pupil) => [pupil.id, pupil]));
  const fading = new Map<string, number>();
  const seen = (name: string): number => before.fading?.get(name) ?? 1;
  const came = after.pupils.filter(({ id }) => !then.has(id));
  const left = before.pupils.filter(({ id }) => !now.has(id));
  for (const { id } of came) fading.set(id, t);
  for (const { id } of left) fading.set(id, seen(id) * (1 - t));

  const tiesThen = new Map(before.ties.map((tie) => [tieName(tie), tie]));
  const tiesNow = new Set(after.ties.map(tieName));
  const ended = before.ties.filter((tie) => !tiesNow.has(tieName(tie)));
  for (const tie of after.ties) if (!tiesThen.has(tieName(tie))) fading.set(tieName(tie), t);
  for (const tie of ended) fading.set(tieName(tie), seen(tieName(tie)) * (1 - t));
  return {
    ...after,
    pupils: [...after.pupils.map((pupil) => moved(then.get(pupil.id), pupil, t)), ...left],
    ties: [
      ...after.ties.map((tie): DrawnTie => {
        const earlier = tiesThen.get(tieName(tie));
        if (earlier === undefined || (earlier.control === null && tie.control === null)) return tie;
        const from = earlier.control ?? middle(then, earlier);
        const to = tie.control ?? middle(now, tie);
        return { ...tie, control: part(from, to, t) };
      }),
      ...ended,
    ],
    fading,
  };
};

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;
const part = (from: Point, to: Point, t: number): Point => ({
  x: mix(from.x, to.x, t),
  y: mix(from.y, to.y, t),
});

const moved = (before: PlacedPupil | undefined, after: PlacedPupil, t: number): PlacedPupil => {
  if (before === undefined) return after;
  const [a, b] = [before.labelBox, after.labelBox];
  return {
    ...after,
    ...part(before, after, t),
    labelBox: {
      left: mix(a.left, b.left, t),
      top: mix(a.top, b.top, t),
      width: mix(a.width, b.width, t),
      height: mix(a.height, b.height, t),
    },
  };
};

/** Where a straight tie would have its control point. */
const middle = (places: ReadonlyMap<string, Point>, { from, to }: DrawnTie): Point => {
  const [a, b] = [places.get(from), places.get(to)];
  return a && b ? part(a, b, 0.5) : { x: 0, y: 0 };
};
